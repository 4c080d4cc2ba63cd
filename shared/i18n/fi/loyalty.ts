import type { loyalty as english } from '../en/loyalty.ts';
import type { SameKeys } from '../same-keys.ts';

export const loyalty = { title: 'Kanta-asiakasohjelma' } as const satisfies SameKeys<typeof english>;
