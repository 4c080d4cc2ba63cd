import { aRequest } from '#tests/support/shop.ts';
import { type Scenarios, type Scene, usedRequest } from './failure-scene.ts';

const settings = {
  perDay: 15,
  reasons: [],
  birthdayDays: 3,
  firstVisitDays: 7,
  afterItems: [],
  expiringDays: 14,
  silentDays: 30,
  gapDays: 14,
  perMonth: 2,
};

/** An input that fits, for every call of follow-ups that needs one. */
export const followUpInputs: Readonly<Record<string, unknown>> = {
  'followUps.record': {
    requestId: 'request-70',
    customerId: 1,
    reason: 'birthday',
    outcome: 'reached',
    channel: 'call',
  },
  'followUps.undo': { requestId: 'request-71', factId: 1 },
  'followUps.hintSaid': { requestId: 'request-72', factId: 1 },
  'followUps.promise': {
    requestId: 'request-73',
    customerId: 1,
    text: 'A call',
    dueDay: '2026-12-31',
    ownerId: 1,
  },
  'followUps.ofCustomer': { customerId: 1 },
  'followUps.setSettings': { requestId: 'request-74', ...settings },
};

const record = ({ client, aino }: Scene, change: object = {}) =>
  client.followUps.record({
    requestId: aRequest(),
    customerId: aino,
    reason: 'birthday',
    outcome: 'reached',
    channel: null,
    ...change,
  });

const promise = async ({ client, aino }: Scene, change: object = {}) =>
  client.followUps.promise({
    requestId: aRequest(),
    customerId: aino,
    text: 'A call',
    dueDay: '2026-12-31',
    ownerId: (await client.settings.get()).currentStaffId,
    ...change,
  });

/** An outcome that is no hint. */
const aFact = async (scene: Scene): Promise<number> => {
  const { promiseId } = await promise(scene);
  return (await record(scene, { reason: 'promise', promiseId })).factId;
};

/** How to come by every failure of the calls of follow-ups. */
export const followUpFailures: Scenarios = {
  'followUps.record': {
    NotFound: (scene) => record(scene, { customerId: 9 }),
    InvalidValue: (scene) => record(scene),
    RequestIdReused: async (scene) => record(scene, { requestId: await usedRequest(scene) }),
  },
  'followUps.undo': {
    NotFound: ({ client }) => client.followUps.undo({ requestId: aRequest(), factId: 9 }),
    InvalidValue: async (scene) => {
      const factId = await aFact(scene);
      scene.clock.pass(2 * 24 * 60);
      return scene.client.followUps.undo({ requestId: aRequest(), factId });
    },
    RequestIdReused: async (scene) =>
      scene.client.followUps.undo({ requestId: await usedRequest(scene), factId: 9 }),
  },
  'followUps.hintSaid': {
    NotFound: ({ client }) => client.followUps.hintSaid({ requestId: aRequest(), factId: 9 }),
    InvalidValue: async (scene) =>
      scene.client.followUps.hintSaid({ requestId: aRequest(), factId: await aFact(scene) }),
    RequestIdReused: async (scene) =>
      scene.client.followUps.hintSaid({ requestId: await usedRequest(scene), factId: 9 }),
  },
  'followUps.promise': {
    NotFound: (scene) => promise(scene, { customerId: 9 }),
    InvalidValue: (scene) => promise(scene, { dueDay: '2020-01-01' }),
    RequestIdReused: async (scene) => promise(scene, { requestId: await usedRequest(scene) }),
  },
  'followUps.ofCustomer': {
    NotFound: ({ client }) => client.followUps.ofCustomer({ customerId: 9 }),
  },
  'followUps.setSettings': {
    RequestIdReused: async (scene) =>
      scene.client.followUps.setSettings({ requestId: await usedRequest(scene), ...settings }),
  },
};

/** The same about somebody who was promised something. */
export async function followUpInputsOf(
  client: Scene['client'],
  customerId: number,
): Promise<Readonly<Record<string, object>>> {
  const ownerId = (await client.settings.get()).currentStaffId;
  const asked = { customerId, text: 'A call', dueDay: '2026-12-31', ownerId };
  const promised = async () => client.followUps.promise({ requestId: aRequest(), ...asked });
  const outcome = async (change: object) => ({
    requestId: aRequest(),
    customerId,
    reason: 'promise' as const,
    outcome: 'reached' as const,
    channel: null,
    ...(await promised()),
    ...change,
  });
  const { factId } = await client.followUps.record(await outcome({}));
  const hint = await client.followUps.record(await outcome({ outcome: 'nextVisit', words: 'Thank you' }));
  return {
    'followUps.record': await outcome({}),
    'followUps.undo': { requestId: aRequest(), factId },
    'followUps.hintSaid': { requestId: aRequest(), factId: hint.factId },
    'followUps.promise': { requestId: aRequest(), ...asked },
  };
}
