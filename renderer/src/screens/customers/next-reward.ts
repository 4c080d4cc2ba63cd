import type { Profile } from '#shared/contract/customers.ts';

type Balance = Profile['balances'][number];

/** The balance to show first, and how far it is from its reward. */
export interface NextReward {
  readonly main: Balance | null;
  readonly others: readonly Balance[];
  /** Still missing; 0 = ready, null = nothing to collect for. */
  readonly missing: number | null;
  /** Share of the way, 0..1. */
  readonly progress: number;
}

const progressOf = ({ balance, target }: Balance): number =>
  target === null || target <= 0 ? -1 : Math.min(Math.max(balance / target, 0), 1);

/** The reward that is nearest; the first balance when nothing can be collected for. */
export const nextReward = (balances: readonly Balance[]): NextReward => {
  const [first, ...rest] = balances;
  if (first === undefined) return { main: null, others: [], missing: null, progress: 0 };
  const main = rest.reduce((best, each) => (progressOf(each) > progressOf(best) ? each : best), first);
  return {
    main,
    others: balances.filter((each) => each !== main),
    missing: main.target === null ? null : Math.max(0, main.target - main.balance),
    progress: Math.max(0, progressOf(main)),
  };
};
