import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { pointsUnit, stampUnit } from './programmes.ts';
import type { Action, Person, Refusal } from './scenario-shop.ts';
import { itemUnit } from './wallet-steps.ts';

/** One row of a scenario's table. */
export interface Row {
  readonly day: string;
  /** Aino, unless somebody else is named. */
  readonly who?: string;
  readonly does: Action;
  /**
   * What the balances come to, written out: "points 100 - 80 = 20; stamps 3 + 1 = 4", for somebody else
   * "Olli points 5 + 5 = 10". Units that are not named do not change.
   */
  readonly sums: string;
  /** Why a reward is refused; then nothing changes. */
  readonly refused?: Refusal;
}

export interface Scenario {
  readonly name: string;
  readonly rules: ProgrammeRules;
  /** Aino alone, unless others take part. */
  readonly people?: Readonly<Record<string, Person>>;
  readonly rows: readonly Row[];
}

export const unitNames: Readonly<Record<string, number>> = {
  points: pointsUnit,
  stamps: stampUnit,
  cakes: itemUnit,
};

/** A check-in with that sum. */
export const pays = (
  amount: number | null,
  more: Omit<Extract<Action, { kind: 'visit' }>, 'kind' | 'amount'> = {},
): Action => ({ kind: 'visit', amount, ...more });

/** A check-in that uses a reward. */
export const uses = (
  rewardId: number,
  amount: number | null,
  more: Omit<Extract<Action, { kind: 'visit' }>, 'kind' | 'amount' | 'rewards'> & { spend?: number } = {},
): Action => {
  const { spend, ...rest } = more;
  return { kind: 'visit', amount, ...rest, rewards: [{ rewardId, spend }] };
};
