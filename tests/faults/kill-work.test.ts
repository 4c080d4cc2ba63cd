import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ImportReport } from '#shared/contract/imports.ts';
import { answerOf, expectSound, visitRequests } from '#tests/support/kills.ts';
import { readRows, shopFileIn } from '#tests/support/shop-file.ts';
import { setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** Deaths in each kind of work. */
const KILLS = { import: 20, close: 20, backup: 20 };
const ROWS = 1_500;

type Client = RunningHost['client'];

/** Does one piece of work, or dies in it; what it answered, or null. */
type Work<T> = (client: Client, requestId: string) => Promise<T>;

interface Death<T> {
  readonly host: RunningHost;
  readonly requestId: string;
  /** What the work had answered before the end. */
  readonly answered: T | null;
  readonly confirmed: readonly string[];
}

/** Kills the host while it works and somebody checks people in, and starts it again. */
async function killDuring<T>(host: RunningHost, usualMs: number, work: Work<T>): Promise<Death<T>> {
  const requestId = crypto.randomUUID();
  const confirmed: string[] = [];
  let over = false;
  const serving = (async () => {
    while (!over) {
      const visit = { requestId: crypto.randomUUID(), customerId: null, amount: 450 };
      if (await answerOf(host.client.till.checkIn(visit))) confirmed.push(visit.requestId);
      else return;
    }
  })();
  const working = work(host.client, requestId).catch(() => null);
  await pause(Math.random() * usualMs);
  await host.kill('SIGKILL');
  over = true;
  const answered = await working;
  await serving;
  const again = await startHost({ dataDir: host.dataDir });
  expect(await again.client.system.state()).toMatchObject({ state: 'ready' });
  return { host: again, requestId, answered, confirmed };
}

/** How long the work usually takes. */
async function usual(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function expectKept(dataDir: string, confirmed: readonly string[]): void {
  const written = visitRequests(shopFileIn(dataDir));
  expect(new Set(written).size).toBe(written.length);
  expect(written).toEqual(expect.arrayContaining([...confirmed]));
}

/** Visits of another till's past, each time of other people. */
function csvOf(batch: number): string {
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const day = String(1 + (row % 28)).padStart(2, '0');
    return `P${batch}-${row % 300},2025-0${1 + (row % 9)}-${day},${(3 + (row % 7)).toFixed(2)}`;
  });
  return ['customer,date,amount', ...rows].join('\n');
}

async function importBatch(client: Client, requestId: string, batch: number): Promise<ImportReport> {
  const events = await client.imports.visits({ requestId, file: csvOf(batch) });
  for await (const event of events) if (event.kind === 'done') return event.report;
  throw new Error('the import ended without being done');
}

const month = '2025-09';

/** Brings the month to where it can be closed. */
async function settle(client: Client): Promise<void> {
  await client.backups.saveCopy();
  const { steps } = await client.monthClose.steps({ month });
  for (const { step, state, skippable } of steps) {
    if (state !== 'open') continue;
    const request = { requestId: crypto.randomUUID(), month, step };
    if (skippable) await client.monthClose.skipStep({ ...request, reason: 'Not needed' });
    else await client.monthClose.confirmStep(request);
  }
}

async function aHostWithCafe(): Promise<RunningHost> {
  const host = await startHost({ dataDir: temporaryDirectory() });
  await setUpCafe(host);
  return host;
}

describe(`a host that is killed ${KILLS.import} times while it imports`, () => {
  it('has all of a file or nothing of it, and imports it once when it is asked again', async () => {
    let host = await aHostWithCafe();
    const { dataDir } = host;
    const counted = () =>
      Number(
        readRows<{ n: number }>(dataDir, "SELECT count(*) AS n FROM visits WHERE source = 'import'")[0]?.n,
      );
    const { client } = host;
    const usualMs = await usual(() => importBatch(client, crypto.randomUUID(), 0));
    for (let batch = 1; batch <= KILLS.import; batch += 1) {
      const before = counted();
      expect(before).toBe(ROWS * batch);
      const death = await killDuring(host, usualMs, (living, requestId) =>
        importBatch(living, requestId, batch),
      );
      ({ host } = death);
      expectKept(dataDir, death.confirmed);
      const whole = before + ROWS;
      expect(death.answered === null ? [before, whole] : [whole]).toContain(counted());
      expect(await importBatch(host.client, death.requestId, batch)).toMatchObject({ written: ROWS });
      expect(counted()).toBe(whole);
    }
    expect(await host.stop()).toBe(0);
    expectSound(dataDir);
  });
});

describe(`a host that is killed ${KILLS.close} times while it closes a month`, () => {
  it('has closed it or not, under one number, in a chain that is whole', async () => {
    let host = await aHostWithCafe();
    const { dataDir } = host;
    await importBatch(host.client, crypto.randomUUID(), 0);
    const inForce = async () =>
      (await host.client.monthClose.list()).closes.filter(({ reopened }) => reopened === null);
    const reopen = async () => {
      for (const { number } of await inForce()) {
        await host.client.monthClose.reopen({ requestId: crypto.randomUUID(), number, reason: 'Again' });
      }
      await settle(host.client);
    };
    await settle(host.client);
    const { client } = host;
    const usualMs = await usual(() => client.monthClose.close({ requestId: crypto.randomUUID(), month }));
    for (let kill = 0; kill < KILLS.close; kill += 1) {
      await reopen();
      const death = await killDuring(host, usualMs, (living, requestId) =>
        living.monthClose.close({ requestId, month }),
      );
      ({ host } = death);
      expectKept(dataDir, death.confirmed);
      const closes = await inForce();
      expect(closes.length).toBeLessThanOrEqual(1);
      if (death.answered) expect(closes).toMatchObject([{ number: death.answered.number }]);
      const again = await host.client.monthClose.close({ requestId: death.requestId, month });
      expect(await inForce()).toMatchObject([{ number: again.number, hash: again.hash, broken: [] }]);
      if (closes.length === 1) expect(again.number).toBe(closes[0]?.number);
    }
    const { closes } = await host.client.monthClose.list();
    expect(closes.flatMap(({ broken }) => broken)).toEqual([]);
    expect(closes.map(({ number }) => number)).toEqual(closes.map((_, index) => closes.length - index));
    expect(await host.stop()).toBe(0);
    expectSound(dataDir);
  });
});

describe(`a host that is killed ${KILLS.backup} times while it backs up`, () => {
  it('leaves no file that looks like a backup and is none', async () => {
    let host = await aHostWithCafe();
    const { dataDir } = host;
    await importBatch(host.client, crypto.randomUUID(), 0);
    const stick = temporaryDirectory();
    await host.client.backups.addFolder({ path: stick });
    const backUp = async (client: Client) => {
      for await (const event of await client.backups.run({ placeId: stick }))
        if (event.kind === 'done') return event.backup.file;
      throw new Error('the backup ended without being done');
    };
    const { client } = host;
    const usualMs = await usual(() => backUp(client));
    let proven = 0;
    const seen = new Set<string>();
    for (let kill = 0; kill < KILLS.backup; kill += 1) {
      const death = await killDuring(host, usualMs * 1.1, (living) => backUp(living));
      ({ host } = death);
      expectKept(dataDir, death.confirmed);
      if (death.answered !== null)
        expect(readdirSync(stick).map((name) => join(stick, name))).toContain(death.answered);
      const fresh = readdirSync(stick).filter(
        (name) => /^regulars-.*\.(zst|gz)$/.test(name) && !seen.has(name),
      );
      for (const name of fresh) {
        seen.add(name);
        const events = await host.client.restore.compare({ file: join(stick, name), passphrase: null });
        for await (const event of events) if (event.kind === 'done') proven += 1;
      }
    }
    expect(proven).toBe(seen.size);
    // What deaths left behind is cleared away by the next backup, and what is there is whole.
    await backUp(host.client);
    expect(readdirSync(stick).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(await host.stop()).toBe(0);
    expectSound(dataDir);
  });
});
