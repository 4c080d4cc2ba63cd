import { compareShares, type ShareComparison } from '../statistics/index.ts';
import { bootstrapDifference, type MeanDifferenceInterval } from './bootstrap-difference.ts';
import { type SampleSize, sampleSize } from './sample-size.ts';

/** What was settled before the start. */
export interface ExperimentPlan {
  readonly size: SampleSize;
  /** The last day that counts. */
  readonly endDay: number;
}

/** What came of the people of one arm, whether or not anything reached them. */
export interface ArmOutcome {
  readonly assigned: number;
  readonly returned: number;
  /** Minor units of each person assigned, 0 for those who did not come. */
  readonly spends: readonly number[];
}

/**
 * - noData: an arm has nobody
 * - running: before its end nothing is said but how long it still takes; looking daily inflates false alarms
 * - tooEarly: fewer people than planned and nothing shown; about `moreNeeded` more would show what was planned for
 * - works, harms: Fisher p < 0.05 and the Newcombe interval excludes 0; so many more or fewer of 100 came back
 * - unclear: neither shown, or only one of the two says so; `moreNeeded` would show the difference seen, null when that
 *   is none
 */
export type Verdict =
  | { readonly code: 'noData' }
  | { readonly code: 'running'; readonly daysLeft: number }
  | { readonly code: 'tooEarly'; readonly moreNeeded: number }
  | { readonly code: 'unclear'; readonly moreNeeded: number | null }
  /** Of 100 people so many more came back than without ('works'), or so many fewer ('harms'). */
  | { readonly code: 'works' | 'harms'; readonly fromOf100: number; readonly toOf100: number };

export interface ExperimentResult {
  readonly verdict: Verdict;
  /** Treated - control; null while it is running. */
  readonly returns: ShareComparison | null;
  /** Spend per person assigned, minor units, treated - control; null while running or with nearly nobody. */
  readonly spend: MeanDifferenceInterval | null;
}

/**
 * The result of one treated arm against the holdout (or of two variants) by assigned group. Before the end of the plan it
 * holds no comparison at all.
 * @param seed of the bootstrap: the same for one experiment, so that its interval does not change between two looks
 */
export function experimentResult(
  plan: ExperimentPlan,
  treated: ArmOutcome,
  control: ArmOutcome,
  today: number,
  seed: number,
): ExperimentResult {
  const share = ({ assigned, returned }: ArmOutcome) => ({ successes: returned, n: assigned });
  const returns = compareShares(share(treated), share(control));
  if (returns.verdict === 'noData') return { verdict: { code: 'noData' }, returns: null, spend: null };
  if (today <= plan.endDay) {
    const daysLeft = plan.endDay - today + 1;
    return { verdict: { code: 'running', daysLeft }, returns: null, spend: null };
  }
  return {
    verdict: verdictOf(plan.size, treated, control, returns),
    returns,
    spend: bootstrapDifference(treated.spends, control.spends, seed),
  };
}

function verdictOf(
  size: SampleSize,
  treated: ArmOutcome,
  control: ArmOutcome,
  returns: Exclude<ShareComparison, { verdict: 'noData' }>,
): Verdict {
  const { low, high } = returns.interval;
  if (returns.verdict === 'different') {
    const of100 = (value: number) => Math.round(100 * value);
    return low > 0
      ? { code: 'works', fromOf100: of100(low), toOf100: of100(high) }
      : { code: 'harms', fromOf100: of100(-high), toOf100: of100(-low) };
  }
  const missing = missingFrom(size, treated, control);
  if (missing > 0) return { code: 'tooEarly', moreNeeded: roughly(missing) };
  const rates = [control.returned / control.assigned, treated.returned / treated.assigned] as const;
  if (rates[0] === rates[1]) return { code: 'unclear', moreNeeded: null };
  const needed = sampleSize(rates[0], rates[1], treated.assigned / control.assigned);
  const more = missingFrom(needed, treated, control);
  return { code: 'unclear', moreNeeded: more > 0 ? roughly(more) : null };
}

const missingFrom = (size: SampleSize, treated: ArmOutcome, control: ArmOutcome): number =>
  Math.max(0, size.treated - treated.assigned) + Math.max(0, size.control - control.assigned);

/** To two figures, or to 25 from 100 on: the number is an estimate and shall look like one. */
function roughly(people: number): number {
  if (people < 20) return people;
  const step = people < 100 ? 5 : people < 1000 ? 25 : 10 ** (Math.floor(Math.log10(people)) - 1);
  return Math.ceil(people / step) * step;
}
