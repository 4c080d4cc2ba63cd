import { aRequest } from '#tests/support/shop.ts';
import type { Scenarios } from './failure-scene.ts';

/** Inputs that fit the calls of privacy and the log. */
export const privacyCalls: Readonly<Record<string, unknown>> = {
  'privacy.dataSheet': { customerId: 1 },
  'privacy.toForget': { customerId: 1 },
  'privacy.erase': { requestId: 'request-privacy-1', customerId: 1 },
  'audit.day': { day: '2026-03-10' },
};

export const privacyFailures: Scenarios = {
  'audit.day': { InvalidValue: ({ client }) => client.audit.day({ day: '2026-02-31' }) },
  'privacy.dataSheet': { NotFound: ({ client }) => client.privacy.dataSheet({ customerId: 9 }) },
  'privacy.toForget': { NotFound: ({ client }) => client.privacy.toForget({ customerId: 9 }) },
  'privacy.erase': {
    NotFound: ({ client }) => client.privacy.erase({ requestId: aRequest(), customerId: 9 }),
    RequestIdReused: async ({ client, aino, oona }) => {
      const requestId = aRequest();
      await client.customers.update({ requestId, customerId: aino });
      return client.privacy.erase({ requestId, customerId: oona });
    },
  },
};
