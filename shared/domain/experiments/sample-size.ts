import { z95 } from '../statistics/index.ts';

/** The 80 % point of the standard normal distribution: 80 % power. */
const z80 = 0.8416212335729143;

export interface SampleSize {
  /** People needed in the holdout and in the group that gets the treatment. */
  readonly control: number;
  readonly treated: number;
}

/**
 * People an experiment needs to show, with 80 % power, that the share who come back moves from `base` to `target`, when
 * the verdict is Fisher's exact test at 5 %: the two-sided normal formula for unequal groups with the continuity correction
 * that fits the exact test (Fleiss, Tytun and Ury 1980). Without the correction the promise would be broken: the exact
 * test is stricter.
 * @param treatedPerControl people treated for each in the holdout; 1 for two halves
 * @throws RangeError for shares outside 0..1, equal shares, or a ratio that is not above 0
 */
export function sampleSize(base: number, target: number, treatedPerControl = 1): SampleSize {
  const ratio = treatedPerControl;
  const possible = base >= 0 && base <= 1 && target >= 0 && target <= 1 && base !== target;
  if (!possible || !(ratio > 0) || !Number.isFinite(ratio)) throw new RangeError('Nothing to be shown');
  const apart = Math.abs(target - base);
  const mean = (base + ratio * target) / (ratio + 1);
  const spread = Math.sqrt(ratio * base * (1 - base) + target * (1 - target));
  const normal =
    (z95 * Math.sqrt((ratio + 1) * mean * (1 - mean)) + z80 * spread) ** 2 / (ratio * apart ** 2);
  const corrected = (normal / 4) * (1 + Math.sqrt(1 + (2 * (ratio + 1)) / (normal * ratio * apart))) ** 2;
  return { control: Math.ceil(corrected), treated: Math.ceil(ratio * corrected) };
}
