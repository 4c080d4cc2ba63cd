import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { day, id, line, moment, requestId } from './schema.ts';

/** Something somebody asked about without buying it. */
export const interest = z.object({
  interestId: id,
  /** Null: not sold here, only words. */
  itemId: id.nullable(),
  /** Name of the item today, or the words. */
  what: z.string(),
  at: moment,
  day,
  staffName: z.string(),
  /** `bought`: the item, after they asked. `ended`: taken off by hand. */
  state: z.enum(['open', 'bought', 'ended']),
});

const { NotFound } = failures;

/** What customers asked about without buying it. */
export const interests = {
  /** Everything somebody asked about, newest first; what was taken off by hand is left out. */
  list: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ customerId: id }))
    .output(z.object({ interests: z.array(interest) })),
  /** Asking again about what is open already changes nothing. */
  add: oc
    .errors({ ...onceFailures, NotFound })
    .input(
      z.object({
        requestId,
        customerId: id,
        about: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('item'), itemId: id }),
          z.object({ kind: z.literal('words'), words: line(120).min(1) }),
        ]),
      }),
    )
    .output(interest),
  /** Takes it off by hand. */
  end: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, interestId: id }))
    .output(interest),
};

export type Interest = z.infer<typeof interest>;
