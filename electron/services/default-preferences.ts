import type { TillPreferences } from '#shared/contract/settings.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';

/** Coarse price level of a currency against the euro, in whole units: only sets limits that ask a question. */
const unitsPerEuro: Readonly<Record<string, number>> = {
  TRY: 40,
  HUF: 400,
  IDR: 18_000,
  JPY: 160,
  MYR: 5,
  CZK: 25,
  SEK: 11,
  NOK: 11,
  DKK: 7,
  PLN: 4,
  RON: 5,
};

/** Largest amount that needs no question: 60 EUR in a café, 400 EUR elsewhere (ux.md §5), in minor units. */
function largestWithoutQuestion(kind: 'cafe' | 'salon' | 'other', currency: string): number {
  const euros = kind === 'cafe' ? 60 : 400;
  return euros * (unitsPerEuro[currency] ?? 1) * 10 ** currencyDigits(currency);
}

/** What a new shop of this kind starts with; the owner can change all of it. */
export function defaultPreferences(kind: 'cafe' | 'salon' | 'other', currency: string): TillPreferences {
  return {
    amountRule: 'required',
    largestWithoutQuestion: largestWithoutQuestion(kind, currency),
    usuallyHere: true,
    sounds: false,
    keyCaps: true,
    // Activity window W: café 60 days, salon 120 (metrics.md §0).
    activityWindow: kind === 'salon' ? 120 : 60,
    rushMode: false,
  };
}
