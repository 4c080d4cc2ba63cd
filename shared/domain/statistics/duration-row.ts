/** A waiting time with or without an end. */
export type DurationRow = {
  /** Days waited, >= 0. */
  readonly days: number;
  /** 1 (or true): it happened after that many days. 0 (or false): not yet when we stopped looking. */
  readonly event: 0 | 1 | boolean;
  /** How many such rows this one stands for; 1 when left out. */
  readonly count?: number;
};

/** What happened after one duration. */
export type DurationCount = {
  readonly t: number;
  /** Rows with a duration of at least t. */
  readonly atRisk: number;
  readonly events: number;
};

/**
 * Counts at each different duration, rising, those without an event included. Of equal durations events come before
 * censorings: whoever stopped being watched on a day was still at risk on it. Throws a RangeError for negative days.
 */
export function countDurations(rows: Iterable<DurationRow>): readonly DurationCount[] {
  const at = new Map<number, { rows: number; events: number }>();
  let atRisk = 0;
  for (const { days, event, count = 1 } of rows) {
    if (!Number.isFinite(days) || days < 0) throw new RangeError(`Not a duration: ${days}`);
    if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of rows: ${count}`);
    if (count === 0) continue;
    const here = at.get(days) ?? { rows: 0, events: 0 };
    here.rows += count;
    here.events += Number(event) * count;
    at.set(days, here);
    atRisk += count;
  }
  const counts: DurationCount[] = [];
  for (const [t, here] of [...at].sort(([a], [b]) => a - b)) {
    counts.push({ t, atRisk, events: here.events });
    atRisk -= here.rows;
  }
  return counts;
}
