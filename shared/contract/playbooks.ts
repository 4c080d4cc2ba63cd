import { oc } from '@orpc/contract';
import * as z from 'zod';
import { wordFacts } from '../domain/playbooks/fill-words.ts';
import { playbookSituations } from '../domain/playbooks/situations.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { followUpChannel, followUpOutcome, followUpReason, followUpTone } from './follow-ups.ts';
import { amount, day, id, line, moment, requestId, text } from './schema.ts';
import { language } from './settings.ts';
import { benefit, voucherKind } from './vouchers.ts';

export const playbookSituation = z.enum(playbookSituations);

/** A language people are spoken to in: "fi". */
const languageTag = z.string().regex(/^[a-z]{2,3}$/);

/** Templates: `{name}` and others are filled in, `[with {usual}|without]` is the first wording that can be. */
export const playbookWords = z.object({
  call: text(700).min(1),
  write: text(700).min(1),
  subject: line(120).min(1),
  here: text(700).min(1),
  /** What the gift is called in the middle of a sentence. */
  gift: line(60).min(1),
});

export const playbookContent = z.object({
  /** Ways to turn to somebody, best first; in person alone = they are left alone until they are here. */
  channels: z.array(followUpChannel).min(1).max(5),
  tone: followUpTone,
  /** Largest cost that may be given on the spot, minor units. */
  allowance: amount,
  gift: z.object({ kind: voucherKind, benefit, cost: amount, days: z.int().min(1).max(365) }).nullable(),
  words: z.record(languageTag, playbookWords),
});

export const playbook = playbookContent.extend({
  situation: playbookSituation,
  /** The version in force; null while nobody has changed anything. */
  versionId: id.nullable(),
  changedAt: moment.nullable(),
  changedBy: z.string().nullable(),
  /** As the program suggests it. */
  isPreset: z.boolean(),
});

const wordsFacts = z.partialRecord(z.enum(wordFacts), z.string());

/** What words say of one person, and by what. */
export const wordsForPerson = z.object({
  customerId: id,
  name: z.string(),
  situation: playbookSituation,
  playbookId: id.nullable(),
  tone: followUpTone,
  /** The words are in this language. */
  language: z.string(),
  /** The person speaks another one, in which nothing is written. */
  wanted: z.string().nullable(),
  call: z.string(),
  write: z.string(),
  subject: z.string(),
  here: z.string(),
  /** Ways that are allowed, as the playbook orders them; in person is always one. */
  ways: z.array(
    z.object({
      channel: followUpChannel,
      /** The number or address as it is read; empty for letters and in person. */
      shown: z.string(),
      /** Opens the call or the finished message on a phone: `tel:`, `sms:`, `mailto:`. */
      address: z.string().nullable(),
    }),
  ),
  usual: z.string().nullable(),
  /** What may be given along; with `given` it was, and the words mention it. */
  gift: z
    .object({
      name: z.string(),
      cost: amount,
      lastDay: day,
      given: z.object({ voucherId: id, code: z.string() }).nullable(),
    })
    .nullable(),
});

/** How many came back within some days of the first time they heard from the shop by a playbook. */
const returnsSoFar = z.discriminatedUnion('state', [
  /** So many more people are needed for a percentage. */
  z.object({
    ...{ state: z.literal('tooEarly'), days: z.int(), over: z.int(), came: z.int() },
    missing: z.int(),
  }),
  z.object({
    ...{ state: z.literal('known'), days: z.int(), over: z.int(), came: z.int() },
    share: z.number(),
    interval: z.object({ low: z.number(), high: z.number() }),
  }),
]);

/** What became of one playbook in one version; by nobody of the staff. */
export const playbookLearned = z.object({
  situation: playbookSituation,
  versionId: id.nullable(),
  /** People who heard from the shop by it. */
  people: z.int(),
  outcomes: z.array(z.object({ outcome: followUpOutcome, times: z.int() })),
  returns: z.array(returnsSoFar),
  /** Against people who got nothing, by assigned group; null where no such test of it is over. */
  againstNothing: z
    .object({
      campaignId: id,
      name: z.string(),
      windowDays: z.int(),
      treated: z.object({ people: z.int(), came: z.int() }),
      held: z.object({ people: z.int(), came: z.int() }),
      /** So many more (works) or fewer (harms) of 100 came back, from the Newcombe interval. */
      verdict: z.discriminatedUnion('code', [
        z.object({ code: z.literal('noData') }),
        z.object({ code: z.literal('tooEarly'), moreNeeded: z.int() }),
        z.object({ code: z.literal('unclear'), moreNeeded: z.int().nullable() }),
        z.object({ code: z.literal('works'), fromOf100: z.int(), toOf100: z.int() }),
        z.object({ code: z.literal('harms'), fromOf100: z.int(), toOf100: z.int() }),
      ]),
    })
    .nullable(),
});

const ready = callFailures;
const once = { ...onceFailures, NotFound: failures.NotFound, InvalidValue: failures.InvalidValue };
const about = { customerId: id, reason: followUpReason.nullable() };

/** What to do in which situation, and the words for it. */
export const playbooks = {
  list: oc.errors(ready).output(
    z.object({
      playbooks: z.array(playbook),
      /** Contacts of the last 90 days that got through. */
      sent: z.object({
        useful: z.int(),
        promotional: z.int(),
        verdict: z.enum(['tooFew', 'balanced', 'selling']),
      }),
    }),
  ),
  /** What became of every playbook that was followed, by version. Never by staff. */
  learned: oc.errors(ready).output(z.object({ playbooks: z.array(playbookLearned) })),
  /** Who changed a playbook and when, newest first. */
  history: oc
    .errors(ready)
    .input(z.object({ situation: playbookSituation }))
    .output(
      z.object({
        versions: z.array(
          z.object({ versionId: id, at: moment, staffName: z.string(), content: playbookContent.nullable() }),
        ),
      }),
    ),
  save: oc
    .errors({ ...onceFailures, InvalidValue: failures.InvalidValue, NotFound: failures.NotFound })
    .input(z.object({ requestId, situation: playbookSituation, content: playbookContent }))
    .output(playbook),
  /** Back to what the program suggests; earlier versions stay. */
  reset: oc
    .errors(onceFailures)
    .input(z.object({ requestId, situation: playbookSituation }))
    .output(playbook),
  /** Words for one person. Without a reason they go by how it stands with them. */
  words: oc
    .errors({ ...ready, NotFound: failures.NotFound })
    .input(z.object(about))
    .output(wordsForPerson),
  /** The same for everybody on today's list, in its order. */
  wordsOfToday: oc
    .errors(ready)
    .output(z.object({ day, people: z.array(wordsForPerson.extend({ reason: followUpReason })) })),
  /** Those of today's list who may be reached, as the text of a CSV file for a phone or a mail merge. */
  csvOfToday: oc
    .errors(ready)
    .input(z.object({ language }))
    .output(z.object({ file: z.string(), text: z.string(), people: z.int() })),
  /** Gives the gift of the playbook; whoever was given it already gets no second one. */
  give: oc
    .errors({ ...once, BudgetExceeded: failures.BudgetExceeded })
    .input(z.object({ requestId, ...about }))
    .output(wordsForPerson),
  /** What can be said of a person of the shop, to look at words while they are written; null = the shop has nobody yet. */
  example: oc
    .errors({ ...ready, NotFound: failures.NotFound })
    .input(z.object({ situation: playbookSituation, customerId: id.nullable(), language: languageTag }))
    .output(z.object({ customerId: id, name: z.string(), facts: wordsFacts }).nullable()),
};

export type Playbook = z.infer<typeof playbook>;
export type PlaybookContent = z.infer<typeof playbookContent>;
export type PlaybookLearned = z.infer<typeof playbookLearned>;
export type WordsForPerson = z.infer<typeof wordsForPerson>;
