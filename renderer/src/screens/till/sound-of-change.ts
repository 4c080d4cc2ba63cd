import type { Reward } from '#shared/domain/loyalty/programme.ts';
import { reachedReward } from './spoken-line.ts';
import type { TillSound } from './till-sounds.ts';
import type { TillState } from './till-state.ts';

/** The sound that belongs to a step of the till; null for most. */
export const soundOfChange = (
  before: TillState,
  after: TillState,
  rewards: readonly Reward[],
): TillSound | null => {
  const { panel, notice, write } = after;
  if (panel.kind === 'receipt' && panel.receipt !== receiptOf(before)) {
    return reachedReward(panel.receipt.changes, rewards) === null ? 'checkedIn' : 'rewardReached';
  }
  if (
    panel.kind === 'unknownCard' &&
    (before.panel.kind !== 'unknownCard' || before.panel.code !== panel.code)
  )
    return 'refused';
  if (notice !== before.notice && (notice?.kind === 'cardBlocked' || notice?.kind === 'failed'))
    return 'refused';
  return write?.status === 'failed' && before.write?.status === 'sending' ? 'refused' : null;
};

const receiptOf = ({ panel }: TillState) => {
  const base = panel.kind === 'searching' ? panel.behind : panel;
  return base.kind === 'receipt' ? base.receipt : null;
};
