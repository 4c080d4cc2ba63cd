import { addDays, type BusinessDay, formatDay, weekdayOf } from '../business-day/business-day.ts';
import { type OpeningHours, withinHours } from './opening-hours.ts';
import type { SeededRandom } from './seeded-random.ts';

/** How often and when somebody comes. */
export type Rhythm =
  /** Joined at an event and never came. */
  | { readonly kind: 'never' }
  | { readonly kind: 'once'; readonly minute: number }
  /** Fixed weekdays at a fixed time, most weeks. */
  | { readonly kind: 'weekdays'; readonly slots: readonly Slot[]; readonly attendance: number }
  /** After about so many days, rather on one weekday than on another. */
  | {
      readonly kind: 'gaps';
      readonly mean: number;
      readonly deviation: number;
      readonly weekday: number;
      readonly minute: number;
    };

export interface Slot {
  readonly weekday: number;
  readonly minute: number;
}

/** Days, both included, in which somebody is a customer, and how eagerly: 1 = as the rhythm says, 0.4 = slipping away. */
export interface Phase {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly eagerness: number;
}

/** One coming of one person. */
export interface Coming {
  readonly day: BusinessDay;
  readonly minute: number;
}

/** How full the shop is by month, January first: a dip after the holidays and in the summer, a peak before Christmas. */
const seasons = [0.9, 0.95, 1, 1.02, 1.05, 0.98, 0.82, 0.94, 1.05, 1.06, 1.03, 1.1] as const;

export function seasonOf(day: BusinessDay): number {
  return seasons[Number(formatDay(day).slice(5, 7)) - 1] ?? 1;
}

/** The next day on which the shop is open, the day itself included. */
export function nextOpenDay(day: BusinessDay, hours: OpeningHours): BusinessDay {
  let open = day;
  while (hours.isClosedOn(open)) open = addDays(open, 1);
  return open;
}

/** Two weeks away, a new time each summer: day of the year on which they begin. */
function isAway(day: BusinessDay, awayFrom: number): boolean {
  const text = formatDay(day);
  const dayOfYear = (Number(text.slice(5, 7)) - 1) * 31 + Number(text.slice(8));
  const since = dayOfYear - awayFrom;
  return since >= 0 && since < 14;
}

/** How far somebody's own time of day wanders, in minutes. */
const habitDeviation = 8;
const freeDeviation = 25;

function comingsOnWeekdays(
  random: SeededRandom,
  rhythm: Extract<Rhythm, { kind: 'weekdays' }>,
  phases: readonly Phase[],
  hours: OpeningHours,
): Coming[] {
  const awayFrom = random.between(5 * 31 + 1, 8 * 31);
  const comings: Coming[] = [];
  for (const { from, to, eagerness } of phases) {
    for (let day = from; day <= to; day = addDays(day, 1)) {
      for (const slot of rhythm.slots) {
        // Asked in any case, so that one day's answer does not move the next one's.
        const feelsLike = random.chance(rhythm.attendance * eagerness * Math.min(1, seasonOf(day)));
        const minute = withinHours(random.normal(slot.minute, habitDeviation), hours);
        if (slot.weekday !== weekdayOf(day) || !feelsLike) continue;
        if (hours.isClosedOn(day) || isAway(day, awayFrom)) continue;
        comings.push({ day, minute });
      }
    }
  }
  return comings;
}

function comingsAfterGaps(
  random: SeededRandom,
  rhythm: Extract<Rhythm, { kind: 'gaps' }>,
  phases: readonly Phase[],
  hours: OpeningHours,
): Coming[] {
  const comings: Coming[] = [];
  for (const { from, to, eagerness } of phases) {
    let day = nextOpenDay(from, hours);
    while (day <= to) {
      comings.push({ day, minute: withinHours(random.normal(rhythm.minute, freeDeviation), hours) });
      const gap = random.normal(rhythm.mean, rhythm.deviation) / (eagerness * seasonOf(day));
      let next = addDays(day, Math.max(2, Math.round(gap)));
      const toFavourite = ((rhythm.weekday - weekdayOf(next) + 10) % 7) - 3;
      if (random.chance(0.6) && next + toFavourite > day + 1) next = addDays(next, toFavourite);
      day = nextOpenDay(next, hours);
    }
  }
  return comings;
}

/** Every coming of one person, oldest first; the first phase begins with one. */
export function comingsOf(
  random: SeededRandom,
  rhythm: Rhythm,
  phases: readonly Phase[],
  hours: OpeningHours,
): readonly Coming[] {
  const first = phases[0];
  if (rhythm.kind === 'never' || !first) return [];
  if (rhythm.kind === 'once') return [{ day: first.from, minute: rhythm.minute }];
  if (rhythm.kind === 'gaps') return comingsAfterGaps(random, rhythm, phases, hours);
  const comings = comingsOnWeekdays(random, rhythm, phases, hours);
  const minute = rhythm.slots[0]?.minute ?? hours.open;
  return comings[0]?.day === first.from ? comings : [{ day: first.from, minute }, ...comings];
}
