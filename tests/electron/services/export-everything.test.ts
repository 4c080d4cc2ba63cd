import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { exportEverything } from '#electron/services/exports/export-everything.ts';
import { fetchExport } from '#electron/services/exports/write-export.ts';
import type { OpenShop } from '#electron/services/open-shop.ts';
import type { WrittenExport } from '#shared/contract/exports.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aShopAfterMarch, openShopOf } from '#tests/support/closable-shop.ts';
import { importedCustomers } from '#tests/support/imports.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';
import { unzipped } from '#tests/support/zip.ts';

type Language = 'en' | 'fi';

async function written(
  open: OpenShop,
  language: Language = 'en',
  each: () => Promise<unknown> = () => Promise.resolve(),
): Promise<WrittenExport> {
  for await (const event of exportEverything(open, { language })) {
    if (event.kind === 'done') return event.file;
    await each();
  }
  throw new Error('nothing was written');
}

async function archiveOf(open: OpenShop, language: Language = 'en') {
  const { token } = await written(open, language);
  return unzipped(new Uint8Array(await (await fetchExport(open, { token })).arrayBuffer()));
}

/** A CSV file of the archive as rows by column. */
function csvOf(archive: ReadonlyMap<string, string>, name: string, delimiter: ',' | ';' = ',') {
  const text = archive.get(name) ?? expect.fail(`${name} is missing`);
  expect(text.startsWith('\ufeff')).toBe(true);
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), {
    ...{ header: true, skipEmptyLines: true, delimiter },
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

const jsonOf = (archive: ReadonlyMap<string, string>, table: string): Record<string, unknown>[] =>
  (archive.get(`json/${table}.jsonl`) ?? '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const withoutIso = (row: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !name.endsWith('_iso')));

describe('an export of everything', () => {
  it('holds every row of every table, in JSON just as it is kept', async () => {
    const { shop, open } = await aShopAfterMarch();
    await importedCustomers(shop.ctx, 'name,ref,note\nEero,17,Window seat');
    const archive = await archiveOf(open);
    const { staff_keys: _keys, pin_failures: _failures, ...tables } = allRows(shop);
    expect(Object.keys(tables).length).toBeGreaterThan(35);
    for (const [table, rows] of Object.entries(tables)) {
      expect(jsonOf(archive, table).map(withoutIso)).toEqual(rows);
      expect(csvOf(archive, `csv/${table}.csv`)).toHaveLength(rows.length);
    }
    const inArchive = [...archive.keys()].filter((name) => name.startsWith('csv/'));
    expect(inArchive.sort()).toEqual(Object.keys(tables).map((table) => `csv/${table}.csv`));
  });

  it('tells days, months and moments as dates beside the numbers', async () => {
    const { open } = await aShopAfterMarch();
    const archive = await archiveOf(open);
    const visit = csvOf(archive, 'csv/visits.csv').find((row) => row.amount === '1000');
    expect(visit).toMatchObject({
      business_day_iso: '2026-03-10',
      business_month: String(2026 * 12 + 2),
      business_month_iso: '2026-03',
      at_iso: '2026-03-10T08:00:00.000Z',
    });
    expect(jsonOf(archive, 'visits').find((row) => row.amount === 1000)).toMatchObject({
      business_day_iso: '2026-03-10',
      reason: null,
    });
    const [day] = csvOf(archive, 'csv/day_totals.csv');
    expect(day).toMatchObject({ business_day_iso: '2026-02-10', amount: '1200' });
  });

  it.each(['en', 'fi'] as const)(
    'explains every column of every file in %s, and nothing else',
    async (language) => {
      const { open } = await aShopAfterMarch();
      const archive = await archiveOf(open, language);
      const delimiter = language === 'fi' ? ';' : ',';
      const rows = csvOf(archive, 'dictionary.csv', delimiter).map((row) => Object.values(row));
      const [, whole = ''] = rows[0] ?? [];
      const explained = rows.filter(([, column]) => column !== whole);
      const inFiles = [...archive.keys()]
        .filter((name) => name.startsWith('csv/'))
        .flatMap((name) => {
          const heading = (archive.get(name) ?? '').slice(1).split('\r\n')[0] ?? '';
          return heading
            .split(delimiter)
            .map((column) => `${name.slice('csv/'.length, -'.csv'.length)}.${column}`);
        });
      expect(explained.map(([table, column]) => `${table}.${column}`)).toEqual(inFiles);
      // A table added to the shop needs its words here before it can be released.
      expect(explained.filter(([, , type, meaning]) => !type || !meaning)).toEqual([]);
      expect(rows.filter(([, column, , meaning]) => column === whole && !meaning)).toEqual([]);
    },
  );

  it('is named and introduced in the language asked for', async () => {
    const { open } = await aShopAfterMarch();
    expect(await written(open)).toMatchObject({
      fileName: 'Regulars, everything 2026-04-01.zip',
      mediaType: 'application/zip',
    });
    const finnish = await written(open, 'fi');
    expect(finnish.fileName).toBe('Regulars, kaikki tiedot 2026-04-01.zip');
    const readme = (await archiveOf(open, 'fi')).get('README.txt') ?? '';
    expect(readme).toContain('hetkellä 2026-04-01 06:00 (UTC)');
    expect(readme).toContain('valuutan EUR pienimpinä yksikköinä: jaa luvulla 100.');
    expect(readme).not.toContain('{{');
  });

  it.each(['=1+1', '+358', '-2', '@SUM(A1)', '\t=1+1'])(
    'takes %j for a text and not for a formula, in JSON as it was typed',
    async (text) => {
      const { shop, open } = await aShopAfterMarch();
      const id = await aCustomer(shop.ctx, { name: 'Aino', allergy: text });
      const kept = shop.rows<{ allergy: string }>(`SELECT allergy FROM customers WHERE id = ${id}`)[0]
        ?.allergy;
      const archive = await archiveOf(open);
      const row = csvOf(archive, 'csv/customers.csv').find((one) => one.id === String(id));
      expect(row?.allergy).toBe(`'${kept}`);
      expect(jsonOf(archive, 'customers').find((one) => one.id === id)?.allergy).toBe(kept);
    },
  );

  it('is the shop of one moment, whatever the till writes meanwhile', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    for (let n = 0; n < 30; n += 1) await aVisit(shop.ctx, aino, { amount: 1000 });
    const open = openShopOf(shop);
    let during = 0;
    const { token } = await written(open, 'en', async () => {
      await aVisit(shop.ctx, aino, { amount: 1000 });
      during += 1;
    });
    expect(during).toBeGreaterThan(0);
    const archive = unzipped(new Uint8Array(await (await fetchExport(open, { token })).arrayBuffer()));
    const entries = jsonOf(archive, 'ledger_entries');
    for (const { wallet_id, unit_id, balance } of jsonOf(archive, 'balances')) {
      const own = entries.filter((entry) => entry.wallet_id === wallet_id && entry.unit_id === unit_id);
      expect(own.reduce((sum, entry) => sum + Number(entry.change), 0)).toBe(balance);
    }
    expect(jsonOf(archive, 'customer_stats')[0]?.check_ins).toBe(jsonOf(archive, 'visits').length);
    expect(csvOf(archive, 'csv/visits.csv')).toHaveLength(jsonOf(archive, 'visits').length);
  });

  it('tells how far it is; stopped, it leaves nothing behind', async () => {
    const { open } = await aShopAfterMarch();
    const steps: number[] = [];
    for await (const event of exportEverything(open, { language: 'en' })) {
      if (event.kind === 'progress') steps.push(event.done / event.total);
    }
    expect(steps.length).toBeGreaterThan(5);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    const folder = join(open.dataDir, 'exports');
    const before = readdirSync(folder);
    for await (const _event of exportEverything(open, { language: 'en' })) break;
    await expect.poll(() => readdirSync(folder)).toEqual(before);
  });

  it('waits on the disk until newer exports push it out; what a sudden end left is taken away', async () => {
    const { open } = await aShopAfterMarch();
    const folder = join(open.dataDir, 'exports');
    mkdirSync(folder);
    writeFileSync(join(folder, 'left.zip'), 'half');
    const first = await written(open);
    expect(existsSync(join(folder, 'left.zip'))).toBe(false);
    const second = await written(open);
    await fetchExport(open, { token: first.token });
    await written(open);
    expect(readdirSync(folder)).toHaveLength(2);
    await expect(fetchExport(open, { token: first.token })).rejects.toThrow('ExportGone');
    expect((await fetchExport(open, { token: second.token })).size).toBe(second.bytes);
  });

  it('is written twice at a time without one taking the other away', async () => {
    const { open } = await aShopAfterMarch();
    const both = await Promise.all([written(open), written(open)]);
    for (const { token, bytes } of both) expect((await fetchExport(open, { token })).size).toBe(bytes);
  });
});
