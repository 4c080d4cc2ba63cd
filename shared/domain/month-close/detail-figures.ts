import { wilson } from '../statistics/index.ts';
import type { FigureKind, MonthFigure } from './month-figures.ts';

/** People of whom something is true, out of how many. */
type Share = { readonly successes: number; readonly n: number };

/** How the money of the customers is spread; minor units. */
type SpreadFacts = {
  readonly spend: {
    readonly customers: number;
    readonly total: number;
    readonly mean: { readonly mean: number | null };
    readonly quantiles: { readonly median: number } | null;
  };
  readonly pareto: { readonly share: number; readonly customersFor80: number; readonly gini: number } | null;
};

/** What the reports of a month say beyond its own figures; months as `YYYY-MM`, money in minor units. */
export type DetailFacts = {
  readonly cohorts: {
    readonly cohorts: readonly {
      readonly month: string;
      readonly size: number;
      readonly cells: readonly (number | null)[];
    }[];
    readonly columns: readonly { readonly k: number; readonly rate: Share }[];
  };
  readonly firstReturn: {
    readonly median: number | null;
    readonly horizons: readonly number[];
    readonly within: readonly Share[];
    readonly months: readonly { readonly month: string; readonly returned: readonly (Share | null)[] }[];
  };
  readonly trend: readonly {
    readonly from: string;
    readonly recordTooShort: boolean;
    readonly retention: Share;
    readonly frequency: { readonly mean: number | null };
    readonly averageSpend: number | null;
  }[];
  readonly frequency: {
    readonly period: { readonly histogram: readonly { readonly from: number; readonly customers: number }[] };
    readonly whole: { readonly customers: number; readonly visits: number; readonly repeat: Share };
  };
  readonly value: {
    readonly period: SpreadFacts;
    readonly soFar: SpreadFacts;
    readonly tiers: readonly {
      readonly tierId: number | null;
      readonly name: string | null;
      readonly customers: number;
      readonly spend: number;
    }[];
  };
  readonly rfm: {
    readonly customers: number;
    readonly champions: number;
    readonly fields: readonly { readonly R: number; readonly F: number; readonly customers: number }[];
  };
  readonly splits: readonly {
    readonly by: string;
    readonly groups: readonly {
      readonly group: string;
      readonly label: string | null;
      readonly now: Share;
    }[];
  }[];
};

/** Kinds of figures; the name of a figure is its kind and what it is about: "cohort.2026-01.2". */
export const detailKinds = {
  cohortSize: ['count', 'Customers whose first visit ever falls in the month named.'],
  cohort: [
    'share',
    'Of the customers whose first visit falls in the month named, those with a visit so many months later / all of them.',
  ],
  cohortAverage: [
    'share',
    'Customers with a visit so many months after the month of their first visit / customers for whom that month is over: the weighted average of all cohorts.',
  ],
  firstReturn: [
    'share',
    'Newcomers of the month named with a second visit within so many days / its newcomers; only where so many days have passed for all of them.',
  ],
  firstReturnWithin: [
    'share',
    'Customers with a second visit within so many days of their first / customers for whom so many days have passed, over the whole history.',
  ],
  firstReturnMedian: [
    'number',
    'Days after which half of the customers came a second time (Kaplan-Meier, with those still waited for).',
  ],
  trendRetention: [
    'share',
    'Retention of the month named: active at its start and end / active at its start, with the window W of the close. No data where the record begins inside the window.',
  ],
  trendFrequency: ['number', 'Visits / customers seen, in the month named.'],
  trendAverageSpend: ['money', 'Sales / check-ins with a known amount, in the month named.'],
  visitsBar: [
    'count',
    'Customers by their number of visits in the month: from the number named up to the next one.',
  ],
  wholeFrequency: ['number', 'Visits / customers, over the whole history up to the end of the month.'],
  wholeRepeatRate: [
    'share',
    'Customers with two or more visits / with one or more, over the whole history up to the end of the month.',
  ],
  topFifth: [
    'share',
    'Money of the fifth of the customers who spent most in the month / money of all of them.',
  ],
  customersFor80: ['count', 'Fewest customers who together brought 80 % of the money of the month.'],
  gini: [
    'number',
    'Gini coefficient of what the customers spent in the month; 0: all the same, 1: one spent everything.',
  ],
  spendMean: ['money', 'Money of the month per customer with a known amount, on average.'],
  spendMedian: ['money', 'Money of the month of the customer in the middle.'],
  topFifthSoFar: [
    'share',
    'Money of the fifth of the customers who have spent most up to the end of the month / money of all of them.',
  ],
  customersFor80SoFar: [
    'count',
    'Fewest customers who together have brought 80 % of the money up to the end of the month.',
  ],
  giniSoFar: ['number', 'Gini coefficient of what the customers have spent up to the end of the month.'],
  spendMeanSoFar: ['money', 'Money up to the end of the month per customer with a known amount, on average.'],
  spendMedianSoFar: ['money', 'Money up to the end of the month of the customer in the middle.'],
  valueSoFar: ['money', 'Money of all customers up to the end of the month.'],
  rfm: [
    'count',
    'Customers by scores up to the end of the month: R by days since the last visit, F by visits, in equal parts; the highest is best.',
  ],
  rfmChampions: ['count', 'Customers with the best score in days since the last visit, visits and money.'],
  tier: ['count', 'Customers seen in the month by the tier they had on the day of the close.'],
  tierSpend: ['money', 'Money of the month by the tier that customers had on the day of the close.'],
  split: [
    'share',
    'Of the customers of the group who were active at the start of the month, those active at its end / all of them. Tier and household are those of the day of the close.',
  ],
} as const satisfies Readonly<Record<string, readonly [FigureKind, string]>>;

export type DetailKind = keyof typeof detailKinds;

/** Newest cohorts, and months after the first visit, that are frozen; groups of a split, the largest first. */
const cohortMonths = 12;
const groupsFrozen = 30;

type Measure = Pick<MonthFigure, 'value' | 'numerator' | 'denominator' | 'low' | 'high'>;

const plain = (value: number | null): Measure => ({
  ...{ value, numerator: null, denominator: null, low: null, high: null },
});

function share({ successes, n }: Share): Measure {
  const interval = wilson(successes, n);
  return {
    value: n > 0 ? successes / n : null,
    numerator: successes,
    denominator: n,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
  };
}

/** What a figure is about: a tier or a group by its name, where its key does not say it. */
function figure(
  kind: DetailKind,
  about: readonly (string | number)[],
  measure: Measure,
  name?: string | null,
) {
  const [how, text] = detailKinds[kind];
  return {
    ...{ figure: [kind, ...about].join('.'), definition: 1, text, kind: how },
    ...measure,
    unitName: name ?? null,
  };
}

function cohortFigures({ cohorts: table, firstReturn }: DetailFacts): MonthFigure[] {
  const recent = table.cohorts.slice(-cohortMonths);
  return [
    ...recent.flatMap(({ month, size, cells }) => [
      figure('cohortSize', [month], plain(size)),
      ...cells.flatMap((active, k) =>
        active === null || k === 0
          ? []
          : [figure('cohort', [month, k], share({ successes: active, n: size }))],
      ),
    ]),
    ...table.columns
      .filter(({ k }) => k > 0 && k <= cohortMonths)
      .map(({ k, rate }) => figure('cohortAverage', [k], share(rate))),
    figure('firstReturnMedian', [], plain(firstReturn.median)),
    ...firstReturn.horizons.flatMap((days, index) => {
      const all = firstReturn.within[index];
      return all === undefined ? [] : [figure('firstReturnWithin', [days], share(all))];
    }),
    ...firstReturn.months.slice(-cohortMonths).flatMap(({ month, returned }) =>
      firstReturn.horizons.flatMap((days, index) => {
        const rate = returned[index] ?? null;
        return rate === null ? [] : [figure('firstReturn', [month, days], share(rate))];
      }),
    ),
  ];
}

function courseFigures({ trend, frequency }: DetailFacts): MonthFigure[] {
  const { period, whole } = frequency;
  return [
    ...trend.flatMap((point) => {
      const month = [point.from.slice(0, 7)];
      return [
        figure('trendRetention', month, point.recordTooShort ? plain(null) : share(point.retention)),
        figure('trendFrequency', month, plain(point.frequency.mean)),
        figure('trendAverageSpend', month, plain(point.averageSpend)),
      ];
    }),
    ...period.histogram.map(({ from, customers }) => figure('visitsBar', [from], plain(customers))),
    figure('wholeFrequency', [], {
      ...plain(whole.customers > 0 ? whole.visits / whole.customers : null),
      ...{ numerator: whole.visits, denominator: whole.customers },
    }),
    figure('wholeRepeatRate', [], share(whole.repeat)),
  ];
}

function moneyFigures({ value }: DetailFacts): MonthFigure[] {
  const spread = ({ spend, pareto }: SpreadFacts, soFar: 'SoFar' | '') => [
    figure(`topFifth${soFar}`, [], plain(pareto?.share ?? null)),
    figure(`customersFor80${soFar}`, [], plain(pareto?.customersFor80 ?? null)),
    figure(`gini${soFar}`, [], plain(pareto?.gini ?? null)),
    figure(`spendMean${soFar}`, [], plain(spend.mean.mean)),
    figure(`spendMedian${soFar}`, [], plain(spend.quantiles?.median ?? null)),
  ];
  return [
    ...spread(value.period, ''),
    ...spread(value.soFar, 'SoFar'),
    figure('valueSoFar', [], plain(value.soFar.spend.total)),
    ...value.tiers.flatMap(({ tierId, name, customers, spend }) => [
      figure('tier', [tierId ?? 'none'], plain(customers), name),
      figure('tierSpend', [tierId ?? 'none'], plain(spend), name),
    ]),
  ];
}

function peopleFigures({ rfm, splits }: DetailFacts): MonthFigure[] {
  return [
    ...rfm.fields.map(({ R, F, customers }) => figure('rfm', [R, F], plain(customers))),
    figure('rfmChampions', [], plain(rfm.champions)),
    ...splits.flatMap(({ by, groups }) =>
      groups
        .slice(0, groupsFrozen)
        .map(({ group, label, now }) => figure('split', [by, group], share(now), label)),
    ),
  ];
}

/** What the Month screen shows beyond the month's own figures, each with its definition (metrics.md §2..6). */
export function detailFigures(facts: DetailFacts): readonly MonthFigure[] {
  return [...cohortFigures(facts), ...courseFigures(facts), ...moneyFigures(facts), ...peopleFigures(facts)];
}

/** A figure's kind and what it is about, in the order of its name; null for a figure that is no detail. */
export function detailPart(
  name: string,
): { readonly kind: DetailKind; readonly about: readonly string[] } | null {
  const [first = '', ...about] = name.split('.');
  return isDetailKind(first) ? { kind: first, about } : null;
}

const isDetailKind = (text: string): text is DetailKind => Object.hasOwn(detailKinds, text);

/** Whether a figure says how things were on the day of the close: it cannot be computed again later. */
export function isOfItsDay(name: string): boolean {
  const part = detailPart(name);
  if (part === null) return false;
  const { kind, about } = part;
  return (
    kind === 'tier' ||
    kind === 'tierSpend' ||
    (kind === 'split' && ['tier', 'household'].includes(about[0] ?? ''))
  );
}
