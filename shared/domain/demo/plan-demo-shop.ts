import type { BusinessDay, ShopCalendar } from '../business-day/business-day.ts';
import { addDays, businessDayAt, minuteOfDay } from '../business-day/business-day.ts';
import type { ProgrammeRules } from '../loyalty/programme.ts';
import { shopPrice } from '../money/price-level.ts';
import { type CatalogueItem, demoCatalogue } from './catalogue.ts';
import { crowdOf, demoHistoryDays, type Habit, type LifeShop, phasesFor, rhythmFor } from './lives.ts';
import {
  arrivalMinute,
  dayPartOf,
  demoOpeningHours,
  minuteInDay,
  momentInDay,
  type OpeningHours,
} from './opening-hours.ts';
import { type Order, type OrderShop, Taste, walkInOrder } from './orders.ts';
import { type DemoPerson, inventPeople } from './people.ts';
import { type Coming, comingsOf, seasonOf } from './rhythms.ts';
import { SeededRandom } from './seeded-random.ts';

/** The shop a demo is made for. */
export interface DemoShop {
  readonly kind: 'cafe' | 'salon' | 'other';
  readonly country: string;
  readonly currency: string;
  readonly calendar: ShopCalendar;
  /** The programme in force all through the history. */
  readonly rules: ProgrammeRules;
  /** The present moment, epoch ms: the history ends here. */
  readonly now: number;
  /** The same seed and shop give the same plan. */
  readonly seed?: number;
}

/** One check-in. */
export interface DemoVisit extends Order {
  /** Place in `people`; null for a walk-in sale. */
  readonly person: number | null;
  readonly day: BusinessDay;
  /** Epoch ms. */
  readonly at: number;
}

export interface DemoPlan {
  readonly items: readonly (CatalogueItem & { readonly price: number })[];
  /** In the order in which they joined. */
  readonly people: readonly DemoPerson[];
  /** In the order in which they happened. */
  readonly visits: readonly DemoVisit[];
}

export const demoSeed = 20_260_418;

/** Walk-in sales for one check-in of a customer: three in ten sales are walk-ins; a salon knows nearly everybody. */
const walkInRatio = { cafe: 0.43, other: 0.43, salon: 0.16 } as const;
/** A new customer is entered a little before the first check-in. */
const joinLeadMs = 40_000;

interface Draft {
  readonly habit: Habit;
  readonly joinedDay: BusinessDay;
  readonly joinedAt: number;
  readonly comings: readonly { readonly day: BusinessDay; readonly minute: number; readonly at: number }[];
}

type Timed = Coming & { readonly at: number };

/** A coming with its moment to the second. */
function timed(random: SeededRandom, coming: Coming, shop: DemoShop): Timed {
  return { ...coming, at: momentInDay(coming.day, coming.minute, shop.calendar) + random.below(60) * 1000 };
}

/** Everybody who has joined by now, with all their comings, in the order of joining. */
function draftLives(random: SeededRandom, shop: DemoShop, life: LifeShop): readonly Draft[] {
  const drafts = crowdOf(shop.kind).map((habit, index): Draft => {
    const own = random.fork(index);
    const phases = phasesFor(own, habit, life);
    const rhythm = rhythmFor(own, habit, life);
    const comings = comingsOf(own, rhythm, phases, life.hours).map((coming) => timed(own, coming, shop));
    const joinedDay = phases[0]?.from ?? life.today;
    const first = comings[0] ?? { day: joinedDay, minute: life.hours.open + 90, at: 0 };
    const joinedAt = (first.at || momentInDay(joinedDay, first.minute, shop.calendar)) - joinLeadMs;
    return { habit, joinedDay, joinedAt, comings };
  });
  return drafts
    .filter((draft) => draft.joinedAt <= shop.now - joinLeadMs)
    .sort((a, b) => a.joinedAt - b.joinedAt);
}

/** Sales without a customer, in step with how many customers came that day. */
function walkIns(
  random: SeededRandom,
  shop: DemoShop,
  life: LifeShop,
  customersOn: ReadonlyMap<BusinessDay, number>,
): Timed[] {
  const found: Timed[] = [];
  for (let back = demoHistoryDays; back >= 0; back -= 1) {
    const day = addDays(life.today, -back);
    const own = random.fork(back);
    if (life.hours.isClosedOn(day)) continue;
    // The shop lives before it has customers: as many walk in as on a usual early day.
    const customers = Math.max(customersOn.get(day) ?? 0, shop.kind === 'salon' ? 3 : 12);
    const count = Math.round(customers * walkInRatio[shop.kind] * seasonOf(day) * (0.7 + 0.6 * own.next()));
    for (let sale = 0; sale < count; sale += 1) {
      found.push(timed(own, { day, minute: arrivalMinute(own, shop.kind, life.hours) }, shop));
    }
  }
  return found;
}

/** Puts everything in the order in which it happened and lets each order, also what it earns and uses. */
function ring(
  random: SeededRandom,
  orderShop: OrderShop,
  shop: { readonly hours: OpeningHours; readonly calendar: ShopCalendar },
  comings: readonly (Timed & { readonly person: number | null })[],
): readonly DemoVisit[] {
  const tastes = new Map<number, Taste>();
  const walkInRandom = random.fork(0);
  return comings.map(({ person, day, at, minute }) => {
    const part = dayPartOf(minute, shop.hours);
    if (person === null) return { person, day, at, ...walkInOrder(walkInRandom, orderShop, part) };
    const taste = tastes.get(person) ?? new Taste(random.fork(person + 1), orderShop, part);
    tastes.set(person, taste);
    return { person, day, at, ...taste.order(part, { day, minute: minuteOfDay(at, shop.calendar) }) };
  });
}

function countByDay(comings: readonly Timed[]): ReadonlyMap<BusinessDay, number> {
  const counts = new Map<BusinessDay, number>();
  for (const { day } of comings) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

/**
 * The made-up shop: about 600 customers and 18 months of check-ins up to the present moment, the same for the same shop,
 * moment and seed. Every figure of it is known: see `demoFigures`.
 */
export function planDemoShop(shop: DemoShop): DemoPlan {
  const random = new SeededRandom(shop.seed ?? demoSeed);
  const today = businessDayAt(shop.now, shop.calendar);
  const nowMinute = minuteInDay(shop.now, today, shop.calendar);
  const hours = demoOpeningHours(shop.kind, today, nowMinute, shop.calendar);
  const life: LifeShop = { kind: shop.kind, today, nowMinute, hours };
  const drafts = draftLives(random.fork(1), shop, life);
  const ofCustomers = drafts.flatMap(({ comings }, person) =>
    comings.map((coming) => ({ ...coming, person: person as number | null })),
  );
  const ofWalkIns = walkIns(random.fork(2), shop, life, countByDay(ofCustomers)).map((coming) => ({
    ...coming,
    person: null,
  }));
  const happened = [...ofCustomers, ...ofWalkIns]
    .filter(({ at }) => at <= shop.now)
    .sort((a, b) => a.at - b.at || (a.person ?? -1) - (b.person ?? -1));
  const catalogue = demoCatalogue(shop.kind);
  const items = catalogue.map((one) => ({ ...one, price: shopPrice(one.euroCents, shop.currency) }));
  const prices = items.map(({ price }) => price);
  const joinings = drafts.map(({ habit, joinedDay, joinedAt }) => ({ habit, day: joinedDay, at: joinedAt }));
  return {
    items,
    people: inventPeople(random.fork(3), shop, joinings),
    visits: ring(
      random.fork(4),
      { catalogue, prices, rules: shop.rules },
      { hours, calendar: shop.calendar },
      happened,
    ),
  };
}
