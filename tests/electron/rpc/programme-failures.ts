import { aRequest } from '#tests/support/shop.ts';
import { type Client, checkIn, type Scenarios, usedRequest } from './failure-scene.ts';

const rulesOf = async (client: Client) => (await client.loyalty.programme()).rules;
const publish = async (client: Client, rules: object, fields: object = {}) =>
  client.loyalty.publish({
    requestId: aRequest(),
    rules: { ...(await rulesOf(client)), ...rules },
    effectiveFrom: null,
    ...fields,
  });
const adjust = (client: Client, customerId: number, unitId: number, fields: object = {}) =>
  client.loyalty.adjust({
    requestId: aRequest(),
    customerId,
    unitId,
    change: 1,
    reason: 'Paper card',
    ...fields,
  });
const hold = (client: Client, customerId: number, fields: object = {}) =>
  client.loyalty.holdTier({ requestId: aRequest(), customerId, tierId: null, untilDay: null, ...fields });
const issue = (client: Client, customerId: number, fields: object = {}) =>
  client.vouchers.issue({
    requestId: aRequest(),
    customerId,
    kind: 'surprise',
    name: 'A gift',
    benefit: { kind: 'thing' },
    cost: 100,
    expiresDay: '2026-12-31',
    ...fields,
  });
const holdPrices = (client: Client, customerId: number, fields: object = {}) =>
  client.vouchers.holdPrices({
    requestId: aRequest(),
    for: { kind: 'customer', customerId },
    untilDay: '2026-12-31',
    ...fields,
  });
const backwards = { from: '2026-03-01', to: '2026-02-01' };

/** How to come by every failure of the calls about the programme and its vouchers. */
export const programmeFailures: Scenarios = {
  'loyalty.version': { NotFound: ({ client }) => client.loyalty.version({ versionId: 9 }) },
  'loyalty.saveDraft': {
    InvalidValue: async ({ client }) =>
      client.loyalty.saveDraft({ rules: await rulesOf(client), effectiveFrom: '2026-02-30' }),
  },
  'loyalty.publish': {
    InvalidValue: ({ client }) => publish(client, {}, { effectiveFrom: '2026-03-09' }),
    NotFound: async ({ client }) => {
      const { rewards } = await rulesOf(client);
      return publish(client, { rewards: rewards.map((reward) => ({ ...reward, itemId: 9 })) });
    },
    ProgrammeBlocked: ({ client }) => publish(client, { rewards: [] }),
    RequestIdReused: async (scene) => publish(scene.client, {}, { requestId: await usedRequest(scene) }),
  },
  'loyalty.explain': {
    NotFound: ({ client, aino }) => client.loyalty.explain({ customerId: aino, unitId: 9 }),
  },
  'loyalty.adjust': {
    NotFound: ({ client, stampUnitId }) => adjust(client, 9, stampUnitId),
    InvalidValue: ({ client, aino }) => adjust(client, aino, 9),
    InsufficientBalance: ({ client, aino, stampUnitId }) => adjust(client, aino, stampUnitId, { change: -2 }),
    RequestIdReused: async (scene) =>
      adjust(scene.client, scene.aino, scene.stampUnitId, { requestId: await usedRequest(scene) }),
  },
  'loyalty.holdTier': {
    NotFound: ({ client }) => hold(client, 9),
    InvalidValue: ({ client, aino }) => hold(client, aino, { tierId: 9 }),
    RequestIdReused: async (scene) => hold(scene.client, scene.aino, { requestId: await usedRequest(scene) }),
  },
  'loyalty.reconciliation': { InvalidValue: ({ client }) => client.loyalty.reconciliation(backwards) },
  'loyalty.reconciliationEntries': {
    InvalidValue: ({ client, stampUnitId }) =>
      client.loyalty.reconciliationEntries({ ...backwards, unitId: stampUnitId, column: 'earned' }),
  },
  'vouchers.issue': {
    NotFound: ({ client }) => issue(client, 9),
    InvalidValue: ({ client, aino }) => issue(client, aino, { expiresDay: '2026-03-09' }),
    BudgetExceeded: async ({ client, aino }) => {
      await client.vouchers.setBudget({ requestId: aRequest(), kind: 'surprise', perMonth: 99 });
      return issue(client, aino);
    },
    RequestIdReused: async (scene) =>
      issue(scene.client, scene.aino, { requestId: await usedRequest(scene) }),
  },
  'vouchers.check': { VoucherNotUsable: ({ client }) => client.vouchers.check({ code: 'ABCD' }) },
  'vouchers.void': {
    NotFound: ({ client }) => client.vouchers.void({ requestId: aRequest(), voucherId: 9, reason: 'Wrong' }),
    VoucherNotUsable: async ({ client, aino }) => {
      const { voucherId, code } = await issue(client, aino);
      await checkIn(client, { customerId: aino, vouchers: [{ code }] });
      return client.vouchers.void({ requestId: aRequest(), voucherId, reason: 'Wrong' });
    },
    RequestIdReused: async (scene) => {
      const requestId = await usedRequest(scene);
      return scene.client.vouchers.void({ requestId, voucherId: 9, reason: 'Wrong' });
    },
  },
  'vouchers.setBudget': {
    RequestIdReused: async (scene) => {
      const requestId = await usedRequest(scene);
      return scene.client.vouchers.setBudget({ requestId, kind: 'surprise', perMonth: 99 });
    },
  },
  'vouchers.holdPrices': {
    NotFound: ({ client }) => holdPrices(client, 9),
    InvalidValue: ({ client, aino }) => holdPrices(client, aino, { untilDay: '2026-03-09' }),
    RequestIdReused: async (scene) =>
      holdPrices(scene.client, scene.aino, { requestId: await usedRequest(scene) }),
  },
  'vouchers.endHold': {
    InvalidValue: ({ client }) => client.vouchers.endHold({ requestId: aRequest(), holdId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.vouchers.endHold({ requestId: await usedRequest(scene), holdId: 9 }),
  },
};
