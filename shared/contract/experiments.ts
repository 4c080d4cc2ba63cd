import { oc } from '@orpc/contract';
import * as z from 'zod';
import { armNames } from '../domain/experiments/assign-arms.ts';
import { followUpChannels } from '../domain/follow-ups/reasons.ts';
import { test, whom } from './campaigns.ts';
import { callFailures, failures } from './failures.ts';
import { day, id, signedAmount } from './schema.ts';

const share = z.number().min(0).max(1);
const interval = z.object({ low: z.number(), high: z.number() });

/** What is settled before the start. */
export const experimentPlan = z.object({
  /** People on the list of today who could be drawn. */
  people: z.int(),
  /** Share that comes back with nothing done, from the shop's own past, and how often people like them were watched. */
  base: z.object({ share, watched: z.int() }).nullable(),
  neededTreated: z.int(),
  neededControl: z.int(),
  isEnough: z.boolean(),
  /** Days until a sure answer with lists like this one, one after another; null for an empty list. */
  days: z.int().nullable(),
  /** The share of those who come back that this list alone would show; null when not even everybody. */
  detectable: share.nullable(),
  /** Last day that counts if it were started today. */
  endDay: day,
});

const verdict = z.discriminatedUnion('code', [
  z.object({ code: z.literal('noData') }),
  /** So many more people are needed, and about so many days at this pace. */
  z.object({ code: z.literal('tooEarly'), moreNeeded: z.int(), days: z.int().nullable() }),
  z.object({ code: z.literal('unclear'), moreNeeded: z.int().nullable(), days: z.int().nullable() }),
  z.object({ code: z.literal('works'), fromOf100: z.int(), toOf100: z.int() }),
  z.object({ code: z.literal('harms'), fromOf100: z.int(), toOf100: z.int() }),
]);

const arm = z.object({
  arm: z.enum(armNames),
  /** What the shop calls this way; null for those held back. */
  name: z.string().nullable(),
  assigned: z.int(),
});

const armOutcome = arm.extend({
  returned: z.int(),
  rate: z.object({ share, interval }).nullable(),
  /** Minor units of each person assigned. */
  spendPerPerson: z.number().nullable(),
});

const comparison = z.object({
  /** effect: all who got something against those held back; ways: the first way against the second. */
  of: z.enum(['effect', 'ways']),
  verdict,
  difference: z.number().nullable(),
  interval: interval.nullable(),
  p: z.number().nullable(),
  /** Minor units of each person assigned. */
  spend: z.object({ difference: z.number(), interval }).nullable(),
});

const shared = {
  campaignId: id,
  name: z.string(),
  startedDay: day,
  endDay: day,
  windowDays: z.int(),
  base: share.nullable(),
  effectOf100: z.int(),
  neededTreated: z.int(),
  neededControl: z.int(),
};

/** Until its end an experiment tells nothing but how long it takes: looking daily finds effects that are not there. */
export const experiment = z.discriminatedUnion('state', [
  z.object({ ...shared, state: z.literal('running'), daysLeft: z.int(), arms: z.array(arm) }),
  z.object({ ...shared, state: z.literal('stopped'), stoppedDay: day, arms: z.array(arm) }),
  z.object({
    ...shared,
    state: z.literal('over'),
    arms: z.array(armOutcome),
    comparisons: z.array(comparison),
    /** The way that costs less for each person, and what it saves; null where there is one way or both cost the same. */
    cheaper: z.object({ name: z.string(), saves: signedAmount }).nullable(),
  }),
]);

const { InvalidValue, NotFound, SegmentNotUsable } = failures;

/** What really works: lists with a holdout, or two ways of doing the same. */
export const experiments = {
  /** What an experiment with these people would need; worked out in the worker. */
  plan: oc
    .errors({ ...callFailures, NotFound, InvalidValue, SegmentNotUsable })
    .input(
      z.object({
        whom,
        channel: z.enum(followUpChannels),
        ways: z.union([z.literal(1), z.literal(2)]),
        test,
        /** Days on which people are turned to. */
        length: z.int().min(1).max(366),
      }),
    )
    .output(experimentPlan),
  /** All that were started, the newest first. */
  list: oc.errors(callFailures).output(z.object({ experiments: z.array(experiment) })),
  result: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ campaignId: id }))
    .output(experiment),
};

export type Experiment = z.infer<typeof experiment>;
export type ExperimentPlanFigures = z.infer<typeof experimentPlan>;
