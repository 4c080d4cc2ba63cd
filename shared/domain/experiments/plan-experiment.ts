import type { ArmName } from './assign-arms.ts';
import { type SampleSize, sampleSize } from './sample-size.ts';

/** What is to be found out, before anything is known. */
export interface ExperimentWish {
  /** Per cent of the list that gets nothing; 0 = nobody is held back. */
  readonly holdoutPercent: number;
  /** One way of doing it, or two against each other. */
  readonly ways: 1 | 2;
  /** The rise of the share who come back that is worth seeing, above 0 to 1. */
  readonly effect: number;
  /** Days within which coming back counts. */
  readonly window: number;
}

/** The arms of an experiment with their parts of the list; a list without a holdout and with one way has one. */
export function armsOf(wish: Pick<ExperimentWish, 'holdoutPercent' | 'ways'>): readonly {
  readonly name: ArmName;
  readonly share: number;
}[] {
  const treated = 100 - wish.holdoutPercent;
  const ways =
    wish.ways === 1
      ? [{ name: 'a' as const, share: treated }]
      : [
          { name: 'a' as const, share: treated / 2 },
          { name: 'b' as const, share: treated / 2 },
        ];
  return wish.holdoutPercent === 0 ? ways : [...ways, { name: 'held', share: wish.holdoutPercent }];
}

/** With a holdout what is asked first is whether it does anything; without one, which of two ways does more. */
export const hasHoldout = ({ holdoutPercent }: Pick<ExperimentWish, 'holdoutPercent'>): boolean =>
  holdoutPercent > 0;

/**
 * The share expected without and with the effect. Where the base is not known, the worst case: around one half the most
 * people are needed. Near 1 the effect is taken below the base, where there is room for it.
 */
export function expectedShares(
  base: number | null,
  effect: number,
): { readonly base: number; readonly target: number } {
  const from = Math.min(base ?? 0.5 - effect / 2, 1 - effect);
  return { base: Math.max(0, from), target: Math.min(1, Math.max(0, from) + effect) };
}

/** People treated for each one they are compared with. */
const ratioOf = ({ holdoutPercent }: ExperimentWish): number =>
  holdoutPercent === 0 ? 1 : (100 - holdoutPercent) / holdoutPercent;

/** What an experiment needs, and what the list at hand can show. */
export interface PlanOfExperiment {
  readonly needed: SampleSize;
  /** People on the list of today. */
  readonly people: number;
  readonly isEnough: boolean;
  /** Lists like this one, one after another, until there are enough; null for an empty list. */
  readonly rounds: number | null;
  /** Days until a sure answer, with lists like this one as often as the window allows; null for an empty list. */
  readonly days: number | null;
  /** The share of those who come back that this list would show with 80 % power; null when not even all of them. */
  readonly detectable: number | null;
}

/** The smallest share above `base` that so many people would show; null when not even 1 would. */
function detectableTarget(base: number, control: number, ratio: number): number | null {
  const isShown = (target: number) => sampleSize(base, target, ratio).control <= control;
  if (base >= 1 || !isShown(1)) return null;
  let low = base;
  let high = 1;
  // 40 halvings leave nothing that a person could tell.
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (middle > base && isShown(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * What is settled before the start: how many people a fair answer needs (80 % power at 5 %), and how long a shop with
 * lists like this one takes to have them.
 * @param length days on which people are turned to; a list is made anew when both it and the window are over
 */
export function planExperiment(
  wish: ExperimentWish,
  list: { readonly people: number; readonly base: number | null; readonly length: number },
): PlanOfExperiment {
  const { people } = list;
  const { base, target } = expectedShares(list.base, wish.effect);
  const ratio = ratioOf(wish);
  const needed = sampleSize(base, target, ratio);
  const total = needed.treated + needed.control;
  const rounds = people === 0 ? null : Math.ceil(total / people);
  return {
    needed,
    people,
    isEnough: people >= total,
    rounds,
    days: rounds === null ? null : rounds * Math.max(wish.window, list.length),
    detectable: detectableTarget(base, Math.floor(people / (ratio + 1)), ratio),
  };
}

/** Days until so many more people have been on lists of this size. */
export function daysForMore(
  more: number,
  list: { readonly people: number; readonly window: number; readonly length: number },
): number | null {
  return list.people === 0 ? null : Math.ceil(more / list.people) * Math.max(list.window, list.length);
}
