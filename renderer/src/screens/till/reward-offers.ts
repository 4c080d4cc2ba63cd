import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard, RewardOffer } from '#shared/contract/till.ts';
import type { OfferedReward, OfferedVoucher } from './choose-reward.ts';
import type { Entry } from './entry.ts';
import { spendsOf } from './settle-entry.ts';

const balanceOf = ({ balances }: CustomerCard, unitId: number): number =>
  balances.find((unit) => unit.unitId === unitId)?.balance ?? 0;

/** Balance of a unit before this visit, less what the chosen rewards cost. */
export const balanceAfterRewards = (card: CustomerCard, entry: Entry, unitId: number): number => {
  const spends = spendsOf(entry);
  return entry.rewards.reduce(
    (left, { rewardId, unitId: unit, price }) =>
      unit === unitId ? left - (spends.get(rewardId) ?? price) : left,
    balanceOf(card, unitId),
  );
};

/** Only money off can be taken in part. */
const isPartial = ({ partial, kind }: RewardOffer): boolean => partial && kind === 'amountOff';

const itemOf = (items: readonly Item[], itemId: number | null): OfferedReward['item'] => {
  const given = items.find(({ id }) => id === itemId);
  return given === undefined ? null : { itemId: given.id, name: given.name, unitPrice: given.price };
};

/** A reward as it can be chosen. */
export const offeredReward = (
  card: CustomerCard,
  reward: RewardOffer,
  items: readonly Item[],
): OfferedReward => {
  const { ready: _, obstacle: __, ...facts } = reward;
  const partial = isPartial(reward);
  return { ...facts, partial, balance: balanceOf(card, reward.unitId), item: itemOf(items, reward.itemId) };
};

/** A voucher as it can be chosen. */
export const offeredVoucher = (
  { code, name, benefit }: Pick<CustomerCard['vouchers'][number], 'code' | 'name' | 'benefit'>,
  items: readonly Item[],
): OfferedVoucher => ({
  code,
  name,
  benefit,
  item: itemOf(items, benefit.kind === 'item' ? benefit.itemId : null),
});

/** Rewards that can be used now: nothing stands against them, not chosen yet, affordable beside the chosen ones. */
export const offersFor = (
  card: CustomerCard,
  entry: Entry,
  items: readonly Item[],
): readonly OfferedReward[] =>
  card.rewards
    .filter(
      (reward) =>
        reward.obstacle === null &&
        !entry.rewards.some(({ rewardId }) => rewardId === reward.rewardId) &&
        balanceAfterRewards(card, entry, reward.unitId) >= (isPartial(reward) ? 1 : reward.price),
    )
    .map((reward) => offeredReward(card, reward, items));

/** A reward they have enough for, and what still stands against it. */
export interface HinderedReward {
  readonly rewardId: number;
  readonly name: string;
  readonly obstacle: 'notYet' | 'soldOut' | 'tier' | 'notNew';
}

/** Rewards that a customer has collected enough for but cannot have now: worth a word, because they may ask. */
export const hinderedRewards = (card: CustomerCard, entry: Entry): readonly HinderedReward[] =>
  card.rewards.flatMap(({ rewardId, name, obstacle, unitId, price }) => {
    if (obstacle === null || obstacle === 'inactive' || obstacle === 'over' || obstacle === 'balance')
      return [];
    return balanceAfterRewards(card, entry, unitId) >= price ? [{ rewardId, name, obstacle }] : [];
  });

/** Vouchers of this customer that are not chosen yet. */
export const vouchersFor = (
  card: CustomerCard,
  entry: Entry,
  items: readonly Item[],
): readonly OfferedVoucher[] =>
  card.vouchers
    .filter(({ code }) => !entry.vouchers.some((voucher) => voucher.code === code))
    .map((voucher) => offeredVoucher(voucher, items));
