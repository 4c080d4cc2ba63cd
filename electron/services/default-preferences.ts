import type { TillPreferences } from '#shared/contract/settings.ts';
import { minorUnitsPerEuro } from '#shared/domain/money/price-level.ts';

/** Largest amount that needs no question: 60 EUR in a café, 400 EUR elsewhere (ux.md §5), in minor units. */
function largestWithoutQuestion(kind: 'cafe' | 'salon' | 'other', currency: string): number {
  const euros = kind === 'cafe' ? 60 : 400;
  return euros * minorUnitsPerEuro(currency);
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
    // ux.md §4.
    lockMinutes: 5,
    sameCustomerMinutes: 24 * 60,
    leftHanded: false,
    shortNames: false,
    customerLanguage: null,
  };
}
