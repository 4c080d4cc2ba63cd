import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BusinessDay,
  businessDay,
  monthOf,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import {
  advance,
  type MonthPart,
  type NewVisit,
  noVisits,
  summarise,
  type VisitDay,
} from '#shared/domain/visits/summarise.ts';
import { rounds } from '#tests/support/rounds.ts';

const on = (text: string): BusinessDay => parseDay(text) ?? expect.fail(`not a day: ${text}`);
const monthIn = (text: string) => monthOf(on(`${text}-01`));
const dayMs = 86_400_000;

const visitOn = (text: string, amount: number | null, minute = 600): NewVisit => ({
  day: on(text),
  at: on(text) * dayMs + minute * 60_000,
  amount,
});

describe('a customer after one more visit', () => {
  it('has a first visit in the month of the first visit', () => {
    const visit = visitOn('2026-01-15', 450);
    expect(advance(noVisits, visit)).toEqual({
      stats: {
        firstDay: visit.day,
        lastDay: visit.day,
        lastAt: visit.at,
        visits: 1,
        checkIns: 1,
        spend: 450,
        amountCheckIns: 1,
      },
      part: { month: monthIn('2026-01'), visits: 1, spend: 450, age: 0, prev: null },
    });
  });

  it('has one visit more per day, one check-in more per receipt', () => {
    const first = advance(noVisits, visitOn('2026-01-15', 450))?.stats ?? noVisits;
    const again = advance(first, visitOn('2026-01-15', 200, 700));
    expect(again).toMatchObject({
      stats: { visits: 1, checkIns: 2, spend: 650 },
      part: { visits: 0, spend: 200 },
    });
    const nextDay = advance(again?.stats ?? noVisits, visitOn('2026-01-16', null));
    expect(nextDay).toMatchObject({
      stats: { visits: 2, checkIns: 3, spend: 650, amountCheckIns: 2 },
      part: { visits: 1, spend: 0, age: 0, prev: null },
    });
  });

  it('knows in a new month how old the acquaintance is and which month came before', () => {
    const first = advance(noVisits, visitOn('2025-11-30', 100))?.stats ?? noVisits;
    const second = advance(first, visitOn('2026-02-01', 100));
    expect(second?.part).toEqual({
      month: monthIn('2026-02'),
      visits: 1,
      spend: 100,
      age: 3,
      prev: monthIn('2025-11'),
    });
  });

  it('cannot be told from the sums alone when the visit is older than the last one', () => {
    const first = advance(noVisits, visitOn('2026-01-15', 450))?.stats ?? noVisits;
    expect(advance(first, visitOn('2026-01-14', 450))).toBeNull();
  });
});

const day = (text: string, checkIns: number, amount: number | null, known = checkIns): VisitDay => ({
  day: on(text),
  checkIns,
  amount,
  known,
});

describe('a customer made anew from all days', () => {
  it('is nobody without a visit', () => {
    expect(summarise([], null)).toEqual({ stats: noVisits, months: [] });
  });

  it('has sums over days and a row per month, each with its age and the month before', () => {
    const days = [
      day('2025-12-30', 1, 400),
      day('2025-12-31', 2, 350),
      day('2026-01-01', 1, null, 0),
      day('2026-04-20', 1, 500),
    ];
    expect(summarise(days, 77)).toEqual({
      // 400 + 350 + 500.
      stats: {
        firstDay: on('2025-12-30'),
        lastDay: on('2026-04-20'),
        lastAt: 77,
        visits: 4,
        checkIns: 5,
        spend: 1250,
        amountCheckIns: 4,
      },
      months: [
        { month: monthIn('2025-12'), visits: 2, spend: 750, age: 0, prev: null },
        { month: monthIn('2026-01'), visits: 1, spend: 0, age: 1, prev: monthIn('2025-12') },
        { month: monthIn('2026-04'), visits: 1, spend: 500, age: 4, prev: monthIn('2026-01') },
      ],
    });
  });

  it('is the same as visit after visit', () => {
    const visits = fc.array(fc.record({ gap: fc.nat(40), amount: fc.option(fc.nat(900)) }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(visits, (steps) => {
        let stats = noVisits;
        let today = on('2025-11-20');
        const days = new Map<BusinessDay, VisitDay>();
        const months = new Map<number, MonthPart>();
        for (const [index, { gap, amount }] of steps.entries()) {
          today = businessDay(today + Math.max(0, gap - 10));
          const next = advance(stats, { day: today, at: index, amount }) ?? expect.fail('days rise');
          stats = next.stats;
          const row = months.get(next.part.month);
          months.set(
            next.part.month,
            row
              ? { ...row, visits: row.visits + next.part.visits, spend: row.spend + next.part.spend }
              : next.part,
          );
          const known = days.get(today);
          days.set(today, {
            day: today,
            checkIns: (known?.checkIns ?? 0) + 1,
            amount: amount === null ? (known?.amount ?? null) : (known?.amount ?? 0) + amount,
            known: (known?.known ?? 0) + (amount === null ? 0 : 1),
          });
        }
        expect(summarise([...days.values()], steps.length - 1)).toEqual({
          stats,
          months: [...months.values()],
        });
      }),
      { numRuns: rounds(200) },
    );
  });
});
