import { type Change, changeOfShare, type Rate, rateOf, type Share } from '../statistics/index.ts';

/** One group (a source, a tier, new or old ...) before and now. Everybody is in exactly one group. */
export type GroupShares = { readonly group: string; readonly before: Share; readonly now: Share };

export type SplitGroup = {
  readonly group: string;
  readonly before: Rate;
  readonly now: Rate;
  readonly change: Change;
};

export type Split = {
  readonly groups: readonly SplitGroup[];
  readonly total: Omit<SplitGroup, 'group'>;
  /**
   * Every group that has people before and now moves one way and the total the other (Simpson's paradox): then the
   * total alone misleads and the groups are shown.
   */
  readonly opposite: boolean;
  /** The total's difference, now - before, taken apart: what the groups' own rates did and what the mix of groups did. */
  readonly parts: SplitParts | null;
};

export type SplitParts = {
  readonly difference: number;
  readonly rates: number;
  readonly mix: number;
};

/**
 * A rate split by groups (metrics.md §0, traps). The parts follow Kitagawa (1955): rates = Σ mean weight x change of
 * the rate, mix = Σ mean rate x change of the weight, together exactly the difference. A group with nobody on one side
 * has no rate there; it moves the mix only. Parts are null when one side has nobody at all.
 */
export function splitByGroup(groups: readonly GroupShares[]): Split {
  const before = sumOf(groups.map((one) => one.before));
  const now = sumOf(groups.map((one) => one.now));
  return {
    groups: groups.map((one) => ({ group: one.group, ...compared(one.before, one.now) })),
    total: compared(before, now),
    opposite: isOpposite(groups, before, now),
    parts: partsOf(groups, before, now),
  };
}

function sumOf(shares: readonly Share[]): Share {
  return {
    successes: shares.reduce((sum, share) => sum + share.successes, 0),
    n: shares.reduce((sum, share) => sum + share.n, 0),
  };
}

function compared(before: Share, now: Share): Omit<SplitGroup, 'group'> {
  return {
    before: rateOf(before.successes, before.n),
    now: rateOf(now.successes, now.n),
    change: changeOfShare(now, before),
  };
}

/** Sign of now - before without rounding: counts are multiplied crosswise. Null when a side has nobody. */
function direction(before: Share, now: Share): number | null {
  if (before.n === 0 || now.n === 0) return null;
  return Math.sign(now.successes * before.n - before.successes * now.n);
}

function isOpposite(groups: readonly GroupShares[], before: Share, now: Share): boolean {
  const total = direction(before, now);
  if (total === null || total === 0) return false;
  const moves = groups.map((one) => direction(one.before, one.now)).filter((move) => move !== null);
  return moves.length >= 2 && moves.every((move) => move === -total);
}

function partsOf(groups: readonly GroupShares[], before: Share, now: Share): SplitParts | null {
  if (before.n === 0 || now.n === 0) return null;
  let rates = 0;
  let mix = 0;
  for (const group of groups) {
    const shares = [group.before, group.now].filter((share) => share.n > 0);
    const first = shares[0];
    const last = shares.at(-1);
    if (first === undefined || last === undefined) continue;
    const rateBefore = first.successes / first.n;
    const rateNow = last.successes / last.n;
    const weightBefore = group.before.n / before.n;
    const weightNow = group.now.n / now.n;
    rates += ((weightBefore + weightNow) / 2) * (rateNow - rateBefore);
    mix += ((rateBefore + rateNow) / 2) * (weightNow - weightBefore);
  }
  return { difference: now.successes / now.n - before.successes / before.n, rates, mix };
}
