import { addCarry, type Carry, negateCarry, pointsFraction, splitWhole } from './carry.ts';
import type { ProgrammeRules } from './programme.ts';

/** Why a ledger entry exists, as data for one sentence. */
export type Why =
  | {
      readonly kind: 'pointsForAmount';
      readonly base: number;
      readonly points: number;
      readonly per: number;
      readonly carried: number;
    }
  | { readonly kind: 'stampForVisit'; readonly stamps: number }
  | { readonly kind: 'reward'; readonly rewardId: number; readonly rewardName: string }
  | { readonly kind: 'undo'; readonly reason: string | null }
  | { readonly kind: 'moved' }
  | { readonly kind: 'import' };

/** One change of one unit that a visit earns. */
export interface Earning {
  readonly unitId: number;
  readonly kind: 'points' | 'stamps';
  /** Whole points or stamps; 0 when only the remainder grew. */
  readonly change: number;
  /** Change of the carried remainder. */
  readonly carry: Carry;
  readonly why: Why;
}

export interface EarnBase {
  /** What was paid after rewards, minor units; null when the amount is not known. */
  readonly amount: number | null;
  /** Remainder carried from earlier visits. */
  readonly carry: Carry;
}

/**
 * What a visit earns under a programme: `floor(amount x points / per + carry)` points, the rest carried on exactly,
 * and the stamps of the card. The till's preview and the service call this same function.
 */
export function earn(rules: ProgrammeRules, base: EarnBase): readonly Earning[] {
  const earnings: Earning[] = [];
  const { stamps, points } = rules;
  if (stamps) {
    earnings.push({
      unitId: stamps.unitId,
      kind: 'stamps',
      change: stamps.stampsPerVisit,
      carry: { num: 0, den: 1 },
      why: { kind: 'stampForVisit', stamps: stamps.stampsPerVisit },
    });
  }
  if (points && base.amount !== null && base.amount > 0) {
    const gained = pointsFraction(base.amount, points.points, points.per);
    const { whole, rest } = splitWhole(addCarry(base.carry, gained));
    earnings.push({
      unitId: rules.pointsUnitId,
      kind: 'points',
      change: whole,
      carry: addCarry(rest, negateCarry(base.carry)),
      why: {
        kind: 'pointsForAmount',
        base: base.amount,
        points: points.points,
        per: points.per,
        // In money, rounded down: the sentence says "0.50 carried on".
        carried: Math.max(0, Math.floor((rest.num * points.per) / (rest.den * points.points))),
      },
    });
  }
  return earnings;
}

/** What the button says before the act: the sum per unit of `earn`. */
export function previewEarning(
  rules: ProgrammeRules,
  base: EarnBase,
): { readonly stamps: number; readonly points: number } {
  const sum = { stamps: 0, points: 0 };
  for (const earning of earn(rules, base)) sum[earning.kind] += earning.change;
  return sum;
}
