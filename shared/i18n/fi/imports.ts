import type { imports as english } from '../en/imports.ts';
import type { SameKeys } from '../same-keys.ts';

export const imports = { title: 'Tuonti' } as const satisfies SameKeys<typeof english>;
