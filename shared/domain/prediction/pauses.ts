/** Days on which a customer could not or would not come: the shop was closed, an absence was announced. Both inclusive. */
export interface Pause {
  readonly from: number;
  readonly to: number;
}

/** Overlapping pauses made one, in order; the wrong way round ones left out. */
function merged(pauses: readonly Pause[]): readonly Pause[] {
  const found: Pause[] = [];
  for (const pause of pauses.filter(({ from, to }) => from <= to).toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && pause.from <= last.to + 1) {
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, pause.to) };
    } else found.push(pause);
  }
  return found;
}

/** Days from the one after `lastDay` up to and including `today` that count as waiting: those in no pause. */
export function waitedDays(lastDay: number, today: number, pauses: readonly Pause[]): number {
  let waited = Math.max(0, today - lastDay);
  for (const { from, to } of merged(pauses)) {
    waited -= Math.max(0, Math.min(to, today) - Math.max(from, lastDay + 1) + 1);
  }
  return waited;
}

/** The day on which so many days have been waited for since `lastDay`. */
export function dayAfterWaiting(lastDay: number, days: number, pauses: readonly Pause[]): number {
  let day = lastDay + days;
  for (const { from, to } of merged(pauses)) {
    if (to <= lastDay) continue;
    if (from > day) break;
    day += to - Math.max(from, lastDay + 1) + 1;
  }
  return day;
}
