import type { BalanceChange, Receipt } from '#shared/contract/till.ts';
import type { Reward } from '#shared/domain/loyalty/programme.ts';
import { isMilestone } from '#shared/domain/visits/milestones.ts';

/** The one sentence worth saying after a check-in, as data for its translation; null when there is none. */
export type SpokenLine =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'rewardUsed'; readonly reward: string }
  | { readonly kind: 'rewardReady'; readonly reward: string }
  | { readonly kind: 'stampsLeft' | 'pointsLeft'; readonly count: number; readonly reward: string }
  | { readonly kind: 'milestone'; readonly count: number }
  | { readonly kind: 'thanks' };

/** The dearest reward that this visit brought within reach; null when there is none. */
export const reachedReward = (
  changes: readonly BalanceChange[],
  rewards: readonly Reward[],
): Reward | null => {
  const reached = rewards.filter(({ active, unitId, price }) =>
    changes.some(
      ({ unitId: unit, before, after }) => active && unit === unitId && before < price && after >= price,
    ),
  );
  return reached.reduce<Reward | null>(
    (best, reward) => (best && best.price >= reward.price ? best : reward),
    null,
  );
};

/** Near enough to be a reason to come back: the last three stamps, the last fifth of the points. */
const isNear = ({ kind, after, target }: BalanceChange): boolean =>
  target !== null && after < target && (kind === 'stamps' ? target - after <= 3 : after >= target * 0.8);

/**
 * Picks by what matters most to the customer: what they used, what they reached, that they are new, what is near.
 * @param isNew whether they became a customer with this visit
 */
export const spokenLine = (
  { customerId, visits, rewards, changes }: Receipt,
  isNew: boolean,
  offered: readonly Reward[],
): SpokenLine | null => {
  if (customerId === null) return null;
  const used = rewards[0];
  if (used !== undefined) return { kind: 'rewardUsed', reward: used.name };
  const reached = reachedReward(changes, offered);
  if (reached !== null) return { kind: 'rewardReady', reward: reached.name };
  if (isNew) return { kind: 'welcome' };
  if (visits !== null && isMilestone(visits)) return { kind: 'milestone', count: visits };
  const near = changes.find((change) => isNear(change) && change.rewardName !== null);
  if (near === undefined) return { kind: 'thanks' };
  const count = (near.target ?? 0) - near.after;
  return { kind: near.kind === 'stamps' ? 'stampsLeft' : 'pointsLeft', count, reward: near.rewardName ?? '' };
};
