import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf, shopFileIn } from '#tests/support/shop-file.ts';
import { addCustomers, setUpCafe } from '#tests/support/shop-on-host.ts';
import { type RunningHost, startHost } from '#tests/support/start-host.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** A good shop with some customers and visits, to be spoilt in copies. */
let goodShop = '';

beforeAll(async () => {
  goodShop = mkdtempSync(join(tmpdir(), 'regulars-good-'));
  const host = await startHost({ dataDir: goodShop });
  await setUpCafe(host);
  const names = Array.from({ length: 40 }, (_, n) => `Customer ${n}`);
  for (const customerId of await addCustomers(host, names)) {
    await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId, amount: 450 });
  }
  await host.stop();
});

afterAll(() => rmSync(goodShop, { recursive: true, force: true }));

/** A data directory whose shop file is a copy of the good one, changed by `spoil`. */
function spoiltShop(spoil: (file: string) => void): string {
  const dataDir = temporaryDirectory();
  const file = shopFileIn(dataDir);
  copyFileSync(shopFileIn(goodShop), file);
  spoil(file);
  return dataDir;
}

/** Overwrites bytes in the middle of a file. */
function overwrite(file: string, position: number, bytes: Buffer): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, bytes, 0, bytes.length, position);
  closeSync(handle);
}

async function expectRefusal(dataDir: string, code: string): Promise<RunningHost> {
  const file = shopFileIn(dataDir);
  const before = hashOf(file);
  const host = await startHost({ dataDir });
  const state = await host.client.system.state();
  expect(state).toMatchObject({ state: 'failed', failure: { code, file } });

  const health = await (await fetch(`${host.url}health`)).json();
  expect(health).toEqual({ ok: false, version: state.version, schemaVersion: state.schemaVersion });
  const page = await fetch(host.url);
  expect(await page.text()).toContain('<div id="root">');

  const checkIn = await host.rpc('till/checkIn', { requestId: 'request-1', customerId: null, amount: 450 });
  expect(checkIn).toMatchObject({ code: 'ShopNotReady', data: { state: 'failed' } });
  const again = await host.client.system.retryOpen();
  expect(again.failure?.code).toBe(code);

  expect(hashOf(file)).toBe(before);
  return host;
}

describe('a file that is not a shop to be opened', () => {
  it.each<[string, string, (file: string) => void]>([
    ['a text file', 'ForeignFile', (file) => writeFileSync(file, 'shopping list: milk, beans\n'.repeat(200))],
    ['a short text file', 'ForeignFile', (file) => writeFileSync(file, 'milk')],
    [
      "another program's database",
      'ForeignFile',
      (file) => {
        rmSync(file);
        const other = new Database(file);
        other.exec("CREATE TABLE songs (title TEXT); INSERT INTO songs VALUES ('one')");
        other.close();
      },
    ],
    [
      'a shop of a newer version',
      'NewerSchema',
      (file) => {
        const shop = new Database(file);
        shop.pragma('journal_mode = DELETE');
        shop.pragma('user_version = 990');
        shop.close();
      },
    ],
    [
      'a shop cut in half',
      'Damaged',
      (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
    ],
    ['a shop with a spoilt first page', 'Damaged', (file) => overwrite(file, 100, Buffer.alloc(60, 0xa5))],
    [
      'a shop with spoilt pages in its middle',
      'Damaged',
      (file) => overwrite(file, 4096 * 8, Buffer.alloc(4096 * 12, 0xa5)),
    ],
  ])('%s is named %s, and stays as it is', async (_what, code, spoil) => {
    const dataDir = spoiltShop(spoil);
    const host = await expectRefusal(dataDir, code);
    expect(await host.stop()).toBe(0);
  });

  it('stays as it is when it was spoilt while the program was dead', async () => {
    const dataDir = spoiltShop(() => undefined);
    const host = await startHost({ dataDir });
    await host.client.till.checkIn({ requestId: crypto.randomUUID(), customerId: null, amount: 450 });
    await host.kill('SIGKILL');
    const file = shopFileIn(dataDir);
    overwrite(file, 4096 * 8, Buffer.alloc(4096 * 12, 0xa5));
    const log = hashOf(`${file}-wal`);

    const refused = await expectRefusal(dataDir, 'Damaged');
    await refused.stop();
    expect(existsSync(`${file}-wal`)).toBe(true);
    expect(hashOf(`${file}-wal`)).toBe(log);
  });

  it('can be put right while the program runs', async () => {
    const dataDir = spoiltShop((file) => writeFileSync(file, 'milk'));
    const host = await expectRefusal(dataDir, 'ForeignFile');
    copyFileSync(shopFileIn(goodShop), shopFileIn(dataDir));
    expect(await host.client.system.retryOpen()).toMatchObject({ state: 'ready', failure: null });
    expect((await host.client.till.today({})).checkIns).toBe(40);
    await host.stop();
  });
});
