import { aRequest } from '#tests/support/shop.ts';
import type { Client } from './failure-scene.ts';

/** Inputs of calls about what customers are given and what they asked about. */
export const customerCalls: Readonly<Record<string, unknown>> = {
  'vouchers.issue': {
    requestId: 'request-18',
    customerId: 1,
    kind: 'recovery',
    name: 'Cake on us',
    benefit: { kind: 'thing' },
    cost: 100,
    expiresDay: '2026-12-31',
  },
  'vouchers.list': {},
  'interests.list': { customerId: 1 },
  'interests.add': { requestId: 'request-120', customerId: 1, about: { kind: 'words', words: 'Chai' } },
  'interests.end': { requestId: 'request-121', interestId: 1 },
  'tags.ofCustomer': { customerId: 1 },
  'tags.putOn': { requestId: 'request-122', customerId: 1, name: 'VIP' },
  'tags.takeOff': { requestId: 'request-123', customerId: 1, tagId: 1 },
  'tags.putOnPeople': { requestId: 'request-124', which: { filter: { kind: 'all', of: [] } }, name: 'VIP' },
  'tags.takeOffPeople': {
    requestId: 'request-125',
    which: { filter: { kind: 'all', of: [] } },
    tagId: 1,
  },
  'tags.save': { requestId: 'request-126', tagId: null, name: 'Oat milk', colour: 'green' },
  'tags.remove': { requestId: 'request-127', tagId: 1 },
  'vouchers.check': { code: 'ABCD2345' },
  'vouchers.void': { requestId: 'request-19', voucherId: 1, reason: 'Wrong' },
  'vouchers.birthdaysDue': { days: 30 },
  'vouchers.setBudget': { requestId: 'request-20', kind: 'surprise', perMonth: 5_000 },
  'vouchers.holdPrices': {
    requestId: 'request-21',
    for: { kind: 'customer', customerId: 1 },
    untilDay: '2026-12-31',
  },
  'vouchers.endHold': { requestId: 'request-22', holdId: 1 },
};

/** Inputs that need something that is there. */
export async function customerInputsOf(client: Client, customerId: number) {
  const about = { kind: 'words' as const, words: 'Chai latte' };
  const { interestId } = await client.interests.add({ requestId: aRequest(), customerId, about });
  const asked = () => ({ requestId: aRequest() });
  const colour = null;
  const { tagId } = await client.tags.save({ ...asked(), tagId: null, name: 'Window seat', colour });
  const { tagId: leaving } = await client.tags.save({ ...asked(), tagId: null, name: 'Leaving', colour });
  return {
    'interests.end': { requestId: aRequest(), interestId },
    'tags.takeOff': { ...asked(), customerId, tagId },
    'tags.takeOffPeople': { ...asked(), which: { filter: { kind: 'all', of: [] } }, tagId },
    'tags.remove': { ...asked(), tagId: leaving },
  };
}
