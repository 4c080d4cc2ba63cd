/**
 * A number as the shortest decimal text that reads back as the same number, never with an exponent: 1e-7 is
 * "0.0000001", -0 is "0". The same on every computer (ECMAScript, Number::toString).
 * Throws a RangeError for what has no decimal text.
 */
export function decimalText(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a number that can be written down: ${value}`);
  const [mantissa = '', exponent] = String(value).split('e');
  if (value === 0) return '0';
  return exponent === undefined ? mantissa : withoutExponent(mantissa, Number(exponent));
}

function withoutExponent(mantissa: string, exponent: number): string {
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return `${sign}${digits}${'0'.repeat(point - digits.length)}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Minor units as a decimal number with exactly so many digits: 1234 with 2 is "12.34", -5 is "-0.05". */
export function minorText(minor: number, digits: number): string {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`Not an amount in whole minor units: ${minor}`);
  const padded = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  if (digits === 0) return sign + padded;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}
