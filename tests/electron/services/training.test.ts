import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { aRequest } from '#tests/support/shop.ts';

/** Every row of every table of a shop's file but the log and the count of its entries, as text. */
function contentOf(dataDir: string): string {
  const file = new BetterSqlite3(join(dataDir, 'shop.sqlite'), { readonly: true });
  const tables = file
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'audit%' AND name <> 'counters' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const rows = tables.map((name) => [name, file.prepare(`SELECT * FROM "${name}"`).all()]);
  file.close();
  return JSON.stringify(rows);
}

function logOf(dataDir: string): unknown[] {
  const file = new BetterSqlite3(join(dataDir, 'shop.sqlite'), { readonly: true });
  const calls = file.prepare('SELECT call FROM audit_entries ORDER BY number').pluck().all();
  file.close();
  return calls;
}

async function dayIsDone(dataDir: string): Promise<void> {
  const file = new BetterSqlite3(join(dataDir, 'shop.sqlite'), { readonly: true });
  const lastRun = file.prepare("SELECT count(*) FROM daily_runs WHERE name = 'campaigns'").pluck();
  await expect.poll(() => lastRun.get(), { timeout: 30_000 }).toBe(1);
  file.close();
}

describe('the training', () => {
  it('has its own people and leaves the shop as it is, but for two lines in the log', async () => {
    const { client, dataDir, logged } = await anAppWithCafe();
    const { id: aino } = await client.customers.create({ requestId: aRequest(), name: 'Aino Virtanen' });
    await client.till.park({
      requestId: aRequest(),
      customerId: aino,
      amount: 480,
      items: [],
      redeem: [],
      vouchers: [],
    });
    // The shop goes on by itself while somebody practises: what it writes once a day is awaited.
    await dayIsDone(dataDir);
    const before = contentOf(dataDir);
    const calls = logOf(dataDir);

    expect(await client.training.enter()).toMatchObject({ state: 'ready', training: true });
    const { rows, total } = await client.customers.list({});
    expect(total).toBeGreaterThan(40);
    expect((await client.till.search({ query: 'Aino Virtanen' })).hits).not.toContainEqual(
      expect.objectContaining({ customerId: aino }),
    );
    const somebody = rows[0]?.customerId ?? 0;
    const { visitId } = await client.till.checkIn({
      requestId: aRequest(),
      customerId: somebody,
      amount: 700,
    });
    await client.till.undo({ requestId: aRequest(), visitId });
    await client.settings.update({ requestId: aRequest(), shop: { name: 'Elsewhere' } });
    expect((await client.system.about()).databaseFile).toBe(join(dataDir, 'training', 'shop.sqlite'));
    for (const refused of [
      () => client.backups.saveCopy(),
      () => client.restore.choices({ folder: null }),
      () => client.staff.newRecoveryCode(),
      () => client.exports.everything({ language: 'en' }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'NotInTraining', defined: true });

    // What happens once a day happened here too: there is a board and a list to practise with.
    await dayIsDone(join(dataDir, 'training'));
    expect((await client.followUps.count()).open).toBeGreaterThan(0);
    expect((await client.outlook.board({ state: 'onTrack' })).total).toBeGreaterThan(0);

    const twice = await client.training.enter();
    expect(twice.training).toBe(true);
    expect((await client.settings.get()).shop.name).toBe('Elsewhere');
    await client.training.reset();
    expect((await client.settings.get()).shop.name).toBe('Kulma');

    expect(await client.training.leave()).toMatchObject({ training: false });
    expect(await client.training.leave()).toMatchObject({ training: false });
    expect(contentOf(dataDir)).toBe(before);
    expect(logOf(dataDir)).toEqual([...calls, 'training.enter', 'training.leave']);
    expect((await client.till.parked()).parked).toHaveLength(1);
    expect(logged.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('is forgotten by the next start, and its file is no backup', async () => {
    const first = await anAppWithCafe();
    await first.client.training.enter();
    const file = join(first.dataDir, 'training', 'shop.sqlite');
    await first.app.close();
    expect(existsSync(file)).toBe(true);
    const again = await anApp({ dataDir: first.dataDir });
    expect(await again.client.system.state()).toMatchObject({ state: 'ready', training: false });
    expect((await again.client.customers.list({})).total).toBe(0);
    const compared = async () => {
      for await (const event of await again.client.restore.compare({ file, passphrase: null })) void event;
    };
    await expect(compared()).rejects.toMatchObject({ code: 'BackupRefused', data: { why: 'notABackup' } });
    expect(readFileSync(file).length).toBeGreaterThan(0);
  });
});
