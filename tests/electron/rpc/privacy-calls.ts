import { aRequest } from '#tests/support/shop.ts';
import { type Client, type Scenarios, usedRequest } from './failure-scene.ts';

/** Inputs that fit the calls of privacy and the log. */
export const privacyCalls: Readonly<Record<string, unknown>> = {
  'privacy.dataSheet': { customerId: 1 },
  'privacy.toForget': { customerId: 1 },
  'privacy.erase': { requestId: 'request-privacy-1', customerId: 1 },
  'privacy.setRules': { requestId: 'request-privacy-2', inactiveMonths: 48 },
  'privacy.inactive': {},
  'privacy.keep': { requestId: 'request-privacy-3', customerId: 1, keep: true },
  'privacy.careNotes': { customerId: 1 },
  'privacy.addCareNote': {
    requestId: 'request-privacy-4',
    customerId: 1,
    kind: 'health',
    text: 'Sensitive scalp',
  },
  'privacy.removeCareNote': { requestId: 'request-privacy-5', noteId: 1 },
  'privacy.corrections': { customerId: 1 },
  'audit.day': { day: '2026-03-10' },
  'audit.setThresholds': {
    ...{ requestId: 'request-audit-1', adjustments: 4, burst: 3, burstMinutes: 10, undoMinutes: 60 },
  },
};

const aNote = { kind: 'health', text: 'Sensitive scalp' } as const;

/** Inputs that need what only a shop with this person has. */
export async function privacyInputsOf(
  { privacy }: Client,
  customerId: number,
): Promise<Readonly<Record<string, object>>> {
  const { noteId } = await privacy.addCareNote({ requestId: aRequest(), customerId, ...aNote });
  return { 'privacy.removeCareNote': { requestId: aRequest(), noteId } };
}

export const privacyFailures: Scenarios = {
  'audit.day': { InvalidValue: ({ client }) => client.audit.day({ day: '2026-02-31' }) },
  'audit.setThresholds': {
    RequestIdReused: async (scene) =>
      scene.client.audit.setThresholds({
        requestId: await usedRequest(scene),
        ...{ adjustments: 4, burst: 3, burstMinutes: 10, undoMinutes: 60 },
      }),
  },
  'privacy.dataSheet': { NotFound: ({ client }) => client.privacy.dataSheet({ customerId: 9 }) },
  'privacy.toForget': { NotFound: ({ client }) => client.privacy.toForget({ customerId: 9 }) },
  'privacy.setRules': {
    RequestIdReused: async (scene) =>
      scene.client.privacy.setRules({ requestId: await usedRequest(scene), inactiveMonths: 48 }),
  },
  'privacy.keep': {
    NotFound: ({ client }) => client.privacy.keep({ requestId: aRequest(), customerId: 9, keep: true }),
    RequestIdReused: async (scene) =>
      scene.client.privacy.keep({ requestId: await usedRequest(scene), customerId: scene.oona, keep: true }),
  },
  'privacy.careNotes': { NotFound: ({ client }) => client.privacy.careNotes({ customerId: 9 }) },
  'privacy.corrections': { NotFound: ({ client }) => client.privacy.corrections({ customerId: 9 }) },
  'privacy.addCareNote': {
    NotFound: ({ client }) => client.privacy.addCareNote({ requestId: aRequest(), customerId: 9, ...aNote }),
    InvalidValue: ({ client, aino }) =>
      client.privacy.addCareNote({ requestId: aRequest(), customerId: aino, ...aNote, day: '2126-01-01' }),
    RequestIdReused: async (scene) =>
      scene.client.privacy.addCareNote({
        requestId: await usedRequest(scene),
        customerId: scene.oona,
        ...aNote,
      }),
  },
  'privacy.removeCareNote': {
    NotFound: ({ client }) => client.privacy.removeCareNote({ requestId: aRequest(), noteId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.privacy.removeCareNote({ requestId: await usedRequest(scene), noteId: 9 }),
  },
  'privacy.erase': {
    NotFound: ({ client }) => client.privacy.erase({ requestId: aRequest(), customerId: 9 }),
    RequestIdReused: async ({ client, aino, oona }) => {
      const requestId = aRequest();
      await client.customers.update({ requestId, customerId: aino });
      return client.privacy.erase({ requestId, customerId: oona });
    },
  },
};
