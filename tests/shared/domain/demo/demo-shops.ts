import { dayOfDate, momentOf } from '#shared/domain/business-day/business-day.ts';
import type { DemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aProgramme, aReward, aStampCard, pointsUnit, stampUnit } from '../loyalty/programmes.ts';

/** A stamp a visit, the eleventh coffee free; a point a euro, something for 500. */
export const cafeRules: ProgrammeRules = aProgramme({
  stampCards: [aStampCard({ perDay: 2 })],
  rewards: [
    aReward({ id: 1, name: 'Coffee', kind: 'freeItem', unitId: stampUnit, price: 10, amountOff: null }),
    aReward({ id: 2, name: 'Beans', kind: 'freeItem', unitId: pointsUnit, price: 500, amountOff: null }),
  ],
});

const calendar = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };

/** The moment a wall clock in Helsinki shows. */
export function helsinki(year: number, month: number, day: number, minute: number): number {
  const date = dayOfDate(year, month, day);
  if (date === null) throw new RangeError('no such date');
  return momentOf(date, minute, calendar);
}

/** A café in Helsinki on a Tuesday morning at a quarter past nine. */
export function aDemoShop(change: Partial<DemoShop> = {}): DemoShop {
  return {
    kind: 'cafe',
    country: 'FI',
    currency: 'EUR',
    calendar,
    rules: cafeRules,
    now: helsinki(2026, 3, 10, 555),
    ...change,
  };
}
