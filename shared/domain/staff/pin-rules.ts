/** Digits of a PIN, at least and at most. */
export const pinLengths = { min: 4, max: 8 } as const;

/** Patterns of the keypad and of habit, beyond those the rules below already find. */
const common = new Set([
  ...['1004', '1379', '1397', '2468', '8642', '1357', '7531', '2580', '0852', '5683', '6969', '4711', '0007'],
  ...['1472', '1478', '3698', '9632', '7410', '1590', '3570', '5150', '0420', '2229'],
  ...['147258', '258369', '159753', '159357', '112233', '102030', '246810', '135790', '147852', '741852'],
  ...['14725836', '11223344', '10203040', '12481632'],
]);

/** Why a PIN cannot be used, as far as its digits tell; null when they may be used. */
export type PinWeakness = 'length' | 'digits' | 'repeats' | 'run' | 'date' | 'common';

/**
 * Whether a PIN is among those a thief would try first: repeated digits or blocks (1111, 1212, 123123), runs up or down
 * (3456, 9876, also over the 0), years 1900 to 2099, calendar days in any usual order, and the commonest patterns.
 */
export function pinWeakness(pin: string): PinWeakness | null {
  if (!/^\d*$/.test(pin)) return 'digits';
  if (pin.length < pinLengths.min || pin.length > pinLengths.max) return 'length';
  if (isRepeated(pin)) return 'repeats';
  if (isRun(pin)) return 'run';
  if (isDate(pin)) return 'date';
  return common.has(pin) ? 'common' : null;
}

/** Two different digits at most, or one block over and over. */
function isRepeated(pin: string): boolean {
  if (new Set(pin).size <= 2) return true;
  for (let size = 1; size * 2 <= pin.length; size += 1) {
    if (pin.length % size === 0 && pin.slice(0, size).repeat(pin.length / size) === pin) return true;
  }
  return false;
}

/** Each digit one more, or each one less, than the one before; 0 follows 9. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, index) => (Number(digit) - Number(pin[index]) + 10) % 10);
  return steps.every((step) => step === 1) || steps.every((step) => step === 9);
}

const isMonth = (text: string): boolean => Number(text) >= 1 && Number(text) <= 12;
const isYear = (text: string): boolean => text.startsWith('19') || text.startsWith('20');

function isDayOfMonth(day: string, month: string): boolean {
  const days = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return isMonth(month) && Number(day) >= 1 && Number(day) <= (days[Number(month) - 1] ?? 0);
}

/** Day and month in either order. */
const isDayAndMonth = (text: string): boolean =>
  isDayOfMonth(text.slice(0, 2), text.slice(2)) || isDayOfMonth(text.slice(2), text.slice(0, 2));

function isDate(pin: string): boolean {
  if (pin.length === 4) return isYear(pin) || isDayAndMonth(pin);
  if (pin.length === 6) return isDayAndMonth(pin.slice(0, 4)) || isDayAndMonth(pin.slice(2));
  if (pin.length !== 8) return false;
  return (
    (isYear(pin.slice(4)) && isDayAndMonth(pin.slice(0, 4))) ||
    (isYear(pin.slice(0, 4)) && isDayAndMonth(pin.slice(4)))
  );
}
