import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { FailureCode } from '#shared/contract/failures.ts';
import { contract } from '#shared/contract/index.ts';
import { type AppWithClient, anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest, momentAt } from '#tests/support/shop.ts';
import { aCafe } from '#tests/support/shop-on-host.ts';

type Client = AppWithClient['client'];

/** What a scenario has to hand: two people, one with a card, and a visit of the first. */
interface Scene extends AppWithClient {
  readonly aino: number;
  readonly oona: number;
  readonly visitId: number;
  /** Request that wrote that visit. */
  readonly written: string;
  readonly stampRewardId: number;
}

async function aScene(): Promise<Scene> {
  const running = await anAppWithCafe();
  const { client } = running;
  const [aino, oona] = [
    (await client.customers.create({ requestId: aRequest(), name: 'Aino', cardCode: 'AB1234' })).id,
    (await client.customers.create({ requestId: aRequest(), name: 'Oona' })).id,
  ];
  const written = aRequest();
  const { visitId } = await client.till.checkIn({ requestId: written, customerId: aino, amount: 450 });
  const { rewards, stamps } = await client.loyalty.programme();
  const stampRewardId = rewards.find((reward) => reward.unitId === stamps?.unitId)?.id ?? 0;
  return { ...running, aino, oona, visitId, written, stampRewardId };
}

const checkIn = (client: Client, fields: object) =>
  client.till.checkIn({ requestId: aRequest(), customerId: null, amount: 450, ...fields });
const change = (client: Client, customerId: number, fields: object = {}) =>
  client.customers.update({ requestId: aRequest(), customerId, ...fields });
const publish = (client: Client, reward: object) =>
  client.loyalty.publish({
    requestId: aRequest(),
    points: null,
    stamps: null,
    rewards: [
      {
        id: null,
        name: 'X',
        pricedIn: 'points',
        price: 1,
        itemId: null,
        amountOff: null,
        cost: 0,
        ...reward,
      },
    ],
  });
const march = { from: '2026-03-01', to: '2026-02-01', window: 60 };

/** A visit of the first person on which a reward was used. */
async function rewardedVisit({ client, aino, stampRewardId }: Scene): Promise<number> {
  for (let visit = 0; visit < 9; visit += 1) await checkIn(client, { customerId: aino });
  const { visitId } = await checkIn(client, { customerId: aino, redeem: [{ rewardId: stampRewardId }] });
  return visitId;
}

/** For every failure that a call declares as its own: how to come by it. */
const scenarios: Readonly<Record<string, Partial<Record<FailureCode, (scene: Scene) => Promise<unknown>>>>> =
  {
    'settings.setUp': {
      AlreadySetUp: async ({ client }) => {
        for await (const _event of await client.settings.setUp({ shop: aCafe, start: 'empty' }));
      },
      InvalidValue: async ({ client }) => {
        const shop = { ...aCafe, timeZone: 'Mars/Olympus' };
        for await (const _event of await client.settings.setUp({ shop, start: 'empty' }));
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
    'loyalty.publish': {
      InvalidValue: ({ client }) => publish(client, {}),
      RequestIdReused: async ({ client }) => {
        const draft = { requestId: aRequest(), points: null, rewards: [] };
        await client.loyalty.publish({ ...draft, stamps: null });
        return client.loyalty.publish({ ...draft, stamps: { name: 'A', size: 5, stampsPerVisit: 1 } });
      },
      NotFound: ({ client }) =>
        client.loyalty.publish({
          requestId: aRequest(),
          points: { points: 1, per: 100 },
          stamps: null,
          rewards: [
            { id: 9, name: 'X', pricedIn: 'points', price: 1, itemId: null, amountOff: null, cost: 0 },
          ],
        }),
    },
    'loyalty.explain': {
      NotFound: ({ client, aino }) => client.loyalty.explain({ customerId: aino, unitId: 9 }),
    },
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
    'customers.create': {
      NotFound: ({ client }) =>
        client.customers.create({ requestId: aRequest(), name: 'B', referredById: 9 }),
      CardTaken: ({ client }) =>
        client.customers.create({ requestId: aRequest(), name: 'B', cardCode: 'AB1234' }),
      InvalidCard: ({ client }) =>
        client.customers.create({ requestId: aRequest(), name: 'B', cardCode: '!' }),
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
    'customers.giveCard': {
      NotFound: ({ client }) =>
        client.customers.giveCard({ requestId: aRequest(), customerId: 9, code: null }),
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
    'reports.retention': { InvalidValue: ({ client }) => client.reports.retention(march) },
    'reports.retentionNames': {
      InvalidValue: ({ client }) => client.reports.retentionNames({ ...march, group: 'S' }),
    },
    'backups.saveCopy': {
      BackupFailed: ({ client, dataDir }) => {
        writeFileSync(join(dataDir, 'backups'), 'in the way');
        return client.backups.saveCopy();
      },
    },
  };

/** Failures that any call may meet; they are tried where they arise. */
const general = ['ShopNotReady', 'Unknown', 'DiskFull', 'ReadOnly'];

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
