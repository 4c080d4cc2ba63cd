import { SeededRandom } from '../demo/seeded-random.ts';
import { type Interval, quantiles } from '../statistics/index.ts';

const resamples = 2000;
/** Draws at most; larger groups get fewer resamples, whose quantiles are then the steadier for it. */
const mostDraws = 20_000_000;
const fewestResamples = 400;

export interface MeanDifferenceInterval {
  readonly difference: number;
  /** 95 %: 2.5 and 97.5 % quantiles of the resampled differences. */
  readonly interval: Interval;
}

/**
 * Difference of two means, a - b, with the percentile bootstrap interval (Efron 1979), each group resampled on its own:
 * it needs no shape of the spend, which is 0 for most and large for few. The seed makes it the same every time it is
 * looked at. Null below 2 values on either side.
 */
export function bootstrapDifference(
  a: readonly number[],
  b: readonly number[],
  seed: number,
): MeanDifferenceInterval | null {
  if (a.length < 2 || b.length < 2) return null;
  const random = new SeededRandom(seed);
  const count = Math.max(fewestResamples, Math.min(resamples, Math.floor(mostDraws / (a.length + b.length))));
  const valuesA = Float64Array.from(a);
  const valuesB = Float64Array.from(b);
  const differences = Array.from(
    { length: count },
    () => resampledMean(valuesA, random) - resampledMean(valuesB, random),
  );
  const [low = 0, high = 0] = quantiles(differences, [0.025, 0.975]) ?? [];
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return { difference: mean(valuesA) - mean(valuesB), interval: { low, high } };
}

function resampledMean(values: Float64Array, random: SeededRandom): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[random.below(values.length)] ?? 0;
  return sum / values.length;
}
