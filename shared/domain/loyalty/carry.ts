/** An exact fraction of a point that is carried to the next visit, so that small sums add up. `den` > 0, reduced. */
export interface Carry {
  readonly num: number;
  readonly den: number;
}

export const noCarry: Carry = { num: 0, den: 1 };

/**
 * Remainders are kept on a grid that every usual rule divides (2^8 x 3^2 x 5^6 x 7 x 11 x 13), so that no row of rule
 * changes can make a denominator grow without end and stop the till. A rate off the grid, such as a point for 17, is
 * rounded by less than one part in 36,036,000,000, always in the customer's favour: whole points stay those of exact
 * arithmetic until more than grid / den visits were rounded.
 */
const grid = 36_036_000_000n;

/** The same as a number, for sums of many remainders: whoever is on the grid is a whole number of its parts. */
export const carryGrid = Number(grid);

/** The greatest common divisor of numbers that are safe integers. */
function smallGcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

/** A fraction of safe integers, reduced; null when one of them is not. Nearly every sum of a shop takes this short way. */
function reducedSmall(num: number, den: number): Carry | null {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return null;
  if (num === 0) return noCarry;
  const divisor = smallGcd(num, den);
  return { num: num / divisor, den: den / divisor };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/** Products of amounts, rates and multipliers may pass the safe integers before they are reduced. */
function reduced(num: bigint, den: bigint): Carry {
  const divisor = gcd(num, den) || 1n;
  const result = { num: Number(num / divisor), den: Number(den / divisor) };
  if (!Number.isSafeInteger(result.num) || !Number.isSafeInteger(result.den)) {
    throw new RangeError('carry is out of range');
  }
  return result;
}

/** Floor of a division whatever the signs; `den` > 0. */
function floorDiv(num: bigint, den: bigint): bigint {
  const quotient = num / den;
  return num < 0n && quotient * den !== num ? quotient - 1n : quotient;
}

/** A fraction on the grid: exact where the grid holds it, else the next one above or below. */
function onGrid(num: bigint, den: bigint, round: 'up' | 'down'): Carry {
  if (grid % (den / gcd(num, den)) === 0n) return reduced(num, den);
  const scaled = round === 'down' ? floorDiv(num * grid, den) : -floorDiv(-num * grid, den);
  return reduced(scaled, grid);
}

/** A sum of numerators over one denominator as a carry, reduced. @throws RangeError beyond the safe integers */
export function carryOf(num: number, den: number): Carry {
  return reducedSmall(num, den) ?? reduced(BigInt(num), BigInt(den));
}

/**
 * Sum of two fractions, exact.
 * @throws RangeError beyond the safe integers; fractions of the grid never get there
 */
export function addCarry(a: Carry, b: Carry): Carry {
  if (a.num === 0) return b;
  if (b.num === 0) return a;
  const [left, right, den] = [a.num * b.den, b.num * a.den, a.den * b.den];
  const isSmall = Number.isSafeInteger(left) && Number.isSafeInteger(right);
  const small = a.den === b.den ? reducedSmall(a.num + b.num, a.den) : null;
  const sum = small ?? (isSmall ? reducedSmall(left + right, den) : null);
  if (sum) return sum;
  return reduced(
    BigInt(a.num) * BigInt(b.den) + BigInt(b.num) * BigInt(a.den),
    BigInt(a.den) * BigInt(b.den),
  );
}

export function negateCarry(carry: Carry): Carry {
  return { num: 0 - carry.num, den: carry.den };
}

/** What an amount of money is worth in points. */
export interface PointsRate {
  readonly points: number;
  /** Minor units. */
  readonly per: number;
  /** Multipliers: bonus window, tier. */
  readonly factors: readonly Carry[];
}

function gained(amount: number, { points, per, factors }: PointsRate): { num: bigint; den: bigint } {
  return {
    num: factors.reduce((product, { num }) => product * BigInt(num), BigInt(amount) * BigInt(points)),
    den: factors.reduce((product, { den }) => product * BigInt(den), BigInt(per)),
  };
}

/**
 * `points` for every `per` minor units of `amount`, times the factors, as an exact fraction of points.
 * @throws RangeError beyond the safe integers
 */
export function pointsFraction(
  amount: number,
  points: number,
  per: number,
  ...factors: readonly Carry[]
): Carry {
  const { num, den } = gained(amount, { points, per, factors });
  return reduced(num, den);
}

/** No visit earns more whole points than this, whatever the rules say: sums of them stay safe. */
export const mostPointsOfVisit = 1_000_000_000;

/** `splitGain` where all products are safe integers and the remainder is on the grid; else null. */
function splitSmallGain(
  carry: Carry,
  amount: number,
  { points, per, factors }: PointsRate,
): { readonly whole: number; readonly rest: Carry } | null {
  let [num, den] = [amount * points, per];
  for (const factor of factors) [num, den] = [num * factor.num, den * factor.den];
  const [scaled, added] = [num * carry.den, carry.num * den];
  den *= carry.den;
  if (!Number.isSafeInteger(scaled) || !Number.isSafeInteger(added)) return null;
  const total = reducedSmall(scaled + added, den);
  if (!total || carryGrid % total.den !== 0) return null;
  const split = splitWhole(total);
  return split.whole > mostPointsOfVisit ? null : split;
}

/** Whole points that an amount and a carried remainder make, and the remainder that is carried on. Never throws. */
export function splitGain(
  carry: Carry,
  amount: number,
  rate: PointsRate,
): { readonly whole: number; readonly rest: Carry } {
  const small = splitSmallGain(carry, amount, rate);
  if (small) return small;
  const gain = gained(amount, rate);
  const den = gain.den * BigInt(carry.den);
  const num = gain.num * BigInt(carry.den) + BigInt(carry.num) * gain.den;
  const whole = num < 0n ? 0n : num / den;
  if (whole >= BigInt(mostPointsOfVisit)) return { whole: mostPointsOfVisit, rest: noCarry };
  // Rounding up may complete a point.
  const { whole: completed, rest } = splitWhole(onGrid(num - whole * den, den, 'up'));
  return { whole: Number(whole) + completed, rest };
}

/** Whole points of `amount` after a carried change of the remainder was taken off: what `splitGain` made of it. */
export function wholeOfGain(amount: number, rate: PointsRate, carry: Carry): number {
  const gain = gained(amount, rate);
  const den = gain.den * BigInt(carry.den);
  return Number(floorDiv(gain.num * BigInt(carry.den) - BigInt(carry.num) * gain.den, den));
}

/**
 * The share `part / all` of what an amount earned and of `extra` points, less `forfeited` points: whole points and a
 * fraction on the grid, rounded in the customer's favour; never below zero.
 */
export function shareOfGain(
  amount: number,
  rate: PointsRate,
  share: {
    readonly part: number;
    readonly all: number;
    readonly extra: number;
    readonly forfeited: number;
  },
): { readonly whole: number; readonly rest: Carry } {
  const gain = gained(amount, rate);
  const den = gain.den * BigInt(share.all);
  const num =
    (gain.num + BigInt(share.extra) * gain.den) * BigInt(share.part) - BigInt(share.forfeited) * den;
  if (num <= 0n) return { whole: 0, rest: noCarry };
  return { whole: Number(num / den), rest: onGrid(num % den, den, 'down') };
}

/** Whole points of a fraction and what is left; a negative fraction (after an undo) gives no points yet. */
export function splitWhole(total: Carry): { readonly whole: number; readonly rest: Carry } {
  const whole = Math.max(0, Math.floor(total.num / total.den));
  return { whole, rest: less(total, whole) };
}

function less(total: Carry, whole: number): Carry {
  const small = reducedSmall(total.num - whole * total.den, total.den);
  if (small) return small;
  return reduced(BigInt(total.num) - BigInt(whole) * BigInt(total.den), BigInt(total.den));
}
