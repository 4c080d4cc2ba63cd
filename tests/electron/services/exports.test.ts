import { createHash } from 'node:crypto';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reopenMonth } from '#electron/services/close-month.ts';
import { exportColumns, exportFile, fetchExport } from '#electron/services/exports/write-export.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import type { OpenShop } from '#electron/services/open-shop.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { saveSegment } from '#electron/services/segments.ts';
import { putOn } from '#electron/services/tags.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { ExportContent, ExportFormat, WrittenExport } from '#shared/contract/exports.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { aClosedMonth, aShopAfterMarch, openSteps } from '#tests/support/closable-shop.ts';
import { aCustomer, anItem, aRequest, aVisit, momentAt } from '#tests/support/shop.ts';
import { unzipped } from '#tests/support/zip.ts';

const month = '2026-03';
const march = { from: '2026-03-01', to: '2026-04-01' };
const figures = { kind: 'month', month, table: 'figures' } as const;

interface Asked {
  readonly format?: ExportFormat;
  readonly language?: 'en' | 'fi';
}

async function written(open: OpenShop, content: ExportContent, asked: Asked = {}) {
  const { format = 'csv', language = 'en' } = asked;
  let file: WrittenExport | null = null;
  const progress: number[] = [];
  for await (const event of exportFile(open, { content, format, language })) {
    if (event.kind === 'done') file = event.file;
    else progress.push(event.done / event.total);
  }
  if (!file) throw new Error('nothing was written');
  return { file, progress };
}

async function fetched(open: OpenShop, content: ExportContent, asked: Asked = {}) {
  const { file } = await written(open, content, asked);
  return fetchExport(open, { token: file.token });
}

/** A CSV file as rows by column name. */
async function rowsOf(open: OpenShop, content: ExportContent, language: 'en' | 'fi' = 'en') {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    await (await fetched(open, content, { language })).arrayBuffer(),
  );
  expect(text.startsWith('\ufeff')).toBe(true);
  const parsed = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
    delimiter: language === 'fi' ? ';' : ',',
  });
  expect(parsed.errors).toEqual([]);
  return parsed.data;
}

describe('a CSV export', () => {
  it('of the figures is what the month says, in the signs of the language', async () => {
    const { open } = await aShopAfterMarch();
    const english = await rowsOf(open, figures);
    expect(english.find((row) => row.Figure === 'Sales')).toMatchObject({ Value: '33.00', Definition: '1' });
    expect(english.find((row) => row.Figure === 'Retention')).toMatchObject({
      Value: '1',
      Part: '2',
      Whole: '2',
    });
    // Both sides of a share of money are money.
    expect(english.find((row) => row.Figure === 'Reward cost of member sales')).toMatchObject({
      ...{ Part: '0.00', Whole: '30.00' },
    });
    const finnish = await rowsOf(open, figures, 'fi');
    expect(finnish.find((row) => row.Luku === 'Myynti')).toMatchObject({ Arvo: '33,00' });
    expect(finnish.find((row) => row.Luku === 'Keskiostos')).toMatchObject({ Arvo: '11,00', Osa: '33,00' });
    expect(finnish.find((row) => row.Luku === 'Palkinnot nimellisestä myynnistä')).toMatchObject({
      Arvo: '0',
    });
  });

  it('of the points closes, and of the days adds up to the sales', async () => {
    const { open } = await aShopAfterMarch();
    const points = await rowsOf(open, { kind: 'month', month, table: 'rollForward' });
    expect(points.map(({ Unit }) => Unit)).toContain('Points');
    for (const row of points) {
      const sum =
        Number(row.Opening) +
        Number(row.Earned) +
        Number(row.Adjusted) -
        Number(row.Used) -
        Number(row.Expired);
      expect(sum).toBe(Number(row.Closing));
    }
    expect(await rowsOf(open, { kind: 'reconciliation', ...march })).toEqual(points);
    const days = await rowsOf(open, { kind: 'month', month, table: 'days' });
    expect(days.map((row) => [row.Day, row['Check-ins'], row.Sales])).toEqual([
      ['2026-03-10', '2', '13.00'],
      ['2026-03-20', '1', '20.00'],
    ]);
  });

  it('of a closed month is what was frozen, whatever was corrected since', async () => {
    const { shop, open, ainoVisit } = await aShopAfterMarch();
    const before = await rowsOf(open, figures);
    await aClosedMonth(open);
    const refund = { visitId: ainoVisit, amount: 400, returnRewards: false, reason: 'Cold' };
    await refundVisit(shop.ctx, { requestId: aRequest(), ...refund });
    expect(await rowsOf(open, figures)).toEqual(before);
  });

  it('of visits has every standing one, with what was returned, under the name of today', async () => {
    const { shop, open, aino, oona, ainoVisit } = await aShopAfterMarch();
    const cake = await anItem(shop.ctx, { name: 'Cake' });
    shop.clock.set(momentAt('2026-03-31 23:30'));
    await aVisit(shop.ctx, oona, { amount: 960, items: [{ itemId: cake.id, quantity: 2 }] });
    const { visitId } = await aVisit(shop.ctx, oona);
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
    const refund = { visitId: ainoVisit, amount: 400, returnRewards: false, reason: 'Cold' };
    await refundVisit(shop.ctx, { requestId: aRequest(), ...refund });
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: oona });
    const rows = await rowsOf(open, { kind: 'visits', ...march });
    expect(rows.map((row) => [row.Day, row.Time, row.Customer, row.Amount, row.Returned, row.Items])).toEqual(
      [
        ['2026-03-10', '10:00', 'Aino', '10.00', '4.00', ''],
        ['2026-03-10', '10:00', '', '3.00', '', ''],
        ['2026-03-20', '10:00', 'Aino', '20.00', '', ''],
        ['2026-03-31', '23:30', 'Aino', '9.60', '', '2 x Cake'],
      ],
    );
    expect(rows.every((row) => row.Origin === 'Till' && Number(row['Visit number']) > 0)).toBe(true);
  });

  it('of a segment has its people by name with what is known of them', async () => {
    const { shop, open } = await aShopAfterMarch();
    const birthday = { day: 5, month: 3, year: null };
    const eero = await aCustomer(shop.ctx, {
      name: 'Eero',
      phone: '040 123 4567',
      birthday,
      source: 'Friend',
    });
    for (const name of ['VIP', 'Oat milk'])
      await putOn(shop.ctx, { requestId: aRequest(), customerId: eero, name });
    const everybody = { kind: 'all' as const, of: [] };
    const rows = await rowsOf(open, { kind: 'segment', which: { filter: everybody } });
    expect(rows.map((row) => [row.Customer, row.Visits, row.Spend, row['Average spend']])).toEqual([
      ['Aino', '2', '15.00', '7.5000'],
      ['Eero', '0', '', ''],
      ['Oona', '2', '27.00', '13.5000'],
    ]);
    expect(rows[1]).toMatchObject({
      Phone: "'+358401234567",
      Birthday: '03-05',
      'Heard of us': 'Friend',
      'May be contacted': 'No',
      Tags: 'Oat milk, VIP',
    });
    const { segmentId } = await saveSegment(shop.ctx, {
      requestId: aRequest(),
      segmentId: null,
      name: 'Often / here',
      filter: { kind: 'visits', count: { atLeast: 1, atMost: null }, lastDays: null },
    });
    const { file } = await written(open, { kind: 'segment', which: { segmentId } }, { format: 'xlsx' });
    expect(file).toMatchObject({ fileName: 'People Often - here.xlsx', rows: 2 });
  });

  it.each(['=1+1', '+358', '-2', '@SUM(A1)', ' =1+1', '＝1+1'])(
    'takes %s for a name and not for a formula',
    async (name) => {
      const { shop, open } = await aShopAfterMarch();
      await aVisit(shop.ctx, await aCustomer(shop.ctx, { name }));
      const [row] = await rowsOf(open, { kind: 'visits', from: '2026-04-01', to: '2026-04-02' });
      expect(row?.Customer).toBe(`'${name}`);
    },
  );

  it('tells how far it is while it reads a long period', async () => {
    const { open } = await aShopAfterMarch();
    const { progress, file } = await written(open, { kind: 'visits', from: '2024-01-01', to: '2026-04-02' });
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(file).toMatchObject({ fileName: 'Visits 2024-01-01 to 2026-04-01.csv', rows: 5 });
  });
});

/** The texts of a sheet's cells, shared or inline, and its numbers, by address. */
function cellsOf(files: ReadonlyMap<string, string>, sheet: number): Readonly<Record<string, string>> {
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, one = '']) => one.replace(/<[^>]+>/g, ''),
  );
  const xml = files.get(`xl/worksheets/sheet${sheet}.xml`) ?? '';
  return Object.fromEntries(
    [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, attributes = '', content = '']) => {
      const address = /r="([A-Z]+\d+)"/.exec(attributes)?.[1] ?? '';
      const value = content.replace(/<[^>]+>/g, '');
      return [address, attributes.includes('t="s"') ? (shared[Number(value)] ?? '') : value];
    }),
  );
}

describe('an XLSX export', () => {
  it('of a month is a workbook of typed cells, one sheet per table, with every column explained', async () => {
    const { open } = await aShopAfterMarch();
    const content = { kind: 'month', month, table: null } as const;
    const file = await fetched(open, content, { format: 'xlsx' });
    expect(file.name).toBe('Month 2026-03.xlsx');
    const files = unzipped(new Uint8Array(await file.arrayBuffer()));
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual(['Figures', 'Points', 'Days', 'Columns']);
    const days = cellsOf(files, 3);
    // 2026-03-10 is day 46091 of spreadsheets, where 1900-01-01 is day 1.
    expect(days).toMatchObject({ A1: 'Day', D1: 'Sales', A2: '46091', D2: '13' });
    expect(files.get('xl/worksheets/sheet3.xml')).not.toMatch(/<c r="D2"[^>]*t="(s|inlineStr)"/);
    const explained = Object.values(cellsOf(files, 4));
    for (const kind of ['figures', 'rollForward', 'days'] as const)
      for (const { name, explanation } of exportColumns({ kind, language: 'en' }).columns) {
        expect(explained).toContain(name);
        expect(explained.join('\n')).toContain(explanation.slice(0, 20));
      }
  });

  it('has no formula in it, whatever a name looks like', async () => {
    const { shop, open } = await aShopAfterMarch();
    await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: '=HYPERLINK("http://x")' }));
    const content = { kind: 'visits', from: '2026-04-01', to: '2026-04-02' } as const;
    const file = await fetched(open, content, { format: 'xlsx' });
    const files = unzipped(new Uint8Array(await file.arrayBuffer()));
    expect([...files.values()].join('')).not.toContain('<f>');
    expect(Object.values(cellsOf(files, 1)).some((text) => text.startsWith("'=HYPERLINK"))).toBe(true);
  });

  it('is refused where CSV is the better choice', async () => {
    const { shop, open } = await aShopAfterMarch();
    const day = parseDay('2025-01-01') ?? expect.unreachable();
    shop.database.writer.prepare('INSERT INTO day_totals VALUES (?, 25001, 0, 0, 0, 0, 0)').run(day);
    const content = { kind: 'visits', from: '2025-01-01', to: '2025-01-02' } as const;
    await expect(written(open, content, { format: 'xlsx' })).rejects.toMatchObject({
      code: 'TooManyRows',
      data: { rows: 25_001, max: 25_000 },
    });
  });
});

describe('the files of a close', () => {
  it('hold what was frozen, its wording, what changed since, the seal and the chain, and never change', async () => {
    const { shop, open, ainoVisit } = await aShopAfterMarch();
    await aClosedMonth(open, '2026-02');
    const march = await aClosedMonth(open);
    const content = { kind: 'close', number: march.number } as const;
    const sealedFile = await fetched(open, content, { format: 'json' });
    expect(sealedFile.name).toBe('Sealed text 2 of 2026-03.json');
    const sealed = await sealedFile.text();
    expect(createHash('sha256').update(sealed, 'utf8').digest('hex')).toBe(march.hash);
    expect(JSON.parse(sealed)).toMatchObject({ number: '2', previousHash: march.previousHash });

    const refund = { visitId: ainoVisit, amount: 100, returnRewards: false, reason: 'Cold' };
    await refundVisit(shop.ctx, { requestId: aRequest(), ...refund });
    await reopenMonth(shop.ctx, { requestId: aRequest(), number: march.number, reason: 'A cold coffee' });
    expect(await (await fetched(open, content, { format: 'json' })).text()).toBe(sealed);

    const frozen = await rowsOf(open, content);
    expect(frozen.find(({ Key }) => Key === 'sales')).toMatchObject({ Figure: 'Sales', Value: '33.00' });
    expect(frozen.length).toBeGreaterThan(40);
    expect(frozen.every(({ Wording }) => Wording !== undefined && Wording.length > 10)).toBe(true);

    const finnish = await rowsOf(open, content, 'fi');
    expect(finnish.find(({ Avain }) => Avain === 'kept')).toMatchObject({
      Luku: 'Pysyneet',
      Sanamuoto: 'Asiakkaat, jotka olivat aktiivisia kuukauden alussa ja lopussa.',
      'Sinetöity sanamuoto': 'Customers active at the start and at the end of the month.',
    });

    const file = await fetched(open, content, { format: 'xlsx' });
    expect(file.name).toBe('Close 2 of 2026-03.xlsx');
    const files = unzipped(new Uint8Array(await file.arrayBuffer()));
    const names = [...(files.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)];
    expect(names.map(([, name]) => name)).toEqual([
      ...['Close', 'Frozen figures', 'Steps', 'Changed since', 'All closes', 'Columns'],
    ]);
    const seal = Object.values(cellsOf(files, 1));
    for (const text of [march.hash, march.previousHash ?? '?', 'Unchanged.', 'A cold coffee'])
      expect(seal).toContain(text);
    expect(Object.values(cellsOf(files, 3))).toContain('Printed instead');
    const changed = Object.values(cellsOf(files, 4));
    expect(changed.slice(changed.indexOf('sales')).slice(1, 5)).toEqual(['Sales', '33', '32', '-1']);
    expect(Object.values(cellsOf(files, 5)).filter((text) => text === march.previousHash)).toHaveLength(2);
  });

  it('name what was tampered with, and open also where the content cannot be read', async () => {
    const { shop, open } = await aShopAfterMarch();
    const { number } = await aClosedMonth(open);
    const writer = shop.database.writer;
    for (const { name } of writer
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'month_closes'",
      )
      .all())
      writer.exec(`DROP TRIGGER ${name}`);
    writer.prepare("UPDATE month_closes SET content = 'not json'").run();
    const file = await fetched(open, { kind: 'close', number }, { format: 'xlsx', language: 'fi' });
    const files = unzipped(new Uint8Array(await file.arrayBuffer()));
    expect(Object.values(cellsOf(files, 1))).toContain('Muutettu sulkemisen jälkeen.');
    expect(Object.values(cellsOf(files, 4)).join(' ')).toContain('Ei verrattu');
  });
});

describe('an export', () => {
  it('of the figures is the export step of the guide, until they change', async () => {
    const { shop, open, ainoVisit } = await aShopAfterMarch();
    expect(await openSteps(open)).toContain('export');
    await written(open, { kind: 'month', month, table: 'days' });
    expect(await openSteps(open)).toContain('export');
    await written(open, { kind: 'month', month, table: null }, { format: 'xlsx' });
    expect(await openSteps(open)).not.toContain('export');
    const refund = { visitId: ainoVisit, amount: 100, returnRewards: false, reason: 'Cold' };
    await refundVisit(shop.ctx, { requestId: aRequest(), ...refund });
    expect(await openSteps(open)).toContain('export');
  });

  it('can be fetched again until two others were written', async () => {
    const { open } = await aShopAfterMarch();
    const { token } = (await written(open, figures)).file;
    const bytes = await (await fetchExport(open, { token })).text();
    await written(open, figures);
    expect(await (await fetchExport(open, { token })).text()).toBe(bytes);
    await written(open, figures);
    await expect(fetchExport(open, { token })).rejects.toThrow('ExportGone');
  });

  it.each<[ExportContent, string]>([
    [{ kind: 'month', month, table: null }, 'table'],
    [{ kind: 'month', month: '0001-01', table: 'days' }, 'month'],
    [{ kind: 'visits', from: '2026-02-30', to: '2026-03-01' }, 'from'],
    [{ kind: 'visits', from: '2026-03-01', to: '2026-03-01' }, 'to'],
    [{ kind: 'reconciliation', from: '2026-03-02', to: '2026-03-01' }, 'to'],
  ])('of %j is refused', async (content, field) => {
    const { open } = await aShopAfterMarch();
    await expect(written(open, content)).rejects.toMatchObject({ code: 'InvalidValue', data: { field } });
  });

  it('is JSON for a close only, and of a close that is there', async () => {
    const { open } = await aShopAfterMarch();
    await expect(written(open, figures, { format: 'json' })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'format' },
    });
    await expect(written(open, { kind: 'close', number: 7 })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('ends when nobody waits for it', async () => {
    const { open } = await aShopAfterMarch();
    const events = exportFile(open, {
      content: { kind: 'visits', from: '1990-01-01', to: '2026-04-02' },
      format: 'csv',
      language: 'en',
    });
    expect((await events.next()).value).toMatchObject({ kind: 'progress' });
    await events.return();
    expect(await open.reports.ask('quickCheck', null)).toBe(true);
  });
});
