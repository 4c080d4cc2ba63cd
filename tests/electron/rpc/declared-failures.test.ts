import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#shared/contract/failures.ts';
import { contract } from '#shared/contract/index.ts';
import { anApp } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { aCafe } from '#tests/support/shop-on-host.ts';
import { backupFailures } from './backup-failures.ts';
import { campaignFailures } from './campaign-failures.ts';
import { customerFailures } from './customer-failures.ts';
import { aScene, type Scenarios } from './failure-scene.ts';
import { followUpFailures } from './follow-up-calls.ts';
import { monthEndFailures } from './month-end-failures.ts';
import { outlookFailures } from './outlook-calls.ts';
import { playbookFailures } from './playbook-calls.ts';
import { privacyFailures } from './privacy-calls.ts';
import { programmeFailures } from './programme-failures.ts';
import { reportFailures } from './report-failures.ts';
import { restoreFailures } from './restore-calls.ts';
import { staffFailures } from './staff-calls.ts';
import { tillFailures } from './till-failures.ts';

/** For every failure that a call declares as its own: how to come by it. */
const scenarios: Scenarios = {
  ...tillFailures,
  ...customerFailures,
  ...programmeFailures,
  ...reportFailures,
  ...monthEndFailures,
  ...restoreFailures,
  ...backupFailures,
  ...campaignFailures,
  ...playbookFailures,
  ...followUpFailures,
  ...staffFailures,
  ...privacyFailures,
  ...outlookFailures,
  'settings.setUp': {
    AlreadySetUp: async ({ client }) => {
      for await (const _event of await client.settings.setUp({ shop: aCafe, start: 'empty' }));
    },
    InvalidValue: async () => {
      const shop = { ...aCafe, timeZone: 'Mars/Olympus' };
      for await (const _event of await (await anApp()).client.settings.setUp({ shop, start: 'empty' }));
    },
    PinNotUsable: async () => {
      const { client } = await anApp();
      for await (const _event of await client.settings.setUp({ shop: aCafe, pin: '1234', start: 'empty' }));
    },
  },
  'settings.update': {
    InvalidValue: ({ client }) =>
      client.settings.update({ requestId: aRequest(), shop: { currency: 'JPY' } }),
    RequestIdReused: async ({ client, aino }) => {
      const requestId = aRequest();
      await client.customers.update({ requestId, customerId: aino });
      return client.settings.update({ requestId });
    },
  },
  'items.create': {
    RequestIdReused: async ({ client }) => {
      const item = { requestId: aRequest(), category: '', price: 1, active: true, quickPosition: null };
      await client.items.create({ ...item, name: 'A' });
      return client.items.create({ ...item, name: 'B' });
    },
  },
  'items.update': {
    NotFound: ({ client }) => client.items.update({ requestId: aRequest(), itemId: 9 }),
    RequestIdReused: async ({ client }) => {
      const { id } = await client.items.create({
        requestId: aRequest(),
        name: 'A',
        category: '',
        price: 1,
        active: true,
        quickPosition: null,
      });
      const requestId = aRequest();
      await client.settings.update({ requestId });
      return client.items.update({ requestId, itemId: id });
    },
  },
};

/** Failures that any call may meet; they are tried where they arise. */
const general = [
  ...['ShopNotReady', 'Unknown', 'DiskFull', 'ReadOnly'],
  ...['Locked', 'NotAllowed', 'ApprovalNeeded', 'NotInTraining'],
];

const declared = Object.entries(contract)
  .filter(([noun]) => noun !== 'imports')
  .flatMap(([noun, verbs]) =>
    Object.entries(verbs).flatMap(([verb, procedure]) =>
      Object.keys(procedure['~orpc'].errorMap)
        .filter((code) => !general.includes(code))
        .map((code) => [`${noun}.${verb}`, code as FailureCode] as const),
    ),
  );

describe('a failure that a call declares', () => {
  it('is tried below, and none that it does not declare', () => {
    const tried = Object.entries(scenarios).flatMap(([call, codes]) =>
      Object.keys(codes).map((code) => `${call} ${code}`),
    );
    expect(tried.sort()).toEqual(declared.map(([call, code]) => `${call} ${code}`).sort());
  });

  it.each(declared)('%s: %s arrives as declared', async (call, code) => {
    const scene = await aScene();
    const error: unknown = await (scenarios[call]?.[code]?.(scene) ?? Promise.resolve()).then(
      () => 'it went through',
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({ code, defined: true });
    expect(scene.logged.filter((line) => line.level === 'error')).toEqual([]);
  });
});
