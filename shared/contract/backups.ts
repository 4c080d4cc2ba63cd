import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures } from './failures.ts';
import { moment } from './schema.ts';

export const backups = {
  /** Writes a checked copy of the shop's file into `backups/` of the data directory. */
  saveCopy: oc
    .errors({ ...callFailures, BackupFailed: failures.BackupFailed })
    .output(z.object({ file: z.string(), bytes: z.int(), at: moment, customers: z.int(), visits: z.int() })),
  /** When the newest copy was written; null = never. */
  latest: oc.errors(callFailures).output(z.object({ at: moment.nullable(), file: z.string().nullable() })),
};
