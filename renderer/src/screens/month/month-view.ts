import type { Figure, RetentionGroup } from '#shared/contract/reports.ts';

/** A figure with people behind it: a group of the retention by its name, any other as the call takes it. */
export type NamesOf = RetentionGroup | Exclude<Figure, { kind: 'retention' }>;

/** Days one may stay away and still be active, or "seen in the period before". */
export type ActivityWindow = number | 'previous-period';

/** What the month screen shows; it stands in the address. Left out: the last finished period, the shop's window. */
export interface MonthView {
  /** "2023-10", "2023-Q4", "2023" or "2023-10-05..2023-11-20". */
  readonly period?: string | undefined;
  readonly window?: ActivityWindow | undefined;
  /** Whose names are shown. */
  readonly names?: NamesOf | undefined;
}

/** A figure as the calls take it. */
export const figureOf = (names: NamesOf): Figure =>
  typeof names === 'string' ? { kind: 'retention', group: names } : names;

const groups = [
  'S',
  'E',
  'N',
  'R',
  'kept',
  'lapsed',
  'newInPeriod',
  'seenOfS',
  'customers',
  'repeaters',
] as const satisfies readonly RetentionGroup[];

const kinds = [
  'cohort',
  'firstReturn',
  'frequency',
  'spend',
  'top',
  'rfm',
  'split',
  'segment',
  'silentVips',
  'staff',
  'tier',
  'redeemed',
  'milestones',
] as const satisfies readonly Exclude<Figure['kind'], 'retention'>[];

/** The call checks the rest of a figure; here only its kind is looked at. */
const isFigure = (value: unknown): value is Exclude<NamesOf, RetentionGroup> =>
  typeof value === 'object' && value !== null && 'kind' in value && kinds.some((kind) => kind === value.kind);

/** Windows on offer, days. */
export const windowChoices: readonly number[] = [30, 45, 60, 90, 120, 180, 365];

/** How a period is written; whether there are such days is seen where it is shown. Not parsed here, at the start of the till. */
const periodShape = /^(?:\d{4}(?:-(?:Q[1-4]|0[1-9]|1[0-2]))?|\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2})$/;

/** Takes what is valid from the address and forgets the rest. */
export const readMonthView = (search: Readonly<Record<string, unknown>>): MonthView => {
  const { period, window, names } = search;
  const days = Number(window);
  // The address gives a year as a number.
  const written = typeof period === 'number' ? String(period) : period;
  return {
    period: typeof written === 'string' && periodShape.test(written) ? written : undefined,
    window:
      window === 'previous-period'
        ? window
        : Number.isInteger(days) && days >= 7 && days <= 730
          ? days
          : undefined,
    names: isFigure(names) ? names : groups.find((group) => group === names),
  };
};
