import type { settings as english } from '../en/settings.ts';
import type { SameKeys } from '../same-keys.ts';

export const settings = { title: 'Asetukset' } as const satisfies SameKeys<typeof english>;
