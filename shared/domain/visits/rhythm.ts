import type { BusinessDay } from '../business-day/business-day.ts';
import { median } from '../statistics/index.ts';

/** Fewer gaps than this say nothing about a person's rhythm (metrics.md §0). */
export const fewestGaps = 3;

/** Rhythm: median of the customer's own gaps in days; null below three gaps. `days` rise. */
export function rhythmOf(days: readonly BusinessDay[]): number | null {
  const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
  return gaps.length < fewestGaps ? null : median(gaps);
}
