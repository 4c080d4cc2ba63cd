import type { TrendPoint } from '#shared/contract/reports.ts';

/** What a trend can be drawn of. */
export const trendMetrics = ['retention', 'active', 'frequency', 'spend'] as const;
export type TrendMetric = (typeof trendMetrics)[number];

/** One dot: its height and the range it likely lies in; null where nothing honest can be drawn. */
export interface TrendDot {
  readonly value: number | null;
  readonly range: readonly [low: number, high: number] | null;
}

const none: TrendDot = { value: null, range: null };

/**
 * A period of the trend as a dot. Retention needs a finished period, a record that is old enough and 20 people; the
 * others a finished period with people in it.
 */
export const trendDot = (point: TrendPoint, metric: TrendMetric): TrendDot => {
  if (point.unfinished) return none;
  if (metric === 'retention') {
    const { share, interval, say } = point.retention;
    if (point.recordTooShort || say !== 'percent' || share === null) return none;
    return { value: share, range: interval === null ? null : [interval.low, interval.high] };
  }
  if (point.customers === 0) return none;
  if (metric === 'active') return { value: point.E, range: null };
  if (metric === 'spend') return { value: point.averageSpend, range: null };
  const { mean, interval } = point.frequency;
  return { value: mean, range: interval === null ? null : [interval.low, interval.high] };
};

/** The stretch of the axis: round numbers around the dots and their ranges, with the step between its lines. */
export const trendAxis = (
  dots: readonly TrendDot[],
): { readonly low: number; readonly high: number; readonly lines: readonly number[] } => {
  const all = dots.flatMap(({ value, range }) => [...(value === null ? [] : [value]), ...(range ?? [])]);
  if (all.length === 0) return { low: 0, high: 1, lines: [0, 1] };
  const lowest = Math.min(...all);
  const highest = Math.max(...all);
  const rough = Math.max((highest - lowest) / 3, Math.abs(highest) * 0.02, 1e-9);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((lead) => lead * power >= rough) ?? 10) * power;
  const first = Math.floor(lowest / step + 1e-9);
  const last = Math.max(Math.ceil(highest / step - 1e-9), first + 1);
  const lines = Array.from({ length: last - first + 1 }, (_, index) => {
    // 0.1 + 0.2 is not 0.3: a line is a whole number of steps, cut to what the step can say.
    const line = (first + index) * step;
    return Number(line.toPrecision(12));
  });
  return { low: lines[0] ?? 0, high: lines.at(-1) ?? 1, lines };
};
