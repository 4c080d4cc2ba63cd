import { oc } from '@orpc/contract';
import * as z from 'zod';
import { careNoteKinds } from '../domain/privacy/privacy-rules.ts';
import { newCustomer } from './customers.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { amount, day, id, line, moment, requestId, signedAmount } from './schema.ts';
import { benefit, voucherKind } from './vouchers.ts';

export const searchHit = z.object({
  customerId: id,
  name: z.string(),
  /** Last four digits of the phone, to tell people of one name apart. */
  phoneTail: z.string().nullable(),
  cardTail: z.string().nullable(),
  lastDay: day.nullable(),
  /** What matched: a typo match is offered last. */
  match: z.enum(['name', 'phone', 'card', 'infix', 'typo']),
});

export const balance = z.object({
  unitId: id,
  kind: z.enum(['points', 'stamps']),
  /** Name of the stamp card; empty for points. */
  name: z.string(),
  balance: z.int(),
  /** Price of the reward the customer is collecting for: the cheapest not yet reached, else the dearest. */
  target: z.int().nullable(),
  rewardName: z.string().nullable(),
  /** Carried remainder in points as an exact fraction. */
  carryNum: z.int(),
  carryDen: z.int(),
});

export const rewardOffer = z.object({
  rewardId: id,
  name: z.string(),
  kind: z.enum(['freeItem', 'percentOff', 'amountOff', 'addOn', 'experience', 'thanks']),
  unitId: id,
  price: z.int(),
  /** Can be had now. */
  ready: z.boolean(),
  /** Why not; null when it can be had. */
  obstacle: z.enum(['inactive', 'notYet', 'over', 'soldOut', 'tier', 'notNew', 'balance']).nullable(),
  itemId: id.nullable(),
  percent: z.int().nullable(),
  amountOff: amount.nullable(),
  /** A part may be taken for a part of the price. */
  partial: z.boolean(),
});

/** A voucher that can be used now. */
export const voucherOffer = z.object({
  code: z.string(),
  name: z.string(),
  kind: voucherKind,
  benefit,
  expiresDay: day,
});

/** What the rules need to know of this customer to say what a visit will earn: the preview is the same function. */
export const earningFacts = z.object({
  tierId: id.nullable(),
  earnedToday: z.array(z.object({ unitId: id, amount: z.int() })),
  /** Which visit (day) the next check-in will be; null when here already today. */
  visitNumber: z.int().nullable(),
  /** Days to or from the nearest birthday. */
  daysToBirthday: z.int().nullable(),
  birthdayGiven: z.boolean(),
  /** Gifts on account of this customer's visits that stand: after an undo they are not given a second time. */
  given: z.array(
    z.object({
      occasion: z.enum(['signUp', 'referrer', 'friend', 'birthday', 'milestone']),
      visits: z.int().nullable(),
    }),
  ),
  referredById: id.nullable(),
});

export const orderLine = z.object({ itemId: id, name: z.string(), quantity: z.int(), unitPrice: amount });

export const hint = z.discriminatedUnion('kind', [
  /** `text` null: not for whoever is at the till; somebody who may read it can be asked. */
  z.object({ kind: z.literal('allergy'), text: z.string().nullable() }),
  /** The newest note of a kind that only some roles read. */
  z.object({
    kind: z.literal('careNote'),
    note: z.enum(careNoteKinds),
    text: z.string().nullable(),
    day,
    isOld: z.boolean(),
  }),
  z.object({ kind: z.literal('preference'), text: z.string() }),
  /** `inDays` 0 = today, up to 7. */
  z.object({ kind: z.literal('birthday'), inDays: z.int(), day }),
  z.object({ kind: z.literal('hereToday'), at: moment, amount: amount.nullable(), staffName: z.string() }),
  /** This visit will be number `visits`. */
  z.object({ kind: z.literal('milestone'), visits: z.int() }),
  z.object({ kind: z.literal('incomplete') }),
  /** Items they asked about before and have not bought since, newest first. */
  z.object({ kind: z.literal('askedAbout'), names: z.array(z.string()).min(1) }),
  /** Later than usual for them; whole days. */
  z.object({ kind: z.literal('late'), usualGapDays: z.int(), waitedDays: z.int(), expectedDay: day }),
  /** Drawn for today's surprise: what their playbook gives. */
  z.object({ kind: z.literal('surprise'), gift: z.string() }),
  /** What was to be said when they are next here; ticked off with `followUps.hintSaid`. */
  z.object({ kind: z.literal('followUp'), factId: id, words: z.string() }),
]);

export const customerCard = z.object({
  customerId: id,
  name: z.string(),
  cardCode: z.string().nullable(),
  phoneTail: z.string().nullable(),
  customerSince: day,
  visits: z.int(),
  lastVisit: z.object({ day, at: moment, amount: amount.nullable() }).nullable(),
  /** Median days between visits; null before there are three gaps. */
  rhythmDays: z.number().nullable(),
  /** A sum of lines may be more than the till takes at once. */
  usual: z.object({ lines: z.array(orderLine), amount: signedAmount.min(0) }).nullable(),
  balances: z.array(balance),
  rewards: z.array(rewardOffer),
  vouchers: z.array(voucherOffer),
  tier: z
    .object({ tierId: id, name: z.string(), index: z.int(), of: z.int(), benefits: z.string() })
    .nullable(),
  /** Visits or minor units missing to the next tier; null at the top, and for rankings. */
  nextTier: z.object({ name: z.string(), missing: z.int() }).nullable(),
  earning: earningFacts,
  /** Prices kept for this customer that are lower than today's. */
  heldPrices: z.array(z.object({ itemId: id, price: amount, untilDay: day })),
  /** Others who share the wallet. */
  household: z.array(z.object({ customerId: id, name: z.string() })),
  /** A check-in of this customer that was set aside. */
  parkedId: id.nullable(),
  hints: z.array(hint),
  /** Others whose first name is the same, so that the staff ask for the last digits. */
  sameName: z.int(),
});

export const balanceChange = z.object({
  unitId: id,
  kind: z.enum(['points', 'stamps']),
  name: z.string(),
  before: z.int(),
  earned: z.int(),
  spent: z.int(),
  /** Part of `earned` that is a gift: head start, birthday, referral, milestone. */
  gifts: z.int(),
  after: z.int(),
  target: z.int().nullable(),
  rewardName: z.string().nullable(),
});

export const receipt = z.object({
  visitId: id,
  at: moment,
  day,
  customerId: id.nullable(),
  customerName: z.string().nullable(),
  amount: amount.nullable(),
  lines: z.array(orderLine),
  rewards: z.array(z.object({ rewardId: id, name: z.string() })),
  vouchers: z.array(z.object({ code: z.string(), name: z.string() })),
  changes: z.array(balanceChange),
  /** Visits of this customer including this one; null for a walk-in. */
  visits: z.int().nullable(),
  staffName: z.string(),
  /** True when this request had been written before and this is the earlier result. */
  replayed: z.boolean(),
});

export const checkInInput = z.object({
  requestId,
  /** Null for a walk-in sale, or with `newCustomer`. */
  customerId: id.nullable(),
  /** What was paid after rewards, minor units; null when the amount is not asked. */
  amount: amount.nullable(),
  items: z
    .array(z.object({ itemId: id, quantity: z.int().min(1).max(99) }))
    .max(50)
    .optional(),
  /** `spend` takes a part of a reward that allows it, in points. */
  redeem: z
    .array(z.object({ rewardId: id, spend: z.int().min(1).optional() }))
    .max(5)
    .optional(),
  vouchers: z
    .array(z.object({ code: z.string().max(40) }))
    .max(3)
    .optional(),
  /** The check-in that was set aside and is now done. */
  parkedId: id.optional(),
  /** Saves this person in the same transaction and checks them in. */
  newCustomer: newCustomer.optional(),
  /** Who served, when it is not the one signed in. */
  staffId: id.optional(),
});

export const parkInput = z.object({
  requestId,
  customerId: id.nullable(),
  amount: amount.nullable(),
  items: z.array(z.object({ itemId: id, quantity: z.int().min(1).max(99) })).max(50),
  redeem: z.array(z.object({ rewardId: id, spend: z.int().min(1).optional() })).max(5),
  vouchers: z.array(z.object({ code: z.string().max(40) })).max(3),
});

export const parked = parkInput.omit({ requestId: true }).extend({
  parkedId: id,
  at: moment,
  customerName: z.string().nullable(),
});

export const todayVisit = z.object({
  visitId: id,
  at: moment,
  customerId: id.nullable(),
  name: z.string().nullable(),
  amount: amount.nullable(),
  rewardNames: z.array(z.string()),
  state: z.enum(['done', 'undone']),
  undoable: z.boolean(),
  /** Money returned on it, minor units. */
  refunded: amount,
});

export const today = z.object({
  day,
  checkIns: z.int(),
  identified: z.int(),
  amount: signedAmount,
  newCustomers: z.int(),
  rewardsUsed: z.int(),
  birthdays: z.int(),
  visits: z.array(todayVisit),
});

export const till = {
  /** Part of a name (accents and case ignored, one typo forgiven), last digits of a phone, or a card code. */
  search: oc
    .errors(callFailures)
    .input(z.object({ query: z.string().max(200), limit: z.int().min(1).max(50).default(8) }))
    .output(z.object({ hits: z.array(searchHit) })),
  /** Whose card a scanner read; candidates in order of likelihood. */
  scan: oc
    .errors(callFailures)
    .input(z.object({ candidates: z.array(z.string().max(200)).min(1).max(8) }))
    .output(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('customer'), customerId: id, code: z.string() }),
        z.object({ kind: z.literal('blocked'), customerId: id, name: z.string(), code: z.string() }),
        z.object({ kind: z.literal('unknown'), code: z.string() }),
      ]),
    ),
  customerCard: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ customerId: id }))
    .output(customerCard),
  checkIn: oc
    .errors({
      ...onceFailures,
      NotFound: failures.NotFound,
      AmountRequired: failures.AmountRequired,
      CustomerRequired: failures.CustomerRequired,
      InsufficientBalance: failures.InsufficientBalance,
      RewardNotAvailable: failures.RewardNotAvailable,
      VoucherNotUsable: failures.VoucherNotUsable,
      CardTaken: failures.CardTaken,
      InvalidCard: failures.InvalidCard,
      InvalidPhone: failures.InvalidPhone,
      InvalidValue: failures.InvalidValue,
    })
    .input(checkInInput)
    .output(receipt),
  /** Reverses a visit and everything it earned and spent; nothing is erased. */
  undo: oc
    .errors({
      ...onceFailures,
      NotFound: failures.NotFound,
      AlreadyUndone: failures.AlreadyUndone,
      UndoExpired: failures.UndoExpired,
    })
    .input(z.object({ requestId, visitId: id, reason: line(200).optional() }))
    .output(
      z.object({
        visitId: id,
        undoneVisitId: id,
        customerId: id.nullable(),
        customerName: z.string().nullable(),
        amount: amount.nullable(),
        changes: z.array(balanceChange),
        replayed: z.boolean(),
      }),
    ),
  /** Moves a visit to another customer: reversed here, written again there, in one transaction. */
  move: oc
    .errors({
      ...onceFailures,
      NotFound: failures.NotFound,
      AlreadyUndone: failures.AlreadyUndone,
      UndoExpired: failures.UndoExpired,
      SameCustomer: failures.SameCustomer,
      InsufficientBalance: failures.InsufficientBalance,
    })
    .input(z.object({ requestId, visitId: id, customerId: id }))
    .output(receipt),
  /** Returns a part of the money: the points of that part are taken back, used rewards only when asked. */
  refund: oc
    .errors({
      ...onceFailures,
      NotFound: failures.NotFound,
      AlreadyUndone: failures.AlreadyUndone,
      UndoExpired: failures.UndoExpired,
      NotRefundable: failures.NotRefundable,
    })
    .input(
      z.object({
        requestId,
        visitId: id,
        amount: amount.min(1),
        returnRewards: z.boolean(),
        reason: line(200).optional(),
      }),
    )
    .output(
      z.object({
        refundId: id,
        visitId: id,
        /** What can still be returned of this visit. */
        left: amount,
        changes: z.array(balanceChange),
        replayed: z.boolean(),
      }),
    ),
  /** Sets a check-in aside: it survives a restart, and what it is going to spend stays reserved. */
  park: oc
    .errors({
      ...onceFailures,
      NotFound: failures.NotFound,
      InsufficientBalance: failures.InsufficientBalance,
      RewardNotAvailable: failures.RewardNotAvailable,
    })
    .input(parkInput)
    .output(parked),
  parked: oc.errors(callFailures).output(z.object({ parked: z.array(parked) })),
  /** Gives up a check-in that was set aside; what it reserved is free again. */
  release: oc
    .errors(onceFailures)
    .input(z.object({ requestId, parkedId: id }))
    .output(z.object({ parkedId: id })),
  today: oc
    .errors(callFailures)
    .input(z.object({ limit: z.int().min(1).max(1000).default(200) }).optional())
    .output(today),
  /** People who usually come on this weekday at about this time and were not here yet today. */
  usuallyHere: oc.errors(callFailures).output(
    z.object({
      people: z.array(
        z.object({
          customerId: id,
          name: z.string(),
          seen: z.int(),
          of: z.int(),
          /** Earliest and latest time of day they came in, minutes after midnight. */
          fromMinute: z.int(),
          toMinute: z.int(),
          rewardReady: z.boolean(),
        }),
      ),
    }),
  ),
  /** Checked in lately and without a card: the likely owners of an unknown card. */
  recentWithoutCard: oc
    .errors(callFailures)
    .output(z.object({ people: z.array(z.object({ customerId: id, name: z.string(), at: moment })) })),
};

export type SearchHit = z.infer<typeof searchHit>;
export type CustomerCard = z.infer<typeof customerCard>;
export type Receipt = z.infer<typeof receipt>;
export type CheckInInput = z.infer<typeof checkInInput>;
export type Today = z.infer<typeof today>;
export type Hint = z.infer<typeof hint>;
export type Balance = z.infer<typeof balance>;
export type RewardOffer = z.infer<typeof rewardOffer>;
export type BalanceChange = z.infer<typeof balanceChange>;
