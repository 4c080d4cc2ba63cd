import type { CheckInInput } from '#shared/contract/till.ts';
import { isEmptyEntry } from './entry.ts';
import { newCustomerOf, readBirthday } from './new-customer-form.ts';
import { paidAmount, redeemOf } from './settle-entry.ts';
import type { Question, TillState } from './till-state.ts';

/** What Enter on the Check in button would do now. */
export type CheckInStep =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'send'; readonly input: Omit<CheckInInput, 'requestId'> };

const nothing: CheckInStep = { kind: 'nothing' };

/**
 * The visit as it would be written, or the question that comes first. A large amount is asked about once:
 * the second Enter means it.
 */
export const nextCheckInStep = (state: TillState): CheckInStep => {
  const { panel, entry } = state;
  switch (panel.kind) {
    case 'chosen':
      return withAmount(state, { customerId: panel.person.customerId });
    case 'walkIn':
      return withAmount(state, { customerId: null });
    case 'idle':
      return isEmptyEntry(entry) ? nothing : withAmount(state, { customerId: null });
    case 'newCustomer': {
      const { form } = panel;
      if (form.membership === null) return { kind: 'ask', question: 'membership' };
      const newCustomer = newCustomerOf(form);
      if (newCustomer === null) return withAmount(state, { customerId: null });
      if (newCustomer.name === '') return { kind: 'ask', question: 'name' };
      if (readBirthday(form.birthday) === 'wrong') return { kind: 'ask', question: 'birthday' };
      return withAmount(state, { customerId: null, newCustomer });
    }
    default:
      return nothing;
  }
};

const withAmount = (
  { entry, rules, question }: TillState,
  who: Pick<CheckInInput, 'customerId' | 'newCustomer'>,
): CheckInStep => {
  const paid = paidAmount(entry);
  if (rules.amountRule === 'required' && paid === null) return { kind: 'ask', question: 'amount' };
  const { largestWithoutQuestion: largest } = rules;
  if (paid !== null && largest !== null && paid > largest && question !== 'large')
    return { kind: 'ask', question: 'large' };
  return {
    kind: 'send',
    // The order of the fields is fixed: a repetition is recognised by the text of its input.
    input: {
      customerId: who.customerId,
      amount: rules.amountRule === 'never' ? null : paid,
      items: entry.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
      redeem: redeemOf(entry),
      ...(entry.vouchers.length === 0 ? {} : { vouchers: entry.vouchers.map(({ code }) => ({ code })) }),
      ...(entry.parkedId === null ? {} : { parkedId: entry.parkedId }),
      ...(who.newCustomer === undefined ? {} : { newCustomer: who.newCustomer }),
    },
  };
};
