import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { BackupsClient } from '#electron/backups/backups-client.ts';
import { longLog } from '#electron/db/log-keeper.ts';
import { makeRoomInLog } from '#electron/db/log-room.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { type Measurement, megabytes, ms, quantile } from './measurement.ts';
import { contextOn, copyShop, type ShopCopy } from './shop-copy.ts';

const workerUrl = new URL('../../electron/backups/worker.ts', import.meta.url);
const perSecond = 50;
/** Check-ins that are measured before a backup runs. */
const alone = 500;

/** Copies, checks, compresses, writes, reads back and opens, as the product does. */
async function backUp(client: BackupsClient, copy: ShopCopy, directory: string): Promise<number> {
  const start = performance.now();
  const file = join(directory, 'copy.sqlite');
  await client.copyShop({ source: shopFile(copy.dataDir), file }, () => undefined);
  const job = {
    copy: file,
    directory,
    name: `regulars-bench-${Math.round(start)}`,
    passphrase: null,
    manifest: { shop: { name: 'Bench', createdAt: 0 }, appVersion: '0', hint: '', at: 0 },
  };
  const made = await client.makeBackup(job, () => undefined);
  // As the product removes it: a file of this size keeps whoever removes it from anything else for long.
  await rm(file);
  const took = performance.now() - start;
  await rm(made.file);
  return took;
}

/** What `cp` takes for the same file, written and flushed. */
function plainCopy(copy: ShopCopy, directory: string): number {
  const into = join(directory, 'plain.sqlite');
  const start = performance.now();
  copyFileSync(shopFile(copy.dataDir), into);
  const took = performance.now() - start;
  rmSync(into);
  return took;
}

/** Check-ins at a steady pace, and how long each took, until `isEnough`. */
async function serve(copy: ShopCopy, isEnough: (done: number) => boolean): Promise<readonly number[]> {
  const ctx = await contextOn(copy, { now: () => Date.now() });
  const customers = copy.database.reader
    .prepare('SELECT id FROM customers WHERE merged_into_id IS NULL ORDER BY id LIMIT 1000')
    .pluck()
    .all() as number[];
  const waits: number[] = [];
  const start = performance.now();
  while (!isEnough(waits.length)) {
    const began = performance.now();
    const customerId = customers[waits.length % customers.length] ?? null;
    await checkIn(ctx, { requestId: globalThis.crypto.randomUUID(), customerId, amount: 450 });
    waits.push(performance.now() - began);
    await pause(Math.max(0, start + (waits.length * 1000) / perSecond - performance.now()));
  }
  return waits;
}

/** Goal 9: a backup beside the till. */
export async function benchBackup(file: string): Promise<readonly Measurement[]> {
  const copy = copyShop(file);
  const directory = mkdtempSync(join(tmpdir(), 'regulars-bench-backup-'));
  const client = new BackupsClient(workerUrl);
  // The thread of the backups alone does not keep a program going.
  const keepGoing = setInterval(() => undefined, 1000);
  try {
    // What was just copied is still being written; the file is read once so that both start alike.
    readFileSync(shopFile(copy.dataDir));
    const plain = plainCopy(copy, directory);
    await backUp(client, copy, directory);
    // As in a shop that has been open for some seconds.
    await makeRoomInLog((await contextOn(copy, { now: () => Date.now() })).work, longLog, () => true);
    const quiet = await serve(copy, (done) => done >= alone);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    let took: number | null = null;
    delay.enable();
    const backing = backUp(client, copy, directory).then((time) => {
      took = time;
    });
    const beside = await serve(copy, () => took !== null);
    delay.disable();
    await backing;
    const bytes = existsSync(shopFile(copy.dataDir)) ? statSync(shopFile(copy.dataDir)).size : 0;
    const [aloneP99, besideP99] = [quantile(quiet, 0.99), quantile(beside, 0.99)];
    const stall = delay.max / 1e6;
    return [
      {
        name: '9 backup (copy, check, compress, read back, open) / cp',
        ratio: (took ?? 0) / plain,
        goal: 30,
        detail: `${ms(took ?? 0)} beside ${perSecond} check-ins a second, cp ${ms(plain)}, ${megabytes(bytes)}`,
      },
      {
        name: '9 longest stall of the event loop during a backup / 50 ms',
        ratio: stall / 50,
        goal: 1,
        detail: `${ms(stall)}, check-ins included`,
      },
      {
        name: '9 check-in p99 during a backup / alone',
        ratio: besideP99 / aloneP99,
        goal: 1.5,
        detail: `${ms(besideP99)} over ${beside.length} check-ins, alone ${ms(aloneP99)}`,
      },
    ];
  } finally {
    clearInterval(keepGoing);
    await client.close();
    copy.remove();
    rmSync(directory, { recursive: true, force: true });
  }
}
