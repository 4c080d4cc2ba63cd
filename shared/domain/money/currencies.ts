/** A currency a shop can be run in. */
export type Currency = {
  /** ISO 4217 code. */
  readonly code: string;
  /** Digits after the decimal separator: 2 means that the minor unit is a hundredth. */
  readonly digits: number;
  /** How people in its country write it, for input fields; amounts on screen are formatted by locale. */
  readonly symbolHint?: string;
};

/**
 * The currencies on offer at first run, with the digits shops use.
 *
 * Digits follow ISO 4217 except for HUF and IDR: on paper they have hundredths, but the fillér and the sen left
 * circulation long ago and no till rings them up, so their minor unit is the whole forint and the whole rupiah.
 */
export const currencies: readonly Currency[] = [
  { code: 'EUR', digits: 2, symbolHint: '€' },
  { code: 'TRY', digits: 2, symbolHint: '₺' },
  { code: 'HUF', digits: 0, symbolHint: 'Ft' },
  { code: 'IDR', digits: 0, symbolHint: 'Rp' },
  { code: 'MYR', digits: 2, symbolHint: 'RM' },
  { code: 'SGD', digits: 2, symbolHint: 'S$' },
  { code: 'SEK', digits: 2, symbolHint: 'kr' },
  { code: 'NOK', digits: 2, symbolHint: 'kr' },
  { code: 'DKK', digits: 2, symbolHint: 'kr' },
  { code: 'ISK', digits: 0, symbolHint: 'kr' },
  { code: 'GBP', digits: 2, symbolHint: '£' },
  { code: 'USD', digits: 2, symbolHint: '$' },
  { code: 'CAD', digits: 2, symbolHint: '$' },
  { code: 'AUD', digits: 2, symbolHint: '$' },
  { code: 'NZD', digits: 2, symbolHint: '$' },
  { code: 'CHF', digits: 2 },
  { code: 'PLN', digits: 2, symbolHint: 'zł' },
  { code: 'CZK', digits: 2, symbolHint: 'Kč' },
  { code: 'RON', digits: 2, symbolHint: 'lei' },
  { code: 'RSD', digits: 2, symbolHint: 'din.' },
  { code: 'UAH', digits: 2, symbolHint: '₴' },
  { code: 'AED', digits: 2 },
  { code: 'BND', digits: 2, symbolHint: 'B$' },
  { code: 'THB', digits: 2, symbolHint: '฿' },
  { code: 'PHP', digits: 2, symbolHint: '₱' },
  { code: 'INR', digits: 2, symbolHint: '₹' },
  { code: 'HKD', digits: 2, symbolHint: 'HK$' },
  { code: 'JPY', digits: 0, symbolHint: '¥' },
  { code: 'KRW', digits: 0, symbolHint: '₩' },
  { code: 'BRL', digits: 2, symbolHint: 'R$' },
  { code: 'MXN', digits: 2, symbolHint: '$' },
  { code: 'ZAR', digits: 2, symbolHint: 'R' },
];

const byCode: ReadonlyMap<string, Currency> = new Map(
  currencies.map((currency) => [currency.code, currency]),
);

/** Whether the code is in the table. */
export function isCurrencyCode(code: string): boolean {
  return byCode.has(code);
}

/** Digits after the decimal separator of a currency; throws a RangeError for a code that is not in the table. */
export function currencyDigits(code: string): number {
  const currency = byCode.get(code);
  if (currency === undefined) throw new RangeError(`Unknown currency: ${code}`);
  return currency.digits;
}
