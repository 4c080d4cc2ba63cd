import { bonusAt, noFactor, type VisitTime } from './bonus-windows.ts';
import { addCarry, type Carry, negateCarry, noCarry, splitGain } from './carry.ts';
import {
  type BonusWindow,
  inScope,
  type PointsRule,
  type ProgrammeRules,
  type StampCard,
  type TierLevel,
} from './programme.ts';
import type { NamedFactor, Why } from './why.ts';

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

/** A line of the order as the rules see it. */
export interface EarnLine {
  readonly itemId: number;
  readonly category: string;
  readonly quantity: number;
  /** Minor units. */
  readonly unitPrice: number;
}

/** Everything about a visit that decides what it earns. */
export interface EarnBase {
  /** What was paid after rewards, minor units; null when the amount is not known. */
  readonly amount: number | null;
  /** Lines that were paid for: pieces given for a reward or a voucher are left out (`settleBill`). */
  readonly lines: readonly EarnLine[];
  readonly time: VisitTime;
  /** Remainder carried from earlier visits. */
  readonly carry: Carry;
  /** Tier of the customer at this visit. */
  readonly tier: TierLevel | null;
  /** Already earned on this business day, per unit. */
  readonly earnedToday: (unitId: number) => number;
}

const named = (bonus: BonusWindow | null): NamedFactor | null =>
  bonus && { ...bonus.factor, name: bonus.name };

/** A tier that multiplies by one is not worth a word. */
const tierFactor = (tier: TierLevel | null): NamedFactor | null =>
  tier && tier.factor.num !== tier.factor.den ? { ...tier.factor, name: tier.name } : null;

/** How much of a cap is left. */
const withinCap = (amount: number, cap: number | null, earned: number): number =>
  cap === null ? amount : Math.min(amount, Math.max(0, cap - earned));

const sumOf = <T>(list: readonly T[], amountOf: (one: T) => number): number =>
  list.reduce((sum, one) => sum + amountOf(one), 0);

/** The carried remainder in money, minor units rounded down: the sentence says "0.50 carried on". */
const inMoney = ({ num, den }: Carry, rule: PointsRule): number =>
  num <= 0 ? 0 : Number((BigInt(num) * BigInt(rule.per)) / (BigInt(den) * BigInt(rule.points)));

function pointsEarned(rules: ProgrammeRules, rule: PointsRule, base: EarnBase): Earning | null {
  const { amount, lines, carry } = base;
  if (amount === null || amount <= 0 || amount < rule.minAmount) return null;
  const excluded = lines.filter((line) => inScope(line, rule.excluded));
  const earning = Math.max(0, amount - sumOf(excluded, (line) => line.quantity * line.unitPrice));
  const bonus = named(bonusAt(rules.bonuses, base.time, 'points'));
  const tier = tierFactor(base.tier);
  const itemPoints = sumOf(rule.perItem, (extra) => {
    const counted = lines.filter((line) => inScope(line, [extra.scope]));
    return extra.points * sumOf(counted, (line) => line.quantity);
  });
  const factors = [bonus ?? noFactor, tier ?? noFactor];
  const { whole, rest } = splitGain(carry, earning, { points: rule.points, per: rule.per, factors });
  const change = withinCap(whole + itemPoints, rule.dailyCap, base.earnedToday(rules.pointsUnitId));
  const growth = addCarry(rest, negateCarry(carry));
  // A visit of excluded things alone has nothing to say.
  if (change === 0 && growth.num === 0 && whole === 0) return null;
  return {
    unitId: rules.pointsUnitId,
    kind: 'points',
    change,
    carry: growth,
    why: {
      kind: 'pointsForAmount',
      base: earning,
      points: rule.points,
      per: rule.per,
      carried: inMoney(rest, rule),
      bonus,
      tier,
      itemPoints,
      capped: change < whole + itemPoints,
    },
  };
}

function stampsEarned(rules: ProgrammeRules, card: StampCard, base: EarnBase): Earning | null {
  const { on } = card;
  // "Every visit" is every visit; a visit whose sum a reward has paid stays below any minimum.
  if (on.kind === 'visit' && (base.amount ?? 0) < on.minAmount) return null;
  const pieces =
    on.kind === 'visit'
      ? 1
      : sumOf(
          base.lines.filter((line) => inScope(line, on.scopes)),
          (line) => line.quantity,
        );
  const plain = pieces * card.stamps;
  const best = bonusAt(rules.bonuses, base.time, 'stamps');
  const multiplied = best ? Math.floor((plain * best.factor.num) / best.factor.den) : plain;
  // Half a stamp is none: a bonus that rounds away is not named.
  const bonus = multiplied > plain ? named(best) : null;
  const stamps = withinCap(multiplied, card.perDay, base.earnedToday(card.unitId));
  if (stamps === 0) return null;
  return {
    unitId: card.unitId,
    kind: 'stamps',
    change: stamps,
    carry: noCarry,
    why:
      on.kind === 'visit'
        ? { kind: 'stampForVisit', stamps, bonus }
        : { kind: 'stampForItems', pieces, stamps, bonus },
  };
}

/**
 * What a visit earns under a programme: `floor(amount x points / per x bonus x tier + carry)` points, the rest carried
 * on exactly, extra points for items, and the stamps of each card, all within their daily caps. The till's preview and
 * the service call this same function.
 */
export function earn(rules: ProgrammeRules, base: EarnBase): readonly Earning[] {
  const stamps = rules.stampCards.map((card) => stampsEarned(rules, card, base));
  const points = rules.points ? pointsEarned(rules, rules.points, base) : null;
  return [...stamps, points].filter((earning) => earning !== null);
}

/** What the button says before the act: the sum per unit of `earn`. */
export function previewEarning(rules: ProgrammeRules, base: EarnBase): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { unitId, change } of earn(rules, base)) sums.set(unitId, (sums.get(unitId) ?? 0) + change);
  return sums;
}
