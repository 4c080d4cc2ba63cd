import { aRequest, momentAt } from '#tests/support/shop.ts';
import { type Client, checkIn, rewardedVisit, type Scenarios, usedRequest } from './failure-scene.ts';

const refund = (client: Client, visitId: number, fields: object = {}) =>
  client.till.refund({ requestId: aRequest(), visitId, amount: 100, returnRewards: false, ...fields });
const park = (client: Client, customerId: number, fields: object = {}) =>
  client.till.park({
    requestId: aRequest(),
    customerId,
    amount: 450,
    items: [],
    redeem: [],
    vouchers: [],
    ...fields,
  });

/** How to come by every failure of the calls of the till. */
export const tillFailures: Scenarios = {
  'till.customerCard': { NotFound: ({ client }) => client.till.customerCard({ customerId: 9 }) },
  'till.checkIn': {
    NotFound: ({ client }) => checkIn(client, { customerId: 9 }),
    AmountRequired: ({ client }) => checkIn(client, { amount: null }),
    CustomerRequired: ({ client, stampRewardId }) =>
      checkIn(client, { redeem: [{ rewardId: stampRewardId }] }),
    InsufficientBalance: ({ client, oona, stampRewardId }) =>
      checkIn(client, { customerId: oona, redeem: [{ rewardId: stampRewardId }] }),
    RewardNotAvailable: ({ client, oona }) =>
      checkIn(client, { customerId: oona, redeem: [{ rewardId: 9 }] }),
    VoucherNotUsable: ({ client, oona }) =>
      checkIn(client, { customerId: oona, vouchers: [{ code: 'ABCD' }] }),
    CardTaken: ({ client }) => checkIn(client, { newCustomer: { name: 'B', cardCode: 'AB1234' } }),
    InvalidCard: ({ client }) => checkIn(client, { newCustomer: { name: 'B', cardCode: '!' } }),
    InvalidPhone: ({ client }) => checkIn(client, { newCustomer: { name: 'B', phone: 'x' } }),
    InvalidValue: ({ client }) =>
      checkIn(client, { newCustomer: { name: 'B', birthday: { day: 30, month: 2, year: null } } }),
    RequestIdReused: ({ client, written }) => checkIn(client, { requestId: written, amount: 1 }),
  },
  'till.undo': {
    NotFound: ({ client }) => client.till.undo({ requestId: aRequest(), visitId: 9 }),
    AlreadyUndone: async ({ client, visitId }) => {
      await client.till.undo({ requestId: aRequest(), visitId });
      return client.till.undo({ requestId: aRequest(), visitId });
    },
    UndoExpired: ({ client, clock, visitId }) => {
      clock.set(momentAt('2026-06-01 10:00'));
      return client.till.undo({ requestId: aRequest(), visitId });
    },
    RequestIdReused: ({ client, written, visitId }) => client.till.undo({ requestId: written, visitId }),
  },
  'till.move': {
    NotFound: ({ client, visitId }) => client.till.move({ requestId: aRequest(), visitId, customerId: 9 }),
    AlreadyUndone: async ({ client, visitId, oona }) => {
      await client.till.undo({ requestId: aRequest(), visitId });
      return client.till.move({ requestId: aRequest(), visitId, customerId: oona });
    },
    UndoExpired: ({ client, clock, visitId, oona }) => {
      clock.set(momentAt('2026-06-01 10:00'));
      return client.till.move({ requestId: aRequest(), visitId, customerId: oona });
    },
    SameCustomer: ({ client, visitId, aino }) =>
      client.till.move({ requestId: aRequest(), visitId, customerId: aino }),
    InsufficientBalance: async (scene) =>
      scene.client.till.move({
        requestId: aRequest(),
        visitId: await rewardedVisit(scene),
        customerId: scene.oona,
      }),
    RequestIdReused: ({ client, written, visitId, oona }) =>
      client.till.move({ requestId: written, visitId, customerId: oona }),
  },
  'till.refund': {
    NotFound: ({ client }) => refund(client, 9),
    AlreadyUndone: async ({ client, visitId }) => {
      await client.till.undo({ requestId: aRequest(), visitId });
      return refund(client, visitId);
    },
    UndoExpired: ({ client, clock, visitId }) => {
      clock.set(momentAt('2026-12-01 10:00'));
      return refund(client, visitId);
    },
    NotRefundable: ({ client, visitId }) => refund(client, visitId, { amount: 451 }),
    RequestIdReused: ({ client, visitId, written }) => refund(client, visitId, { requestId: written }),
  },
  'till.park': {
    NotFound: ({ client }) => park(client, 9),
    InsufficientBalance: ({ client, oona, stampRewardId }) =>
      park(client, oona, { redeem: [{ rewardId: stampRewardId }] }),
    RewardNotAvailable: ({ client, oona }) => park(client, oona, { redeem: [{ rewardId: 9 }] }),
    RequestIdReused: async (scene) => park(scene.client, scene.oona, { requestId: await usedRequest(scene) }),
  },
  'till.release': {
    RequestIdReused: async (scene) =>
      scene.client.till.release({ requestId: await usedRequest(scene), parkedId: 1 }),
  },
};
