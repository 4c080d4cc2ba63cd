import { english } from './en/english.ts';
import { finnish } from './fi/finnish.ts';
import type { Language } from './language.ts';
import type { SameKeys } from './same-keys.ts';

/** The texts of one language, by namespace; English is the source of the keys. */
export type Resources = typeof english;

/** Every text of the product, for tests and for programs that need all languages at once. */
export const resources = { en: english, fi: finnish } as const satisfies Record<
  Language,
  SameKeys<Resources>
>;
