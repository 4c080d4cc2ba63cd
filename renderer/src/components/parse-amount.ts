/**
 * Reads a typed amount as minor units: comma or point as the decimal sign, spaces ignored, `digits` places
 * at most. Null when it is not an amount. "4,8" with two digits is 480.
 */
export const parseAmount = (typed: string, digits: number): number | null => {
  const text = typed.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  const match = /^(\d{1,9})(?:\.(\d*))?$/u.exec(text);
  if (match === null) return null;
  const fraction = match[2] ?? '';
  if (fraction.length > digits) return null;
  return Number(match[1]) * 10 ** digits + Number(fraction.padEnd(digits, '0') || '0');
};
