import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlookColumns, outlookRows } from '#electron/reports/outlook-columns.ts';
import type { OutlookRow } from '#electron/repositories/outlooks.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';

const day = fc.integer({ min: 0, max: 40_000 }).map((value) => value as BusinessDay);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const gap = fc.double({ min: 0, max: 1000, noNaN: true });
const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { freq: 2 });

const row: fc.Arbitrary<OutlookRow> = fc.record({
  customer_id: fc.integer({ min: 1, max: 2 ** 50 }),
  business_day: day,
  last_day: day,
  state: fc.constantFrom('new', 'onTrack', 'slipping', 'atRisk', 'late'),
  because: fc.constantFrom('inTime', 'slowing', 'late', 'probablyLeft'),
  active: orNull(share),
  returns: orNull(share),
  usual_gap: gap,
  waited: fc.nat(10_000),
  expected_day: day,
  worry_day: orNull(day),
  visits_ahead: orNull(gap),
  year_spend: amount,
  year_value: orNull(amount),
  recent_gap: orNull(gap),
  earlier_gap: orNull(gap),
});

describe('outlooks by columns', () => {
  it('give back the rows they were made of, also over the way between threads and in portions', () => {
    fc.assert(
      fc.property(fc.array(row), fc.integer({ min: 1, max: 4 }), (rows, portion) => {
        const columns = structuredClone(outlookColumns(rows));
        const back: OutlookRow[] = [];
        for (let from = 0; from < columns.count; from += portion) {
          back.push(...outlookRows(columns, from, from + portion));
        }
        expect(back).toEqual(rows);
      }),
    );
  });
});
