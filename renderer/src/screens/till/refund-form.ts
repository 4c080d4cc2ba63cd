import type { Receipt, Today } from '#shared/contract/till.ts';
import type { RefundForm } from './till-panels.ts';

const asked = { amount: 0, returnRewards: false, reason: '' } as const;

/** Money of today's visit to be given back; null when there is none left, or none was typed. */
export const refundOfVisit = ({
  visitId,
  name,
  at,
  amount,
  refunded,
  rewardNames,
}: Today['visits'][number]): RefundForm | null => {
  const left = (amount ?? 0) - refunded;
  if (amount === null || left <= 0) return null;
  return { ...asked, visitId, name, at, paid: amount, left, hasRewards: rewardNames.length > 0 };
};

/** Money of the visit on the receipt to be given back; nothing of it was returned yet. */
export const refundOfReceipt = (receipt: Receipt): RefundForm | null => {
  const { visitId, customerName: name, at, amount, rewards } = receipt;
  if (amount === null || amount === 0) return null;
  return { ...asked, visitId, name, at, paid: amount, left: amount, hasRewards: rewards.length > 0 };
};

/** Appends digits, cents first; never more than can be returned. */
export const typeRefund = (form: RefundForm, digits: string): RefundForm => {
  let { amount } = form;
  for (const digit of digits) {
    const next = amount * 10 + Number(digit);
    if (next > form.left) break;
    amount = next;
  }
  return { ...form, amount };
};

/** Takes back the last digit. */
export const eraseRefund = (form: RefundForm): RefundForm => ({
  ...form,
  amount: Math.floor(form.amount / 10),
});
