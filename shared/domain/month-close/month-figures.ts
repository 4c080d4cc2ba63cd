import type { RollForwardCost } from '../loyalty/reconcile.ts';
import { wilson } from '../statistics/index.ts';

/** What a month's figures are made of; money in minor units. */
export type MonthFacts = {
  readonly S: number;
  readonly E: number;
  readonly N: number;
  readonly R: number;
  readonly kept: number;
  readonly lapsed: number;
  readonly newInPeriod: number;
  readonly seenOfS: number;
  readonly visits: number;
  readonly customers: number;
  readonly frequencyMedian: number | null;
  readonly repeaters: number;
  readonly checkIns: number;
  readonly identifiedCheckIns: number;
  readonly amount: number;
  readonly identifiedAmount: number;
  readonly amountCheckIns: number;
  /** What the rewards used in the month cost the shop. */
  readonly rewardCost: number;
  readonly units: readonly UnitFacts[];
};

/** The roll-forward of one unit, in points or stamps and in money at reward cost. */
export type UnitFacts = {
  readonly unitId: number;
  readonly name: string;
  readonly points: RollForwardCost;
  readonly cost: RollForwardCost;
};

export type FigureKind = 'count' | 'share' | 'money' | 'number' | 'points';

/** A figure with what it rests on and the definition it was computed with. */
export type MonthFigure = {
  readonly figure: string;
  readonly definition: number;
  readonly text: string;
  readonly kind: FigureKind;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unitName: string | null;
};

type Measure = Pick<MonthFigure, 'value' | 'numerator' | 'denominator' | 'low' | 'high'>;

const plain = (value: number | null): Measure => ({
  value,
  numerator: null,
  denominator: null,
  low: null,
  high: null,
});

/** A ratio: no data where nothing is there to divide by. */
const ratio = (numerator: number, denominator: number): Measure => ({
  ...plain(denominator > 0 ? numerator / denominator : null),
  numerator,
  denominator,
});

/** A share of people or check-ins with its 95 % Wilson interval. */
function share(numerator: number, denominator: number): Measure {
  const interval = wilson(numerator, denominator);
  return { ...ratio(numerator, denominator), low: interval?.low ?? null, high: interval?.high ?? null };
}

/** How a figure is computed. A change of its meaning is a new definition beside this one, never a change of it. */
type Definition = {
  readonly figure: string;
  readonly definition: number;
  readonly kind: FigureKind;
  readonly text: string;
  readonly of: (facts: MonthFacts) => Measure;
};

/**
 * The figures that a close freezes, in the order of the report; definitions of metrics.md §0. "The month" is
 * [first day, first day of the next month) of business days, W the activity window that is frozen beside them.
 */
const definitions: readonly Definition[] = [
  {
    figure: 'retention',
    definition: 1,
    kind: 'share',
    text: 'Customers active at the start and at the end of the month / customers active at its start. Active: a visit in the W days before.',
    of: ({ kept, S }) => share(kept, S),
  },
  {
    figure: 'textbookRetention',
    definition: 1,
    kind: 'share',
    text: '(Active at the end - new) / active at the start. Counts the reactivated as kept and can exceed 1.',
    of: ({ E, N, S }) => ratio(E - N, S),
  },
  {
    figure: 'activeAtStart',
    definition: 1,
    kind: 'count',
    text: 'Customers with a visit in the W days before the first day of the month.',
    of: ({ S }) => plain(S),
  },
  {
    figure: 'kept',
    definition: 1,
    kind: 'count',
    text: 'Customers active at the start and at the end of the month.',
    of: ({ kept }) => plain(kept),
  },
  {
    figure: 'lapsed',
    definition: 1,
    kind: 'count',
    text: 'Customers active at the start of the month and not at its end.',
    of: ({ lapsed }) => plain(lapsed),
  },
  {
    figure: 'reactivated',
    definition: 1,
    kind: 'count',
    text: 'Customers active at the end of the month, not at its start, and not new.',
    of: ({ R }) => plain(R),
  },
  {
    figure: 'newAndActive',
    definition: 1,
    kind: 'count',
    text: 'Customers whose first visit ever falls in the month and who are active at its end.',
    of: ({ N }) => plain(N),
  },
  {
    figure: 'activeAtEnd',
    definition: 1,
    kind: 'count',
    text: 'Customers with a visit in the W days before the end of the month: kept + reactivated + new and active.',
    of: ({ E }) => plain(E),
  },
  {
    figure: 'newCustomers',
    definition: 1,
    kind: 'count',
    text: 'Customers whose first visit ever falls in the month; an imported "customer since" counts as one.',
    of: ({ newInPeriod }) => plain(newInPeriod),
  },
  {
    figure: 'returned',
    definition: 1,
    kind: 'share',
    text: 'Customers active at the start with a visit in the month / customers active at the start.',
    of: ({ seenOfS, S }) => share(seenOfS, S),
  },
  {
    figure: 'customers',
    definition: 1,
    kind: 'count',
    text: 'Different customers with a visit in the month.',
    of: ({ customers }) => plain(customers),
  },
  {
    figure: 'visits',
    definition: 1,
    kind: 'count',
    text: 'Visits of the month: customer and business day with at least one check-in not undone.',
    of: ({ visits }) => plain(visits),
  },
  {
    figure: 'frequency',
    definition: 1,
    kind: 'number',
    text: 'Visits / customers seen in the month.',
    of: ({ visits, customers }) => ratio(visits, customers),
  },
  {
    figure: 'frequencyMedian',
    definition: 1,
    kind: 'number',
    text: 'Median number of visits of the customers seen in the month.',
    of: ({ frequencyMedian }) => plain(frequencyMedian),
  },
  {
    figure: 'repeatRate',
    definition: 1,
    kind: 'share',
    text: 'Customers with two or more visits in the month / customers with one or more.',
    of: ({ repeaters, customers }) => share(repeaters, customers),
  },
  {
    figure: 'checkIns',
    definition: 1,
    kind: 'count',
    text: 'Check-ins of the month, those without a customer included, those undone left out.',
    of: ({ checkIns }) => plain(checkIns),
  },
  {
    figure: 'identified',
    definition: 1,
    kind: 'share',
    text: 'Check-ins with a customer / check-ins.',
    of: ({ identifiedCheckIns, checkIns }) => share(identifiedCheckIns, checkIns),
  },
  {
    figure: 'sales',
    definition: 1,
    kind: 'money',
    text: 'Amounts of the check-ins of the month as far as they are known, returned money taken off.',
    of: ({ amount }) => plain(amount),
  },
  {
    figure: 'memberSales',
    definition: 1,
    kind: 'money',
    text: 'Sales of check-ins with a customer.',
    of: ({ identifiedAmount }) => plain(identifiedAmount),
  },
  {
    figure: 'anonymousSales',
    definition: 1,
    kind: 'money',
    text: 'Sales of check-ins without a customer.',
    of: ({ amount, identifiedAmount }) => plain(amount - identifiedAmount),
  },
  {
    figure: 'averageSpend',
    definition: 1,
    kind: 'money',
    text: 'Sales / check-ins with a known amount.',
    of: ({ amount, amountCheckIns }) => ratio(amount, amountCheckIns),
  },
  {
    figure: 'rewardCost',
    definition: 1,
    kind: 'money',
    text: 'Cost to the shop of the rewards used in the month and not taken back, by the rules of their day.',
    of: ({ rewardCost }) => plain(rewardCost),
  },
  {
    figure: 'rewardCostShare',
    definition: 1,
    kind: 'share',
    text: 'Reward cost / member sales.',
    of: ({ rewardCost, identifiedAmount }) => ratio(rewardCost, identifiedAmount),
  },
];

const columns: readonly { readonly column: keyof RollForwardCost; readonly text: string }[] = [
  { column: 'opening', text: 'Points owed before the first day of the month.' },
  { column: 'earned', text: 'Points earned in the month, what was taken back by undo and refunds left out.' },
  { column: 'adjusted', text: 'Corrections by hand and transfers in the month, up or down.' },
  { column: 'redeemed', text: 'Points spent on rewards in the month, counted as positive.' },
  { column: 'expired', text: 'Points expired in the month, counted as positive.' },
  {
    column: 'closing',
    text: 'Opening + earned + adjusted - redeemed - expired: points owed at the end of the month.',
  },
];

const atCost =
  'At reward cost, minor units: each point at the highest cost per point among the rewards of its unit.';

/** The roll-forward of a unit as figures. */
export function figuresOfUnit({ unitId, name, points, cost }: UnitFacts): MonthFigure[] {
  return columns.flatMap(({ column, text }): MonthFigure[] => {
    const figure = `rollForward.${unitId}.${column}`;
    const base = { definition: 1, unitName: name };
    return [
      { ...base, figure, text, kind: 'points', ...plain(points[column]) },
      { ...base, figure: `${figure}Cost`, text: `${text} ${atCost}`, kind: 'money', ...plain(cost[column]) },
    ];
  });
}

/** All figures of a month, each with its definition. */
export function monthFigures(facts: MonthFacts): readonly MonthFigure[] {
  const own = definitions.map(
    ({ figure, definition, kind, text, of }): MonthFigure => ({
      figure,
      definition,
      text,
      kind,
      ...of(facts),
      unitName: null,
    }),
  );
  return [...own, ...facts.units.flatMap(figuresOfUnit)];
}

/** The name under which a figure is compared: of another definition it is another figure. */
export const figureKey = ({ figure, definition }: Pick<MonthFigure, 'figure' | 'definition'>): string =>
  `${figure}@${definition}`;
