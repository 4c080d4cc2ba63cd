import { aRequest } from '#tests/support/shop.ts';
import { type Client, type Scenarios, usedRequest } from './failure-scene.ts';

const everybody = { filter: { kind: 'all' as const, of: [] } };
const nobody = { filter: { kind: 'tag' as const, tagIds: [] } };
const badDays = {
  filter: {
    ...{ kind: 'retention' as const, group: 'S' as const, window: 60 },
    ...{ from: '2026-02-30', to: '2026-04-01' },
  },
};

const putOn = (client: Client, customerId: number, requestId = aRequest()) =>
  client.tags.putOn({ requestId, customerId, name: 'VIP' });
const save = (client: Client, fields: object = {}) =>
  client.tags.save({ requestId: aRequest(), tagId: null, name: 'VIP', colour: null, ...fields });
type Which = Parameters<Client['tags']['putOnPeople']>[0]['which'];
const putOnPeople = (client: Client, which: Which, requestId = aRequest()) =>
  client.tags.putOnPeople({ requestId, which, name: 'VIP' });
const takeOffPeople = (client: Client, which: Which, requestId = aRequest()) =>
  client.tags.takeOffPeople({ requestId, which, tagId: 9 });

/** How to come by every failure of the calls about tags. */
export const tagFailures: Scenarios = {
  'tags.ofCustomer': { NotFound: ({ client }) => client.tags.ofCustomer({ customerId: 9 }) },
  'tags.putOn': {
    NotFound: ({ client }) => putOn(client, 9),
    RequestIdReused: async (scene) => putOn(scene.client, scene.aino, await usedRequest(scene)),
  },
  'tags.takeOff': {
    NotFound: ({ client, aino }) =>
      client.tags.takeOff({ requestId: aRequest(), customerId: aino, tagId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.tags.takeOff({
        requestId: await usedRequest(scene),
        customerId: scene.aino,
        tagId: 9,
      }),
  },
  'tags.putOnPeople': {
    NotFound: ({ client }) => putOnPeople(client, { segmentId: 9 }),
    SegmentNotUsable: ({ client }) => putOnPeople(client, nobody),
    InvalidValue: ({ client }) => putOnPeople(client, badDays),
    RequestIdReused: async (scene) => putOnPeople(scene.client, everybody, await usedRequest(scene)),
  },
  'tags.takeOffPeople': {
    NotFound: ({ client }) => takeOffPeople(client, everybody),
    SegmentNotUsable: ({ client }) => takeOffPeople(client, nobody),
    InvalidValue: ({ client }) => takeOffPeople(client, badDays),
    RequestIdReused: async (scene) => takeOffPeople(scene.client, everybody, await usedRequest(scene)),
  },
  'tags.save': {
    NotFound: ({ client }) => save(client, { tagId: 9 }),
    TagNameTaken: async ({ client }) => {
      await save(client);
      return save(client, { name: 'vip' });
    },
    RequestIdReused: async (scene) => save(scene.client, { requestId: await usedRequest(scene) }),
  },
  'tags.remove': {
    NotFound: ({ client }) => client.tags.remove({ requestId: aRequest(), tagId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.tags.remove({ requestId: await usedRequest(scene), tagId: 9 }),
  },
};
