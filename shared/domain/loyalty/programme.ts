/** Points for money: `points` for every `per` minor units paid. */
export interface PointsRule {
  readonly points: number;
  readonly per: number;
}

/** Stamps for visits: `stampsPerVisit` for a check-in, a card is full at `size`. */
export interface StampRule {
  readonly unitId: number;
  readonly name: string;
  readonly size: number;
  readonly stampsPerVisit: number;
}

/** What points or a full stamp card buy. */
export interface Reward {
  readonly id: number;
  readonly name: string;
  readonly unitId: number;
  /** In points or stamps. */
  readonly price: number;
  readonly itemId: number | null;
  /** Minor units. */
  readonly amountOff: number | null;
  /** Minor units. */
  readonly cost: number;
  readonly active: boolean;
}

/** The rules as they are kept with a programme version. */
export interface ProgrammeRules {
  readonly pointsUnitId: number;
  readonly points: PointsRule | null;
  readonly stamps: StampRule | null;
  readonly rewards: readonly Reward[];
}

export interface Unit {
  readonly unitId: number;
  readonly kind: 'points' | 'stamps';
  /** Name of the stamp card; empty for points. */
  readonly name: string;
}

/** The units a programme counts in, stamps first: that is the order of the till. */
export function unitsOf(rules: ProgrammeRules): readonly Unit[] {
  const stamps = rules.stamps && {
    unitId: rules.stamps.unitId,
    kind: 'stamps' as const,
    name: rules.stamps.name,
  };
  const points = rules.points && { unitId: rules.pointsUnitId, kind: 'points' as const, name: '' };
  return [stamps, points].filter((unit) => unit !== null);
}

/**
 * The reward a customer is collecting for in one unit: the cheapest that the balance does not reach,
 * else (all are reached) the dearest; null when nothing is priced in that unit.
 */
export function nextReward(rules: ProgrammeRules, unitId: number, balance: number): Reward | null {
  const priced = rules.rewards
    .filter((reward) => reward.active && reward.unitId === unitId)
    .sort((a, b) => a.price - b.price);
  return priced.find((reward) => reward.price > balance) ?? priced.at(-1) ?? null;
}

/** Rewards that a balance can pay now. */
export function readyRewards(
  rules: ProgrammeRules,
  balanceOf: (unitId: number) => number,
): readonly Reward[] {
  return rules.rewards.filter((reward) => reward.active && balanceOf(reward.unitId) >= reward.price);
}
