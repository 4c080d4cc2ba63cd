import type { till as english } from '../en/till.ts';
import type { SameKeys } from '../same-keys.ts';

export const till = { title: 'Kassa' } as const satisfies SameKeys<typeof english>;
