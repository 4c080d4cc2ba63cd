import type { items as english } from '../en/items.ts';
import type { SameKeys } from '../same-keys.ts';

export const items = { title: 'Tuotteet' } as const satisfies SameKeys<typeof english>;
