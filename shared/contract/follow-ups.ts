import { oc } from '@orpc/contract';
import * as z from 'zod';
import {
  followUpChannels,
  followUpOutcomes,
  followUpReasons,
  followUpTones,
} from '../domain/follow-ups/reasons.ts';
import { callFailures, failures, onceFailures, writeFailures } from './failures.ts';
import { day, id, line, requestId, signedAmount } from './schema.ts';

export const followUpReason = z.enum(followUpReasons);
export const followUpChannel = z.enum(followUpChannels);
export const followUpOutcome = z.enum(followUpOutcomes);
export const followUpTone = z.enum(followUpTones);

const absence = {
  lastDay: day,
  /** Usual days between visits, and days waited now; closed days and absences do not count. */
  usualGap: z.number(),
  waited: z.int(),
  expectedDay: day,
};

/** Why somebody is on the list, with the names and figures that its sentence needs. */
export const because = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('promise'),
    promiseId: id,
    text: z.string(),
    dueDay: day,
    ownerName: z.string(),
  }),
  z.object({ kind: z.literal('atRisk'), ...absence }),
  z.object({ kind: z.literal('slipping'), ...absence }),
  /** `inDays` is negative where the birthday is over. */
  z.object({ kind: z.literal('birthday'), day, inDays: z.int() }),
  z.object({ kind: z.literal('firstVisit'), day }),
  z.object({ kind: z.literal('afterItem'), day, itemName: z.string() }),
  z.object({
    kind: z.literal('expiring'),
    day,
    what: z.enum(['points', 'stamps', 'voucher']),
    /** Name of the stamp card or the voucher; empty for points. */
    name: z.string(),
    amount: z.int(),
  }),
  z.object({ kind: z.literal('milestone'), day, of: z.enum(['visits', 'years']), count: z.int() }),
  z.object({ kind: z.literal('silentVip'), lastDay: day, silentDays: z.int() }),
  z.object({ kind: z.literal('referral'), day, friendId: id, friendName: z.string() }),
  z.object({ kind: z.literal('campaign'), campaignId: id, name: z.string() }),
]);

/** What became of an entry today. */
export const outcomeToday = z.object({
  factId: id,
  outcome: followUpOutcome,
  /** When it comes back to the list; null = that was the end of it. */
  returnsOn: day.nullable(),
});

export const followUpEntry = z.object({
  customerId: id,
  name: z.string(),
  because,
  others: z.array(followUpReason),
  /** Ways to reach them that they agreed to, best first; none = only when they are next here. */
  channels: z.array(followUpChannel.exclude(['inPerson'])),
  visits: z.int(),
  lastDay: day.nullable(),
  /** Chance of a visit in the weeks looked ahead; null where the data carry none. */
  returns: z.number().nullable(),
  /** Money of the year up to their last visit, as on the board of risk, minor units. */
  yearValue: signedAmount.nullable(),
  tier: z.object({ index: z.int(), of: z.int(), name: z.string() }).nullable(),
  outcome: outcomeToday.nullable(),
  /** They have been here today, after the list was made: nobody has to be called. */
  cameToday: z.boolean(),
});

export const openPromise = z.object({
  promiseId: id,
  text: z.string(),
  dueDay: day,
  ownerName: z.string(),
});

export const waitingHint = z.object({ factId: id, reason: followUpReason, words: z.string(), day });

/** What is open with one person. */
export const followUpsOfCustomer = z.object({
  promises: z.array(openPromise),
  hints: z.array(waitingHint),
  /** Asked not to be contacted, or moved away; the fact that says so can be taken back. */
  leftAlone: z.object({ factId: id, outcome: z.enum(['doNotContact', 'movedAway']), day }).nullable(),
});

export const followUpSettings = z.object({
  perDay: z.int().min(1).max(60),
  reasons: z.array(followUpReason).max(followUpReasons.length),
  birthdayDays: z.int().min(0).max(30),
  firstVisitDays: z.int().min(1).max(120),
  afterItems: z.array(z.object({ category: line(60), days: z.int().min(1).max(365) })).max(20),
  expiringDays: z.int().min(1).max(90),
  silentDays: z.int().min(7).max(365),
  gapDays: z.int().min(0).max(90),
  perMonth: z.int().min(1).max(10),
});

const list = z.object({
  day,
  /** `notMade`: what is made at the start of a day has not been made yet. */
  state: z.enum(['ready', 'notMade']),
  entries: z.array(followUpEntry),
});

const once = { ...onceFailures, NotFound: failures.NotFound, InvalidValue: failures.InvalidValue };

/** The day's list of people to turn to, and what becomes of it. */
export const followUps = {
  list: oc.errors(callFailures).output(list),
  /** Who would be on tomorrow's list, by what is known today. */
  tomorrow: oc.errors(callFailures).output(list),
  /** How many on today's list are still to be turned to; null before it is made. */
  count: oc.errors(callFailures).output(z.object({ open: z.int().nullable() })),
  /** Makes today's list, again if need be: those who are done stay on it. */
  make: oc.errors(writeFailures).output(list),
  /** What became of turning to somebody. Takes the newest voucher given to them today along. */
  record: oc
    .errors(once)
    .input(
      z.object({
        requestId,
        customerId: id,
        reason: followUpReason,
        outcome: followUpOutcome,
        channel: followUpChannel.nullable(),
        promiseId: id.nullable().default(null),
        playbookId: id.nullable().default(null),
        /** Left out: as the reason usually is. */
        tone: followUpTone.optional(),
        /** Only with `snoozed`: a day to come. */
        untilDay: day.nullable().default(null),
        /** Only with `nextVisit`: what is said at the till. */
        words: line(300).min(3).nullable().default(null),
      }),
    )
    .output(outcomeToday.extend({ attempts: z.int() })),
  /** Takes an outcome of today back; "do not contact", "moved away" and a waiting hint on any day. */
  undo: oc
    .errors(once)
    .input(z.object({ requestId, factId: id }))
    .output(z.object({ factId: id, customerId: id })),
  /** The hint was said to them in person. */
  hintSaid: oc
    .errors(once)
    .input(z.object({ requestId, factId: id }))
    .output(z.object({ factId: id })),
  promise: oc
    .errors(once)
    .input(z.object({ requestId, customerId: id, text: line(200).min(3), dueDay: day, ownerId: id }))
    .output(z.object({ promiseId: id })),
  ofCustomer: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(followUpsOfCustomer),
  settings: oc.errors(callFailures).output(followUpSettings),
  setSettings: oc.errors(onceFailures).input(followUpSettings.extend({ requestId })).output(followUpSettings),
  /** Outcomes of the last 12 months by reason, and how many came within 30 days. Never by staff. */
  results: oc.errors(callFailures).output(
    z.object({
      reasons: z.array(
        z.object({
          reason: followUpReason,
          outcomes: z.array(z.object({ outcome: followUpOutcome, times: z.int() })),
          /** People who were reached and whose 30 days are over, and those of them who came within them. */
          reached: z.int(),
          came: z.int(),
        }),
      ),
    }),
  ),
};

export type FollowUpList = z.infer<typeof list>;
export type FollowUpEntry = z.infer<typeof followUpEntry>;
export type FollowUpBecause = z.infer<typeof because>;
export type FollowUpSettings = z.infer<typeof followUpSettings>;
export type OutcomeToday = z.infer<typeof outcomeToday>;
export type FollowUpsOfCustomer = z.infer<typeof followUpsOfCustomer>;
