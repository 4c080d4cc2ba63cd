import { copyFileSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { takeSnapshot } from '#electron/services/backups/snapshots.ts';
import { type AppWithClient, anAppWithCafe } from '#tests/support/app-client.ts';
import { restore } from '#tests/support/restores.ts';
import { aRequest } from '#tests/support/shop.ts';
import { readRows, shopFileIn } from '#tests/support/shop-file.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

/** Words that stand nowhere else, one for each place where something is written about a person. */
const words = {
  name: 'Quendresa',
  surname: 'Vyxholm',
  phone: '7651234',
  email: 'quend@vyx.example',
  allergy: 'Sesamqua',
  preference: 'Ikkunavyx',
  source: 'Naapuriqua',
  note: 'Hevosvyx',
  card: 'QVX9981Z',
  undo: 'Vaarinqua',
  adjust: 'Hyvitysvyx',
  voucher: 'Lahjaqua',
  merged: 'Quenny',
  formerNote: 'Kissavyx',
  renamed: 'Zvetqua',
  health: 'Ihovyxia',
  patchTest: 'Testiquavyx',
} as const;

type Client = AppWithClient['client'];

/** Somebody about whom everything is written down that can be, and who was found to be entered twice. */
async function aFullLife(client: Client): Promise<number> {
  const { id } = await client.customers.create({
    requestId: aRequest(),
    name: `${words.renamed} ${words.surname}`,
    phone: `040 ${words.phone}`,
    email: words.email,
    birthday: { day: 3, month: 4, year: 1988 },
    allergy: words.allergy,
    preference: words.preference,
    source: words.source,
    cardCode: words.card,
    consents: [{ purpose: 'contact', granted: true }],
  });
  await client.customers.update({
    requestId: aRequest(),
    customerId: id,
    name: `${words.name} ${words.surname}`,
  });
  await client.customers.addNote({ requestId: aRequest(), customerId: id, text: words.note });
  for (const kind of ['health', 'patchTest'] as const) {
    await client.privacy.addCareNote({ requestId: aRequest(), customerId: id, kind, text: words[kind] });
  }
  await client.till.checkIn({ requestId: aRequest(), customerId: id, amount: 900 });
  const wrong = await client.till.checkIn({ requestId: aRequest(), customerId: id, amount: 9000 });
  await client.till.undo({ requestId: aRequest(), visitId: wrong.visitId, reason: words.undo });
  const { balances } = await client.customers.get({ customerId: id });
  const unitId = balances[0]?.unitId ?? 0;
  await client.loyalty.adjust({
    requestId: aRequest(),
    customerId: id,
    unitId,
    change: 5,
    reason: words.adjust,
  });
  await client.vouchers.issue({
    requestId: aRequest(),
    customerId: id,
    kind: 'surprise',
    name: words.voucher,
    benefit: { kind: 'thing' },
    cost: 0,
    expiresDay: '2026-12-31',
  });
  const other = await client.customers.create({ requestId: aRequest(), name: words.merged });
  await client.customers.addNote({ requestId: aRequest(), customerId: other.id, text: words.formerNote });
  await client.till.checkIn({ requestId: aRequest(), customerId: other.id, amount: 400 });
  await client.customers.merge({ requestId: aRequest(), keepId: id, mergeId: other.id });
  return id;
}

/** Everything that stands in the files of a directory, compressed copies opened. */
function contentOf(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((file) => statSync(file).isFile())
    .map((file) => {
      const bytes = readFileSync(file);
      return (file.endsWith('.zst') ? zstdDecompressSync(bytes) : bytes).toString('latin1').toLowerCase();
    })
    .join('\n');
}

const found = (content: string): string[] =>
  Object.entries(words)
    .filter(([, word]) => {
      const lower = word.toLowerCase();
      return content.includes(lower) || content.includes([...lower].reverse().join(''));
    })
    .map(([place]) => place);

const cleaned = (client: Client) =>
  expect.poll(async () => (await client.privacy.forgotten()).isCleaning, { timeout: 30_000 }).toBe(false);

const erase = (client: Client, customerId: number) =>
  client.privacy.erase({ requestId: aRequest(), customerId });

const figures = ({ dataDir }: AppWithClient) =>
  ['day_totals', 'customer_month', 'balances', 'lots', 'ledger_draws', 'consents']
    .map((table) => readRows(dataDir, `SELECT * FROM ${table} ORDER BY 1, 2`))
    .concat([
      readRows(dataDir, 'SELECT id, amount, sign, customer_id, at FROM visits ORDER BY id'),
      readRows(dataDir, 'SELECT id, change, kind, wallet_id FROM ledger_entries ORDER BY id'),
      readRows(dataDir, 'SELECT customer_id, visits, spend, first_day FROM customer_stats ORDER BY 1'),
    ]);

describe('forgetting a person', () => {
  it('leaves no byte of them in the file, its log, copies and messages, and every figure as it was', {
    timeout: 120_000,
  }, async () => {
    const running = await anAppWithCafe();
    const { app, client, dataDir, logged } = running;
    const customerId = await aFullLife(client);
    await client.customers.create({ requestId: aRequest(), name: 'Aino Mäkelä', phone: '040 1112222' });
    await takeSnapshot(app.context(null).shop(), 'hour');
    expect(found(contentOf(dataDir)).sort()).toEqual(Object.keys(words).sort());
    const before = figures(running);
    expect(await client.privacy.toForget({ customerId })).toEqual({
      customerId,
      name: `${words.name} ${words.surname}`,
      visits: 2,
      notes: 2,
      cards: 1,
      copiesHere: expect.any(Number),
      backupsElsewhere: 0,
    });
    expect(await erase(client, customerId)).toMatchObject({ customerId, visits: 2, cause: 'asked' });
    await cleaned(client);
    expect(figures(running)).toEqual(before);
    expect(found(contentOf(dataDir))).toEqual([]);
    expect(found(JSON.stringify(logged))).toEqual([]);
    await app.close();
    expect(found(contentOf(dataDir))).toEqual([]);
    expect(contentOf(dataDir)).toContain('aino m');
  });

  it('takes them out of lists and searches, and lets nobody write about them again', async () => {
    const running = await anAppWithCafe();
    const { client } = running;
    const customerId = await aFullLife(client);
    await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await erase(client, customerId);
    expect((await client.customers.list({})).rows.map(({ name }) => name)).toEqual(['Aino']);
    expect((await client.customers.counts()).all).toBe(1);
    for (const query of [words.name, words.phone, 'person']) {
      expect((await client.till.search({ query })).hits).toEqual([]);
    }
    const { customer } = await client.customers.get({ customerId });
    expect(customer).toMatchObject({ phone: null, email: null, cards: [], birthday: null });
    expect(customer.erasedAt).toBe(running.clock.now());
    await expect(
      client.customers.addNote({ requestId: aRequest(), customerId, text: 'x' }),
    ).rejects.toMatchObject({ code: 'NotFound' });
    await expect(erase(client, customerId)).rejects.toMatchObject({ code: 'NotFound' });
    await cleaned(client);
  });

  it('is done once, whatever repeats the request', async () => {
    const { client, dataDir } = await anAppWithCafe();
    const customerId = await aFullLife(client);
    const input = { requestId: aRequest(), customerId };
    const [first, second] = await Promise.all([client.privacy.erase(input), client.privacy.erase(input)]);
    expect(second).toEqual(first);
    expect(readRows(dataDir, 'SELECT count(*) AS n FROM erasures')).toEqual([{ n: 2 }]);
    await cleaned(client);
  });
});

describe('restoring an older backup', () => {
  /** A plain copy of the shop as it is, somewhere else. */
  async function aCopy(dataDir: string): Promise<string> {
    const file = join(temporaryDirectory(), 'regulars-kulma-20260310-080000.sqlite');
    const database = new BetterSqlite3(shopFileIn(dataDir), { readonly: true });
    await database.backup(file);
    database.close();
    return file;
  }

  it('forgets again whom it would bring back, and says so', { timeout: 120_000 }, async () => {
    const running = await anAppWithCafe();
    const { client, dataDir } = running;
    const customerId = await aFullLife(client);
    const { id: aino } = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    const before = figures(running);
    const file = await aCopy(dataDir);
    await erase(client, customerId);
    await cleaned(client);
    const report = await restore(client, file);
    expect(report.forgottenAgain).toBe(1);
    expect(figures(running)).toEqual(before);
    expect((await client.customers.list({})).rows.map(({ customerId: id }) => id)).toEqual([aino]);
    expect((await client.privacy.forgotten()).people[0]).toMatchObject({ cause: 'restored', visits: 2 });
    const plain = join(temporaryDirectory(), 'plain');
    copyFileSync(shopFileIn(dataDir), plain);
    expect(found(readFileSync(plain).toString('latin1').toLowerCase())).toEqual([]);
    expect((await restore(client, file)).forgottenAgain).toBe(1);
  });

  it('of another shop forgets nobody who happens to have the same number', async () => {
    const other = await anAppWithCafe();
    other.clock.pass(5);
    await other.client.customers.create({ requestId: aRequest(), name: 'Oona' });
    const file = await aCopy(other.dataDir);
    const { client, clock } = await anAppWithCafe();
    clock.pass(60);
    const { id } = await client.customers.create({ requestId: aRequest(), name: 'Aino' });
    await erase(client, id);
    await cleaned(client);
    expect((await restore(client, file)).forgottenAgain).toBe(0);
    expect((await client.customers.list({})).rows.map(({ name }) => name)).toEqual(['Oona']);
  });
});
