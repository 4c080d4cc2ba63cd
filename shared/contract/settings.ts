import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures, writeFailures } from './failures.ts';
import { amount, line, pinDigits, requestId } from './schema.ts';

export const shopKind = z.enum(['cafe', 'salon', 'other']);
export const language = z.enum(['en', 'fi']);
/** Whether the till asks for the amount: before checking in, if the staff like, or never. */
export const amountRule = z.enum(['required', 'optional', 'never']);

export const shopFacts = z.object({
  name: line(80).min(1),
  kind: shopKind,
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  timeZone: z.string().min(1).max(64),
  /** Minutes after midnight at which a new business day starts. */
  cutoffMinutes: z.int().min(0).max(720),
  language,
});

export const tillPreferences = z.object({
  amountRule,
  /** An amount above this asks once; minor units, null = never asks. */
  largestWithoutQuestion: amount.nullable(),
  usuallyHere: z.boolean(),
  sounds: z.boolean(),
  keyCaps: z.boolean(),
  /** Activity window W of the retention figures, days. */
  activityWindow: z.int().min(7).max(730),
  /** A scan alone is a check-in. */
  rushMode: z.boolean(),
  /** Minutes without a touch after which the screen locks, where people sign in; 0 = never. */
  lockMinutes: z.int().min(0).max(120),
  /** Minutes after a check-in in which the same person is asked about; 0 = never, a day = all day. */
  sameCustomerMinutes: z.int().min(0).max(1440),
  /** Checking in on the left, today's list on the right. */
  leftHanded: z.boolean(),
  /** Others can read this screen: lists at the till show a first name and a letter, and birthdays only who asks for them. */
  shortNames: z.boolean(),
  /** What people read who have not said otherwise; null = the language of the screens. */
  customerLanguage: language.nullable(),
});

export const settingsShape = z.object({
  shop: shopFacts,
  till: tillPreferences,
  currencyDigits: z.int(),
  staff: z.array(z.object({ id: z.int(), name: z.string(), role: z.enum(['owner', 'manager', 'staff']) })),
  /** Staff member to whom writes are attributed. */
  currentStaffId: z.int(),
  /** True while the shop holds the made-up demo customers. */
  demo: z.boolean(),
});

export const settings = {
  get: oc.errors(callFailures).output(settingsShape),
  /** First run: creates the shop. Demo data take some seconds, so progress is streamed. */
  setUp: oc
    .errors({
      ...writeFailures,
      AlreadySetUp: failures.AlreadySetUp,
      InvalidValue: failures.InvalidValue,
      PinNotUsable: failures.PinNotUsable,
    })
    .input(
      z.object({
        shop: shopFacts,
        ownerName: line(80).optional(),
        /** The owner's PIN; left out, nobody signs in until one is set in the settings. */
        pin: pinDigits.optional(),
        start: z.enum(['empty', 'demo']),
      }),
    )
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
          /** With a PIN: the code that lets the owner in without it, to be printed now. */
          z.object({ kind: z.literal('done'), recoveryCode: z.string().nullable() }),
        ]),
      ),
    ),
  update: oc
    .errors({ ...onceFailures, InvalidValue: failures.InvalidValue })
    .input(
      z.object({
        requestId,
        shop: shopFacts.partial().optional(),
        till: tillPreferences.partial().optional(),
      }),
    )
    .output(settingsShape),
};

export type Settings = z.infer<typeof settingsShape>;
export type ShopFacts = z.infer<typeof shopFacts>;
export type TillPreferences = z.infer<typeof tillPreferences>;
