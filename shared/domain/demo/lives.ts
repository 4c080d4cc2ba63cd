import { addDays, type BusinessDay, weekdayOf } from '../business-day/business-day.ts';
import { arrivalMinute, type OpeningHours, withinHours } from './opening-hours.ts';
import { nextOpenDay, type Phase, type Rhythm, type Slot } from './rhythms.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Days of history a made-up shop has: 18 months. */
export const demoHistoryDays = 548;

/** What sort of customer somebody is. */
export type Habit =
  | 'aboutNow'
  | 'severalTimesAWeek'
  | 'weekly'
  | 'fortnightly'
  | 'monthly'
  | 'seldom'
  | 'newToday'
  | 'once'
  | 'never';

/** Customers of each sort; 600 in all. In a salon "weekly" is every four weeks, and so on: see `gapsOf`. */
const cafeCrowd: Readonly<Record<Habit, number>> = {
  aboutNow: 9,
  severalTimesAWeek: 56,
  weekly: 98,
  fortnightly: 95,
  monthly: 112,
  seldom: 79,
  newToday: 2,
  once: 143,
  never: 6,
};
const salonCrowd: Readonly<Record<Habit, number>> = {
  aboutNow: 0,
  severalTimesAWeek: 0,
  weekly: 110,
  fortnightly: 150,
  monthly: 120,
  seldom: 80,
  newToday: 1,
  once: 133,
  never: 6,
};

/** The habit of every customer to be, in an order of no meaning. */
export function crowdOf(kind: 'cafe' | 'salon' | 'other'): readonly Habit[] {
  const crowd = kind === 'salon' ? salonCrowd : cafeCrowd;
  return (Object.keys(crowd) as Habit[]).flatMap((habit) =>
    Array.from({ length: crowd[habit] }, () => habit),
  );
}

/** Days between visits: mean and spread. */
const cafeGaps = { fortnightly: [14, 4], monthly: [30, 8], seldom: [72, 30] } as const;
const salonGaps = { weekly: [28, 4], fortnightly: [41, 6], monthly: [58, 9], seldom: [92, 18] } as const;

export interface LifeShop {
  readonly kind: 'cafe' | 'salon' | 'other';
  readonly today: BusinessDay;
  readonly nowMinute: number;
  readonly hours: OpeningHours;
}

function weekdaysFrom(random: SeededRandom, count: number, closed: (weekday: number) => boolean): number[] {
  const open = [1, 2, 3, 4, 5, 6, 7].filter((weekday) => !closed(weekday));
  const chosen: number[] = [];
  while (chosen.length < Math.min(count, open.length)) {
    const weekday = random.weighted(open, (one) => (one === 6 ? 2 : 3));
    if (!chosen.includes(weekday)) chosen.push(weekday);
  }
  return chosen;
}

const isClosedWeekday =
  ({ today, hours }: LifeShop) =>
  (weekday: number): boolean =>
    // Two weeks in a row: a single holiday does not make a closed weekday.
    [7, 14].every((weeks) =>
      hours.isClosedOn(addDays(today, ((weekday - weekdayOf(today) + 7) % 7) - weeks)),
    );

function weekdayRhythm(random: SeededRandom, shop: LifeShop, count: number, attendance: number): Rhythm {
  const minute = arrivalMinute(random, shop.kind, shop.hours);
  const slots: Slot[] = weekdaysFrom(random, count, isClosedWeekday(shop)).map((weekday) => ({
    weekday,
    minute: withinHours(minute + random.between(-12, 12), shop.hours),
  }));
  // Some come back for an afternoon coffee on the same days.
  const [again] = slots;
  if (again && count > 3 && random.chance(0.25)) {
    slots.push({ weekday: again.weekday, minute: withinHours(again.minute + 330, shop.hours) });
  }
  return { kind: 'weekdays', slots, attendance };
}

/** Somebody whose day of the week and time of day is just now, so that the till knows whom to expect. */
function aboutNow(random: SeededRandom, shop: LifeShop): Rhythm {
  const minute = withinHours(shop.nowMinute + random.between(-12, 35), shop.hours);
  const today = weekdayOf(shop.today);
  const others = weekdaysFrom(random, 2, (weekday) => weekday === today || isClosedWeekday(shop)(weekday));
  const slots = [today, ...others].map((weekday) => ({ weekday, minute }));
  return { kind: 'weekdays', slots, attendance: random.between(86, 97) / 100 };
}

/** The rhythm of somebody with a habit. */
export function rhythmFor(random: SeededRandom, habit: Habit, shop: LifeShop): Rhythm {
  const gaps: Readonly<Partial<Record<Habit, readonly [number, number]>>> =
    shop.kind === 'salon' ? salonGaps : cafeGaps;
  const gap = gaps[habit];
  if (gap) {
    const [mean, deviation] = gap;
    return {
      kind: 'gaps',
      mean: mean * (0.85 + 0.3 * random.next()),
      deviation,
      weekday: random.pick(weekdaysFrom(random, 7, isClosedWeekday(shop))),
      minute: arrivalMinute(random, shop.kind, shop.hours),
    };
  }
  if (habit === 'aboutNow') return aboutNow(random, shop);
  if (habit === 'severalTimesAWeek') return weekdayRhythm(random, shop, random.between(2, 5), 0.82);
  if (habit === 'weekly') return weekdayRhythm(random, shop, 1, 0.8);
  if (habit === 'never') return { kind: 'never' };
  const latest = Math.max(shop.hours.open + 1, shop.nowMinute - 2);
  const minute = arrivalMinute(random, shop.kind, shop.hours);
  return { kind: 'once', minute: habit === 'newToday' ? Math.min(minute, latest) : minute };
}

/** The day somebody joined: many soon after the shop had started, the others evenly since. */
function joinDay(random: SeededRandom, habit: Habit, shop: LifeShop): BusinessDay {
  if (habit === 'newToday') return shop.today;
  const start = addDays(shop.today, -demoHistoryDays);
  const isEarly = habit === 'aboutNow' || (habit !== 'once' && random.chance(0.42));
  const day = addDays(start, isEarly ? random.below(80) : random.below(demoHistoryDays - 4));
  return nextOpenDay(day, shop.hours);
}

/** A life without an end, one that ends, one with a break, one that is ending: what retention is about. */
export function phasesFor(random: SeededRandom, habit: Habit, shop: LifeShop): readonly Phase[] {
  const { today, kind, hours } = shop;
  const from = joinDay(random, habit, shop);
  if (habit === 'aboutNow') {
    // They have not come yet today: that is what the till reminds of.
    return [{ from, to: addDays(today, -1), eagerness: 1 }];
  }
  const whole = { from, to: today, eagerness: 1 };
  const stay = kind === 'salon' ? 120 : 45;
  const fate = random.next();
  const room = today - from - stay;
  if (habit === 'newToday' || room < stay) return [whole];
  const end = addDays(from, stay + random.below(room));
  if (fate < 0.2) return [{ ...whole, to: end }];
  const away = random.between(stay + 25, stay + 130);
  const back = nextOpenDay(addDays(end, away), hours);
  if (fate < 0.3 && back <= today)
    return [
      { ...whole, to: end },
      { ...whole, from: back },
    ];
  if (fate > 0.9)
    return [
      { ...whole, to: end },
      { ...whole, from: nextOpenDay(addDays(end, 3), hours), eagerness: 0.4 },
    ];
  return [whole];
}
