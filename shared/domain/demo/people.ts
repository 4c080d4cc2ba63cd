import type { BusinessDay } from '../business-day/business-day.ts';
import { fold } from '../search/fold.ts';
import type { Habit } from './lives.ts';
import { inventName, type NameLanguage, pickLanguage } from './names.ts';
import { fictionalPhone } from './phones.ts';
import type { SeededRandom } from './seeded-random.ts';

export const cafeAllergies = ['hazelnut', 'lactose', 'gluten', 'nuts', 'soy'] as const;
export const salonAllergies = ['hairDye', 'latex', 'perfume'] as const;
export const cafePreferences = ['oatMilk', 'ownMug', 'windowTable', 'extraHot', 'decaf'] as const;
export const salonPreferences = ['quiet', 'blackTea', 'noPhotos', 'coolWater'] as const;
export const sources = ['passingBy', 'friend', 'socialMedia', 'event', 'search'] as const;

export type AllergyKey = (typeof cafeAllergies)[number] | (typeof salonAllergies)[number];
export type PreferenceKey = (typeof cafePreferences)[number] | (typeof salonPreferences)[number];
export type SourceKey = (typeof sources)[number];

/** A made-up customer. Texts are keys of the translations under `demo`. */
export interface DemoPerson {
  readonly habit: Habit;
  readonly name: string;
  readonly language: NameLanguage;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthday: { readonly day: number; readonly month: number; readonly year: number | null } | null;
  readonly allergy: AllergyKey | null;
  readonly preference: PreferenceKey | null;
  readonly source: SourceKey | null;
  /** Place of the person who brought them; always an earlier one. */
  readonly referredBy: number | null;
  readonly hasCard: boolean;
  /** Answer to the question whether the shop may write or call; null = not asked. */
  readonly mayContact: boolean | null;
  readonly completeLater: boolean;
  readonly joinedDay: BusinessDay;
  /** Epoch ms. */
  readonly joinedAt: number;
}

export interface Joining {
  readonly habit: Habit;
  readonly day: BusinessDay;
  readonly at: number;
}

export interface PeopleShop {
  readonly kind: 'cafe' | 'salon' | 'other';
  readonly country: string;
}

/** Days of a month; 29 February is somebody's birthday too. */
const monthDays = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function inventBirthday(random: SeededRandom): DemoPerson['birthday'] {
  const month = random.between(1, 12);
  const day = random.between(1, monthDays[month - 1] ?? 28);
  const year = random.chance(0.4) ? random.between(1946, 2006) : null;
  // A year that knows no 29 February would make a day that never was.
  const isLeapDay = month === 2 && day === 29;
  return { day, month, year: isLeapDay ? null : year };
}

/** Invents names until one is not taken; a shop rarely has two people of exactly one name. */
function freshName(
  random: SeededRandom,
  language: NameLanguage,
  country: string,
  taken: Set<string>,
): string {
  for (;;) {
    const name = inventName(random, language, country);
    // After some tries the pool of a language may be used up: two people then share a name, as happens.
    if (!taken.has(name) || random.chance(0.05)) {
      taken.add(name);
      return name;
    }
  }
}

/** Who brought somebody: a regular who was there before. */
function referrerOf(random: SeededRandom, earlier: readonly Joining[]): number | null {
  if (earlier.length < 20 || !random.chance(0.13)) return null;
  const place = random.below(earlier.length);
  const habit = earlier[place]?.habit;
  return habit === 'once' || habit === 'never' ? null : place;
}

const isFleeting = (habit: Habit): boolean => habit === 'once' || habit === 'newToday' || habit === 'never';

/** Facts about everybody, in the order in which they joined. */
export function inventPeople(
  random: SeededRandom,
  shop: PeopleShop,
  joinings: readonly Joining[],
): readonly DemoPerson[] {
  const taken = new Set<string>();
  let phones = 0;
  return joinings.map((joining, place) => {
    const own = random.fork(place);
    const fleeting = isFleeting(joining.habit);
    const language = pickLanguage(own, shop.country);
    const name = freshName(own, language, shop.country, taken);
    const phone = own.chance(fleeting ? 0.6 : 0.82) ? fictionalPhone(shop.country, phones++) : null;
    const referredBy = referrerOf(own, joinings.slice(0, place));
    const isSalon = shop.kind === 'salon';
    const completeLater = fleeting && own.chance(0.12);
    return {
      habit: joining.habit,
      name,
      language,
      phone,
      email: own.chance(0.3) ? `${fold(name).replaceAll(' ', '.')}@example.com` : null,
      birthday: own.chance(fleeting ? 0.3 : 0.7) ? inventBirthday(own) : null,
      allergy: own.chance(isSalon ? 0.12 : 0.07) ? own.pick(isSalon ? salonAllergies : cafeAllergies) : null,
      preference:
        !fleeting && own.chance(0.2) ? own.pick(isSalon ? salonPreferences : cafePreferences) : null,
      source: referredBy !== null ? 'friend' : own.chance(0.55) ? own.pick(sources) : null,
      referredBy,
      hasCard: own.chance(fleeting ? 0.45 : 0.8),
      mayContact: completeLater || own.chance(0.1) ? null : own.chance(0.62),
      completeLater,
      joinedDay: joining.day,
      joinedAt: joining.at,
    };
  });
}
