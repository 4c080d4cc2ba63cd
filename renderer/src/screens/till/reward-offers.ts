import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard } from '#shared/contract/till.ts';
import type { ChosenReward, OfferedReward } from './entry.ts';

/** Balance of a unit before this visit, less what the chosen rewards cost. */
export const balanceAfterRewards = (
  card: CustomerCard,
  chosen: readonly ChosenReward[],
  unitId: number,
): number => {
  const balance = card.balances.find((unit) => unit.unitId === unitId)?.balance ?? 0;
  return chosen.reduce((left, reward) => (reward.unitId === unitId ? left - reward.price : left), balance);
};

/** Rewards that can be used now: ready, not chosen yet, and still affordable beside the chosen ones. */
export const offersFor = (
  card: CustomerCard,
  chosen: readonly ChosenReward[],
  items: readonly Item[],
): readonly OfferedReward[] =>
  card.rewards
    .filter(
      ({ rewardId, ready, unitId, price }) =>
        ready &&
        !chosen.some((reward) => reward.rewardId === rewardId) &&
        balanceAfterRewards(card, chosen, unitId) >= price,
    )
    .map(({ rewardId, name, unitId, price, itemId, amountOff }) => {
      const given = items.find(({ id }) => id === itemId);
      const item =
        given === undefined ? null : { itemId: given.id, name: given.name, unitPrice: given.price };
      return { rewardId, name, unitId, price, itemId, amountOff, item };
    });
