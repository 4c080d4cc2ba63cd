import type { month as english } from '../en/month.ts';
import type { SameKeys } from '../same-keys.ts';

export const month = { title: 'Kuukausi' } as const satisfies SameKeys<typeof english>;
