import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures, writeFailures } from './failures.ts';
import { factor, programmeRules } from './programme-rules.ts';
import { amount, day, id, line, moment, page, requestId, signedAmount } from './schema.ts';

export const programme = z.object({
  versionId: id,
  /** Counts up from 1. */
  number: z.int(),
  effectiveFrom: day,
  rules: programmeRules,
});

export const versionRow = z.object({
  versionId: id,
  number: z.int(),
  effectiveFrom: day,
  publishedAt: moment,
  publishedBy: z.string(),
  state: z.enum(['past', 'current', 'future']),
});

const namedFactor = factor.extend({ name: z.string() }).nullable();

/** What made a ledger entry, as data for one translated sentence. */
export const why = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('pointsForAmount'),
    base: amount,
    points: z.int(),
    per: z.int(),
    /** Remainder carried on, in minor units rounded down. */
    carried: z.int(),
    bonus: namedFactor,
    tier: namedFactor,
    itemPoints: z.int(),
    capped: z.boolean(),
  }),
  z.object({ kind: z.literal('stampForVisit'), stamps: z.int(), bonus: namedFactor }),
  z.object({ kind: z.literal('stampForItems'), pieces: z.int(), stamps: z.int(), bonus: namedFactor }),
  z.object({
    kind: z.literal('gift'),
    occasion: z.enum(['signUp', 'referrer', 'friend', 'birthday', 'milestone']),
    visits: z.int().nullable(),
    /** The friend or the referrer. */
    name: z.string().nullable(),
  }),
  z.object({ kind: z.literal('reward'), rewardId: id, rewardName: z.string() }),
  z.object({ kind: z.literal('undo'), reason: z.string().nullable() }),
  z.object({ kind: z.literal('refund'), amount, reason: z.string().nullable() }),
  z.object({ kind: z.literal('moved') }),
  z.object({ kind: z.literal('openingBalance') }),
  z.object({ kind: z.literal('importUndone') }),
  z.object({ kind: z.literal('import') }),
  z.object({ kind: z.literal('adjusted'), reason: z.string() }),
  z.object({ kind: z.literal('expired'), lots: z.int() }),
  z.object({
    kind: z.literal('transferred'),
    because: z.enum(['merge', 'unmerge', 'household']),
    name: z.string(),
  }),
]);

export const entryKind = z.enum(['earn', 'gift', 'redeem', 'reverse', 'adjust', 'expire', 'transfer']);

export const balanceRow = z.object({
  entryId: id,
  at: moment,
  day,
  kind: entryKind,
  /** Change of the balance. */
  change: z.int(),
  /** Balance after this row. */
  balance: z.int(),
  visitId: id.nullable(),
  amount: amount.nullable(),
  programmeNumber: z.int(),
  staffName: z.string(),
  /** Who of a household made it. */
  customerName: z.string(),
  why,
});

/** Something to say about a draft, where it is typed. `block` forbids publishing. */
export const programmeIssue = z.object({
  code: z.enum([
    'nothingEarned',
    'rewardWithoutUnit',
    'rewardDatesReversed',
    'rewardTierMissing',
    'rewardOutOfReach',
    'giveBackOverLimit',
    'rewardWithoutCost',
    'bonusesOverlap',
    'bonusDatesReversed',
    'bonusNeverCounts',
    'tiersNotRising',
    'capBelowOne',
    'giftWithoutUnit',
    'unitStranded',
  ]),
  level: z.enum(['block', 'warn']),
  rewardId: id.optional(),
  visits: z.int().nullable().optional(),
  rate: z.number().optional(),
  limit: z.number().optional(),
  bonusId: id.optional(),
  otherId: id.optional(),
  tierId: id.optional(),
  unitId: id.optional(),
  name: z.string().optional(),
  occasion: z.enum(['signUp', 'referral', 'birthday', 'milestone']).optional(),
});

export const draft = z.object({
  rules: programmeRules,
  /** Null = as soon as it is published. */
  effectiveFrom: day.nullable(),
  /** Null while nobody has changed anything: the draft is then the newest version. */
  savedAt: moment.nullable(),
  issues: z.array(programmeIssue),
});

export const presetKind = z.enum([
  'stamps',
  'goldMug',
  'salon',
  'topTwenty',
  'silverGoldPlatinum',
  'pointsOnly',
]);

/** One month of a simulation, once by the rules of then and once by the draft. */
const simulatedSide = z.object({
  points: z.int(),
  stamps: z.int(),
  /** Rewards taken, by the observed redemption rate. */
  redemptions: z.number(),
  /** Cost of those rewards to the shop, minor units. */
  cost: z.number(),
});
export const simulatedMonth = z.object({
  month: z.string(),
  visits: z.int(),
  amount: signedAmount,
  now: simulatedSide,
  draft: simulatedSide,
});

export const rollForward = z.object({
  unitId: id,
  kind: z.enum(['points', 'stamps']),
  name: z.string(),
  opening: z.int(),
  earned: z.int(),
  adjusted: z.int(),
  redeemed: z.int(),
  expired: z.int(),
  closing: z.int(),
  /** The same at reward cost, minor units; it closes to the minor unit. */
  openingCost: z.int(),
  earnedCost: z.int(),
  adjustedCost: z.int(),
  redeemedCost: z.int(),
  expiredCost: z.int(),
  closingCost: z.int(),
});

const ready = callFailures;
const once = { ...onceFailures, NotFound: failures.NotFound, InvalidValue: failures.InvalidValue };

export const loyalty = {
  /** The programme in force today. */
  programme: oc.errors(ready).output(programme),
  versions: oc.errors(ready).output(z.object({ versions: z.array(versionRow) })),
  /** One version with its rules, for comparing and for "why". */
  version: oc
    .errors({ ...ready, NotFound: failures.NotFound })
    .input(z.object({ versionId: id }))
    .output(programme),
  draft: oc.errors(ready).output(draft),
  saveDraft: oc
    .errors({ ...writeFailures, InvalidValue: failures.InvalidValue })
    .input(z.object({ rules: programmeRules, effectiveFrom: day.nullable() }))
    .output(draft),
  discardDraft: oc.errors(ready).output(draft),
  /** A starter programme with the shop's own units; nothing is saved. */
  preset: oc
    .errors(ready)
    .input(z.object({ kind: presetKind }))
    .output(z.object({ rules: programmeRules })),
  /** Ids for what a draft adds: stamp cards, rewards, tiers, bonus windows. */
  newId: oc
    .errors(ready)
    .input(z.object({ kind: z.enum(['units', 'rewards', 'tiers', 'bonuses']) }))
    .output(z.object({ id })),
  /** Checks a draft without saving it. */
  check: oc
    .errors(ready)
    .input(z.object({ rules: programmeRules }))
    .output(z.object({ issues: z.array(programmeIssue), typicalAmount: amount })),
  /** Publishes a version from a day on; what was earned before stays. Versions that had not begun are replaced. */
  publish: oc
    .errors({ ...once, ProgrammeBlocked: failures.ProgrammeBlocked })
    .input(z.object({ requestId, rules: programmeRules, effectiveFrom: day.nullable() }))
    .output(programme),
  /** How a draft differs from today for the people there are: tiers, who gains, who loses, rewards within reach. */
  compare: oc
    .errors(ready)
    .input(z.object({ rules: programmeRules }))
    .output(
      z.object({
        customers: z.int(),
        gains: z.int(),
        loses: z.int(),
        same: z.int(),
        tiers: z.array(z.object({ name: z.string(), now: z.int(), draft: z.int() })),
        /** Largest differences of what one customer earned in the last 90 days, in minor units at reward cost. */
        people: z.array(z.object({ customerId: id, name: z.string(), now: z.int(), draft: z.int() })),
      }),
    ),
  /** The draft replayed on the last months' real visits, compared with today's rules; in the worker, can be stopped. */
  simulate: oc
    .errors({ ...ready, Unknown: failures.Unknown })
    .input(z.object({ rules: programmeRules, months: z.int().min(1).max(12) }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
          z.object({
            kind: z.literal('done'),
            months: z.array(simulatedMonth),
            /** Redeemed / earned value observed in these months; null = nothing was redeemed. */
            redemptionRate: z.number().nullable(),
          }),
        ]),
      ),
    ),
  /** What the programme costs: at most, really last month, and what is owed. */
  cost: oc.errors(ready).output(
    z.object({
      month: z.string(),
      /** If everybody used everything earned last month, minor units at reward cost. */
      atMost: amount,
      /** Cost of the rewards really used last month. */
      really: amount,
      memberSales: amount,
      /** Cost of everything that could be redeemed now. */
      owed: amount,
      rewards: z.array(z.object({ rewardId: id, used: z.int(), cost: amount })),
      typicalAmount: amount,
      /** Median days between visits of regulars; null = too few. */
      rhythmDays: z.number().nullable(),
    }),
  ),
  /** Every ledger row of one unit of a customer's wallet, newest first, each with its reason. */
  explain: oc
    .errors({ ...ready, NotFound: failures.NotFound })
    .input(z.object({ customerId: id, unitId: id, ...page }))
    .output(
      z.object({
        unitId: id,
        kind: z.enum(['points', 'stamps']),
        unitName: z.string(),
        balance: z.int(),
        total: z.int(),
        rows: z.array(balanceRow),
      }),
    ),
  /** Manual correction with a reason; never below zero. */
  adjust: oc
    .errors({ ...once, InsufficientBalance: failures.InsufficientBalance })
    .input(
      z.object({
        requestId,
        customerId: id,
        unitId: id,
        change: z.int().min(-1_000_000).max(1_000_000),
        reason: line(200).min(3),
      }),
    )
    .output(z.object({ entryId: id, balance: z.int() })),
  /** What expires within some days, and whom to tell. */
  expiring: oc
    .errors(ready)
    .input(z.object({ days: z.int().min(1).max(366), ...page }))
    .output(
      z.object({
        total: z.int(),
        people: z.array(
          z.object({
            customerId: id,
            name: z.string(),
            unitId: id,
            kind: z.enum(['points', 'stamps']),
            amount: z.int(),
            day,
            mayContact: z.boolean(),
          }),
        ),
      }),
    ),
  /** People per tier, who is about to rise and who will drop when the grace ends. */
  tiers: oc.errors(ready).output(
    z.object({
      levels: z.array(z.object({ tierId: id, name: z.string(), people: z.int() })),
      rising: z.array(z.object({ customerId: id, name: z.string(), to: z.string(), missing: z.int() })),
      dropping: z.array(
        z.object({ customerId: id, name: z.string(), from: z.string(), to: z.string().nullable() }),
      ),
      basis: z.enum(['visits', 'spend', 'rank']).nullable(),
    }),
  ),
  /** The owner holds a customer at a tier until a day; null ends it. */
  holdTier: oc
    .errors(once)
    .input(z.object({ requestId, customerId: id, tierId: id.nullable(), untilDay: day.nullable() }))
    .output(z.object({ tierId: id.nullable() })),
  /** Opening + earned + adjusted - redeemed - expired = closing, per unit, for `[from, to)`. */
  reconciliation: oc
    .errors({ ...ready, InvalidValue: failures.InvalidValue })
    .input(z.object({ from: day, to: day }))
    .output(z.object({ units: z.array(rollForward) })),
  /** The entries behind one column of the reconciliation. */
  reconciliationEntries: oc
    .errors({ ...ready, InvalidValue: failures.InvalidValue })
    .input(
      z.object({
        from: day,
        to: day,
        unitId: id,
        column: z.enum(['earned', 'adjusted', 'redeemed', 'expired']),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        entries: z.array(
          z.object({ entryId: id, at: moment, day, customerId: id, name: z.string(), change: z.int(), why }),
        ),
      }),
    ),
};

export type Programme = z.infer<typeof programme>;
export type BalanceRow = z.infer<typeof balanceRow>;
export type Draft = z.infer<typeof draft>;
export type ProgrammeIssueData = z.infer<typeof programmeIssue>;
export type SimulatedMonth = z.infer<typeof simulatedMonth>;
