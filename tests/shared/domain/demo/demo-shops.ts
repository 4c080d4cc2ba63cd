import { dayOfDate, momentOf } from '#shared/domain/business-day/business-day.ts';
import type { DemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';

const stampUnit = 2;

/** A stamp a visit, the eleventh coffee free; a point a euro, something for 500. */
export const cafeRules: ProgrammeRules = {
  pointsUnitId: 1,
  points: { points: 1, per: 100 },
  stamps: { unitId: stampUnit, name: 'Coffee card', size: 10, stampsPerVisit: 1 },
  rewards: [
    {
      id: 1,
      name: 'Coffee',
      unitId: stampUnit,
      price: 10,
      itemId: null,
      amountOff: null,
      cost: 0,
      active: true,
    },
    { id: 2, name: 'Beans', unitId: 1, price: 500, itemId: null, amountOff: null, cost: 0, active: true },
  ],
};

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
