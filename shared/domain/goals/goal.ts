import { quantiles } from '../statistics/index.ts';

/** A target for a figure: at least so much (retention, visits) or at most (reward cost). */
export type Goal = { readonly target: number; readonly direction: 'atLeast' | 'atMost' };

export type GoalProgress = {
  readonly reached: boolean;
  /** How far the bar reaches, 0..1. */
  readonly filled: number;
  /** What is missing, > 0; null when reached. */
  readonly missing: number | null;
};

/** Where a figure stands against its goal; null without a figure. */
export function progressOf(goal: Goal, current: number | null): GoalProgress | null {
  if (current === null) return null;
  const missing = towards(goal, goal.target) - towards(goal, current);
  if (missing <= 0) return { reached: true, filled: 1, missing: null };
  const ratio = goal.direction === 'atLeast' ? current / goal.target : goal.target / current;
  return { reached: false, filled: Number.isFinite(ratio) ? Math.min(1, Math.max(0, ratio)) : 0, missing };
}

/** So that better is always more. */
function towards(goal: Goal, value: number): number {
  return goal.direction === 'atLeast' ? value : -value;
}

/** Differences of equal sizes miss each other by a hair. */
const slack = 1e-12;

/** Fewer changes than this say nothing about what the shop can do. */
export const fewestChanges = 6;

/** How a target compares with what the shop has done before. */
export type Realism = {
  /**
   * - reached: the figure is there already
   * - tooLittleHistory: no figure now, or fewer than six changes to compare with
   * - usual: at least half of the shop's changes were as large as the one needed
   * - demanding: at least one in ten
   * - rare: fewer
   * - neverSeen: none
   */
  readonly kind: 'reached' | 'tooLittleHistory' | 'usual' | 'demanding' | 'rare' | 'neverSeen';
  /** Past changes at least as large as the one needed, out of all. */
  readonly asLarge: number;
  readonly changes: number;
  /** Past periods in which the target was reached, out of all with a figure. */
  readonly periodsReached: number;
  readonly periods: number;
  /** Quantiles of the past changes, better counted as positive; null without enough of them. */
  readonly typical: ChangeQuantiles | null;
  /** A target that asks for as much as the shop manages every fourth time; null without enough history. */
  readonly suggestion: number | null;
};

export type ChangeQuantiles = {
  readonly median: number;
  readonly threeQuarters: number;
  readonly nineTenths: number;
  readonly best: number;
};

/**
 * A hint whether a goal is realistic, from the shop's own history and nothing else: how large its changes over `steps`
 * periods (1 = from one month to the next) have been. `history` holds the figure of each period, rising, null where
 * there was none; the last is the current one. `largest` caps the suggestion (1 for shares).
 * Throws a RangeError unless steps is a whole number >= 1.
 */
export function realismOf(
  goal: Goal,
  history: readonly (number | null)[],
  {
    steps = 1,
    largest = Number.POSITIVE_INFINITY,
  }: { readonly steps?: number; readonly largest?: number } = {},
): Realism {
  if (!Number.isInteger(steps) || steps < 1) throw new RangeError(`Not a number of periods: ${steps}`);
  const current = history.at(-1) ?? null;
  const known = history.filter((value) => value !== null);
  const changes = changesOf(goal, history, steps);
  const needed = current === null ? null : towards(goal, goal.target) - towards(goal, current);
  const asLarge = needed === null ? 0 : changes.filter((change) => change >= needed - slack).length;
  const typical = changes.length < fewestChanges ? null : quantilesOf(changes);
  const base = {
    asLarge,
    changes: changes.length,
    periodsReached: known.filter((value) => towards(goal, value) >= towards(goal, goal.target)).length,
    periods: known.length,
    typical,
    suggestion: typical === null || current === null ? null : suggest(goal, current, typical, largest),
  };
  return { kind: kindOf(needed, asLarge, changes.length), ...base };
}

function kindOf(needed: number | null, asLarge: number, changes: number): Realism['kind'] {
  if (needed === null) return 'tooLittleHistory';
  if (needed <= 0) return 'reached';
  if (changes < fewestChanges) return 'tooLittleHistory';
  if (2 * asLarge >= changes) return 'usual';
  if (10 * asLarge >= changes) return 'demanding';
  return asLarge > 0 ? 'rare' : 'neverSeen';
}

function changesOf(goal: Goal, history: readonly (number | null)[], steps: number): readonly number[] {
  return history.flatMap((value, index) => {
    const before = history[index - steps] ?? null;
    return value === null || before === null ? [] : [towards(goal, value) - towards(goal, before)];
  });
}

function quantilesOf(changes: readonly number[]): ChangeQuantiles {
  const [median = 0, threeQuarters = 0, nineTenths = 0, best = 0] =
    quantiles(changes, [0.5, 0.75, 0.9, 1]) ?? [];
  return { median, threeQuarters, nineTenths, best };
}

function suggest(goal: Goal, current: number, typical: ChangeQuantiles, largest: number): number {
  const step = Math.max(0, typical.threeQuarters);
  if (goal.direction === 'atLeast') return Math.min(largest, current + step);
  return Math.max(0, current - step);
}

/** How many of so many people a share means: "91 % means keeping 393 of 431". Rounded up. */
export function peopleForShare(share: number, people: number): number {
  return Math.ceil(share * people - 1e-9);
}
