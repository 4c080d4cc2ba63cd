import { oc } from '@orpc/contract';
import * as z from 'zod';
import { consentPlaces } from '../domain/consent/consent.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { followUpChannel, followUpOutcome, followUpReason } from './follow-ups.ts';
import { interest } from './interests.ts';
import { outlookState } from './outlook.ts';
import {
  amount,
  consentPurpose,
  day,
  id,
  line,
  moment,
  page,
  requestId,
  signedAmount,
  text,
} from './schema.ts';
import { whichPeople } from './segment-filter.ts';

/** Day and month; the year only if they gave it. 29 February is allowed without a year. */
export const birthday = z.object({
  day: z.int().min(1).max(31),
  month: z.int().min(1).max(12),
  year: z.int().min(1900).max(2100).nullable(),
});

export const consentAnswer = z.object({ purpose: consentPurpose, granted: z.boolean() });

const fields = {
  name: line(120).min(1),
  /** As typed; normalised to E.164 with the shop's country as default. */
  phone: line(40).nullable(),
  email: line(200).nullable(),
  birthday: birthday.nullable(),
  language: z.string().max(8).nullable(),
  allergy: text(300).nullable(),
  preference: text(300).nullable(),
  /** How they heard of us. */
  source: line(80).nullable(),
  referredById: id.nullable(),
};

/** What the till asks of a new person; only the name is needed. */
export const newCustomer = z.object({
  ...fields,
  phone: fields.phone.optional(),
  email: fields.email.optional(),
  birthday: fields.birthday.optional(),
  language: fields.language.optional(),
  allergy: fields.allergy.optional(),
  preference: fields.preference.optional(),
  source: fields.source.optional(),
  referredById: fields.referredById.optional(),
  /** A card they already hold; `issueCard` makes one of ours instead. */
  cardCode: z.string().max(64).nullable().optional(),
  issueCard: z.boolean().optional(),
  /** Answers given; a purpose not listed counts as no. */
  consents: z.array(consentAnswer).max(7).optional(),
  /** Puts the person on the "complete later" list. */
  completeLater: z.boolean().optional(),
});

export const card = z.object({ code: z.string(), state: z.enum(['active', 'blocked']), issuedAt: moment });

export const customer = z.object({
  id,
  name: z.string(),
  /** E.164. */
  phone: z.string().nullable(),
  /** As people of the shop's country write it. */
  phoneDisplay: z.string().nullable(),
  email: z.string().nullable(),
  birthday: birthday.nullable(),
  language: z.string().nullable(),
  /** Null also where it is not for whoever asks. */
  allergy: z.string().nullable(),
  /** There is an allergy that whoever asks may not read. */
  allergyHidden: z.boolean(),
  preference: z.string().nullable(),
  source: z.string().nullable(),
  referredById: id.nullable(),
  referredByName: z.string().nullable(),
  customerSince: day,
  completeLater: z.boolean(),
  cards: z.array(card),
  consents: z.array(
    z.object({
      purpose: consentPurpose,
      granted: z.boolean(),
      at: moment,
      staffName: z.string(),
      /** Where it was asked, null = not known, and in which version of the words. */
      place: z.enum(consentPlaces).nullable(),
      textVersion: z.int(),
    }),
  ),
  /** Others who share the wallet. */
  household: z.array(z.object({ customerId: id, name: z.string() })),
  /** Entries merged into this one, which can be taken apart again. */
  merged: z.array(z.object({ customerId: id, name: z.string(), at: moment })),
  /** Set when this entry itself was merged into another. */
  mergedIntoId: id.nullable(),
  /** Set when the person was forgotten: nothing is known of them any more. */
  erasedAt: moment.nullable(),
  /** Number in the system the history was imported from. */
  externalRef: z.string().nullable(),
});

export const profile = z.object({
  customer,
  /** Days with a visit. */
  visits: z.int(),
  firstDay: day.nullable(),
  lastDay: day.nullable(),
  lastAt: moment.nullable(),
  /** Money to date, minor units. */
  spend: signedAmount,
  /** Visits whose amount is known: the base of the average. */
  amountVisits: z.int(),
  rhythmDays: z.number().nullable(),
  balances: z.array(
    z.object({
      unitId: id,
      kind: z.enum(['points', 'stamps']),
      name: z.string(),
      balance: z.int(),
      target: z.int().nullable(),
      rewardName: z.string().nullable(),
    }),
  ),
  usual: z.array(z.object({ name: z.string(), quantity: z.int() })),
  /** Visits in each of the last 12 months, oldest first; `month` = `YYYY-MM`. */
  months: z.array(z.object({ month: z.string(), visits: z.int() })),
  brought: z.array(z.object({ customerId: id, name: z.string() })),
});

export const listRow = z.object({
  customerId: id,
  name: z.string(),
  phoneDisplay: z.string().nullable(),
  cardTail: z.string().nullable(),
  lastDay: day.nullable(),
  lastAt: moment.nullable(),
  visits: z.int(),
  spend: signedAmount,
  completeLater: z.boolean(),
  birthday: birthday.nullable(),
  /** In the order of their names. */
  tagIds: z.array(id),
  /** The place of the level among all, 0 = the lowest; null: in none. */
  tier: z.object({ name: z.string(), index: z.int(), of: z.int() }).nullable(),
  /** What is estimated of them; null: too few visits, or they said no. Who came once is expected on no day. */
  outlook: z.object({ state: outlookState, expectedDay: day.nullable() }).nullable(),
});

export const timelineEntry = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('visit'),
    visitId: id,
    at: moment,
    day,
    amount: amount.nullable(),
    lines: z.array(z.object({ name: z.string(), quantity: z.int() })),
    rewardNames: z.array(z.string()),
    /** Net change per unit, e.g. +1 stamp, +9 points. */
    changes: z.array(z.object({ unitId: id, kind: z.enum(['points', 'stamps']), change: z.int() })),
    state: z.enum(['done', 'undone', 'moved']),
    imported: z.boolean(),
    staffName: z.string(),
  }),
  z.object({ kind: z.literal('note'), noteId: id, at: moment, day, text: z.string(), staffName: z.string() }),
  z.object({
    kind: z.literal('consent'),
    at: moment,
    day,
    purpose: consentPurpose,
    granted: z.boolean(),
    staffName: z.string(),
  }),
  z.object({ kind: z.literal('joined'), at: moment, day, staffName: z.string() }),
  interest.extend({ kind: z.literal('interest') }),
  z.object({
    kind: z.literal('followUp'),
    factId: id,
    at: moment,
    day,
    reason: followUpReason,
    outcome: followUpOutcome,
    channel: followUpChannel.nullable(),
    /** When it came back to the list. */
    untilDay: day.nullable(),
    /** What was to be said at the till. */
    words: z.string().nullable(),
    undone: z.boolean(),
    staffName: z.string(),
  }),
  z.object({
    kind: z.literal('promise'),
    promiseId: id,
    at: moment,
    day,
    text: z.string(),
    dueDay: day,
    ownerName: z.string(),
    staffName: z.string(),
  }),
  /** Another entry was found to be the same person; what was written under it stands in this history too. */
  z.object({
    kind: z.literal('merged'),
    mergedId: id,
    name: z.string(),
    at: moment,
    day,
    staffName: z.string(),
  }),
]);

/** What a merge will do, before it is done. */
export const mergePreview = z.object({
  kept: z.object({ customerId: id, name: z.string(), visits: z.int() }),
  merged: z.object({ customerId: id, name: z.string(), visits: z.int() }),
  /** Visit days after the merge; a day on which both came is one. */
  visits: z.int(),
  balances: z.array(
    z.object({
      unitId: id,
      kind: z.enum(['points', 'stamps']),
      name: z.string(),
      kept: z.int(),
      merged: z.int(),
      after: z.int(),
    }),
  ),
  cards: z.int(),
});

export const duplicate = z.object({
  customerId: id,
  name: z.string(),
  phoneTail: z.string().nullable(),
  lastDay: day.nullable(),
  why: z.enum(['phone', 'card', 'name']),
});

/** Who is listed: by a question of every day, or the people of a segment or behind a figure. */
export const listFilter = z.union([
  z.enum(['all', 'slipping', 'atRisk', 'late', 'birthday', 'completeLater', 'never']),
  whichPeople,
]);

const { NotFound, NotMergeable, CardTaken, InvalidCard, InvalidPhone, InvalidValue, SegmentNotUsable } =
  failures;

export const customers = {
  create: oc
    .errors({ ...onceFailures, NotFound, CardTaken, InvalidCard, InvalidPhone, InvalidValue })
    .input(newCustomer.extend({ requestId }))
    .output(customer),
  get: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ customerId: id }))
    .output(profile),
  /** One page of the list, sorted; `total` counts all rows of the filter. People of a segment or figure: in the worker. */
  list: oc
    .errors({ ...callFailures, NotFound, SegmentNotUsable, InvalidValue })
    .input(
      z.object({
        search: z.string().max(200).optional(),
        filter: listFilter.default('all'),
        sort: z.enum(['lastVisit', 'name', 'visits', 'spend']).default('lastVisit'),
        descending: z.boolean().default(true),
        ...page,
      }),
    )
    .output(
      z.object({
        total: z.int(),
        rows: z.array(listRow),
        /** What the shop has to tell of anybody. */
        columns: z.object({ tiers: z.boolean(), outlooks: z.boolean() }),
      }),
    ),
  counts: oc.errors(callFailures).output(
    z.object({
      all: z.int(),
      slipping: z.int(),
      atRisk: z.int(),
      late: z.int(),
      birthday: z.int(),
      completeLater: z.int(),
      never: z.int(),
    }),
  ),
  update: oc
    .errors({ ...onceFailures, NotFound, InvalidPhone, InvalidValue })
    .input(
      z
        .object({ ...fields, completeLater: z.boolean() })
        .partial()
        .extend({ requestId, customerId: id }),
    )
    .output(customer),
  /** Who may be the same person, by phone, card or near-identical name. */
  findDuplicates: oc
    .errors(callFailures)
    .input(
      z.object({
        name: z.string().max(120),
        phone: z.string().max(40).nullable(),
        cardCode: z.string().max(64).nullable(),
        exceptId: id.nullable().optional(),
      }),
    )
    .output(z.object({ duplicates: z.array(duplicate) })),
  timeline: oc
    .errors({ ...callFailures, NotFound })
    .input(
      z.object({
        customerId: id,
        kind: z.enum(['all', 'visits', 'rewards', 'notes']).default('all'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), entries: z.array(timelineEntry) })),
  addNote: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, customerId: id, text: text(1000).min(1) }))
    .output(z.object({ noteId: id })),
  /** Gives a card: the one scanned, or a new one of ours when `code` is null. */
  giveCard: oc
    .errors({ ...onceFailures, NotFound, CardTaken, InvalidCard })
    .input(z.object({ requestId, customerId: id, code: z.string().max(64).nullable() }))
    .output(customer),
  blockCard: oc
    .errors({ ...onceFailures, NotFound, InvalidCard })
    .input(z.object({ requestId, customerId: id, code: z.string().max(64) }))
    .output(customer),
  mergePreview: oc
    .errors({ ...callFailures, NotFound, NotMergeable })
    .input(z.object({ keepId: id, mergeId: id }))
    .output(mergePreview),
  /** Two entries for one person become one: visits, cards, codes and every lot go along. Can be undone. */
  merge: oc
    .errors({ ...onceFailures, NotFound, NotMergeable })
    .input(z.object({ requestId, keepId: id, mergeId: id }))
    .output(customer),
  unmerge: oc
    .errors({ ...onceFailures, NotFound, NotMergeable })
    .input(z.object({ requestId, mergeId: id }))
    .output(customer),
  /** Shares the wallet of another customer: one household, each with their own rhythm. */
  joinHousehold: oc
    .errors({ ...onceFailures, NotFound, NotMergeable })
    .input(z.object({ requestId, customerId: id, withId: id }))
    .output(customer),
  /** Leaves with an empty wallet of their own; what was collected together stays with the others. */
  leaveHousehold: oc
    .errors({ ...onceFailures, NotFound })
    .input(z.object({ requestId, customerId: id }))
    .output(customer),
  answerConsent: oc
    .errors({ ...onceFailures, NotFound })
    .input(consentAnswer.extend({ requestId, customerId: id }))
    .output(customer),
};

export type Customer = z.infer<typeof customer>;
export type NewCustomer = z.infer<typeof newCustomer>;
export type Profile = z.infer<typeof profile>;
export type CustomerRow = z.infer<typeof listRow>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type MergePreview = z.infer<typeof mergePreview>;
export type Duplicate = z.infer<typeof duplicate>;
export type Birthday = z.infer<typeof birthday>;
