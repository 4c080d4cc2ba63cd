import { aRequest } from '#tests/support/shop.ts';
import { type Client, checkIn, type Scenarios, usedRequest } from './failure-scene.ts';
import { tagFailures } from './tag-failures.ts';

const change = (client: Client, customerId: number, fields: object = {}) =>
  client.customers.update({ requestId: aRequest(), customerId, ...fields });
const merge = (client: Client, keepId: number, mergeId: number, requestId = aRequest()) =>
  client.customers.merge({ requestId, keepId, mergeId });

/** How to come by every failure of the calls about customers. */
export const customerFailures: Scenarios = {
  ...tagFailures,
  'customers.create': {
    NotFound: ({ client }) => client.customers.create({ requestId: aRequest(), name: 'B', referredById: 9 }),
    CardTaken: ({ client }) =>
      client.customers.create({ requestId: aRequest(), name: 'B', cardCode: 'AB1234' }),
    InvalidCard: ({ client }) => client.customers.create({ requestId: aRequest(), name: 'B', cardCode: '!' }),
    InvalidPhone: ({ client }) => client.customers.create({ requestId: aRequest(), name: 'B', phone: 'x' }),
    InvalidValue: ({ client }) =>
      client.customers.create({
        requestId: aRequest(),
        name: 'B',
        birthday: { day: 31, month: 4, year: null },
      }),
    RequestIdReused: async ({ client }) => {
      const requestId = aRequest();
      await checkIn(client, { requestId, newCustomer: { name: 'B' } });
      return client.customers.create({ requestId, name: 'B' });
    },
  },
  'customers.get': { NotFound: ({ client }) => client.customers.get({ customerId: 9 }) },
  'customers.update': {
    NotFound: ({ client }) => change(client, 9),
    InvalidPhone: ({ client, aino }) => change(client, aino, { phone: 'x' }),
    InvalidValue: ({ client, aino }) => change(client, aino, { referredById: aino }),
    RequestIdReused: async ({ client, aino, oona }) => {
      const requestId = aRequest();
      await change(client, aino, { requestId });
      return change(client, oona, { requestId });
    },
  },
  'customers.timeline': { NotFound: ({ client }) => client.customers.timeline({ customerId: 9 }) },
  'customers.addNote': {
    NotFound: ({ client }) => client.customers.addNote({ requestId: aRequest(), customerId: 9, text: 'x' }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      await client.customers.addNote({ requestId, customerId: aino, text: 'x' });
      return client.customers.addNote({ requestId, customerId: aino, text: 'y' });
    },
  },
  'interests.list': { NotFound: ({ client }) => client.interests.list({ customerId: 9 }) },
  'interests.add': {
    NotFound: ({ client, aino }) =>
      client.interests.add({
        requestId: aRequest(),
        customerId: aino,
        about: { kind: 'item', itemId: 9 },
      }),
    RequestIdReused: async ({ client, aino }) => {
      const asked = { requestId: aRequest(), customerId: aino };
      await client.interests.add({ ...asked, about: { kind: 'words', words: 'x' } });
      return client.interests.add({ ...asked, about: { kind: 'words', words: 'y' } });
    },
  },
  'interests.end': {
    NotFound: ({ client }) => client.interests.end({ requestId: aRequest(), interestId: 9 }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      const about = { kind: 'words' as const, words: 'x' };
      const { interestId } = await client.interests.add({ requestId, customerId: aino, about });
      return client.interests.end({ requestId, interestId });
    },
  },
  'customers.giveCard': {
    NotFound: ({ client }) => client.customers.giveCard({ requestId: aRequest(), customerId: 9, code: null }),
    CardTaken: ({ client, oona }) =>
      client.customers.giveCard({ requestId: aRequest(), customerId: oona, code: 'AB1234' }),
    InvalidCard: ({ client, oona }) =>
      client.customers.giveCard({ requestId: aRequest(), customerId: oona, code: '' }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      await change(client, aino, { requestId });
      return client.customers.giveCard({ requestId, customerId: aino, code: null });
    },
  },
  'customers.blockCard': {
    NotFound: ({ client }) =>
      client.customers.blockCard({ requestId: aRequest(), customerId: 9, code: 'AB1234' }),
    InvalidCard: ({ client, oona }) =>
      client.customers.blockCard({ requestId: aRequest(), customerId: oona, code: 'AB1234' }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      await change(client, aino, { requestId });
      return client.customers.blockCard({ requestId, customerId: aino, code: 'AB1234' });
    },
  },
  'customers.answerConsent': {
    NotFound: ({ client }) =>
      client.customers.answerConsent({
        requestId: aRequest(),
        customerId: 9,
        purpose: 'contact',
        granted: true,
      }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      await change(client, aino, { requestId });
      return client.customers.answerConsent({
        requestId,
        customerId: aino,
        purpose: 'contact',
        granted: true,
      });
    },
  },
  'customers.mergePreview': {
    NotFound: ({ client, aino }) => client.customers.mergePreview({ keepId: aino, mergeId: 9 }),
    NotMergeable: ({ client, aino }) => client.customers.mergePreview({ keepId: aino, mergeId: aino }),
  },
  'customers.merge': {
    NotFound: ({ client, aino }) => merge(client, aino, 9),
    NotMergeable: ({ client, aino }) => merge(client, aino, aino),
    RequestIdReused: async (scene) => merge(scene.client, scene.aino, scene.oona, await usedRequest(scene)),
  },
  'customers.unmerge': {
    NotFound: ({ client }) => client.customers.unmerge({ requestId: aRequest(), mergeId: 9 }),
    NotMergeable: ({ client, oona }) => client.customers.unmerge({ requestId: aRequest(), mergeId: oona }),
    RequestIdReused: async (scene) =>
      scene.client.customers.unmerge({ requestId: await usedRequest(scene), mergeId: scene.oona }),
  },
  'customers.joinHousehold': {
    NotFound: ({ client, aino }) =>
      client.customers.joinHousehold({ requestId: aRequest(), customerId: 9, withId: aino }),
    NotMergeable: ({ client, aino }) =>
      client.customers.joinHousehold({ requestId: aRequest(), customerId: aino, withId: aino }),
    RequestIdReused: async (scene) => {
      const { client, aino, oona } = scene;
      const requestId = await usedRequest(scene);
      return client.customers.joinHousehold({ requestId, customerId: oona, withId: aino });
    },
  },
  'customers.leaveHousehold': {
    NotFound: ({ client }) => client.customers.leaveHousehold({ requestId: aRequest(), customerId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.customers.leaveHousehold({
        requestId: await usedRequest(scene),
        customerId: scene.oona,
      }),
  },
};
