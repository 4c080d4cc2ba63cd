import type { CustomerId } from './classify.ts';
import { dayOrThrow, historiesOf, type RetentionVisit } from './visit-log.ts';

/** What RFM looks at. */
export type RfmCustomer = {
  readonly customerId: CustomerId;
  /** R: days since the last visit; fewer is better. */
  readonly recencyDays: number;
  /** F: days with a visit. */
  readonly visits: number;
  /** M: money spent, any unit. */
  readonly spend: number;
};

/** The scores of a customer: 1 worst, 5 best (3 best with terciles). */
export type RfmScore = RfmCustomer & {
  readonly R: number;
  readonly F: number;
  readonly M: number;
  /** The three scores in a row: "555" are the champions. */
  readonly cell: string;
};

/** RFM customers of a visit log before `end` ("YYYY-MM-DD"); the days of recency count up to the day before it. */
export function rfmCustomers(
  visits: Iterable<RetentionVisit>,
  { end }: { readonly end: string },
): readonly RfmCustomer[] {
  const lastDay = dayOrThrow(end) - 1;
  return historiesOf(visits, { end }).map(({ customerId, days, spend }) => ({
    customerId,
    recencyDays: lastDay - (days.at(-1) ?? lastDay),
    visits: days.length,
    spend,
  }));
}

/** Into how many parts people can be divided: quintiles need 25 of them, terciles nine; null: too few for either. */
export function rfmParts(people: number): 5 | 3 | null {
  if (people >= 25) return 5;
  return people >= 9 ? 3 : null;
}

/**
 * RFM scores (metrics.md §5), in the order of the customers, whose order decides nothing else. Quintiles unless `parts`
 * says 3; ask `rfmParts` first how many a shop of that size can bear.
 *
 * From a visit log: `rfmScores(rfmCustomers(visits, { end: '2024-01-01' }))`; from figures already at hand:
 * `rfmScores([{ customerId: 1, recencyDays: 225, visits: 3, spend: 131.65 }, ...])`.
 */
export function rfmScores(customers: readonly RfmCustomer[], parts: 5 | 3 = 5): readonly RfmScore[] {
  const R = midRankScores(
    customers.map((one) => -one.recencyDays),
    parts,
  );
  const F = midRankScores(
    customers.map((one) => one.visits),
    parts,
  );
  const M = midRankScores(
    customers.map((one) => one.spend),
    parts,
  );
  return customers.map((customer, index) => {
    const scores = { R: R[index] ?? 1, F: F[index] ?? 1, M: M[index] ?? 1 };
    return { ...customer, ...scores, cell: `${scores.R}${scores.F}${scores.M}` };
  });
}

/**
 * Scores 1..parts by mid-rank percentile: p = (L + Q/2)/n with L values below and Q equal ones, the value itself
 * included; score = min(parts, 1 + floor(parts p + 1e-12)). Equal values get equal scores, and the order is irrelevant.
 */
export function midRankScores(values: readonly number[], parts: number): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  // Scores rise with the values, so the least value of each step up tells the score of every value.
  const steps: { readonly from: number; readonly score: number }[] = [];
  let below = 0;
  while (below < sorted.length) {
    const value = sorted[below] ?? Number.NaN;
    let upTo = below + 1;
    while (upTo < sorted.length && sorted[upTo] === value) upTo += 1;
    const p = (below + (upTo - below) / 2) / sorted.length;
    const score = Math.min(parts, 1 + Math.floor(parts * p + 1e-12));
    if (score !== steps.at(-1)?.score) steps.push({ from: value, score });
    below = upTo;
  }
  return values.map((value) => steps.findLast((step) => step.from <= value)?.score ?? 1);
}

/** One field of the RFM grid: all who share R and F. */
export type RfmField = {
  readonly R: number;
  readonly F: number;
  readonly customers: number;
  readonly spend: number;
};

/**
 * The grid R x F, best first; every field is there, also the empty ones. `parts` is what the scores were made with.
 * Throws a RangeError for a score beyond it.
 */
export function rfmGrid(scores: readonly RfmScore[], parts: 5 | 3 = 5): readonly RfmField[] {
  const fields = Array.from({ length: parts * parts }, (_, index) => ({
    R: parts - Math.floor(index / parts),
    F: parts - (index % parts),
    customers: 0,
    spend: 0,
  }));
  for (const score of scores) {
    const field = fields[(parts - score.R) * parts + parts - score.F];
    if (field === undefined) throw new RangeError(`Not a score of ${parts} parts: ${score.cell}`);
    field.customers += 1;
    field.spend += score.spend;
  }
  return fields;
}
