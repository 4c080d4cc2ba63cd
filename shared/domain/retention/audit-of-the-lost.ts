import {
  compareShares,
  fewestPeopleForRate,
  type Share,
  type ShareComparison,
  significance,
} from '../statistics/index.ts';

/** A customer who was lost or kept, and what is known about them. */
export type AuditedCustomer = {
  readonly outcome: 'lost' | 'kept';
  /** By trait, say source, first item, staff, tier; null: not known, then they do not count for that trait. */
  readonly traits: Readonly<Record<string, string | null>>;
};

/**
 * One trait of the lost against the kept:
 * - tooFew: fewer than 20 lost or kept people of whom the trait is known; only the counts are shown
 * - different: the Newcombe interval excludes 0 and Fisher's p, corrected for the number of traits looked at, is < 0.05
 * - unclear: something points to a difference, but not enough
 * - notShown: nothing does
 */
export type AuditedTrait = {
  readonly trait: string;
  readonly value: string;
  readonly lost: Share;
  readonly kept: Share;
  readonly comparison: ShareComparison;
  /** Fisher's p after Holm's correction; null when too few. */
  readonly correctedP: number | null;
  readonly verdict: 'tooFew' | 'different' | 'unclear' | 'notShown';
};

/**
 * What the lost have in common that the kept have not. Looking at twenty traits finds one by chance, so the p values are
 * corrected by Holm's step-down method (1979). Clear differences first, then the largest; the order of the customers
 * decides nothing. A difference is no cause.
 */
export function auditOfTheLost(customers: readonly AuditedCustomer[]): readonly AuditedTrait[] {
  const compared = sharesOf(customers).map((one) => ({
    ...one,
    comparison: compareShares(one.lost, one.kept),
  }));
  const enough = compared.filter((one) => isEnough(one.lost) && isEnough(one.kept));
  const corrected = holm(enough.map((one) => pOf(one.comparison)));
  const correctedOf = new Map(enough.map((one, index) => [one, corrected[index] ?? 1]));
  return compared
    .map((one) => {
      const correctedP = correctedOf.get(one) ?? null;
      return { ...one, correctedP, verdict: verdictOf(one.comparison, correctedP) };
    })
    .sort(
      (a, b) =>
        rank[a.verdict] - rank[b.verdict] ||
        sizeOf(b.comparison) - sizeOf(a.comparison) ||
        (`${a.trait}\n${a.value}` < `${b.trait}\n${b.value}` ? -1 : 1),
    );
}

const rank = { different: 0, unclear: 1, notShown: 2, tooFew: 3 } as const;

type TraitShares = Pick<AuditedTrait, 'trait' | 'value' | 'lost' | 'kept'>;

function sharesOf(customers: readonly AuditedCustomer[]): readonly TraitShares[] {
  const counts = new Map<string, TraitCounts>();
  for (const { outcome, traits } of customers) {
    for (const [trait, value] of Object.entries(traits)) {
      if (value === null) continue;
      const ofTrait = counts.get(trait) ?? { known: { lost: 0, kept: 0 }, values: new Map() };
      const ofValue = ofTrait.values.get(value) ?? { lost: 0, kept: 0 };
      ofTrait.known[outcome] += 1;
      ofValue[outcome] += 1;
      ofTrait.values.set(value, ofValue);
      counts.set(trait, ofTrait);
    }
  }
  return [...counts].flatMap(([trait, { known, values }]) =>
    Array.from(values, ([value, { lost, kept }]) => ({
      trait,
      value,
      lost: { successes: lost, n: known.lost },
      kept: { successes: kept, n: known.kept },
    })),
  );
}

type OutcomeCounts = { lost: number; kept: number };
type TraitCounts = { readonly known: OutcomeCounts; readonly values: Map<string, OutcomeCounts> };

const isEnough = (share: Share): boolean => share.n >= fewestPeopleForRate;
const pOf = (comparison: ShareComparison): number => (comparison.verdict === 'noData' ? 1 : comparison.p);
const sizeOf = (comparison: ShareComparison): number =>
  comparison.verdict === 'noData' ? 0 : Math.abs(comparison.difference);

function verdictOf(comparison: ShareComparison, correctedP: number | null): AuditedTrait['verdict'] {
  if (correctedP === null || comparison.verdict === 'noData') return 'tooFew';
  if (comparison.verdict === 'different' && correctedP >= significance) return 'unclear';
  return comparison.verdict;
}

/** Holm's correction: the i-th smallest p times the number of those not smaller, never falling, at most 1. */
export function holm(ps: readonly number[]): readonly number[] {
  const order = ps.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = ps.map(() => 1);
  let largest = 0;
  for (const [place, { p, index }] of order.entries()) {
    largest = Math.min(1, Math.max(largest, p * (ps.length - place)));
    corrected[index] = largest;
  }
  return corrected;
}
