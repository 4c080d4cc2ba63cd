import type {
  BonusWindow,
  ItemScope,
  ProgrammeRules,
  Reward,
  StampCard,
  TierLevel,
  TierScheme,
} from '#shared/domain/loyalty/programme.ts';

/** As many as a programme takes (contract). */
export const most = {
  stampCards: 6,
  bonuses: 20,
  rewards: 30,
  levels: 6,
  milestones: 20,
  perItem: 50,
} as const;

const plain = { num: 1, den: 1 } as const;

/** One element of a list exchanged for a changed one. */
export const changedAt = <T>(list: readonly T[], index: number, part: Partial<T>): readonly T[] =>
  list.map((each, place) => (place === index ? { ...each, ...part } : each));

/** A list without one element. */
export const withoutAt = <T>(list: readonly T[], index: number): readonly T[] =>
  list.filter((_, place) => place !== index);

/** Points as most shops give them: one for every unit of money. */
export const usualPoints = (per: number): NonNullable<ProgrammeRules['points']> => ({
  points: 1,
  per,
  minAmount: 0,
  excluded: [],
  perItem: [],
  dailyCap: null,
});

/** Changes a stamp card; rewards that cost a full card go on costing a full card. */
export const changeStampCard = (
  rules: ProgrammeRules,
  index: number,
  part: Partial<StampCard>,
): ProgrammeRules => {
  const card = rules.stampCards[index];
  if (card === undefined) return rules;
  const { size = card.size } = part;
  const rewards = rules.rewards.map((reward) =>
    reward.unitId === card.unitId && reward.price === card.size ? { ...reward, price: size } : reward,
  );
  return { ...rules, stampCards: changedAt(rules.stampCards, index, part), rewards };
};

/** A stamp card for visits, to be filled in. */
export const newStampCard = (unitId: number, name: string): StampCard => ({
  unitId,
  name,
  size: 10,
  stamps: 1,
  on: { kind: 'visit', minAmount: 0 },
  perDay: 2,
});

/** A window of double points on Tuesdays: what most shops begin with. */
export const newBonus = (id: number, name: string): BonusWindow => ({
  id,
  name,
  weekdays: [2],
  hours: null,
  firstDay: null,
  lastDay: null,
  factor: { num: 2, den: 1 },
  applies: 'both',
});

/** A reward to be filled in, paid with the first thing the programme gives. */
export const newReward = (id: number, name: string, rules: ProgrammeRules): Reward => {
  const [card] = rules.stampCards;
  return {
    id,
    name,
    kind: 'freeItem',
    unitId: card?.unitId ?? rules.pointsUnitId,
    price: card?.size ?? 100,
    itemId: null,
    percent: null,
    amountOff: null,
    partial: false,
    stock: null,
    firstDay: null,
    lastDay: null,
    tierId: null,
    onlyNew: false,
    cost: 0,
    active: true,
  };
};

/** A reward of another kind: what only the old kind had is taken off it, what the new one needs gets a start. */
export const rewardOfKind = (reward: Reward, kind: Reward['kind'], unitOfMoney: number): Reward => {
  const isItem = kind === 'freeItem' || kind === 'addOn';
  return {
    ...reward,
    kind,
    itemId: isItem ? reward.itemId : null,
    onlyNew: isItem ? reward.onlyNew : false,
    percent: kind === 'percentOff' ? (reward.percent ?? 10) : null,
    amountOff: kind === 'amountOff' ? (reward.amountOff ?? 5 * unitOfMoney) : null,
    partial: kind === 'amountOff' && reward.partial,
  };
};

/** The price that fits a unit: a full stamp card, or a hundred points. */
export const priceIn = (rules: ProgrammeRules, unitId: number, before: number): number => {
  const card = rules.stampCards.find((each) => each.unitId === unitId);
  if (card !== undefined) return card.size;
  return rules.stampCards.some(({ size }) => size === before) ? 100 : before;
};

/** The next level above the others, to be filled in. */
export const newLevel = (id: number, name: string, scheme: TierScheme, unitOfMoney: number): TierLevel => {
  const top = scheme.levels.at(-1)?.from ?? 0;
  const steps = { visits: 10, spend: 100 * unitOfMoney, rank: 20 };
  const from =
    scheme.basis === 'rank'
      ? top === 0
        ? steps.rank
        : Math.max(1, Math.floor(top / 2))
      : top + steps[scheme.basis];
  return { id, name, from, benefits: '', factor: plain };
};

/** Tiers to begin with: everybody, and those who came ten times in ninety days. */
export const newTiers = (ids: readonly [number, number], names: readonly [string, string]): TierScheme => ({
  basis: 'visits',
  window: { kind: 'rolling', days: 90 },
  graceDays: 30,
  levels: [
    { id: ids[0], name: names[0], from: 0, benefits: '', factor: plain },
    { id: ids[1], name: names[1], from: 10, benefits: '', factor: plain },
  ],
});

/** The same levels measured by something else: thresholds of visits mean nothing in money, so they start anew. */
export const tiersBy = (scheme: TierScheme, basis: TierScheme['basis'], unitOfMoney: number): TierScheme => {
  if (basis === scheme.basis) return scheme;
  const count = scheme.levels.length;
  const from = (index: number): number => {
    if (index === 0) return 0;
    if (basis === 'visits') return index * 10;
    if (basis === 'spend') return index * 100 * unitOfMoney;
    return Math.max(1, 20 * 2 ** (count - 1 - index));
  };
  return { ...scheme, basis, levels: scheme.levels.map((level, index) => ({ ...level, from: from(index) })) };
};

/** Rules without the tiers: rewards are for everybody again. */
export const withoutTiers = (rules: ProgrammeRules): ProgrammeRules => ({
  ...rules,
  tiers: null,
  rewards: rules.rewards.map((reward) => ({ ...reward, tierId: null })),
});

/** An item or a category as the value of a choice. */
export const scopeValue = (scope: ItemScope): string =>
  scope.kind === 'item' ? `item:${scope.itemId}` : `category:${scope.category}`;

/** The inverse of {@link scopeValue}. */
export const scopeOf = (value: string): ItemScope =>
  value.startsWith('item:')
    ? { kind: 'item', itemId: Number(value.slice('item:'.length)) }
    : { kind: 'category', category: value.slice('category:'.length) };

/** A list with a key for each element; two that are named alike are counted. */
export const keyedBy = <T>(
  list: readonly T[],
  nameOf: (value: T) => string,
): readonly { readonly key: string; readonly index: number; readonly value: T }[] => {
  const seen = new Map<string, number>();
  return list.map((value, index) => {
    const name = nameOf(value);
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { key: `${name} ${count}`, index, value };
  });
};
