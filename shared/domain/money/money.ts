declare const moneyBrand: unique symbol;

/** An amount in integer minor units of the shop's currency (cents, kuruş, whole forints). Never a fraction. */
export type Money = number & { readonly [moneyBrand]: 'Money' };

/**
 * Takes a plain number of minor units as money.
 * Throws a RangeError when it is not a safe integer: money is never rounded in silence.
 */
export function money(minorUnits: number): Money {
  if (!isMoney(minorUnits)) throw new RangeError(`Not an amount in whole minor units: ${minorUnits}`);
  return minorUnits;
}

/** Whether the number can be money: a safe integer and not -0, which would print as "-0.00". */
export function isMoney(minorUnits: number): minorUnits is Money {
  return Number.isSafeInteger(minorUnits) && !Object.is(minorUnits, -0);
}

export const noMoney: Money = money(0);

/** The same amount with the opposite sign. */
export function negateMoney(amount: Money): Money {
  return money(amount === 0 ? 0 : -amount);
}
