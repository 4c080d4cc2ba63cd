import { common } from './common.ts';
import { failures } from './failures.ts';
import { safety } from './safety.ts';
import { shell } from './shell.ts';
import { till } from './till.ts';
import { tillActs } from './till-acts.ts';

/** The texts a start of the till needs; the others come with the first other screen. */
export const start = { common, failures, safety, shell, till, tillActs } as const;
