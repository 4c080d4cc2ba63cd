import { oc } from '@orpc/contract';
import * as z from 'zod';
import { correction, dataSheet } from './data-sheet.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { careKind, careNote, careNoteKind, careRule, inactivePerson, privacyRules } from './privacy-rules.ts';
import { day, id, moment, page, requestId, text } from './schema.ts';

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
  /**
   * Everything that is kept about somebody, to hand to them. It is never made with parts left out: where something stands
   * in it that whoever asks may not read, it needs approval.
   */
  dataSheet: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(dataSheet),
  toForget: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(personToForget),
  /** Everybody who was forgotten, newest first. */
  forgotten: oc.errors(callFailures).output(
    z.object({
      people: z.array(erasure),
      /** Older copies on this computer are still being taken away. */
      isCleaning: z.boolean(),
    }),
  ),
  rules: oc.errors(callFailures).output(privacyRules),
  /** What is left out stays. After a change of the period nobody is forgotten before the next month. */
  setRules: oc
    .errors(onceFailures)
    .input(
      z.object({
        requestId,
        inactiveMonths: privacyRules.shape.inactiveMonths.optional(),
        care: z.object({ kind: careKind, ...careRule.partial().shape }).optional(),
      }),
    )
    .output(privacyRules),
  /** Whom the next run forgets, those gone longest first. */
  inactive: oc
    .errors(callFailures)
    .input(z.object(page))
    .output(
      z.object({
        /** Null: nobody is forgotten by itself. */
        run: day.nullable(),
        total: z.int(),
        people: z.array(inactivePerson),
        /** Would be on the list, and stay because somebody said so. */
        kept: z.array(z.object({ customerId: id, name: z.string(), lastDay: day, staffName: z.string() })),
      }),
    ),
  /** Keeps somebody however long they do not come, or no longer. */
  keep: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(z.object({ requestId, customerId: id, keep: z.boolean() }))
    .output(z.object({ customerId: id, keep: z.boolean() })),
  /**
   * Notes that only some roles read, newest first. Without `reveal` the words that whoever asks may not read are left out;
   * with it, that needs approval.
   */
  careNotes: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id, reveal: z.boolean().default(false) }))
    .output(
      z.object({
        notes: z.array(careNote),
        /** Null: there is none, or it is not for whoever asks. */
        allergy: z.string().nullable(),
        /** Kinds of which there are words that whoever asks may not read. */
        hidden: z.array(careKind),
        /** Kinds to write one of. */
        kinds: z.array(careNoteKind),
      }),
    ),
  /** Everybody may write down what they are told; `day` is the day it is about. */
  addCareNote: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound, InvalidValue: failures.InvalidValue })
    .input(
      z.object({
        requestId,
        customerId: id,
        kind: careNoteKind,
        text: text(1000).min(1),
        day: day.optional(),
      }),
    )
    .output(z.object({ noteId: id })),
  removeCareNote: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(z.object({ requestId, noteId: id }))
    .output(z.object({ noteId: id })),
  /** What was corrected about somebody, newest first; what whoever asks may not read is left out. */
  corrections: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(z.object({ corrections: z.array(correction) })),
  /** Takes away for ever who somebody is; what they did stays as figures. */
  erase: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(z.object({ requestId, customerId: id }))
    .output(erasure),
};

export type PersonToForget = z.infer<typeof personToForget>;
export type ErasureView = z.infer<typeof erasure>;
