/**
 * Probabilities of whole numbers from `first` on; they sum to 1. A view of one shared room that the next call of
 * `stageMass` overwrites: copying took a fifth of the time of forecasting a shop.
 */
export interface StageMass {
  readonly first: number;
  readonly mass: Float64Array;
}

/** Probabilities smaller than this part of the largest are left out. */
const negligible = 1e-16;
const room = new Float64Array(1 << 20);

/** Σ_(j < k) C(s, j) w^j. */
function waysBefore(s: number, k: number, w: number): number {
  let term = 1;
  let sum = 1;
  for (let j = 1; j < k; j += 1) {
    term *= ((s - j + 1) / j) * w;
    sum += term;
  }
  return sum;
}

/**
 * How many exponential stages somebody active will have completed `weeks` after the end of observation, counted from the
 * last visit: j before the end (j < k, weights c_j of prediction.md §3) and N_j ~ negative binomial(n + j, z) after it.
 * Because (n)_j (n+j)_i = (n)_(i+j), the sum over j is one negative binomial(n, z) times Σ_j C(s, j) w^j with
 * w = u (1 - z)/z: all terms positive, nothing cancels. Built outward from the mode by ratios and divided by its sum.
 * @param n r + kx
 * @param waited u
 * @param z weeks / (alpha + age + weeks), in (0, 1)
 */
export function stageMass(n: number, waited: number, z: number, k: number): StageMass {
  const w = (waited * (1 - z)) / z;
  const mode = n > 1 ? Math.floor(((n - 1) * z) / (1 - z)) : 0;
  const atMode = waysBefore(mode, k, w);
  // Downward both factors fall; the room is filled from its middle so that both ways go without copying.
  const middle = Math.min(mode, room.length / 2);
  let least = middle;
  let sum = 0;
  let base = 1;
  for (let s = mode; s > mode - middle; s -= 1) {
    base *= s / (z * (n + s - 1));
    const value = base * waysBefore(s - 1, k, w);
    if (value < negligible * atMode) break;
    least -= 1;
    room[least] = value;
    sum += value;
  }
  let most = atMode;
  let end = middle;
  base = 1;
  for (let s = mode, value = atMode; end < room.length; s += 1) {
    room[end] = value;
    sum += value;
    end += 1;
    base *= (z * (n + s)) / (s + 1);
    value = base * waysBefore(s + 1, k, w);
    if (value > most) most = value;
    // The first 2k terms are kept however small: over a short time the chance of one visit is all of the answer.
    else if (value < negligible * most && s > mode + 2 * k) break;
  }
  const mass = room.subarray(least, end);
  const scale = 1 / sum;
  for (let i = 0; i < mass.length; i += 1) mass[i] = (mass[i] ?? 0) * scale;
  return { first: mode - (middle - least), mass };
}
