import { type Mean, meanOf, type Rate, rateOf, type Sums } from '../statistics/index.ts';

/** Check-ins of a period, members' and anonymous ones; money in minor units. */
export type SalesCounts = {
  readonly checkIns: number;
  readonly identifiedCheckIns: number;
  readonly amount: number;
  readonly identifiedAmount: number;
};

/** What members bought and what nobody knows who bought: printed above every rate (metrics.md §0). */
export type Sales = {
  readonly member: number;
  readonly anonymous: number;
  /** Identified check-ins out of all. */
  readonly identified: Rate;
  /** The same in money; null without sales. */
  readonly identifiedMoney: number | null;
};

/** Throws a RangeError when more check-ins are identified than there are. */
export function salesOf(counts: SalesCounts): Sales {
  const { checkIns, identifiedCheckIns, amount, identifiedAmount } = counts;
  return {
    member: identifiedAmount,
    anonymous: amount - identifiedAmount,
    identified: rateOf(identifiedCheckIns, checkIns),
    identifiedMoney: amount === 0 ? null : identifiedAmount / amount,
  };
}

/** The average of a check-in with a known amount. */
export type AverageSpend = Mean & {
  /** Check-ins whose amount is known, out of all: what the average rests on. */
  readonly known: Rate;
};

/** Average spend in minor units from the sums over the known amounts. Not all check-ins have one. */
export function averageSpend(known: Sums, checkIns: number): AverageSpend {
  return { ...meanOf(known), known: rateOf(known.n, checkIns) };
}

/** One check-in of a customer, minor units. */
export type ValuedCheckIn = {
  /** Null: not known. */
  readonly amount: number | null;
  /** The part of it that rewards paid. */
  readonly paidByRewards: number;
};

/** Money to date without the part paid by rewards, minor units (metrics.md §0). Never called lifetime value. */
export function valueSoFar(checkIns: Iterable<ValuedCheckIn>): number {
  let value = 0;
  for (const { amount, paidByRewards } of checkIns) value += (amount ?? 0) - paidByRewards;
  return value;
}

/** What rewards cost against what members bought. */
export type RewardCost = {
  readonly cost: number;
  readonly memberSales: number;
  /** cost / memberSales; null without sales: no data. */
  readonly share: number | null;
};

/** Reward cost of a period at the shop's cost, and member sales, both in minor units. */
export function rewardCost(cost: number, memberSales: number): RewardCost {
  return { cost, memberSales, share: memberSales > 0 ? cost / memberSales : null };
}
