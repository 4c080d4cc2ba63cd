import type { InferContractRouterInputs } from '@orpc/contract';
import type { Benefit, vouchers } from '#shared/contract/vouchers.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';

export const voucherKinds = ['birthday', 'winBack', 'surprise', 'recovery', 'referral'] as const;
export type VoucherKind = (typeof voucherKinds)[number];

/** A voucher while it is being written. */
export interface VoucherDraft {
  readonly kind: VoucherKind;
  readonly name: string;
  readonly gives: Benefit['kind'];
  readonly itemId: number | null;
  /** Money off, minor units; null while it is empty. */
  readonly amount: number | null;
  readonly percent: number | null;
  /** What it costs the shop; null while it is empty. */
  readonly cost: number | null;
  readonly expiresDay: string;
}

/** So long a new voucher is good. */
const usualDays = 30;

/** A voucher to be filled in, good for a month. */
export const newVoucher = (kind: VoucherKind, name: string, today: string): VoucherDraft => {
  const day = parseDay(today);
  return {
    kind,
    name,
    gives: 'thing',
    itemId: null,
    amount: null,
    percent: null,
    cost: null,
    expiresDay: day === null ? today : formatDay(addDays(day, usualDays)),
  };
};

const benefitOf = ({ gives, itemId, amount, percent }: VoucherDraft): Benefit | null => {
  switch (gives) {
    case 'item':
      return itemId === null ? null : { kind: 'item', itemId };
    case 'amountOff':
      return amount === null || amount < 1 ? null : { kind: 'amountOff', amount };
    case 'percentOff':
      return percent === null || percent < 1 || percent > 100 ? null : { kind: 'percentOff', percent };
    case 'thing':
      return { kind: 'thing' };
  }
};

type Issued = Omit<InferContractRouterInputs<typeof vouchers>['issue'], 'requestId' | 'customerId'>;

/** The voucher as it is issued; null while something is missing. Money off costs the shop at most itself. */
export const voucherToIssue = (draft: VoucherDraft): Issued | null => {
  const benefit = benefitOf(draft);
  const name = draft.name.trim();
  if (benefit === null || name === '') return null;
  const cost = draft.cost ?? (benefit.kind === 'amountOff' ? benefit.amount : 0);
  return { kind: draft.kind, name, benefit, cost, expiresDay: draft.expiresDay };
};
