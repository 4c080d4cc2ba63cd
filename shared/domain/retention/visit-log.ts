import { type BusinessDay, parseDay } from '../business-day/business-day.ts';
import type { CustomerId } from './classify.ts';

/** One receipt of a visit log. Several receipts of a customer on a day are one visit. */
export type RetentionVisit = {
  readonly customerId: CustomerId;
  /** Business day, "YYYY-MM-DD". */
  readonly day: string;
  /** Any unit of money, the same for all; up to four decimals count. */
  readonly amount: number;
};

/** All of a customer's visits in one. */
export type CustomerHistory = {
  readonly customerId: CustomerId;
  /** The first visit ever; an imported "customer since" counts as one. */
  readonly firstDay: BusinessDay;
  /** Days with a visit, rising, each once. */
  readonly days: readonly BusinessDay[];
  /** Sum of the amounts, in their unit. */
  readonly spend: number;
};

/** Reads "YYYY-MM-DD". Throws a RangeError for anything else. */
export function dayOrThrow(text: string): BusinessDay {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`Not a day: ${text}`);
  return day;
}

export type HistoryBounds = {
  /** Receipts on this day, "YYYY-MM-DD", and later are left out; all are taken without it. */
  readonly end?: string;
  /** "Customer since", for those who have one from before the log. */
  readonly since?: ReadonlyMap<CustomerId, string>;
};

/**
 * Decimal amounts are added as whole ten-thousandths, so that the sum does not depend on their order and equal sums are
 * equal.
 */
const partsPerUnit = 10_000;

/** The customers of a visit log in order of appearance. Throws a RangeError for a day that is no date. */
export function historiesOf(
  visits: Iterable<RetentionVisit>,
  { end, since }: HistoryBounds = {},
): readonly CustomerHistory[] {
  const until = end === undefined ? Number.POSITIVE_INFINITY : dayOrThrow(end);
  const found = new Map<CustomerId, { days: Set<BusinessDay>; parts: number }>();
  for (const visit of visits) {
    const day = dayOrThrow(visit.day);
    if (day >= until) continue;
    const one = found.get(visit.customerId) ?? { days: new Set(), parts: 0 };
    one.days.add(day);
    one.parts += Math.round(visit.amount * partsPerUnit);
    found.set(visit.customerId, one);
  }
  return Array.from(found, ([customerId, { days, parts }]) => {
    const rising = [...days].sort((a, b) => a - b);
    const sinceText = since?.get(customerId);
    const known = sinceText === undefined ? [] : [dayOrThrow(sinceText)];
    const firstDay = [...known, ...rising.slice(0, 1)].reduce((a, b) => (b < a ? b : a));
    return { customerId, firstDay, days: rising, spend: parts / partsPerUnit };
  });
}
