import type { Interval } from './wilson.ts';
import { z95 } from './wilson.ts';

/** With fewer answers than this the counts are shown and no margin (metrics.md §7). */
export const fewestAnswersForMargin = 30;

/** A Net Promoter Score: 0-6 detractor, 7-8 passive, 9-10 promoter. Score, margin and limits in points, -100..100. */
export type Nps = {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly n: number;
  /** 100 (P - D) / n, not rounded (a screen shows an integer without %); null without answers. */
  readonly score: number | null;
  /** Half the width of the 95 % interval; null when it would not be honest: below 30 answers, or all alike. */
  readonly margin: number | null;
  readonly interval: Interval | null;
  /** The same by formula whatever the number of answers: to compare with other tools, not for screens. */
  readonly formulaMargin: number | null;
  readonly formulaInterval: Interval | null;
};

/**
 * NPS with its margin of error (metrics.md §7): s = (P - D)/n, Var = ((P+D)/n - s²)/n, margin = 100 z sqrt(Var) points,
 * limits clipped to -100..100. One answer per customer and survey; who did not answer is not in the margin.
 * Throws a RangeError for counts that are no counts.
 */
export function nps(promoters: number, passives: number, detractors: number): Nps {
  for (const count of [promoters, passives, detractors]) {
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of answers: ${count}`);
  }
  const n = promoters + passives + detractors;
  const counts = { promoters, passives, detractors, n };
  if (n === 0) {
    return {
      ...counts,
      score: null,
      margin: null,
      interval: null,
      formulaMargin: null,
      formulaInterval: null,
    };
  }
  // Whole numbers as long as possible: n² Var = (P+D) n - (P-D)² over n is then exactly 0 when all answers are alike.
  const spread = ((promoters + detractors) * n - (promoters - detractors) ** 2) / n ** 3;
  const score = (100 * (promoters - detractors)) / n;
  const formulaMargin = 100 * z95 * Math.sqrt(spread);
  const formulaInterval = {
    low: Math.max(-100, score - formulaMargin),
    high: Math.min(100, score + formulaMargin),
  };
  const honest = n >= fewestAnswersForMargin && spread > 0;
  return {
    ...counts,
    score,
    margin: honest ? formulaMargin : null,
    interval: honest ? formulaInterval : null,
    formulaMargin,
    formulaInterval,
  };
}

/** The change from one survey to another in points, and whether its interval excludes 0. */
export type NpsDifference = {
  readonly difference: number;
  /** sqrt(m1² + m2²). */
  readonly margin: number;
  readonly significant: boolean;
};

/** a - b of two surveys (metrics.md §7); null when either has no margin that could be shown. */
export function npsDifference(a: Nps, b: Nps): NpsDifference | null {
  if (a.score === null || b.score === null || a.margin === null || b.margin === null) return null;
  const difference = a.score - b.score;
  const margin = Math.hypot(a.margin, b.margin);
  return { difference, margin, significant: Math.abs(difference) > margin };
}

/** How an answer of 0..10 counts. Throws a RangeError for anything else. */
export function npsGroup(answer: number): 'promoter' | 'passive' | 'detractor' {
  if (!Number.isInteger(answer) || answer < 0 || answer > 10)
    throw new RangeError(`Not an answer: ${answer}`);
  if (answer >= 9) return 'promoter';
  return answer >= 7 ? 'passive' : 'detractor';
}
