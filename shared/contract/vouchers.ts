import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { amount, day, id, line, moment, page, requestId } from './schema.ts';

export const voucherKind = z.enum(['birthday', 'winBack', 'referral', 'surprise', 'recovery']);

/** What a voucher is worth: an item, money off, per cent off, or something given by hand. */
export const benefit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemId: id }),
  z.object({ kind: z.literal('amountOff'), amount: amount.min(1) }),
  z.object({ kind: z.literal('percentOff'), percent: z.int().min(1).max(100) }),
  z.object({ kind: z.literal('thing') }),
]);

export const voucher = z.object({
  voucherId: id,
  /** Shown in two groups of four; the last sign is a check sign. */
  code: z.string(),
  customerId: id,
  customerName: z.string(),
  kind: voucherKind,
  name: z.string(),
  benefit,
  cost: amount,
  issuedDay: day,
  issuedBy: z.string(),
  /** Last day on which it can be used. */
  expiresDay: day,
  state: z.enum(['usable', 'used', 'expired', 'void']),
  usedAt: moment.nullable(),
});

export const budget = z.object({
  kind: z.enum(['surprise', 'recovery']),
  /** Minor units a month at reward cost; null = no limit. */
  perMonth: amount.nullable(),
  spent: amount,
});

const ready = callFailures;
const once = { ...onceFailures, NotFound: failures.NotFound, InvalidValue: failures.InvalidValue };

/** Gifts issued to one customer: one use, a code with a check sign, an end. */
export const vouchers = {
  issue: oc
    .errors({ ...once, BudgetExceeded: failures.BudgetExceeded })
    .input(
      z.object({
        requestId,
        customerId: id,
        kind: voucherKind,
        name: line(60).min(1),
        benefit,
        cost: amount,
        expiresDay: day,
      }),
    )
    .output(voucher),
  list: oc
    .errors(ready)
    .input(
      z.object({
        customerId: id.optional(),
        state: z.enum(['usable', 'used', 'expired', 'void', 'all']).default('all'),
        ...page,
      }),
    )
    .output(z.object({ total: z.int(), vouchers: z.array(voucher) })),
  /** Whose voucher a typed or scanned code is, and whether it can be used. */
  check: oc
    .errors({ ...ready, VoucherNotUsable: failures.VoucherNotUsable })
    .input(z.object({ code: z.string().max(40) }))
    .output(voucher),
  void: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound, VoucherNotUsable: failures.VoucherNotUsable })
    .input(z.object({ requestId, voucherId: id, reason: line(200).min(3) }))
    .output(voucher),
  /** Birthdays of the coming days without a voucher yet. */
  birthdaysDue: oc
    .errors(ready)
    .input(z.object({ days: z.int().min(0).max(60) }))
    .output(z.object({ people: z.array(z.object({ customerId: id, name: z.string(), day })) })),
  budgets: oc.errors(ready).output(z.object({ budgets: z.array(budget) })),
  setBudget: oc
    .errors(onceFailures)
    .input(z.object({ requestId, kind: z.enum(['surprise', 'recovery']), perMonth: amount.nullable() }))
    .output(z.object({ budgets: z.array(budget) })),
  /** Today's prices kept for a tier or a customer until a day. */
  holdPrices: oc
    .errors(once)
    .input(
      z.object({
        requestId,
        for: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('tier'), tierId: id }),
          z.object({ kind: z.literal('customer'), customerId: id }),
        ]),
        untilDay: day,
      }),
    )
    .output(z.object({ holdId: id })),
  endHold: oc
    .errors({ ...onceFailures, InvalidValue: failures.InvalidValue })
    .input(z.object({ requestId, holdId: id }))
    .output(z.object({ holdId: id })),
  holds: oc.errors(ready).output(
    z.object({
      holds: z.array(
        z.object({
          holdId: id,
          tierId: id.nullable(),
          customerId: id.nullable(),
          /** Name of the tier or the customer. */
          forName: z.string(),
          sinceDay: day,
          untilDay: day,
          /** Items whose price is higher today than the one kept. */
          raised: z.int(),
        }),
      ),
    }),
  ),
};

export type Voucher = z.infer<typeof voucher>;
export type Benefit = z.infer<typeof benefit>;
