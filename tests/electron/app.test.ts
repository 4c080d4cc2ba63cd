import { existsSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, vi } from 'vitest';
import { migrations } from '#migrations/index.ts';
import { anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const newest = migrations.at(-1)?.number ?? 0;
const shop = (dataDir: string) => join(dataDir, 'shop.sqlite');

/** A data directory with a closed, empty café. */
async function aClosedCafe(): Promise<string> {
  const { app, dataDir } = await anAppWithCafe();
  await app.close();
  return dataDir;
}

function change(dataDir: string, sql: string): void {
  const database = new BetterSqlite3(shop(dataDir));
  database.exec(sql);
  database.close();
}

describe('the app', () => {
  it('begins with the first run, and is ready after it and after a restart', async () => {
    const first = await anApp();
    expect(await first.client.system.state()).toEqual({
      state: 'firstRun',
      version: '0.0.0-test',
      schemaVersion: newest,
      desktop: false,
      failure: null,
      training: false,
    });
    const { dataDir, app } = await anAppWithCafe();
    expect(app.state()).toBe('ready');
    expect(app.health()).toEqual({ ok: true, version: '0.0.0-test', schemaVersion: newest });
    await app.close();
    expect(readdirSync(dataDir)).toEqual(['shop.sqlite']);
    const again = await anApp({ dataDir, desktop: true });
    expect(await again.client.system.state()).toMatchObject({ state: 'ready', desktop: true });
    expect((await again.client.settings.get()).shop.name).toBe('Kulma');
  });

  it('goes on with its ids where it stopped', async () => {
    const { app, client, dataDir } = await anAppWithCafe();
    const publish = async (c: typeof client) =>
      c.loyalty.publish({
        requestId: aRequest(),
        rules: (await c.loyalty.programme()).rules,
        effectiveFrom: null,
      });
    const before = [
      (await client.customers.create({ requestId: aRequest(), name: 'A' })).id,
      (await publish(client)).versionId,
    ];
    await app.close();
    const again = await anApp({ dataDir });
    const after = [
      (await again.client.customers.create({ requestId: aRequest(), name: 'B' })).id,
      (await publish(again.client)).versionId,
    ];
    expect(after.map((id, index) => id - (before[index] ?? 0))).toEqual([1, 1]);
  });

  it('tells about itself', async () => {
    const { client, dataDir } = await anAppWithCafe();
    const about = await client.system.about();
    expect(about).toEqual({
      version: '0.0.0-test',
      schemaVersion: newest,
      dataDir,
      databaseFile: shop(dataDir),
      databaseBytes: statSync(shop(dataDir)).size,
      customers: 0,
      visits: 0,
    });
  });
});

describe('a shop that cannot be opened', () => {
  it('is a state with a reason and an id in the log', async () => {
    const dataDir = temporaryDirectory();
    writeFileSync(shop(dataDir), 'a text\n'.repeat(100));
    const { app, client, logged } = await anApp({ dataDir });
    const { failure, ...state } = await client.system.state();
    expect(state).toMatchObject({ state: 'failed', schemaVersion: newest });
    expect(failure).toEqual({
      code: 'ForeignFile',
      file: shop(dataDir),
      errorId: expect.stringMatching(/^[0-9a-f]{8}$/),
      fileSchema: null,
      ourSchema: newest,
    });
    expect(app.health()).toMatchObject({ ok: false });
    expect(logged).toMatchObject([
      { level: 'error', fields: { code: 'ForeignFile', errorId: failure?.errorId, file: shop(dataDir) } },
    ]);
  });

  it('opens when its cause is gone and it is tried again, once for all who try', async () => {
    const dataDir = await aClosedCafe();
    renameSync(shop(dataDir), join(dataDir, 'away'));
    writeFileSync(shop(dataDir), 'in the way\n'.repeat(100));
    const { app, client } = await anApp({ dataDir });
    expect(await client.system.retryOpen()).toMatchObject({
      state: 'failed',
      failure: { code: 'ForeignFile' },
    });
    renameSync(join(dataDir, 'away'), shop(dataDir));
    const states = await Promise.all([client.system.retryOpen(), client.system.retryOpen()]);
    expect(states).toMatchObject([
      { state: 'ready', failure: null },
      { state: 'ready', failure: null },
    ]);
    await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await app.close();
    // A second connection left open would have kept its log.
    expect(readdirSync(dataDir).filter((name) => name.startsWith('shop'))).toEqual(['shop.sqlite']);
  });

  it('lets go of the file when what is in it cannot be read', async () => {
    const dataDir = await aClosedCafe();
    change(dataDir, "UPDATE preferences SET value = 'not json'");
    const { client } = await anApp({ dataDir });
    expect(await client.system.state()).toMatchObject({ state: 'failed', failure: { code: 'Unknown' } });
    expect(existsSync(`${shop(dataDir)}-wal`)).toBe(false);
    change(dataDir, "UPDATE preferences SET value = '{}'");
    expect(await client.system.retryOpen()).toMatchObject({ state: 'ready' });
  });

  it('is not opened again after the end', async () => {
    const { app, dataDir } = await anAppWithCafe();
    await app.close();
    expect(await app.context(null).retryOpen()).toMatchObject({ state: 'failed' });
    expect(readdirSync(dataDir)).toEqual(['shop.sqlite']);
    await app.close();
  });
});

describe('a large file', () => {
  /** Large enough not to be checked before the till opens. */
  async function aLargeCafe(): Promise<string> {
    const dataDir = await aClosedCafe();
    const database = new BetterSqlite3(shop(dataDir));
    database.prepare("INSERT INTO preferences VALUES ('large', ?)").run('x'.repeat(17 * 1024 * 1024));
    database.close();
    return dataDir;
  }

  const settled = async (until: () => boolean) => {
    for (let wait = 0; wait < 200 && !until(); wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
  };

  it('opens at once and stays open when the check behind it finds nothing', async () => {
    const { app, client } = await anApp({ dataDir: await aLargeCafe() });
    expect(app.state()).toBe('ready');
    await client.reports.span();
    expect(app.state()).toBe('ready');
  });

  /** One with a damaged page where the check before opening does not look. */
  async function aDamagedLargeCafe(): Promise<string> {
    const dataDir = await aLargeCafe();
    const database = new BetterSqlite3(shop(dataDir));
    const page = Number(
      database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'customer_notes'").pluck().get(),
    );
    const bytes = database.serialize();
    database.close();
    bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
    writeFileSync(shop(dataDir), bytes);
    return dataDir;
  }

  it('is closed when the check behind it finds damage', async () => {
    const dataDir = await aDamagedLargeCafe();
    const { app, client, logged } = await anApp({ dataDir });
    expect(app.state()).toBe('ready');
    await settled(() => app.state() === 'failed');
    expect(await client.system.state()).toMatchObject({ state: 'failed', failure: { code: 'Damaged' } });
    expect(logged).toMatchObject([{ level: 'error', fields: { code: 'Damaged' } }]);
    await expect(client.till.today()).rejects.toMatchObject({
      code: 'ShopNotReady',
      data: { state: 'failed' },
    });
  });

  it('that is damaged is let go of before anything else is done with it', async () => {
    const dataDir = await aDamagedLargeCafe();
    const { app } = await anApp({ dataDir });
    while (app.state() !== 'failed') await new Promise((resolve) => setImmediate(resolve));
    expect(existsSync(`${shop(dataDir)}-wal`)).toBe(true);
    await app.close();
    expect(existsSync(`${shop(dataDir)}-wal`)).toBe(false);
  });

  it('stays open when the check itself cannot be done', async () => {
    const workerUrl = new URL('file:///nowhere/worker.js');
    const { app, logged } = await anApp({ dataDir: await aLargeCafe(), workerUrl });
    await settled(() => logged.length > 1);
    expect(app.state()).toBe('ready');
    expect(logged.map((line) => line.message)).toContain('the background check did not finish');
  });
});

describe('the log', () => {
  it('is looked through after each start', async () => {
    const first = await anAppWithCafe();
    const { id: customerId } = await first.client.customers.create({ requestId: aRequest(), name: 'Aino' });
    for (const name of ['Oona', 'Eila'])
      await first.client.customers.update({ requestId: aRequest(), customerId, name });
    await first.app.close();
    change(
      first.dataDir,
      'PRAGMA foreign_keys = OFF; DROP TRIGGER audit_entries_not_deleted; DELETE FROM audit_entries WHERE number = 1',
    );
    const { logged } = await anApp({ dataDir: first.dataDir });
    await vi.waitFor(
      () =>
        expect(logged.filter(({ level }) => level === 'error')).toMatchObject([
          {
            level: 'error',
            message: 'the log is not as it was written',
            fields: { number: 1, why: 'missing' },
          },
        ]),
      15_000,
    );
  });
});

describe('the demo', () => {
  it('is not written into a shop that is there', async () => {
    const dataDir = await aClosedCafe();
    const { client } = await anApp({ dataDir, demo: true });
    expect((await client.settings.get()).demo).toBe(false);
    expect(await client.system.about()).toMatchObject({ customers: 0 });
  });

  it('that cannot be written leaves the first run, and says so in the log', async () => {
    const dataDir = temporaryDirectory();
    const first = await anApp({ dataDir });
    await first.app.close();
    change(
      dataDir,
      "CREATE TRIGGER no_items BEFORE INSERT ON items BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    const { client, logged } = await anApp({ dataDir, demo: true });
    expect(await client.system.state()).toMatchObject({ state: 'firstRun', failure: null });
    expect(logged).toMatchObject([{ level: 'error', message: 'the demo shop could not be written' }]);
  });
});

describe('an older file', () => {
  it('is copied into the backups first, and is as it was when it cannot be brought up to date', async () => {
    const dataDir = await aClosedCafe();
    // A migration that makes tables is to come again, and fails because they are there.
    const before = 15;
    change(dataDir, `PRAGMA user_version = ${before}`);
    const { client } = await anApp({ dataDir });
    expect(await client.system.state()).toMatchObject({
      state: 'failed',
      failure: { code: 'UpgradeFailed', fileSchema: before, ourSchema: newest },
    });
    expect(readdirSync(join(dataDir, 'backups'))).toEqual([`before-migration-from-${before}.sqlite`]);
    change(dataDir, `PRAGMA user_version = ${newest}`);
    expect(await client.system.retryOpen()).toMatchObject({ state: 'ready' });
    // It is not one of the shop's own copies.
    expect((await client.backups.latest()).at).toBeNull();
  });
});
