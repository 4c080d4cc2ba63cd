import type { RetentionGroup } from '#shared/contract/reports.ts';
import { parsePeriod } from './period.ts';

/** What the month screen shows; it stands in the address. Left out: the last finished period, the shop's window. */
export interface MonthView {
  /** "2023-10" or "2023-Q4". */
  readonly period?: string | undefined;
  /** Activity window in days. */
  readonly window?: number | undefined;
  /** Whose names are shown. */
  readonly names?: RetentionGroup | undefined;
}

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

/** Windows on offer, days. */
export const windowChoices: readonly number[] = [30, 45, 60, 90, 120, 180, 365];

/** Takes what is valid from the address and forgets the rest. */
export const readMonthView = (search: Readonly<Record<string, unknown>>): MonthView => {
  const { period, window, names } = search;
  const days = Number(window);
  return {
    period: typeof period === 'string' && parsePeriod(period) !== null ? period : undefined,
    window: Number.isInteger(days) && days >= 7 && days <= 730 ? days : undefined,
    names: groups.find((group) => group === names),
  };
};
