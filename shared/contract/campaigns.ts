import { oc } from '@orpc/contract';
import * as z from 'zod';
import { campaignHindrances } from '../domain/campaigns/hindrance.ts';
import { followUpChannels, followUpOutcomes, followUpTones } from '../domain/follow-ups/reasons.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { amount, day, id, line, moment, requestId, text } from './schema.ts';
import { segmentFilter } from './segment-filter.ts';
import { benefit } from './vouchers.ts';

/** Reasons of the list of follow-ups whose people can be a campaign's. */
export const campaignReasons = [
  'birthday',
  'firstVisit',
  'afterItem',
  'expiring',
  'milestone',
  'silentVip',
  'referral',
] as const;

/** Which people a campaign is for. */
export const whom = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('segment'), segmentId: id }),
  z.object({ kind: z.literal('filter'), filter: segmentFilter }),
  /** As the risk board has them. */
  z.object({
    kind: z.literal('risk'),
    states: z
      .array(z.enum(['onTrack', 'slipping', 'atRisk', 'late']))
      .min(1)
      .max(4),
  }),
  /** Everybody who has a reason on a day, on the list of that day or not; while it runs, whoever comes to have it joins. */
  z.object({ kind: z.literal('reason'), reason: z.enum(campaignReasons) }),
]);

/** One way of doing it. */
export const variant = z.object({
  /** What the shop calls it. */
  name: line(60).min(1),
  /** What is said, in the customer's language; `{name}` and `{shop}` stand for the two names. */
  words: z.object({ en: text(1000), fi: text(1000) }),
  /** What is given with it; its cost is that to the shop. */
  gift: z.object({ name: line(60).min(1), benefit, cost: amount, days: z.int().min(1).max(365) }).nullable(),
});

/** What is to be found out. Two ways are always compared with one another; a holdout is compared with all who got something. */
export const test = z.object({
  /** Per cent of the people who get nothing. */
  holdoutPercent: z.int().min(0).max(50),
  /** Days within which coming back counts. */
  windowDays: z.int().min(1).max(365),
  /** So many more of 100 coming back is worth seeing. */
  effectOf100: z.int().min(1).max(90),
});

export const campaignDraft = z.object({
  name: line(80).min(1),
  whom,
  channel: z.enum(followUpChannels),
  tone: z.enum(followUpTones),
  variants: z.array(variant).min(1).max(2),
  test: test.nullable(),
  fromDay: day,
  toDay: day,
});

export const campaign = campaignDraft.extend({
  campaignId: id,
  /** What its people are called: the name of the segment; null where the kind says it, or the segment is gone. */
  segmentName: z.string().nullable(),
  state: z.enum(['draft', 'running', 'over', 'stopped']),
  savedAt: moment,
  savedBy: z.string(),
  /** Day of the start; null for a draft. */
  startedDay: day.nullable(),
  stoppedDay: day.nullable(),
  /** People drawn at the start; null for a draft. */
  people: z.int().nullable(),
  /** Last day that counts for the experiment; null without one. */
  endDay: day.nullable(),
  /** People who joined it while it was running. */
  joined: z.int(),
  /** Why it could not be started, or nobody more could join it, by itself; null = nothing is in the way. */
  hindrance: z.enum(campaignHindrances).nullable(),
});

/** What was done for people and what they answered, so far. Nobody of the staff is named. */
export const learned = z.object({
  /** People to whom it was to be done. */
  people: z.int(),
  /** Of these, the ones somebody has turned to. */
  turnedTo: z.int(),
  outcomes: z.array(z.object({ outcome: z.enum(followUpOutcomes), people: z.int() })),
  giftsIssued: z.int(),
  giftsUsed: z.int(),
  giftCost: amount,
});

/** Useful and promotional contacts of the last days, and how long groups have heard nothing. */
export const reach = z.object({
  days: z.int(),
  useful: z.int(),
  promotional: z.int(),
  /** Groups of regulars that nobody has turned to for too long, longest first. */
  silent: z.array(
    z.object({
      kind: z.enum(['regulars', 'segment']),
      segmentId: id.nullable(),
      name: z.string().nullable(),
      people: z.int(),
      /** Last day somebody of it heard from the shop; null = never. */
      lastDay: day.nullable(),
    }),
  ),
  /** Silence from so many days on is told. */
  alarmDays: z.int(),
});

const { InvalidValue, NotFound, SegmentNotUsable, CampaignNotOpen } = failures;
const starting = {
  NobodyToTurnTo: failures.NobodyToTurnTo,
  TooManyGifts: failures.TooManyGifts,
  BudgetExceeded: failures.BudgetExceeded,
};
const drafting = { ...onceFailures, NotFound, InvalidValue, CampaignNotOpen };

/** Something done for many people between two days. */
export const campaigns = {
  /** Drafts, running ones and those that are over, the last to begin on top. */
  list: oc.errors(callFailures).output(z.object({ campaigns: z.array(campaign) })),
  get: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ campaignId: id }))
    .output(campaign),
  /** Outcomes so far of one that was started. */
  learned: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ campaignId: id }))
    .output(learned),
  /** The ratio of useful to promotional, and who has heard nothing. */
  reach: oc.errors(callFailures).output(reach),
  setAlarm: oc
    .errors(onceFailures)
    .input(z.object({ requestId, days: z.int().min(7).max(730) }))
    .output(z.object({ alarmDays: z.int() })),
  /** Saves a new campaign, or changes one that is not started. */
  save: oc
    .errors({ ...drafting, SegmentNotUsable })
    .input(z.object({ requestId, campaignId: id.nullable(), draft: campaignDraft }))
    .output(campaign),
  /** Draws the people and, for an experiment, who gets what; neither changes any more. */
  start: oc
    .errors({ ...drafting, ...starting })
    .input(z.object({ requestId, campaignId: id }))
    .output(campaign),
  /** Ends one before its time; an experiment that was stopped has no result. */
  stop: oc
    .errors({ ...onceFailures, NotFound, CampaignNotOpen })
    .input(z.object({ requestId, campaignId: id }))
    .output(campaign),
  /** Takes one away that was not started. */
  remove: oc
    .errors({ ...onceFailures, NotFound, CampaignNotOpen })
    .input(z.object({ requestId, campaignId: id }))
    .output(z.object({ campaignId: id })),
};

export type Campaign = z.infer<typeof campaign>;
export type CampaignDraft = z.infer<typeof campaignDraft>;
export type Whom = z.infer<typeof whom>;
export type Variant = z.infer<typeof variant>;
export type ExperimentTest = z.infer<typeof test>;
