import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { amount, day, id, line, moment, page, requestId } from './schema.ts';

/** How points are earned: `points` for every `per` minor units paid; the remainder is carried. */
export const pointsRule = z.object({
  points: z.int().min(1).max(10_000),
  per: z.int().min(1).max(1_000_000),
});

/** A stamp card: `stampsPerVisit` for a check-in, full at `size`. */
export const stampRule = z.object({
  unitId: id,
  name: line(40).min(1),
  size: z.int().min(2).max(50),
  stampsPerVisit: z.int().min(1).max(5),
});

export const reward = z.object({
  id,
  name: z.string(),
  /** What it is priced in: the points unit or a stamp card. */
  unitId: id,
  price: z.int().min(1),
  /** The item given, when the reward is a free item. */
  itemId: id.nullable(),
  /** Money taken off the amount, minor units, when the reward is an amount off. */
  amountOff: amount.nullable(),
  /** Estimated cost to the shop, minor units. */
  cost: amount,
  active: z.boolean(),
});

export const programme = z.object({
  versionId: id,
  /** Counts up from 1. */
  number: z.int(),
  effectiveFrom: day,
  pointsUnitId: id,
  points: pointsRule.nullable(),
  stamps: stampRule.nullable(),
  rewards: z.array(reward),
});

const rewardDraft = z.object({
  /** Null for a new reward. */
  id: id.nullable(),
  name: line(60).min(1),
  pricedIn: z.enum(['points', 'stamps']),
  /** Ignored for stamps: the price is a full card. */
  price: z.int().min(1).max(1_000_000),
  itemId: id.nullable(),
  amountOff: amount.nullable(),
  cost: amount,
});

export const balanceRow = z.object({
  entryId: id,
  at: moment,
  day,
  kind: z.enum(['earn', 'redeem', 'reverse', 'adjust', 'expire']),
  /** Change of the balance. */
  change: z.int(),
  /** Balance after this row. */
  balance: z.int(),
  visitId: id.nullable(),
  amount: amount.nullable(),
  programmeNumber: z.int(),
  staffName: z.string(),
  /** What made this row, as data for one translated sentence. */
  why: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('pointsForAmount'),
      base: amount,
      points: z.int(),
      per: z.int(),
      /** Remainder carried on, in minor units rounded down. */
      carried: z.int(),
    }),
    z.object({ kind: z.literal('stampForVisit'), stamps: z.int() }),
    z.object({ kind: z.literal('reward'), rewardName: z.string() }),
    z.object({ kind: z.literal('undo'), reason: z.string().nullable() }),
    z.object({ kind: z.literal('moved') }),
    z.object({ kind: z.literal('import') }),
  ]),
});

export const loyalty = {
  /** The programme in force today. */
  programme: oc.errors(callFailures).output(programme),
  /** Writes a new version, effective from today; what was earned before stays. */
  publish: oc
    .errors({ ...onceFailures, InvalidValue: failures.InvalidValue, NotFound: failures.NotFound })
    .input(
      z.object({
        requestId,
        points: pointsRule.nullable(),
        stamps: stampRule.omit({ unitId: true }).nullable(),
        rewards: z.array(rewardDraft).max(20),
      }),
    )
    .output(programme),
  /** Every ledger row of one unit of a customer's wallet, newest first, each with its reason. */
  explain: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
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
};

export type Programme = z.infer<typeof programme>;
export type Reward = z.infer<typeof reward>;
export type BalanceRow = z.infer<typeof balanceRow>;
