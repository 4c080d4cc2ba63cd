import { noFactor } from './bonus-windows.ts';
import {
  addCarry,
  type Carry,
  negateCarry,
  noCarry,
  type PointsRate,
  shareOfGain,
  wholeOfGain,
} from './carry.ts';
import type { Why } from './why.ts';

/** What a refund takes back of the points that a visit earned. */
export interface PointsRefund {
  /** Zero or negative. */
  readonly change: number;
  readonly carry: Carry;
}

/** An earning of points of which money is returned. */
export interface RefundedEarning {
  /** The reason of the entry that earned. */
  readonly why: Why;
  /** What that entry changed: whole points and remainder. */
  readonly change: number;
  readonly carry: Carry;
  /** Minor units that the visit brought, what is excluded from earning included. */
  readonly paid: number;
  /** Minor units of the visit that were returned before. */
  readonly refundedBefore: number;
  /** The entries by which earlier refunds took back of this earning, those that stand. */
  readonly refunds: readonly PointsRefund[];
  /** Points of this earning that have expired: they are gone already and leave no debt. A positive number. */
  readonly expired: number;
}

/**
 * Points taken back for a part of the money returned: the part's share of what the visit earned under the rule that
 * earned it, with the carried remainder. The share is worked out for everything returned so far, so that refunding in
 * parts takes back exactly what refunding at once would, and returning everything takes back everything. Never more
 * than the visit earned and still has; money above a daily cap earned nothing and takes nothing back.
 * @param refunded minor units returned now
 * @param carry the customer's remainder now
 */
export function refundPoints(earning: RefundedEarning, refunded: number, carry: Carry): PointsRefund {
  const { why, paid } = earning;
  if (why.kind !== 'pointsForAmount' || paid <= 0) return { change: 0, carry: noCarry };
  const factors = [why.bonus ?? noFactor, why.tier ?? noFactor];
  const rate: PointsRate = { points: why.points, per: why.per, factors };
  const forfeited = why.capped
    ? Math.max(0, wholeOfGain(why.base, rate, earning.carry) + why.itemPoints - earning.change)
    : 0;
  const lostUpTo = (returned: number) =>
    shareOfGain(why.base, rate, {
      part: Math.min(returned, paid),
      all: paid,
      extra: why.itemPoints,
      forfeited,
    });
  const before = lostUpTo(earning.refundedBefore);
  const after = lostUpTo(earning.refundedBefore + refunded);
  const lost = after.whole - before.whole;
  const fraction = addCarry(after.rest, negateCarry(before.rest));
  // What earlier refunds let pass because it had expired: their points and remainders and what they let pass make up
  // what was lost until then.
  const takenBack = earning.refunds.reduce((sum, refund) => sum - refund.change, 0);
  const carriedBack = earning.refunds.reduce((sum, refund) => addCarry(sum, refund.carry), before.rest);
  const forgivenBefore = Math.round(carriedBack.num / carriedBack.den) + before.whole - takenBack;
  // So many points must go that the remainder is not negative any more.
  const left = addCarry(carry, negateCarry(fraction));
  const due = Math.max(0, lost - Math.floor(left.num / left.den));
  const taken = Math.min(due, Math.max(0, earning.change - takenBack - earning.expired));
  const forgiven = Math.min(due - taken, Math.max(0, earning.expired - forgivenBefore));
  return {
    change: 0 - taken,
    carry: addCarry({ num: taken + forgiven - lost, den: 1 }, negateCarry(fraction)),
  };
}
