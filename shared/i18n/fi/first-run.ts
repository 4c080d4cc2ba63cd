import type { firstRun as english } from '../en/first-run.ts';
import type { SameKeys } from '../same-keys.ts';

export const firstRun = { title: 'Millainen paikka tämä on?' } as const satisfies SameKeys<typeof english>;
