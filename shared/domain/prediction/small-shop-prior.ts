/**
 * The weak prior of prediction.md §7.4: ln density without its constant, at parameters θ = (ln r, ln alpha, ln a, ln b);
 * adds its gradient times `scale` to `gradient`. It compares only ratios and counts, so the unit of time does not matter.
 */
export function logPrior(
  theta: Float64Array,
  k: number,
  typicalGapWeeks: number,
  gradient: Float64Array,
  scale: number,
): number {
  const [logR = 0, logAlpha = 0, logA = 0, logB = 0] = theta;
  const a = Math.exp(logA);
  const b = Math.exp(logB);
  const gap = logAlpha + Math.log(k) - logR - Math.log(typicalGapWeeks);
  const shape = logR - 0.3;
  const leaving = logA - logB + 1.5;
  const firmness = Math.log(a + b) - 1;
  gradient[0] = (gradient[0] ?? 0) + scale * (gap - shape);
  gradient[1] = (gradient[1] ?? 0) - scale * gap;
  gradient[2] = (gradient[2] ?? 0) - scale * (leaving + (firmness * a) / (a + b));
  gradient[3] = (gradient[3] ?? 0) + scale * (leaving - (firmness * b) / (a + b));
  return -0.5 * (gap * gap + shape * shape + leaving * leaving + firmness * firmness);
}
