/** An exact fraction of a point that is carried to the next visit, so that small sums add up. `den` > 0, reduced. */
export interface Carry {
  readonly num: number;
  readonly den: number;
}

export const noCarry: Carry = { num: 0, den: 1 };

function gcd(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)];
  while (y > 0) [x, y] = [y, x % y];
  return x;
}

function reduced(num: number, den: number): Carry {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) throw new RangeError('carry is out of range');
  const divisor = gcd(num, den) || 1;
  // `+ 0` turns -0 into 0.
  return { num: num / divisor + 0, den: den / divisor };
}

/**
 * Sum of two fractions, exact. Rules use at most a few different denominators, so it stays small.
 * @throws RangeError beyond the safe integers
 */
export function addCarry(a: Carry, b: Carry): Carry {
  const den = (a.den / gcd(a.den, b.den)) * b.den;
  return reduced(a.num * (den / a.den) + b.num * (den / b.den), den);
}

export function negateCarry(carry: Carry): Carry {
  return { num: 0 - carry.num, den: carry.den };
}

/** `points` for every `per` minor units of `amount`, as an exact fraction of points. */
export function pointsFraction(amount: number, points: number, per: number): Carry {
  return reduced(amount * points, per);
}

/** Whole points of a fraction and what is left; a negative fraction (after an undo) gives no points yet. */
export function splitWhole(total: Carry): { readonly whole: number; readonly rest: Carry } {
  const whole = Math.max(0, Math.floor(total.num / total.den));
  return { whole, rest: reduced(total.num - whole * total.den, total.den) };
}
