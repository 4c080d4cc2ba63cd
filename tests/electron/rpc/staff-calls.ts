import { aRequest } from '#tests/support/shop.ts';
import type { Client, Scenarios } from './failure-scene.ts';
import { usedRequest } from './failure-scene.ts';

/** A PIN that is nobody's and not easy to guess. */
export const goodPin = '8351';

/** Inputs that fit the calls of staff, of people who are not there. */
export const staffCalls: Readonly<Record<string, unknown>> = {
  'staff.signIn': { staffId: 1, pin: goodPin },
  'staff.signInWithBadge': { codes: ['STAFF0123456789ABCDE'] },
  'staff.recover': { code: '0123-4567-89AB-CDEF-GHJK', pin: goodPin },
  'staff.approve': { askId: 'none', staffId: 1, pin: goodPin },
  'staff.add': { requestId: 'request-staff-1', name: 'Eetu', role: 'staff', pin: null },
  'staff.change': { requestId: 'request-staff-2', staffId: 1, name: 'Eetu' },
  'staff.setPin': { staffId: 1, pin: goodPin },
  'staff.changeOwnPin': { current: goodPin, pin: '6294' },
  'staff.newBadge': { staffId: 1 },
  'staff.removeBadge': { requestId: 'request-staff-3', staffId: 1 },
};

export const ownerId = async (client: Client): Promise<number> =>
  (await client.staff.door()).people.find(({ role }) => role === 'owner')?.staffId ?? 0;

/** Switches signing in on with the owner's PIN; whoever did it is signed in. */
export async function withPins(client: Client): Promise<{ owner: number; recoveryCode: string }> {
  const owner = await ownerId(client);
  const { recoveryCode } = await client.staff.setPin({ staffId: owner, pin: goodPin });
  return { owner, recoveryCode: recoveryCode ?? '' };
}

/** Adds somebody with a PIN of their own. */
export async function addPerson(
  client: Client,
  person: { readonly name: string; readonly role: 'owner' | 'manager' | 'staff'; readonly pin: string },
): Promise<number> {
  const { people } = await client.staff.add({ requestId: aRequest(), ...person });
  return people.find(({ name }) => name === person.name)?.staffId ?? 0;
}

const wrongly = async (client: Client, times: number): Promise<unknown> => {
  const { owner } = await withPins(client);
  for (let time = 1; time < times; time += 1) {
    await client.staff.signIn({ staffId: owner, pin: '6294' }).catch(() => undefined);
  }
  return client.staff.signIn({ staffId: owner, pin: '6294' });
};

/** As many wrong staff cards as one screen may hold before it in a minute. */
export const wrongCards = async (client: Client): Promise<void> => {
  for (let time = 0; time < 20; time += 1)
    await client.staff.signInWithBadge({ codes: ['STAFF0123456789ABCDE'] }).catch(() => undefined);
};

/** For every failure that a call of staff declares: how to come by it. */
export const staffFailures: Scenarios = {
  'staff.signIn': {
    PinWrong: ({ client }) => wrongly(client, 1),
    PinWait: ({ client }) => wrongly(client, 6),
  },
  'staff.signInWithBadge': {
    CodeWrong: ({ client }) => client.staff.signInWithBadge({ codes: ['STAFF0123456789ABCDE'] }),
    PinWait: async ({ client }) => {
      await wrongCards(client);
      return client.staff.signInWithBadge({ codes: ['STAFF0123456789ABCDE'] });
    },
  },
  'staff.recover': {
    CodeWrong: ({ client }) => client.staff.recover({ code: '0123-4567-89AB-CDEF-GHJK', pin: goodPin }),
    PinWait: async ({ client }) => {
      await wrongCards(client);
      return client.staff.recover({ code: '0123-4567-89AB-CDEF-GHJK', pin: goodPin });
    },
    PinNotUsable: async ({ client }) => {
      const { recoveryCode } = await withPins(client);
      return client.staff.recover({ code: recoveryCode, pin: '1234' });
    },
  },
  'staff.approve': {
    ApprovalGone: async ({ client }) => {
      const { owner } = await withPins(client);
      return client.staff.approve({ askId: 'none', staffId: owner, pin: goodPin });
    },
    PinWrong: (scene) => asked(scene.client, '6294', 1),
    PinWait: (scene) => asked(scene.client, '6294', 6),
  },
  'staff.add': {
    PinNotUsable: async ({ client }) => {
      await withPins(client);
      return client.staff.add({ requestId: aRequest(), name: 'Eetu', role: 'staff', pin: goodPin });
    },
    OwnerFirst: ({ client }) =>
      client.staff.add({ requestId: aRequest(), name: 'Eetu', role: 'staff', pin: goodPin }),
    RequestIdReused: async (scene) =>
      scene.client.staff.add({
        requestId: await usedRequest(scene),
        name: 'Eetu',
        role: 'staff',
        pin: null,
      }),
  },
  'staff.change': {
    NotFound: ({ client }) => client.staff.change({ requestId: aRequest(), staffId: 9, name: 'Eetu' }),
    LastOwner: async ({ client }) =>
      client.staff.change({ requestId: aRequest(), staffId: await ownerId(client), active: false }),
    RequestIdReused: async (scene) =>
      scene.client.staff.change({ requestId: await usedRequest(scene), staffId: 9 }),
  },
  'staff.setPin': {
    NotFound: ({ client }) => client.staff.setPin({ staffId: 9, pin: goodPin }),
    PinNotUsable: async ({ client }) => client.staff.setPin({ staffId: await ownerId(client), pin: '1111' }),
    OwnerFirst: async ({ client }) => {
      await client.staff.add({ requestId: aRequest(), name: 'Eetu', role: 'staff', pin: null });
      const { people } = await client.staff.door();
      const eetu = people.find(({ role }) => role === 'staff')?.staffId ?? 0;
      return client.staff.setPin({ staffId: eetu, pin: goodPin });
    },
  },
  'staff.changeOwnPin': {
    PinWrong: async ({ client }) => {
      await withPins(client);
      return client.staff.changeOwnPin({ current: '6294', pin: '7316' });
    },
    PinWait: async ({ client }) => {
      await wrongly(client, 5).catch(() => undefined);
      return client.staff.changeOwnPin({ current: goodPin, pin: '7316' });
    },
    PinNotUsable: async ({ client }) => {
      await withPins(client);
      return client.staff.changeOwnPin({ current: goodPin, pin: '2468' });
    },
  },
  'staff.newBadge': {
    NotFound: async ({ client }) => {
      await withPins(client);
      return client.staff.newBadge({ staffId: 9 });
    },
    OwnerFirst: async ({ client }) => client.staff.newBadge({ staffId: await ownerId(client) }),
  },
  'staff.removeBadge': {
    NotFound: ({ client }) => client.staff.removeBadge({ requestId: aRequest(), staffId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.staff.removeBadge({ requestId: await usedRequest(scene), staffId: 9 }),
  },
  'staff.newRecoveryCode': {
    OwnerFirst: ({ client }) => client.staff.newRecoveryCode(),
  },
  'staff.turnPinsOff': {
    SeveralPeople: async ({ client }) => {
      await withPins(client);
      await addPerson(client, { name: 'Eetu', role: 'staff', pin: '6294' });
      return client.staff.turnPinsOff();
    },
  },
};

/** Lets a call wait for approval, and answers with a wrong PIN so often. */
async function asked(client: Client, pin: string, times: number): Promise<unknown> {
  const { owner } = await withPins(client);
  const eetu = await addPerson(client, { name: 'Eetu', role: 'staff', pin: '7316' });
  await client.staff.signIn({ staffId: eetu, pin: '7316' });
  const item = { name: 'Tea', category: '', price: 300, active: true, quickPosition: null };
  const error: unknown = await client.items
    .create({ requestId: aRequest(), ...item })
    .catch((reason: unknown) => reason);
  const { askId } = (error as { data: { askId: string } }).data;
  for (let time = 1; time < times; time += 1) {
    await client.staff.approve({ askId, staffId: owner, pin }).catch(() => undefined);
  }
  return client.staff.approve({ askId, staffId: owner, pin });
}
