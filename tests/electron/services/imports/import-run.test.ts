import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { importCustomers } from '#electron/services/imports/import-customers.ts';
import type { ImportEvent } from '#electron/services/imports/import-report.ts';
import { importVisits } from '#electron/services/imports/import-visits.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { readReference } from '#tests/support/reference.ts';
import { aCustomer, aRequest, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

const cafe = readReference('synthetic_cafe_transactions.csv');
const people = [
  'id,name,phone',
  ...Array.from({ length: 2500 }, (_, n) => `${n},Person ${n},04012${10_000 + n}`),
].join('\n');
const options = () => ({ requestId: aRequest(), dryRun: false });

/** Both imports over a file that takes several turns. */
const imports = [
  [
    'of visits',
    (shop: TestShop, signal?: AbortSignal) =>
      importVisits(shop.ctx, { ...options(), file: cafe, earn: false }, signal),
  ],
  [
    'of customers',
    (shop: TestShop, signal?: AbortSignal) =>
      importCustomers(shop.ctx, { ...options(), file: people }, signal),
  ],
] as const;

const progressIn = (events: readonly ImportEvent[]) => events.filter((event) => event.kind === 'progress');

describe.each(imports)('an import %s', (_what, run) => {
  it('tells stage after stage how far it is, and ends with the report', async () => {
    const events: ImportEvent[] = [];
    for await (const event of run(await aShop())) events.push(event);
    const steps = progressIn(events);
    const stages = [...new Set(steps.map(({ stage }) => stage))];
    const order = ['reading', 'checking', 'writing', 'summaries'];
    expect(stages).toEqual(order.filter((stage) => stages.some((seen) => seen === stage)));
    expect(stages).toContain('checking');
    expect(stages).toContain('writing');
    for (const stage of stages) {
      const done = steps.filter((step) => step.stage === stage).map((step) => step.done);
      expect(done).toEqual([...done].sort((a, b) => a - b));
    }
    expect(steps.every(({ done, total }) => done >= 0 && done <= total)).toBe(true);
    expect(events.filter(({ kind }) => kind === 'done')).toEqual([events.at(-1)]);
  });

  it.each(['reading', 'checking', 'writing'] as const)('cancelled while %s writes nothing', async (stage) => {
    const shop = await aShop();
    const before = allRows(shop);
    const cancel = new AbortController();
    const reason = new Error('cancelled');
    await expect(async () => {
      for await (const event of run(shop, cancel.signal)) {
        if (event.kind === 'progress' && event.stage === stage) cancel.abort(reason);
      }
    }).rejects.toBe(reason);
    expect(allRows(shop)).toEqual(before);
    // The till goes on, and the import can be done again.
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    for await (const event of run(shop)) if (event.kind === 'done') expect(event.report.refused).toBe(0);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });

  it('whose screen goes away writes nothing, and has ended when the screen is gone', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    for await (const event of run(shop)) if (event.kind === 'progress' && event.stage === 'writing') break;
    expect(allRows(shop)).toEqual(before);
    expect(shop.database.writer.inTransaction).toBe(false);
  });

  it('cancelled before it began does not begin', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    await expect(run(shop, AbortSignal.abort()).next()).rejects.toThrow('aborted');
    expect(allRows(shop)).toEqual(before);
  });

  it('lets a check-in wait for its transaction, and then go through', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    let receipt: ReturnType<typeof aVisit> | undefined;
    for await (const event of run(shop)) {
      if (event.kind === 'progress' && event.stage === 'writing') receipt ??= aVisit(shop.ctx, customerId);
    }
    expect((await receipt)?.visits).toBe(1);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });

  it('lets a search at the till have its turn again and again', async () => {
    const shop = await aShop();
    let turns = 0;
    let running = true;
    const till = (async () => {
      while (running) {
        await setImmediate();
        turns += 1;
      }
    })();
    for await (const event of run(shop)) if (event.kind === 'done') running = false;
    await till;
    expect(turns).toBeGreaterThan(5);
  });

  it('keeps nothing when the disk is full in the middle, and says so', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    const { writer } = shop.database;
    writer.pragma(`max_page_count = ${Number(writer.pragma('page_count', { simple: true })) + 10}`);
    await expect(async () => {
      for await (const _event of run(shop));
    }).rejects.toMatchObject({ name: 'StorageRefused', why: 'diskFull' });
    expect(allRows(shop)).toEqual(before);
  });
});

describe('a dry run', () => {
  const visits = [
    'id,date,amount',
    '1,2025-11-03,4.50',
    '1,2025-11-03,4.50',
    '2,2025-13-03,1.00',
    '3,2025-11-05,-1',
    '1,2025-11-06,2.00',
  ].join('\n');
  const customers = [
    'id,name,phone,card',
    '1,Aino,0401234567,',
    '2,Bert,abc,',
    '1,Aino,,',
    '3,Cilla,,K-4711',
    '4,Dan,,K4711',
  ].join('\n');

  it('of visits reports exactly what the import will, and writes nothing', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    const dry = await importedVisits(shop.ctx, visits, { dryRun: true });
    expect(allRows(shop)).toEqual(before);
    const real = await importedVisits(shop.ctx, visits);
    expect(dry).toEqual({ ...real, dryRun: true });
    expect(real).toMatchObject({ dryRun: false, written: 3, refused: 2 });
    const again = await importedVisits(shop.ctx, visits, { dryRun: true });
    expect(again).toMatchObject({ written: 0, already: 3, refused: 2, newCustomers: 0, matchedCustomers: 1 });
  });

  it('of customers reports exactly what the import will, and writes nothing', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    const dry = await importedCustomers(shop.ctx, customers, { dryRun: true });
    expect(allRows(shop)).toEqual(before);
    const real = await importedCustomers(shop.ctx, customers);
    expect(dry).toEqual({ ...real, dryRun: true });
    expect(real).toMatchObject({ dryRun: false, written: 2, already: 1, refused: 2, newCustomers: 2 });
  });

  it('does not use up its request', async () => {
    const shop = await aShop();
    const requestId = aRequest();
    await importedVisits(shop.ctx, visits, { requestId, dryRun: true });
    expect(await importedVisits(shop.ctx, visits, { requestId })).toMatchObject({
      dryRun: false,
      written: 3,
    });
  });
});
