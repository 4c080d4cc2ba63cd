import { countDurations, type DurationCount, type DurationRow } from './duration-row.ts';
import { chiSquareP } from './normal.ts';

export type LogRank = {
  /** Events of a and of b. */
  readonly observed: readonly [number, number];
  /** Events each would have had if both came back alike. */
  readonly expected: readonly [number, number];
  /** On 1 degree of freedom; null, like p, when nothing can be compared (no events while both are at risk). */
  readonly chi2: number | null;
  readonly p: number | null;
};

/**
 * Log-rank test of two groups of durations (metrics.md §4): at each event time the events are shared out by the people
 * at risk; chi2 = (O - E)² / V with the hypergeometric variance V = e (n1/n)(n2/n)(n - e)/(n - 1)
 * (Mantel 1966). Rows are `{days, event}` with event 1 or true for "came back". Throws a RangeError for negative days.
 */
export function logRank(a: Iterable<DurationRow>, b: Iterable<DurationRow>): LogRank {
  const countsA = countDurations(a);
  const countsB = countDurations(b);
  const times = [...new Set([...countsA, ...countsB].filter((one) => one.events > 0).map((one) => one.t))];
  const atA = reader(countsA);
  const atB = reader(countsB);
  let observedA = 0;
  let observedB = 0;
  let expectedA = 0;
  let variance = 0;
  for (const t of times.sort((x, y) => x - y)) {
    const inA = atA(t);
    const inB = atB(t);
    const atRisk = inA.atRisk + inB.atRisk;
    const events = inA.events + inB.events;
    observedA += inA.events;
    observedB += inB.events;
    expectedA += (events * inA.atRisk) / atRisk;
    if (atRisk > 1) {
      variance += (events * inA.atRisk * inB.atRisk * (atRisk - events)) / (atRisk * atRisk * (atRisk - 1));
    }
  }
  const chi2 = variance === 0 ? null : (observedA - expectedA) ** 2 / variance;
  return {
    observed: [observedA, observedB],
    expected: [expectedA, observedA + observedB - expectedA],
    chi2,
    p: chi2 === null ? null : chiSquareP(chi2),
  };
}

/** Reads events and people at risk at rising times. */
function reader(counts: readonly DurationCount[]): (t: number) => DurationCount {
  let next = 0;
  return (t) => {
    while ((counts[next]?.t ?? Number.POSITIVE_INFINITY) < t) next += 1;
    const count = counts[next];
    if (count === undefined) return { t, atRisk: 0, events: 0 };
    return { t, atRisk: count.atRisk, events: count.t === t ? count.events : 0 };
  };
}
