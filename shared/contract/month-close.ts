import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { rollForward } from './loyalty.ts';
import { day, id, line, moment, requestId, signedAmount } from './schema.ts';

/** A month of the shop's calendar, `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

/** What is looked at before a month is closed, in the order of the guide. */
export const closeStep = z.enum([
  'unfinished',
  'duplicates',
  'overdrawn',
  'rollForward',
  'oddDays',
  'figures',
  'export',
  'backup',
]);

/**
 * A figure of a month with what it rests on. A share has a numerator and a denominator; its value is null where the
 * denominator is 0: no data.
 */
export const monthFigure = z.object({
  /** For example `retention`, or `rollForward.12.earned` of the unit 12. */
  figure: z.string(),
  /** Which of its definitions it was computed with: what it means may change, its number then rises. */
  definition: z.int(),
  /** The definition in full, as it is frozen with the month; the screens have a translated one. */
  text: z.string(),
  kind: z.enum(['count', 'share', 'money', 'number', 'points']),
  /** Money in minor units, shares 0..1 (the textbook one may exceed 1). */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** 95 % interval of a share. */
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Name of what a figure is about, where its key does not say it: the unit of a roll-forward, a tier, a group. */
  unitName: z.string().nullable(),
});

const duplicatePerson = z.object({ customerId: id, name: z.string(), phoneTail: z.string().nullable() });

/** Why a step is left out, and who says so; null: it is not. */
const skipped = z.object({ reason: z.string(), at: moment, by: z.string() }).nullable();

/**
 * open: to be done; done: the shop says so, or somebody has looked at what was found (and nothing was found since);
 * skipped: left out with a reason.
 */
const stepBase = {
  state: z.enum(['open', 'done', 'skipped']),
  /** Whether `skipStep` may leave it out. */
  skippable: z.boolean(),
  /** Whether it is done by `confirmStep` when there is something to look at. */
  confirmable: z.boolean(),
  skipped,
};

export const stepState = z.discriminatedUnion('step', [
  /** Check-ins of the month that are still set aside. */
  z.object({
    step: z.literal('unfinished'),
    ...stepBase,
    parked: z.array(
      z.object({
        parkedId: id,
        at: moment,
        customerName: z.string().nullable(),
        amount: signedAmount.nullable(),
      }),
    ),
  }),
  /** People entered in the month who may be somebody who was there already. */
  z.object({
    step: z.literal('duplicates'),
    ...stepBase,
    pairs: z.array(
      z.object({ entered: duplicatePerson, other: duplicatePerson, why: z.enum(['phone', 'card', 'name']) }),
    ),
    /** How many of the people entered in the month were compared: the newest, where there are very many. */
    compared: z.int(),
    entered: z.int(),
  }),
  /** Wallets below zero today. */
  z.object({
    step: z.literal('overdrawn'),
    ...stepBase,
    wallets: z.array(
      z.object({ customerId: id, name: z.string(), unitId: id, unitName: z.string(), balance: z.int() }),
    ),
  }),
  /** Opening + earned + adjusted - redeemed - expired against the balances counted on their own. */
  z.object({
    step: z.literal('rollForward'),
    ...stepBase,
    units: z.array(
      rollForward.extend({
        /** Counted from the entries on its own; `difference` = counted - closing, 0 when the books close. */
        counted: z.int(),
        difference: z.int(),
        /** Wallets whose balance today is not the sum of their entries. */
        wrongBalances: z.int(),
      }),
    ),
  }),
  /** Days unlike their weekday and amounts that were probably typed wrongly. */
  z.object({
    step: z.literal('oddDays'),
    ...stepBase,
    days: z.array(
      z.object({ day, checkIns: z.int(), usual: z.number(), kind: z.enum(['empty', 'low', 'high']) }),
    ),
    amounts: z.array(
      z.object({ visitId: id, day, customerName: z.string().nullable(), amount: signedAmount }),
    ),
  }),
  z.object({ step: z.literal('figures'), ...stepBase }),
  /** When the month's tables were exported last. */
  z.object({ step: z.literal('export'), ...stepBase, at: moment.nullable() }),
  /** When the last copy of the shop's file was made; done when that was today. */
  z.object({ step: z.literal('backup'), ...stepBase, at: moment.nullable() }),
]);

/** What was tampered with: the content, the link to the close before, or the close before is missing. */
const broken = z.enum(['content', 'link', 'missing']);

export const monthClose = z.object({
  /** 1, 2, 3 ... in the order of closing. */
  number: z.int(),
  month,
  at: moment,
  by: z.string(),
  /** SHA-256 over number, content and the hash before, 64 hexadecimal digits. */
  hash: z.string(),
  previousHash: z.string().nullable(),
  /** The owner opened the month again; its figures stand here as they were. */
  reopened: z.object({ at: moment, by: z.string(), reason: z.string() }).nullable(),
  broken: z.array(broken),
});

export const closedContent = z.object({
  /** 1: the month's own figures; 2: what else the Month screen shows as well. */
  format: z.int(),
  month,
  from: day,
  to: day,
  closedAt: moment,
  closedBy: z.string(),
  shop: z.string(),
  currency: z.string(),
  currencyDigits: z.int(),
  /** Activity window W in days. */
  window: z.int(),
  /** The close that this one replaces, and why that was opened again. */
  replaces: z.object({ number: z.int(), at: moment, by: z.string(), reason: z.string() }).nullable(),
  figures: z.array(monthFigure),
  steps: z.array(
    z.object({ step: z.string(), state: z.enum(['done', 'skipped']), reason: z.string().nullable() }),
  ),
  /** How the log was found at the close: how many entries, and the first that was not as it was written; not in older closes. */
  log: z.object({ entries: z.int(), broken: z.int().nullable() }).optional(),
});

export const restatement = z.object({
  figure: z.string(),
  definition: z.int(),
  kind: monthFigure.shape.kind,
  unitName: z.string().nullable(),
  closed: z.number().nullable(),
  today: z.number().nullable(),
  /** today - closed; null when one of them is no data. */
  difference: z.number().nullable(),
});

const { InvalidValue, NotFound, MonthNotClosable, StepsOpen, StepNotSettled, MonthNotReopenable, OwnerOnly } =
  failures;
const ofMonth = z.object({ month });
const ofClose = z.object({ number: z.int().min(1) });

export const monthCloseCalls = {
  /** Where a month stands: the steps with what was found, computed from the shop as it is now. */
  steps: oc
    .errors({ ...callFailures, InvalidValue })
    .input(ofMonth)
    .output(
      z.object({
        month,
        /** notOver: the month has not ended on the shop's calendar. */
        state: z.enum(['notOver', 'open', 'closed']),
        /** The close in force; null while it is open. */
        number: z.int().nullable(),
        steps: z.array(stepState),
      }),
    ),
  /** The figures of a month as they are today, with the definitions that a close would freeze. */
  figures: oc
    .errors({ ...callFailures, InvalidValue })
    .input(ofMonth)
    .output(z.object({ month, unfinished: z.boolean(), figures: z.array(monthFigure) })),
  /** Somebody has looked: duplicates, odd days, the figures. Valid until something else is found. */
  confirmStep: oc
    .errors({ ...onceFailures, InvalidValue, StepNotSettled, MonthNotClosable })
    .input(z.object({ requestId, month, step: closeStep }))
    .output(z.object({ step: closeStep })),
  /** Leaves a step out, with a reason that is frozen with the month. */
  skipStep: oc
    .errors({ ...onceFailures, InvalidValue, StepNotSettled, MonthNotClosable })
    .input(z.object({ requestId, month, step: closeStep, reason: line(200).min(3) }))
    .output(z.object({ step: closeStep })),
  /** Freezes the month's figures under the next number. */
  close: oc
    .errors({ ...onceFailures, InvalidValue, MonthNotClosable, StepsOpen })
    .input(z.object({ requestId, month }))
    .output(monthClose),
  /** The owner opens a month again; its snapshot stays, a later close has a number of its own. */
  reopen: oc
    .errors({ ...onceFailures, NotFound, MonthNotReopenable, OwnerOnly })
    .input(z.object({ requestId, number: z.int().min(1), reason: line(200).min(3) }))
    .output(monthClose),
  /** Every close, newest first; the whole chain is verified on the way. */
  list: oc.errors(callFailures).output(z.object({ closes: z.array(monthClose) })),
  /** A closed month as it was frozen; `content` is null when it cannot be read any more. */
  get: oc
    .errors({ ...callFailures, NotFound })
    .input(ofClose)
    .output(monthClose.extend({ content: closedContent.nullable() })),
  /**
   * What undo, refunds and merges since would change in a closed month. Null where what was frozen was changed itself or
   * cannot be read: compared with that, everything and nothing could be a correction.
   */
  restatements: oc
    .errors({ ...callFailures, NotFound })
    .input(ofClose)
    .output(z.object({ lines: z.array(restatement).nullable() })),
};

export type CloseStep = z.infer<typeof closeStep>;
export type StepState = z.infer<typeof stepState>;
export type MonthFigure = z.infer<typeof monthFigure>;
export type MonthClose = z.infer<typeof monthClose>;
export type ClosedContent = z.infer<typeof closedContent>;
export type RestatementLine = z.infer<typeof restatement>;
