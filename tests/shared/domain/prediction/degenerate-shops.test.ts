import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cadenceOf,
  expectedNextVisit,
  expectedSpend,
  expectedVisits,
  fitSpendModel,
  fitVisitModel,
  type LoggedVisit,
  probabilityActive,
  probabilityOfReturn,
  shopGapWeeks,
  summariseVisits,
  visitRange,
  worryAfter,
  yearValue,
  yearValueRange,
} from '#shared/domain/prediction/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const until = 20_000;

const visitsOf = (customers: number, days: (customer: number) => readonly number[]): readonly LoggedVisit[] =>
  Array.from({ length: customers }, (_, customerId) =>
    days(customerId).map((day) => ({ customerId, day, amount: 450 })),
  ).flat();

const daysEvery = (gap: number, count: number, last: number) =>
  Array.from({ length: count }, (_, index) => last - gap * index);

const shops: readonly { name: string; log: readonly LoggedVisit[]; reason: string }[] = [
  { name: 'nobody at all', log: [], reason: 'fewCustomers' },
  { name: 'nobody returned', log: visitsOf(300, (one) => [until - one]), reason: 'fewReturned' },
  {
    name: 'five customers',
    log: visitsOf(5, (one) => daysEvery(7 + one, 20, until - 30 * one)),
    reason: 'fewCustomers',
  },
  { name: 'all visits on one day', log: visitsOf(200, () => [until, until]), reason: 'fewReturned' },
  { name: 'all visits on one day long ago', log: visitsOf(200, () => [until - 900]), reason: 'fewReturned' },
  {
    name: 'two days of data',
    log: visitsOf(100, () => [until - 1, until]),
    reason: 'shortHistory',
  },
  {
    name: 'everybody always returns, every week',
    log: visitsOf(120, (one) => daysEvery(7, 30, until - (one % 7))),
    reason: 'nobodyLate',
  },
  {
    name: 'gaps of years in a short history',
    log: visitsOf(40, (one) => [until - 1800 - one, until - 400 - one]),
    reason: 'shortHistory',
  },
  {
    name: 'future dates alone',
    log: visitsOf(100, (one) => daysEvery(7, 10, until + 5000 + one)),
    reason: 'fewCustomers',
  },
];

describe('shops that carry no model', () => {
  test.for(shops)('$name', ({ log, reason }) => {
    const rows = summariseVisits(log, until);
    const model = fitVisitModel(rows);
    expect(model).toMatchObject({ kind: 'none', reason });
    const spend = fitSpendModel(rows);
    for (const row of rows.slice(0, 20)) {
      expect(probabilityActive(model, row)).toBeNull();
      expect(expectedVisits(model, row, 6)).toBeNull();
      expect(probabilityOfReturn(model, row, 6)).toBeNull();
      expect(yearValue(model, spend, row)).toBeNull();
      const cadence = cadenceOf(row, shopGapWeeks(rows, 'cafe'), row.ageWeeks - row.recencyWeeks);
      expect(cadence.gapWeeks).toBeGreaterThan(0);
      expect(Number.isFinite(cadence.ratio)).toBe(true);
    }
  });

  test('clockwork customers of whom some left are told apart with the largest k', () => {
    const left = (one: number | string) => Number(one) % 3 === 0;
    const log = visitsOf(150, (one) => daysEvery(7, 20, until - (left(one) ? 200 : 3)));
    const rows = summariseVisits(log, until);
    const model = fitVisitModel(rows);
    expect(model).toMatchObject({ kind: 'model', k: 12 });
    for (const row of rows) {
      if (left(row.customerId)) expect(probabilityActive(model, row)).toBeLessThan(0.01);
      else expect(probabilityActive(model, row)).toBeGreaterThan(0.9);
    }
  });

  test('visits after the day of the look are not seen', () => {
    const log = visitsOf(100, (one) => [until - 10 - one, until + 3]);
    for (const row of summariseVisits(log, until)) expect(row.repeatVisits).toBe(0);
  });
});

/** A log of up to 60 customers of any kind: bursts, gaps of years, days yet to come. */
const logs = fc
  .array(
    fc.record({
      start: fc.integer({ min: until - 3000, max: until + 400 }),
      gaps: fc.array(fc.oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 1500 })), {
        maxLength: 25,
      }),
      amount: fc.option(fc.oneof(fc.constant(450), fc.integer({ min: 0, max: 1_000_000 }))),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((customers) =>
    customers.flatMap(({ start, gaps, amount }, customerId) => {
      let day = start;
      return [0, ...gaps].map((gap) => {
        day += gap;
        return { customerId, day, amount };
      });
    }),
  );

describe('any shop', () => {
  test('gives a model that can be trusted or none, and never a figure that is no figure', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const rows = summariseVisits(log, until);
        const model = fitVisitModel(rows);
        const spend = fitSpendModel(rows);
        for (const row of rows) {
          const each = expectedSpend(spend, row);
          if (each !== null) expect(each).toBeGreaterThan(0);
          if (model.kind === 'none') {
            expect(probabilityActive(model, row)).toBeNull();
            continue;
          }
          const active = probabilityActive(model, row);
          const back = probabilityOfReturn(model, row, 6);
          const visits = expectedVisits(model, row, 6);
          expect(active).toBeGreaterThanOrEqual(0);
          expect(active).toBeLessThanOrEqual(1);
          expect(back).toBeGreaterThanOrEqual(0);
          expect(back).toBeLessThanOrEqual(active);
          expect(visits).toBeGreaterThanOrEqual(back * (1 - 1e-9));
          expect(Number.isFinite(visits)).toBe(true);
          const { low, high } = visitRange(model, row, 6);
          expect(high).toBeGreaterThanOrEqual(low);
          expect(expectedNextVisit(model, row)).toBeGreaterThan(0);
          expect(worryAfter(model, row) ?? 0).toBeGreaterThanOrEqual(0);
          const value = yearValueRange(model, spend, row);
          if (value !== null) {
            expect(Number.isFinite(value.expected + value.low + value.high)).toBe(true);
            expect(value.high).toBeGreaterThanOrEqual(value.low);
          }
        }
      }),
      { numRuns: rounds(60) },
    );
  });
});
