import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrations } from '#migrations/index.ts';
import { type AppWithClient, anApp, anAppWithCafe } from '#tests/support/app-client.ts';
import { allSchemas, writeOlderShop } from '#tests/support/older-shop.ts';
import { compare, goBack, restore } from '#tests/support/restores.ts';
import { aRequest, momentAt } from '#tests/support/shop.ts';
import { disagreements, readRows, shopFileIn } from '#tests/support/shop-file.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const newest = migrations.at(-1)?.number ?? 0;

const addCustomer = (client: AppWithClient['client'], name: string) =>
  client.customers.create({ requestId: aRequest(), name });
const checkIn = (client: AppWithClient['client'], customerId: number, amount: number) =>
  client.till.checkIn({ requestId: aRequest(), customerId, amount });
const people = async (client: AppWithClient['client']) =>
  (await client.customers.list({})).rows.map(({ name }) => name).sort();

/** A plain copy of the shop as it is, somewhere else. */
async function aCopy({ dataDir }: AppWithClient): Promise<string> {
  const file = join(temporaryDirectory(), 'regulars-kulma-20260310-080000.sqlite');
  const database = new BetterSqlite3(shopFileIn(dataDir), { readonly: true });
  await database.backup(file);
  database.close();
  return file;
}

/** A café in which Aino came once, a copy of it, and what happened after the copy. */
async function aCafeWithCopy() {
  const running = await anAppWithCafe();
  const { client, clock } = running;
  const { id: aino } = await addCustomer(client, 'Aino');
  await checkIn(client, aino, 500);
  const file = await aCopy(running);
  clock.set(momentAt('2026-03-11 10:00'));
  const { id: oona } = await addCustomer(client, 'Oona');
  await checkIn(client, oona, 700);
  clock.set(momentAt('2026-03-11 11:00'));
  await checkIn(client, aino, 900);
  return { ...running, file, aino, oona };
}

describe('comparing with a backup', () => {
  it('says what is here, what is in it and what would be lost, and changes nothing', async () => {
    const { client, file, app } = await aCafeWithCopy();
    expect(await compare(client, file)).toEqual({
      file,
      at: Date.UTC(2026, 2, 10, 8),
      shopName: 'Kulma',
      sameShop: true,
      backup: { customers: 1, visits: 1, rewards: 0, newestVisitAt: momentAt('2026-03-10 10:00') },
      here: { customers: 2, visits: 3, rewards: 0, newestVisitAt: momentAt('2026-03-11 11:00') },
      lost: {
        customers: 1,
        visits: 2,
        rewards: 0,
        newest: [
          { at: momentAt('2026-03-11 11:00'), name: 'Aino', amount: 900 },
          { at: momentAt('2026-03-11 10:00'), name: 'Oona', amount: 700 },
        ],
      },
      currency: 'EUR',
      schemaVersion: newest,
      willMigrate: false,
      seconds: expect.any(Number),
    });
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    expect(readdirSync(app.context(null).safety.workDirectory)).toEqual([]);
  });

  it('tells people of the same number apart that were made on two sides of a restore', async () => {
    const { client, file } = await aCafeWithCopy();
    await restore(client, file);
    await addCustomer(client, 'Pekka');
    const [setAside] = (await client.restore.choices({ folder: null })).choices;
    expect(setAside).toMatchObject({ kind: 'setAside', placeLabel: '' });
    const { lost } = await compare(client, setAside?.file ?? '');
    expect(lost).toMatchObject({ customers: 1, visits: 0 });
  });

  it('recognises a backup of another shop', async () => {
    const other = await anAppWithCafe();
    const { client, clock } = await anApp();
    clock.set(momentAt('2026-03-10 12:00'));
    const setUp = await client.settings.setUp({
      shop: (await other.client.settings.get()).shop,
      start: 'empty',
    });
    for await (const _event of setUp);
    expect(await compare(client, await aCopy(other))).toMatchObject({ sameShop: false });
  });
});

describe('a restore', () => {
  it('puts the backup in the place of the shop and sets aside what was here', async () => {
    const { client, file, dataDir, app, clock } = await aCafeWithCopy();
    const report = await restore(client, file);
    expect(report).toEqual({
      at: clock.now(),
      counts: { customers: 1, visits: 1, rewards: 0, newestVisitAt: momentAt('2026-03-10 10:00') },
      goBackUntil: clock.now() + 30 * 86_400_000,
      forgottenAgain: 0,
      migratedFrom: null,
    });
    expect(await client.system.state()).toMatchObject({ state: 'ready', failure: null });
    expect(await people(client)).toEqual(['Aino']);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('set-aside'))).toHaveLength(
      1,
    );
    await app.close();
    expect(readdirSync(dataDir).sort()).toEqual(['backups', 'shop.sqlite']);
    for (const [what, sql] of Object.entries(disagreements)) expect(readRows(dataDir, sql), what).toEqual([]);
  });

  it('lets the till go on: new people get numbers that nobody has, and searches find only who is there', async () => {
    const { client, file, aino, oona } = await aCafeWithCopy();
    expect(await client.till.search({ query: 'Oona' })).not.toEqual([]);
    await restore(client, file);
    const { id } = await addCustomer(client, 'Pekka');
    expect(id).toBe(oona);
    expect(id).not.toBe(aino);
    await checkIn(client, id, 300);
    expect(JSON.stringify(await client.till.search({ query: 'Oona' }))).not.toContain('Oona');
    expect(JSON.stringify(await client.till.search({ query: 'Pekka' }))).toContain('Pekka');
    expect((await client.till.today({})).checkIns).toBe(1);
  });

  it('is done once, however often its request comes, also after a restart', async () => {
    const { client, file, app, dataDir } = await aCafeWithCopy();
    const request = aRequest();
    const report = await restore(client, file, request);
    await addCustomer(client, 'Pekka');
    expect(await restore(client, file, request)).toEqual(report);
    expect(await people(client)).toEqual(['Aino', 'Pekka']);
    await app.close();
    const again = await anApp({ dataDir });
    expect(await restore(again.client, file, request)).toEqual(report);
    expect(await people(again.client)).toEqual(['Aino', 'Pekka']);
  });

  it('asked for twice at once is done once', async () => {
    const { client, file, app } = await aCafeWithCopy();
    const request = aRequest();
    const [one, two] = await Promise.all([restore(client, file, request), restore(client, file, request)]);
    expect(one).toEqual(two);
    expect(app.context(null).safety.record.restores()).toHaveLength(1);
  });

  it('can be taken back, and that can be taken back too', async () => {
    const { client, file } = await aCafeWithCopy();
    await restore(client, file);
    await addCustomer(client, 'Pekka');
    const back = await goBack(client);
    expect(back.counts).toMatchObject({ customers: 2, visits: 3 });
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    await goBack(client);
    expect(await people(client)).toEqual(['Aino', 'Pekka']);
  });

  it('can be taken back for thirty days', async () => {
    const { client, file, clock } = await aCafeWithCopy();
    await expect(goBack(client)).rejects.toMatchObject({
      code: 'RestoreFailed',
      data: { why: 'nothingToGoBackTo' },
    });
    await restore(client, file);
    clock.set(clock.now() + 30 * 86_400_000);
    await expect(goBack(client)).rejects.toMatchObject({ data: { why: 'nothingToGoBackTo' } });
  });

  it('that was stopped while the backup was opened leaves everything as it was', async () => {
    const { client, file, app } = await aCafeWithCopy();
    const events = await client.restore.run({ requestId: aRequest(), file, passphrase: null });
    await events.return?.();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await client.system.state()).toMatchObject({ state: 'ready' });
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    expect(app.context(null).safety.record.restores()).toEqual([]);
  });
});

describe('a restore where there is no shop to be used', () => {
  it('makes the shop of a new computer', async () => {
    const { file } = await aCafeWithCopy();
    const { client, dataDir } = await anApp();
    expect(await client.system.state()).toMatchObject({ state: 'firstRun' });
    expect(await compare(client, file)).toMatchObject({ here: null, sameShop: true, shopName: 'Kulma' });
    expect(await restore(client, file)).toMatchObject({ goBackUntil: null, counts: { customers: 1 } });
    expect(await client.system.state()).toMatchObject({ state: 'ready' });
    expect(await people(client)).toEqual(['Aino']);
    expect(readdirSync(join(dataDir, 'backups')).filter((name) => name.endsWith('.sqlite'))).toEqual([]);
  });

  it('keeps a damaged file aside, with its log', async () => {
    const { file, app, dataDir } = await aCafeWithCopy();
    await app.close();
    const damaged = Buffer.from(readFileSync(shopFileIn(dataDir))).fill(0xa5, 4096, 12_000);
    writeFileSync(shopFileIn(dataDir), damaged);
    const { client } = await anApp({ dataDir });
    expect(await client.system.state()).toMatchObject({ state: 'failed', failure: { code: 'Damaged' } });
    expect((await client.restore.choices({ folder: join(file, '..') })).choices).toMatchObject([
      { file, kind: 'backup' },
    ]);
    expect(await compare(client, file)).toMatchObject({ here: null });
    expect(await restore(client, file)).toMatchObject({ goBackUntil: null });
    expect(await client.system.state()).toMatchObject({ state: 'ready', failure: null });
    const [kept = ''] = readdirSync(join(dataDir, 'backups')).filter((name) => name.startsWith('damaged-'));
    expect(readFileSync(join(dataDir, 'backups', kept)).equals(damaged)).toBe(true);
  });

  it('keeps a file that is no shop', async () => {
    const { file } = await aCafeWithCopy();
    const dataDir = temporaryDirectory();
    writeFileSync(shopFileIn(dataDir), 'shopping list\n'.repeat(100));
    const { client } = await anApp({ dataDir });
    await restore(client, file);
    const [kept = ''] = readdirSync(join(dataDir, 'backups')).filter((name) =>
      name.startsWith('not-opened-'),
    );
    expect(readFileSync(join(dataDir, 'backups', kept), 'utf8')).toContain('shopping list');
  });
});

describe('a backup of an earlier version', () => {
  it.each(allSchemas)('of schema %i is brought up to date', async (schema) => {
    const { client, dataDir, app } = await aCafeWithCopy();
    const file = join(temporaryDirectory(), `regulars-corner-20260310-080000.sqlite`);
    writeOlderShop(file, schema);
    const before = readFileSync(file);
    expect(await compare(client, file)).toMatchObject({
      shopName: 'Corner',
      sameShop: false,
      schemaVersion: schema,
      willMigrate: schema < newest,
      backup: { customers: 2, visits: 17 },
      lost: { customers: 2, visits: 3 },
    });
    expect(await restore(client, file)).toMatchObject({
      migratedFrom: schema < newest ? schema : null,
      counts: { customers: 2 },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(await people(client)).toEqual(['Anna Virtanen', 'Ben Koski']);
    await app.close();
    for (const [what, sql] of Object.entries(disagreements)) expect(readRows(dataDir, sql), what).toEqual([]);
  });

  it('that cannot be brought up to date leaves the shop as it is', async () => {
    const { client, logged } = await aCafeWithCopy();
    const file = join(temporaryDirectory(), 'regulars-corner-20260310-080000.sqlite');
    writeOlderShop(file, 20);
    const database = new BetterSqlite3(file);
    database.exec('CREATE TABLE month_closes (in_the_way)');
    database.close();
    await expect(restore(client, file)).rejects.toMatchObject({
      code: 'RestoreFailed',
      data: { why: 'unknown' },
    });
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    expect(logged.map(({ message }) => message)).toContain('a backup could not be gone back to');
  });
});

describe('what cannot be gone back to', () => {
  const refused: readonly [string, string, (file: string) => void][] = [
    ['a text under the name of a backup', 'damaged', (file) => writeFileSync(file, 'milk\n'.repeat(1000))],
    [
      "another program's database",
      'notABackup',
      (file) => {
        rmSync(file);
        const database = new BetterSqlite3(file);
        database.exec('CREATE TABLE songs (title)');
        database.close();
      },
    ],
    [
      'a shop of a newer version',
      'newerSchema',
      (file) => {
        const database = new BetterSqlite3(file);
        database.pragma(`user_version = ${newest + 10}`);
        database.close();
      },
    ],
    [
      'a damaged file',
      'damaged',
      (file) => writeFileSync(file, Buffer.from(readFileSync(file)).fill(0xa5, 8192, 20_000)),
    ],
  ];

  it.each(refused)('%s is refused as %s, and nothing changes', async (_what, why, spoil) => {
    const { client, file, app } = await aCafeWithCopy();
    spoil(file);
    const refusal = { code: 'BackupRefused', data: { why } };
    await expect(compare(client, file)).rejects.toMatchObject(refusal);
    await expect(restore(client, file)).rejects.toMatchObject(refusal);
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    expect(app.context(null).safety.record.restores()).toEqual([]);
  });

  it('a locked backup tells a wrong passphrase, a missing one, a cut and a damage apart, and opens with the right one', async () => {
    const { client, file: copy } = await aCafeWithCopy();
    const stick = join(copy, '..');
    const right = 'six words nobody has used';
    await client.backups.addFolder({ path: stick });
    await client.backups.setPassphrase({ passphrase: right, hint: 'The six words' });
    let file = '';
    for await (const event of await client.backups.run({ placeId: stick }))
      if (event.kind === 'done') file = join(stick, basename(event.backup.file));
    const refusal = (why: string) => ({ code: 'BackupRefused', data: { why, hint: 'The six words' } });
    await expect(compare(client, file)).rejects.toMatchObject(refusal('passphraseNeeded'));
    await expect(restore(client, file, aRequest(), 'six words')).rejects.toMatchObject(
      refusal('wrongPassphrase'),
    );
    const [choice] = (await client.restore.choices({ folder: stick })).choices.filter(
      (one) => one.file === file,
    );
    expect(choice).toMatchObject({ encrypted: true, hint: 'The six words', shopName: 'Kulma' });

    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    await expect(restore(client, file, aRequest(), right)).rejects.toMatchObject(refusal('truncated'));
    const damaged = Buffer.from(bytes);
    damaged.writeUInt8(damaged.readUInt8(4000) ^ 1, 4000);
    writeFileSync(file, damaged);
    await expect(restore(client, file, aRequest(), right)).rejects.toMatchObject(refusal('damaged'));
    writeFileSync(file, bytes);
    await addCustomer(client, 'Pekka');
    await restore(client, file, aRequest(), right);
    expect(await people(client)).toEqual(['Aino', 'Oona']);
    // Every unlocking is slow on purpose.
  });

  it('a file that is not there is refused as gone', async () => {
    const { client, file } = await aCafeWithCopy();
    await expect(compare(client, `${file}.zst`)).rejects.toMatchObject({
      code: 'BackupRefused',
      data: { why: 'gone' },
    });
  });
});

describe('the choices', () => {
  it('are what lies on the sticks, in the known folders and on this computer, newest first', async () => {
    const { file } = await aCafeWithCopy();
    const stick = temporaryDirectory();
    copyFileSync(file, join(stick, 'regulars-kulma-20260311-080000.sqlite'));
    writeFileSync(join(stick, 'photo.jpg'), '');
    const running = await anApp({ listDrives: async () => [{ path: stick, label: 'SHOP' }] });
    const { client, dataDir } = running;
    await restore(client, file);
    copyFileSync(file, join(dataDir, 'backups', 'before-migration-from-40.sqlite'));
    const { choices, canChooseFolder } = await client.restore.choices({ folder: join(file, '..') });
    expect(canChooseFolder).toBe(false);
    expect(choices.map(({ kind, placeLabel }) => [kind, placeLabel]).slice(-2)).toEqual([
      ['backup', 'SHOP'],
      ['backup', expect.stringMatching(/^regulars-test-/)],
    ]);
    expect(choices.map(({ kind }) => kind)).toContain('snapshot');
    // One file may also be named outright, whatever it is called.
    expect((await client.restore.choices({ folder: file })).choices.map((one) => one.file)).toContain(file);
  });

  it('show a dialog only where there are dialogs', async () => {
    expect(await (await anApp()).client.restore.chooseFile()).toEqual({ path: null });
    const { client } = await anApp({ chooseFile: async () => '/media/stick/shop' });
    expect(await client.restore.chooseFile()).toEqual({ path: '/media/stick/shop' });
    expect((await client.restore.choices({ folder: null })).canChooseFolder).toBe(true);
  });
});
