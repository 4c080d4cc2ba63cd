/** A function to minimise: returns its value at `at` and writes its gradient. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  /** Largest |component| of the gradient there. */
  readonly gradient: number;
  readonly evaluations: number;
  /** Some coordinate ended at the box. */
  readonly atBox: boolean;
}

export interface MinimiseOptions {
  /** Every coordinate stays within ± this. */
  readonly box: number;
  /** Stop when no component of the gradient is larger. */
  readonly tolerance: number;
  readonly maxEvaluations: number;
  /**
   * Ends at a wall of the box from which the function falls on outward, once no other slope is larger than this: for whoever
   * refuses such an end anyway, since its last digits would take longest.
   */
  readonly endAtWall?: number;
}

interface Correction {
  readonly step: Float64Array;
  readonly change: Float64Array;
  readonly product: number;
}

const memory = 7;
/** Sums of tens of thousands of logarithms are right to about this part. */
const rounding = 1e-11;
/** After so many moves in a row that neither lower the value by more than rounding nor halve the slope, none will. */
const idleMoves = 5;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

const largest = (vector: Float64Array): number => {
  let most = 0;
  for (const value of vector) most = Math.max(most, Math.abs(value));
  return most;
};

/** The gradient without the components that push against a wall of the box. */
function insideBox(at: Float64Array, gradient: Float64Array, box: number): Float64Array {
  return gradient.map((slope, i) => {
    const here = at[i] ?? 0;
    return (here >= box && slope < 0) || (here <= -box && slope > 0) ? 0 : slope;
  });
}

/** Whether the function falls on beyond a wall at which a coordinate ended. */
const pushesOut = (raw: Float64Array, inside: Float64Array): boolean =>
  raw.some((slope, i) => slope !== 0 && inside[i] === 0);

/** The two-loop recursion: minus the approximate inverse Hessian times the gradient. */
function direction(gradient: Float64Array, corrections: readonly Correction[]): Float64Array {
  const found = gradient.map((slope) => -slope);
  const weights: number[] = [];
  for (const { step, change, product } of corrections.toReversed()) {
    const weight = dot(step, found) / product;
    weights.push(weight);
    for (let i = 0; i < found.length; i += 1) found[i] = (found[i] ?? 0) - weight * (change[i] ?? 0);
  }
  const newest = corrections.at(-1);
  const scale = newest ? newest.product / dot(newest.change, newest.change) : 1;
  for (let i = 0; i < found.length; i += 1) found[i] = (found[i] ?? 0) * scale;
  corrections.forEach(({ step, change, product }, index) => {
    const weight = (weights[corrections.length - 1 - index] ?? 0) - dot(change, found) / product;
    for (let i = 0; i < found.length; i += 1) found[i] = (found[i] ?? 0) + weight * (step[i] ?? 0);
  });
  return found;
}

/**
 * Minimises by L-BFGS (Nocedal and Wright, Numerical Optimization, algorithm 7.4; memory 7) with a backtracking line
 * search inside a box. Ends without an error where it can get no further: look at `gradient` before using the result.
 */
export function minimise(objective: Objective, start: Float64Array, options: MinimiseOptions): Minimum {
  const { box, tolerance, maxEvaluations, endAtWall = 0 } = options;
  const clip = (value: number) => Math.min(box, Math.max(-box, value));
  let at: Float64Array = start.map(clip);
  const raw = new Float64Array(at.length);
  let value = objective(at, raw);
  let gradient = insideBox(at, raw, box);
  let evaluations = 1;
  let corrections: Correction[] = [];
  let idle = 0;
  let gentlest = largest(gradient);
  while (largest(gradient) > tolerance && evaluations < maxEvaluations && idle < idleMoves) {
    let way = direction(gradient, corrections);
    let slope = dot(way, gradient);
    if (!(slope < 0)) {
      corrections = [];
      way = gradient.map((one) => -one);
      slope = dot(way, gradient);
    }
    // The first step has no scale yet; later ones may not leap out of what the model knows.
    let length = Math.min(corrections.length === 0 ? 1 / Math.sqrt(-slope) : 1, 3 / largest(way));
    let moved: { at: Float64Array; raw: Float64Array; value: number } | null = null;
    while (moved === null && evaluations < maxEvaluations && length > 1e-14) {
      const next = at.map((here, i) => clip(here + length * (way[i] ?? 0)));
      const nextRaw = new Float64Array(at.length);
      const nextValue = objective(next, nextRaw);
      evaluations += 1;
      const falls = nextValue <= value + 1e-4 * length * slope;
      // Near the minimum the value changes less than it is rounded by; the gradient still tells the way (Hager and Zhang).
      const flat = Math.abs(nextValue - value) <= rounding * Math.abs(value);
      const gentler = flat && largest(insideBox(next, nextRaw, box)) < largest(gradient);
      if (falls || gentler) moved = { at: next, raw: nextRaw, value: nextValue };
      else length *= Number.isFinite(nextValue) ? shrinking(value, slope, nextValue, length) : 0.1;
    }
    if (moved === null) {
      if (corrections.length === 0) break;
      corrections = [];
      continue;
    }
    const nextGradient = insideBox(moved.at, moved.raw, box);
    const step = moved.at.map((here, i) => here - (at[i] ?? 0));
    const change = nextGradient.map((here, i) => here - (gradient[i] ?? 0));
    const product = dot(step, change);
    if (product > 1e-12 * dot(change, change)) {
      corrections = [...corrections.slice(1 - memory), { step, change, product }];
    }
    const slopeNow = largest(nextGradient);
    const isFlat = Math.abs(moved.value - value) <= 10 * rounding * Math.max(1, Math.abs(value));
    idle = isFlat && slopeNow > gentlest / 2 ? idle + 1 : 0;
    gentlest = Math.min(gentlest, slopeNow);
    at = moved.at;
    value = moved.value;
    gradient = nextGradient;
    if (slopeNow < endAtWall && pushesOut(moved.raw, gradient)) break;
  }
  return {
    at,
    value,
    gradient: largest(gradient),
    evaluations,
    atBox: at.some((here) => Math.abs(here) >= box),
  };
}

/** By how much to shorten a step that went too far: the minimum of the parabola through what is known, within limits. */
function shrinking(value: number, slope: number, nextValue: number, length: number): number {
  const best = (-slope * length) / (2 * (nextValue - value - slope * length));
  return Math.min(0.5, Math.max(0.1, best));
}
