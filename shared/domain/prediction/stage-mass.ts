/** Probabilities of whole numbers from `first` on; they sum to 1. */
export interface StageMass {
  readonly first: number;
  readonly mass: Float64Array;
}

/** Probabilities smaller than this part of the largest are left out. */
const negligible = 1e-18;
const room = new Float64Array(1 << 20);

/**
 * How many exponential stages somebody active will have completed `weeks` after the end of observation, counted from the
 * last visit: j before the end (j < k, weights c_j of prediction.md §3) and N_j ~ negative binomial(n + j, z) after it.
 * Because (n)_j (n+j)_i = (n)_(i+j), the sum over j is one negative binomial(n, z) times Σ_j C(s, j) w^j with
 * w = u (1 - z)/z: all terms positive, nothing cancels. Built outward from the mode by ratios and divided by its sum.
 * @param n r + kx, @param waited u, @param z weeks / (alpha + age + weeks), in (0, 1)
 */
export function stageMass(n: number, waited: number, z: number, k: number): StageMass {
  const w = (waited * (1 - z)) / z;
  const before = (s: number): number => {
    let term = 1;
    let sum = 1;
    for (let j = 0; j < k - 1 && j < s; j += 1) {
      term *= ((s - j) / (j + 1)) * w;
      sum += term;
    }
    return sum;
  };
  const scaled = k === 1 || w === 0 ? () => 1 : before;
  const mode = n > 1 ? Math.floor(((n - 1) * z) / (1 - z)) : 0;
  const down: number[] = [];
  const atMode = scaled(mode);
  let most = atMode;
  let base = 1;
  for (let s = mode; s > 0; s -= 1) {
    base *= s / (z * (n + s - 1));
    const value = base * scaled(s - 1);
    if (value < negligible * most) break;
    down.push(value);
  }
  const first = mode - down.length;
  let length = 0;
  let sum = 0;
  for (const value of down.reverse()) {
    room[length] = value;
    sum += value;
    length += 1;
  }
  base = 1;
  for (let s = mode, value = atMode; length < room.length; s += 1) {
    room[length] = value;
    sum += value;
    length += 1;
    base *= (z * (n + s)) / (s + 1);
    value = base * scaled(s + 1);
    most = Math.max(most, value);
    // The first 2k terms are kept however small: over a short time the chance of one visit is all of the answer.
    if (value < negligible * most && s > mode + 2 * k) break;
  }
  const mass = room.slice(0, length);
  for (let i = 0; i < length; i += 1) mass[i] = (mass[i] ?? 0) / sum;
  return { first, mass };
}
