import { oc } from '@orpc/contract';
import * as z from 'zod';
import { dataSheet } from './data-sheet.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { id, moment, requestId } from './schema.ts';

/** What forgetting somebody takes away and what stays. */
export const personToForget = z.object({
  customerId: id,
  name: z.string(),
  /** Visits that stay without a name. */
  visits: z.int(),
  notes: z.int(),
  cards: z.int(),
  /** Older copies of the shop on this computer, which go. */
  copiesHere: z.int(),
  /** Backups on sticks and in folders, which stay and forget when they are restored. */
  backupsElsewhere: z.int(),
});

/** Somebody who was forgotten. */
export const erasure = z.object({
  customerId: id,
  at: moment,
  visits: z.int(),
  cause: z.enum(['asked', 'retention', 'restored']),
  staffName: z.string(),
});

/** What customers can ask of the shop about their own data. */
export const privacy = {
  /** Everything that is kept about somebody, to hand to them. */
  dataSheet: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(dataSheet),
  toForget: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(personToForget),
  /** Takes away for ever who somebody is; what they did stays as figures. */
  erase: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(z.object({ requestId, customerId: id }))
    .output(erasure),
  /** Everybody who was forgotten, newest first. */
  forgotten: oc.errors(callFailures).output(
    z.object({
      people: z.array(erasure),
      /** Older copies on this computer are still being taken away. */
      isCleaning: z.boolean(),
    }),
  ),
};

export type PersonToForget = z.infer<typeof personToForget>;
export type ErasureView = z.infer<typeof erasure>;
