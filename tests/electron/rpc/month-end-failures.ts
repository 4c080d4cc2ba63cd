import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { WhichSegment } from '#shared/contract/segment-filter.ts';
import { aRequest } from '#tests/support/shop.ts';
import { type Client, type Scenarios, type Scene, usedRequest } from './failure-scene.ts';
import { aCopyOfToday } from './month-end-calls.ts';

/** The scene plays in March 2026: February is over, and no month is closed yet. */
const february = '2026-02';
const march = '2026-03';
/** Before it there are not days enough for an activity window. */
const noMonth = '0001-01';
const reason = 'Printed instead';

const step = (scene: Scene, fields: object = {}) =>
  scene.client.monthClose.confirmStep({ requestId: aRequest(), month: february, step: 'figures', ...fields });
const skip = (scene: Scene, fields: object = {}) =>
  scene.client.monthClose.skipStep({
    requestId: aRequest(),
    month: february,
    step: 'export',
    reason,
    ...fields,
  });
const close = (scene: Scene, fields: object = {}) =>
  scene.client.monthClose.close({ requestId: aRequest(), month: february, ...fields });
const reopen = (scene: Scene, fields: object = {}) =>
  scene.client.monthClose.reopen({
    requestId: aRequest(),
    number: 1,
    reason: 'A refund was missing',
    ...fields,
  });

const nobody = { kind: 'source' as const, anyOf: [] };
const badDays = {
  kind: 'retention' as const,
  group: 'S' as const,
  from: '2026-02-30',
  to: '2026-03-01',
  window: 60,
};
const saveSegment = (scene: Scene, fields: object = {}) =>
  scene.client.segments.save({
    requestId: aRequest(),
    segmentId: null,
    name: 'Everybody',
    filter: { kind: 'all', of: [] },
    ...fields,
  });

/** Writes the visits of March as a workbook, to its end. */
async function write(client: Client, fields: object = {}): Promise<void> {
  const content = { kind: 'visits' as const, from: '2026-03-01', to: '2026-04-01', ...fields };
  for await (const _event of await client.exports.write({ content, format: 'xlsx', language: 'en' }));
}

async function writeSegment(client: Client, which: WhichSegment): Promise<void> {
  const content = { kind: 'segment' as const, which };
  for await (const _event of await client.exports.write({ content, format: 'csv', language: 'en' }));
}

async function closeFebruary(scene: Scene): Promise<void> {
  await aCopyOfToday(scene.client);
  await step(scene);
  await skip(scene);
  await close(scene);
}

/** How to come by every failure of the calls of the month's end. */
export const monthEndFailures: Scenarios = {
  'monthClose.steps': { InvalidValue: ({ client }) => client.monthClose.steps({ month: noMonth }) },
  'monthClose.figures': { InvalidValue: ({ client }) => client.monthClose.figures({ month: noMonth }) },
  'monthClose.confirmStep': {
    InvalidValue: (scene) => step(scene, { month: noMonth }),
    StepNotSettled: (scene) => step(scene, { step: 'backup' }),
    MonthNotClosable: (scene) => step(scene, { month: march }),
    RequestIdReused: async (scene) => step(scene, { requestId: await usedRequest(scene) }),
  },
  'monthClose.skipStep': {
    InvalidValue: (scene) => skip(scene, { month: noMonth }),
    StepNotSettled: (scene) => skip(scene, { step: 'figures' }),
    MonthNotClosable: (scene) => skip(scene, { month: march }),
    RequestIdReused: async (scene) => skip(scene, { requestId: await usedRequest(scene) }),
  },
  'monthClose.close': {
    InvalidValue: (scene) => close(scene, { month: noMonth }),
    MonthNotClosable: (scene) => close(scene, { month: march }),
    StepsOpen: (scene) => close(scene),
    RequestIdReused: async (scene) => close(scene, { requestId: await usedRequest(scene) }),
  },
  'monthClose.reopen': {
    NotFound: (scene) => reopen(scene),
    MonthNotReopenable: async (scene) => {
      await closeFebruary(scene);
      await reopen(scene);
      return reopen(scene);
    },
    OwnerOnly: async (scene) => {
      const beside = new BetterSqlite3(join(scene.dataDir, 'shop.sqlite'));
      beside.exec("UPDATE staff SET role = 'manager'");
      beside.close();
      await scene.client.settings.update({ requestId: aRequest() });
      return reopen(scene);
    },
    RequestIdReused: async (scene) => reopen(scene, { requestId: await usedRequest(scene) }),
  },
  'goals.set': {
    RequestIdReused: async (scene) =>
      scene.client.goals.set({ requestId: await usedRequest(scene), metric: 'retention', target: 0.7 }),
  },
  'segments.count': {
    NotFound: ({ client }) => client.segments.count({ segmentId: 9 }),
    SegmentNotUsable: ({ client }) => client.segments.count({ filter: nobody }),
    InvalidValue: ({ client }) => client.segments.count({ filter: badDays }),
  },
  'customers.list': {
    NotFound: ({ client }) => client.customers.list({ filter: { segmentId: 9 } }),
    SegmentNotUsable: ({ client }) => client.customers.list({ filter: { filter: nobody } }),
    InvalidValue: ({ client }) => client.customers.list({ filter: { filter: badDays } }),
  },
  'segments.save': {
    NotFound: (scene) => saveSegment(scene, { segmentId: 9 }),
    SegmentNotUsable: (scene) => saveSegment(scene, { filter: nobody }),
    InvalidValue: (scene) => saveSegment(scene, { filter: badDays }),
    RequestIdReused: async (scene) => saveSegment(scene, { requestId: await usedRequest(scene) }),
  },
  'segments.remove': {
    NotFound: ({ client }) => client.segments.remove({ requestId: aRequest(), segmentId: 9 }),
    RequestIdReused: async (scene) =>
      scene.client.segments.remove({ requestId: await usedRequest(scene), segmentId: 9 }),
  },
  'exports.write': {
    InvalidValue: ({ client }) => write(client, { to: '2026-03-01' }),
    NotFound: ({ client }) => writeSegment(client, { segmentId: 9 }),
    SegmentNotUsable: ({ client }) => writeSegment(client, { filter: nobody }),
    TooManyRows: ({ client, dataDir }) => {
      const beside = new BetterSqlite3(join(dataDir, 'shop.sqlite'));
      beside.exec('UPDATE day_totals SET check_ins = 1000000');
      beside.close();
      return write(client);
    },
  },
  'exports.reportPdf': {
    InvalidValue: ({ client }) => client.exports.reportPdf({ month: noMonth, number: null, language: 'en' }),
    OnlyInTheWindow: ({ client }) =>
      client.exports.reportPdf({ month: february, number: null, language: 'en' }),
  },
  'exports.fetch': { ExportGone: ({ client }) => client.exports.fetch({ token: 'nobody-wrote-this' }) },
  'monthClose.get': { NotFound: ({ client }) => client.monthClose.get({ number: 1 }) },
  'monthClose.restatements': { NotFound: ({ client }) => client.monthClose.restatements({ number: 1 }) },
};
