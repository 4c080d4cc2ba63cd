import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shopFile } from '#electron/db/open-database.ts';
import type { RunInput } from '#electron/reports/queries.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';
import { reportsWorker } from '#tests/support/worker-urls.ts';

const april = {
  start: parseDay('2026-04-01') ?? expect.unreachable(),
  end: parseDay('2026-05-01') ?? expect.unreachable(),
  window: 60,
  today: parseDay('2026-05-02') ?? expect.unreachable(),
};

async function aClient(workerUrl: URL = reportsWorker) {
  const shop = await aShop({ now: '2026-04-10 10:00' });
  const told: string[] = [];
  const tell = (message: string) => {
    told.push(message);
  };
  const client = new ReportsClient(shopFile(shop.directory), workerUrl, {
    info: tell,
    warn: tell,
    error: tell,
  });
  onTestFinished(() => client.close());
  return { shop, client, told };
}

/** A worker of a few lines, to see what becomes of a client whose worker does as it says; it ends when it is asked to. */
function aWorker(code: string): URL {
  const file = join(temporaryDirectory(), 'worker.mjs');
  const start = `
    import { parentPort } from 'node:worker_threads';
    parentPort.on('message', ({ kind }) => { if (kind === 'end') process.exit(); });`;
  writeFileSync(file, `${start}\n${code}`);
  return pathToFileURL(file);
}

/** What a run is asked; a worker of a few lines does not look at it. */
const aReplay = (): RunInput<'simulate'> => ({
  versions: [],
  draft: {
    pointsUnitId: 1,
    points: null,
    stampCards: [],
    bonuses: [],
    gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
    rewards: [],
    expiry: { points: { kind: 'never' }, stamps: { kind: 'never' } },
    tiers: null,
    giveBackLimit: null,
  },
  from: april.start,
  to: april.end,
  calendar: { timeZone: 'UTC', cutoffMinutes: 0 },
  categories: new Map(),
});

describe('the reports', () => {
  it('are answered by a thread of their own, with what is committed at that moment', async () => {
    const { shop, client } = await aClient();
    expect(await client.ask('retention', april)).toMatchObject({ customers: 0, checkIns: 0 });
    await aVisit(shop.ctx, await aCustomer(shop.ctx));
    expect(await client.ask('retention', april)).toMatchObject({ customers: 1, N: 1, amount: 450 });
    expect(await client.ask('visitSpan', null)).toEqual({ firstDay: '2026-04-10', lastDay: '2026-04-10' });
    expect(await client.ask('quickCheck', null)).toBe(true);
  });

  it('are answered each to the question it belongs to', async () => {
    const { client } = await aClient();
    const windows = [1, 2, 3, 4, 5];
    const answers = await Promise.all(windows.map((window) => client.ask('retention', { ...april, window })));
    expect(answers.map((answer) => answer.window)).toEqual(windows);
  });

  it('pass on an error and go on answering', async () => {
    const { client } = await aClient();
    const failing = client.ask('retention', { ...april, window: -1 });
    await expect(failing).rejects.toThrow('Not an activity window');
    await expect(failing).rejects.toMatchObject({ stack: expect.stringMatching(/period\.ts|worker\.js/) });
    expect(await client.ask('retention', april)).toMatchObject({ checkIns: 0 });
  });

  it('begin again after the thread died, and say so to whoever waited', async () => {
    const dying = aWorker(`
      parentPort.on('message', ({ id, input }) => {
        if (input[0] === null) process.exit(7);
        parentPort.postMessage({ id, kind: 'done', output: input[0].window });
      });`);
    const { client, told } = await aClient(dying);
    const [first, second] = await Promise.allSettled([
      client.ask('visitSpan', null),
      client.ask('retention', april),
    ]);
    const lost = new Error('the thread of the reports ended with code 7');
    expect([first, second]).toMatchObject([{ reason: lost }, { reason: lost }]);
    expect(told).toEqual(['the thread of the reports was lost']);
    expect(await client.ask('retention', april)).toBe(60);
  });

  it('fail for whoever asks when the thread cannot start, and for nobody else', async () => {
    const { client } = await aClient(pathToFileURL(join(temporaryDirectory(), 'not-there.mjs')));
    await expect(client.ask('visitSpan', null)).rejects.toThrow(/not-there/);
    const { client: other } = await aClient(new URL('http://127.0.0.1/worker.js'));
    await expect(other.ask('visitSpan', null)).rejects.toThrow();
  });

  it('fail when the thread throws on its way', async () => {
    const { client } = await aClient(
      aWorker(`parentPort.on('message', () => { throw new Error('broken'); });`),
    );
    await expect(client.ask('visitSpan', null)).rejects.toThrow('broken');
  });

  it('tell how far a long run is, and answer other questions meanwhile', async () => {
    const worker = aWorker(`
      parentPort.on('message', ({ id, kind }) => {
        if (kind === 'run') for (const done of [1, 2]) parentPort.postMessage({ id, kind: 'progress', progress: { done, total: 2 } });
        parentPort.postMessage({ id, kind: 'done', output: kind });
      });`);
    const { client } = await aClient(worker);
    const told: unknown[] = [];
    expect(await client.run('simulate', aReplay(), (progress) => told.push(progress))).toBe('run');
    expect(told).toEqual([
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
    expect(await client.ask('visitSpan', null)).toBe('ask');
  });

  it('stop a run for whoever leaves, tell the thread, and hear no more of it', async () => {
    const worker = aWorker(`
      let running;
      parentPort.on('message', ({ id, kind }) => {
        if (kind === 'run') running = id;
        if (kind === 'stop') parentPort.postMessage({ id: running, kind: 'progress', progress: { done: 9, total: 9 } });
        if (kind === 'run') parentPort.postMessage({ id, kind: 'progress', progress: { done: 1, total: 9 } });
        if (kind === 'ask') parentPort.postMessage({ id, kind: 'done', output: running });
      });`);
    const { client } = await aClient(worker);
    const leaving = new AbortController();
    const told: unknown[] = [];
    const run = client.run(
      'simulate',
      aReplay(),
      (progress) => {
        told.push(progress);
        leaving.abort(new Error('gone'));
      },
      leaving.signal,
    );
    await expect(run).rejects.toThrow('gone');
    expect(await client.ask('visitSpan', null)).toBe(1);
    expect(told).toEqual([{ done: 1, total: 9 }]);
    await expect(client.run('simulate', aReplay(), () => undefined, leaving.signal)).rejects.toThrow('gone');
  });

  it('end a question in the thread when its asker leaves, before it began and in its middle', async () => {
    const { client } = await aClient();
    const [waiting, going] = [new AbortController(), new AbortController()];
    const trend = { ...april, periods: 24 };
    const first = client.askUntil(going.signal, 'trend', trend);
    const second = client.askUntil(waiting.signal, 'trend', trend);
    waiting.abort(new Error('gone before'));
    going.abort(new Error('gone meanwhile'));
    await expect(second).rejects.toThrow('gone before');
    await expect(first).rejects.toThrow('gone meanwhile');
    expect(await client.ask('trend', trend)).toMatchObject({ points: expect.any(Array) });
    const late = new AbortController();
    expect(await client.askUntil(late.signal, 'visitSpan', null)).toEqual({ firstDay: null, lastDay: null });
    late.abort(new Error('nothing to stop'));
    await expect(client.askUntil(late.signal, 'visitSpan', null)).rejects.toThrow('nothing to stop');
  });

  it('compare customers in one thread, days and ledger in another, and tell what either has found', async () => {
    const { shop, client } = await aClient();
    const customerId = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, customerId);
    expect(await client.driftCheck()).toEqual([]);
    shop.database.writer.exec(
      'UPDATE customer_stats SET visits = 9; UPDATE day_totals SET check_ins = 7; UPDATE balances SET balance = 99',
    );
    const found = (await client.driftCheck()).map(({ table, side }) => `${side} in ${table}`);
    const damaged = ['customer_stats', 'day_totals', 'balances'];
    expect(new Set(found)).toEqual(
      new Set(damaged.flatMap((table) => [`stored in ${table}`, `expected in ${table}`])),
    );
  });

  it('end the second thread of a comparison when they are closed, and after each comparison', async () => {
    const ends = join(temporaryDirectory(), 'ends');
    const silent = aWorker(`
      import { appendFileSync } from 'node:fs';
      process.on('exit', () => appendFileSync(${JSON.stringify(ends)}, 'x'));`);
    const { client } = await aClient(silent);
    const refused = expect(client.driftCheck()).rejects.toThrow('closed');
    await client.close();
    await refused;
    expect(readFileSync(ends, 'utf8')).toBe('xx');
    const answering = aWorker(`
      import { appendFileSync } from 'node:fs';
      process.on('exit', () => appendFileSync(${JSON.stringify(ends)}, 'y'));
      parentPort.on('message', ({ id, name }) => parentPort.postMessage({ id, kind: 'done', output: [name] }));`);
    const { client: other } = await aClient(answering);
    expect(await other.driftCheck()).toEqual(['customerDrift', 'dayDrift', 'ledgerDrift']);
    expect(readFileSync(ends, 'utf8')).toBe('xxy');
  });

  it('leave no question open when they are closed', async () => {
    const { client } = await aClient(aWorker('parentPort.on("message", () => undefined);'));
    const refused = expect(client.ask('visitSpan', null)).rejects.toThrow('closed');
    await client.close();
    await refused;
    await client.close();
  });
});
