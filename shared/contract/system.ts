import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures } from './failures.ts';

/** Why the shop's file could not be opened; the file itself was left untouched. */
export const openFailure = z.object({
  code: z.enum(['Damaged', 'ForeignFile', 'NewerSchema', 'UpgradeFailed', 'ReadOnly', 'DiskFull', 'Unknown']),
  file: z.string(),
  errorId: z.string(),
  fileSchema: z.int().nullable(),
  ourSchema: z.int(),
});

export const systemState = z.object({
  state: z.enum(['ready', 'firstRun', 'failed']),
  /** Whether the screens work in the training and not in the shop. */
  training: z.boolean(),
  version: z.string(),
  schemaVersion: z.int(),
  desktop: z.boolean(),
  failure: openFailure.nullable(),
});

/** State of the application: the first thing a screen asks, answered also when the shop cannot be opened. */
export const system = {
  state: oc.output(systemState),
  /** Closes and opens the shop's file again, after the cause of a failure was removed. */
  retryOpen: oc.output(systemState),
  about: oc.errors(callFailures).output(
    z.object({
      version: z.string(),
      schemaVersion: z.int(),
      dataDir: z.string(),
      databaseFile: z.string(),
      databaseBytes: z.int(),
      customers: z.int(),
      visits: z.int(),
    }),
  ),
};

export type SystemState = z.infer<typeof systemState>;
export type OpenFailure = z.infer<typeof openFailure>;
