import type { imported as english } from '../en/imported.ts';
import type { SameKeys } from '../same-keys.ts';

export const imported = {
  withdrawn: 'Peruttu tuonnin mukana',
  unnamed: 'Asiakas {{ref}}',
} as const satisfies SameKeys<typeof english>;
