import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { historiesOf, type RetentionVisit } from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeHistories, day } from './cafe-log.ts';

const visit = (customerId: number, on: string, amount = 5): RetentionVisit => ({
  customerId,
  day: on,
  amount,
});

describe('historiesOf', () => {
  it('reads the café as the reference does', () => {
    const { n_customers, n_visits, revenue } = metricsExpected.transactions;
    expect(cafeHistories).toHaveLength(n_customers);
    expect(cafeHistories.reduce((sum, one) => sum + one.days.length, 0)).toBe(n_visits);
    expect(cafeHistories.reduce((sum, one) => sum + one.spend, 0)).toBeCloseTo(revenue, 6);
  });

  it('makes one visit of several receipts and leaves out what comes later', () => {
    const found = historiesOf(
      [
        visit(1, '2026-03-02', 0.1),
        visit(1, '2026-03-01', 0.2),
        visit(1, '2026-03-02'),
        visit(2, '2026-04-01'),
      ],
      { end: '2026-04-01' },
    );
    expect(found).toEqual([
      {
        customerId: 1,
        firstDay: day('2026-03-01'),
        days: [day('2026-03-01'), day('2026-03-02')],
        spend: 5.3,
      },
    ]);
  });

  it('takes "customer since" as a first visit only when it is earlier', () => {
    const since = new Map([
      [1, '2020-05-01'],
      [2, '2026-12-24'],
    ]);
    const firstDays = historiesOf([visit(1, '2026-03-02'), visit(2, '2026-03-03')], { since }).map((one) =>
      formatDay(one.firstDay),
    );
    expect(firstDays).toEqual(['2020-05-01', '2026-03-03']);
  });

  it('gives equal sums whatever the order of decimal amounts', () => {
    const amounts = fc.array(
      fc.integer({ min: -5000, max: 50_000 }).map((cents) => cents / 100),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const sum = (each: readonly number[]) =>
          historiesOf(each.map((amount) => visit(1, '2026-03-01', amount)))[0]?.spend;
        expect(sum([...list].reverse())).toBe(sum(list));
        expect(sum(list)).toBe(list.reduce((total, one) => total + Math.round(one * 100), 0) / 100);
      }),
      { numRuns: rounds(200) },
    );
  });

  it('refuses days that are none', () => {
    expect(() => historiesOf([visit(1, '2026-02-30')])).toThrow(RangeError);
    expect(() => historiesOf([], { end: 'tomorrow' })).toThrow(RangeError);
  });
});
