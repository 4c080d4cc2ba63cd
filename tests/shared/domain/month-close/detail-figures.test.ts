import { describe, expect, it } from 'vitest';
import {
  type DetailFacts,
  detailFigures,
  detailKinds,
  detailPart,
  isOfItsDay,
} from '#shared/domain/month-close/detail-figures.ts';
import { wilson } from '#shared/domain/statistics/index.ts';

const spread = (total: number, pareto: DetailFacts['value']['period']['pareto']) => ({
  spend: { customers: 4, total, mean: { mean: total / 4 }, quantiles: { median: 300 } },
  pareto,
});

const facts: DetailFacts = {
  cohorts: {
    cohorts: [
      { month: '2026-02', size: 10, cells: [10, 4, 3] },
      { month: '2026-03', size: 5, cells: [5, null] },
    ],
    columns: [
      { k: 0, rate: { successes: 15, n: 15 } },
      { k: 1, rate: { successes: 4, n: 10 } },
    ],
  },
  firstReturn: {
    median: 18,
    horizons: [30, 60],
    within: [
      { successes: 6, n: 12 },
      { successes: 7, n: 10 },
    ],
    months: [{ month: '2026-02', returned: [{ successes: 5, n: 10 }, null] }],
  },
  trend: [
    {
      from: '2026-02-01',
      recordTooShort: true,
      retention: { successes: 1, n: 2 },
      frequency: { mean: null },
      averageSpend: null,
    },
    {
      from: '2026-03-01',
      recordTooShort: false,
      retention: { successes: 31, n: 44 },
      frequency: { mean: 1.5 },
      averageSpend: 480,
    },
  ],
  frequency: {
    period: { histogram: [{ from: 1, customers: 3 }] },
    whole: { customers: 4, visits: 10, repeat: { successes: 3, n: 4 } },
  },
  value: {
    period: spread(2_000, null),
    soFar: spread(9_000, { share: 0.6, customersFor80: 2, gini: 0.4 }),
    tiers: [
      { tierId: 7, name: 'Regular', customers: 3, spend: 1_500 },
      { tierId: null, name: null, customers: 1, spend: 500 },
    ],
  },
  rfm: { customers: 30, champions: 2, fields: [{ R: 5, F: 4, customers: 6 }] },
  splits: [
    { by: 'source', groups: [{ group: 'St. Mary', label: 'St. Mary', now: { successes: 2, n: 3 } }] },
    { by: 'tier', groups: [{ group: '7', label: 'Regular', now: { successes: 0, n: 0 } }] },
  ],
};

describe('the details that a close freezes', () => {
  const figures = new Map(detailFigures(facts).map((one) => [one.figure, one]));

  it.each<[string, number | null]>([
    ['cohortSize.2026-02', 10],
    ['cohort.2026-02.1', 0.4],
    ['cohort.2026-02.2', 0.3],
    ['cohortAverage.1', 0.4],
    ['firstReturnMedian', 18],
    ['firstReturnWithin.60', 0.7],
    ['firstReturn.2026-02.30', 0.5],
    ['trendRetention.2026-02', null],
    ['trendRetention.2026-03', 31 / 44],
    ['trendFrequency.2026-03', 1.5],
    ['trendAverageSpend.2026-03', 480],
    ['visitsBar.1', 3],
    ['wholeFrequency', 2.5],
    ['wholeRepeatRate', 0.75],
    ['gini', null],
    ['giniSoFar', 0.4],
    ['topFifthSoFar', 0.6],
    ['customersFor80SoFar', 2],
    ['spendMean', 500],
    ['spendMedian', 300],
    ['valueSoFar', 9_000],
    ['tier.7', 3],
    ['tierSpend.none', 500],
    ['rfm.5.4', 6],
    ['rfmChampions', 2],
    ['split.source.St. Mary', 2 / 3],
    ['split.tier.7', null],
  ])('%s is %s', (name, value) => {
    expect(figures.get(name)?.value).toBe(value);
  });

  it('leave out what is not finished and what is 100 % by definition', () => {
    const names = ['cohort.2026-03.1', 'cohort.2026-02.0', 'cohortAverage.0', 'firstReturn.2026-02.60'];
    expect(names.filter((name) => figures.has(name))).toEqual([]);
  });

  it('have their definition, their kind, and what they rest on', () => {
    for (const [name, one] of figures) {
      const part = detailPart(name);
      expect(one, name).toMatchObject({ definition: 1, text: part && detailKinds[part.kind][1] });
      expect(one.text.length).toBeGreaterThan(20);
    }
    expect(figures.get('trendRetention.2026-03')).toMatchObject({
      numerator: 31,
      denominator: 44,
      ...wilson(31, 44),
    });
    expect(new Set([...figures.keys()].map((name) => detailPart(name)?.kind))).toEqual(
      new Set(Object.keys(detailKinds)),
    );
  });

  it('know what cannot be computed again: what stood on the day of the close', () => {
    const ofTheDay = [...figures.keys()].filter(isOfItsDay);
    expect(ofTheDay).toEqual(['tier.7', 'tierSpend.7', 'tier.none', 'tierSpend.none', 'split.tier.7']);
    expect(detailPart('retention')).toBeNull();
    expect(detailPart('rollForward.1.earned')).toBeNull();
    expect(detailPart('toString')).toBeNull();
    expect(isOfItsDay('retention')).toBe(false);
  });

  it('are bounded: a year of cohorts and the largest groups', () => {
    const months = Array.from({ length: 40 }, (_, index) => ({
      month: `20${10 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
      size: 9,
      cells: Array.from({ length: 12 }, () => 3),
    }));
    const groups = Array.from({ length: 80 }, (_, index) => ({
      ...{ group: `g${index}`, label: null, now: { successes: 1, n: 2 } },
    }));
    const many = detailFigures({
      ...facts,
      cohorts: { cohorts: months, columns: [] },
      splits: [{ by: 'source', groups }],
    });
    const count = (kind: string) => many.filter(({ figure }) => detailPart(figure)?.kind === kind).length;
    expect([count('cohortSize'), count('cohort'), count('split')]).toEqual([12, 12 * 11, 30]);
  });
});
