import { aRequest } from '#tests/support/shop.ts';
import { type Client, type Scenarios, type Scene, usedRequest } from './failure-scene.ts';

const span = { from: '2026-07-01', to: '2026-07-14' };

/** An input that fits, for every call about outlooks that needs one. */
export const outlookCalls: Readonly<Record<string, unknown>> = {
  'outlook.board': { state: 'atRisk' },
  'outlook.ofCustomer': { customerId: 1 },
  'outlook.addClosedDays': { requestId: 'request-outlook-1', ...span },
  'outlook.endClosedDays': { requestId: 'request-outlook-2', id: 1 },
  'outlook.addAbsence': { requestId: 'request-outlook-3', customerId: 1, ...span },
  'outlook.endAbsence': { requestId: 'request-outlook-4', customerId: 1, id: 1 },
};

/** Days written down as closed. */
async function closedId(client: Client): Promise<number> {
  const { closed } = await client.outlook.addClosedDays({ requestId: aRequest(), ...span });
  return closed.at(-1)?.id ?? 0;
}

/** An absence of somebody. */
async function absenceId(client: Client, customerId: number): Promise<number> {
  const { absences } = await client.outlook.addAbsence({ requestId: aRequest(), customerId, ...span });
  return absences.at(-1)?.id ?? 0;
}

/** The same with what is there. */
export async function outlookInputsOf(
  client: Client,
  customerId: number,
): Promise<Readonly<Record<string, object>>> {
  return {
    'outlook.endClosedDays': { requestId: 'request-outlook-2', id: await closedId(client) },
    'outlook.endAbsence': {
      requestId: 'request-outlook-4',
      customerId,
      id: await absenceId(client, customerId),
    },
  };
}

const addAbsence = ({ client, aino }: Scene, change: object = {}) =>
  client.outlook.addAbsence({ requestId: aRequest(), customerId: aino, ...span, ...change });

const endAbsence = ({ client, aino }: Scene, change: object = {}) =>
  client.outlook.endAbsence({ requestId: aRequest(), customerId: aino, id: 9, ...change });

/** How to come by every failure of the calls about outlooks. */
export const outlookFailures: Scenarios = {
  'outlook.ofCustomer': { NotFound: ({ client }) => client.outlook.ofCustomer({ customerId: 9 }) },
  'outlook.addClosedDays': {
    InvalidValue: ({ client }) =>
      client.outlook.addClosedDays({ requestId: aRequest(), from: '2026-07-02', to: '2026-07-01' }),
    RequestIdReused: async (scene) =>
      scene.client.outlook.addClosedDays({ requestId: await usedRequest(scene), ...span }),
  },
  'outlook.endClosedDays': {
    NotFound: async ({ client }) => {
      const id = await closedId(client);
      await client.outlook.endClosedDays({ requestId: aRequest(), id });
      return client.outlook.endClosedDays({ requestId: aRequest(), id });
    },
    RequestIdReused: async (scene) =>
      scene.client.outlook.endClosedDays({
        requestId: await usedRequest(scene),
        id: await closedId(scene.client),
      }),
  },
  'outlook.addAbsence': {
    NotFound: (scene) => addAbsence(scene, { customerId: 9 }),
    // More than a year and a month is a typing error.
    InvalidValue: (scene) => addAbsence(scene, { to: '2027-09-01' }),
    RequestIdReused: async (scene) => addAbsence(scene, { requestId: await usedRequest(scene) }),
  },
  'outlook.endAbsence': {
    // Somebody else's.
    NotFound: async (scene) => endAbsence(scene, { id: await absenceId(scene.client, scene.oona) }),
    RequestIdReused: async (scene) =>
      endAbsence(scene, {
        requestId: await usedRequest(scene),
        id: await absenceId(scene.client, scene.aino),
      }),
  },
};
