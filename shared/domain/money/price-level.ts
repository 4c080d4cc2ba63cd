import { currencyDigits } from './currencies.ts';

/** Coarse price level of a currency against the euro, in whole units: for limits that ask and for made-up prices. */
const unitsPerEuro: Readonly<Record<string, number>> = {
  TRY: 40,
  HUF: 400,
  IDR: 18_000,
  MYR: 5,
  SGD: 1.5,
  SEK: 11,
  NOK: 11,
  DKK: 7,
  ISK: 150,
  CAD: 1.5,
  AUD: 1.7,
  NZD: 2,
  PLN: 4,
  CZK: 25,
  RON: 5,
  RSD: 117,
  UAH: 45,
  AED: 4,
  BND: 1.5,
  THB: 38,
  PHP: 62,
  INR: 90,
  HKD: 8.5,
  JPY: 160,
  KRW: 1500,
  BRL: 6,
  MXN: 20,
  ZAR: 20,
};

/** Minor units of a currency that are worth about one euro; a round figure, no rate of any day. */
export function minorUnitsPerEuro(currency: string): number {
  return Math.round((unitsPerEuro[currency] ?? 1) * 10 ** currencyDigits(currency));
}

/**
 * A price as a shop would write it: about `euroCents` hundredths of a euro in the currency, rounded to the step (1, 2 or
 * 5 times a power of ten) that is nearest to ten cents, never below one step. Minor units.
 */
export function shopPrice(euroCents: number, currency: string): number {
  const perEuro = minorUnitsPerEuro(currency);
  const tenth = perEuro / 10;
  const power = 10 ** Math.floor(Math.log10(tenth));
  const steps = [1, 2, 5, 10].map((step) => step * power).filter((step) => step >= 1);
  const step = steps.reduce(
    (best, one) => (Math.abs(Math.log(one / tenth)) < Math.abs(Math.log(best / tenth)) ? one : best),
    steps[0] ?? 1,
  );
  return Math.max(1, Math.round((euroCents * perEuro) / 100 / step)) * step;
}
