import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import { cohortTable, type RetentionVisit } from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeEnd, cafeVisits, day } from './cafe-log.ts';

describe('the cohorts of the café', () => {
  const found = cohortTable(cafeVisits, { end: cafeEnd });

  it('equal the reference', () => {
    expect(found.cohorts).toEqual(
      metricsExpected.transactions.monthly_cohorts.map(({ cohort, size, active }) => ({
        month: cohort,
        size,
        cells: active,
      })),
    );
  });

  it('average by people, not by percentages', () => {
    expect(found.columns[0]).toEqual({ k: 0, active: 400, size: 400, share: 1 });
    expect(found.columns[1]?.share).toBeCloseTo(metricsExpected.transactions.month1_retention_weighted, 12);
    expect(found.columns[1]?.size).toBe(400);
    expect(found.columns).toHaveLength(12);
    expect(found.columns[11]).toEqual({ k: 11, active: 7, size: 46, share: 7 / 46 });
  });

  it('leave the cut month blank and end there', () => {
    const cut = cohortTable(cafeVisits, { end: '2023-04-15' });
    expect(cut.cohorts.map((cohort) => cohort.cells)).toEqual([
      [46, 18, 19, null],
      [36, 20, null],
      [60, null],
      [null],
    ]);
    expect(cut.cohorts[3]?.size).toBeGreaterThan(0);
    expect(cut.columns[3]).toEqual({ k: 3, active: 0, size: 0, share: null });
    expect(cut.columns[1]).toEqual({ k: 1, active: 38, size: 82, share: 38 / 82 });
  });
});

const visit = (customerId: number, on: string): RetentionVisit => ({ customerId, day: on, amount: 5 });

describe('cohortTable', () => {
  it('counts "customer since" as the first visit and 0 for months in which nobody came', () => {
    const since = new Map([[1, '2025-12-05']]);
    const visits = [visit(1, '2026-02-10'), visit(1, '2026-02-11'), visit(2, '2026-02-01')];
    expect(cohortTable(visits, { end: '2026-04-01', since }).cohorts).toEqual([
      { month: '2025-12', size: 1, cells: [1, 0, 1, 0] },
      { month: '2026-02', size: 1, cells: [1, 0] },
    ]);
  });

  it('is empty without visits', () => {
    expect(cohortTable([], { end: '2026-04-01' })).toEqual({ cohorts: [], columns: [] });
    expect(cohortTable([visit(1, '2026-04-01')], { end: '2026-04-01' }).cohorts).toEqual([]);
  });

  it('counts everybody once, and a cell never more than the cohort', () => {
    const first = day('2025-01-01');
    const visits = fc.array(
      fc.record({
        customerId: fc.nat(15),
        day: fc.nat(400).map((days) => formatDay(addDays(first, days))),
        amount: fc.constant(1),
      }),
      { maxLength: 150 },
    );
    fc.assert(
      fc.property(visits, fc.nat(450), (log, days) => {
        const end = formatDay(addDays(first, days));
        const { cohorts, columns } = cohortTable(log, { end });
        const seen = new Set(log.filter((one) => one.day < end).map((one) => one.customerId));
        expect(cohorts.reduce((sum, cohort) => sum + cohort.size, 0)).toBe(seen.size);
        for (const { month, size, cells } of cohorts) {
          for (const [k, cell] of cells.entries()) {
            if (cell === null) {
              expect(k).toBe(cells.length - 1);
              continue;
            }
            const [year = 0, number = 0] = month.split('-').map(Number);
            const later = year * 12 + number - 1 + k;
            const text = `${Math.floor(later / 12)}-${String((later % 12) + 1).padStart(2, '0')}`;
            const came = [...seen].filter((id) => {
              const own = log.filter((one) => one.customerId === id && one.day < end).map((one) => one.day);
              return own.some((on) => on.startsWith(text)) && [...own].sort()[0]?.startsWith(month);
            });
            expect(cell).toBe(came.length);
            expect(cell).toBeLessThanOrEqual(size);
          }
        }
        for (const column of columns) expect(column.share ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: rounds(100) },
    );
  });
});
