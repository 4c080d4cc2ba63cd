import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isReadable } from '#electron/reports/workbook-limits.ts';
import { type ImportCustomersInput, importCustomers } from '#electron/services/imports/import-customers.ts';
import { type ImportVisitsInput, importVisits } from '#electron/services/imports/import-visits.ts';
import { previewImport } from '#electron/services/imports/preview-import.ts';
import { importedVisits, reportOf } from '#tests/support/imports.ts';
import { aRequest, aShop, type TestShop } from '#tests/support/shop.ts';
import { aWorkbook, aWorkbookFile, sheetDate, sheetTime, workbooksHere } from '#tests/support/workbooks.ts';

const signal = new AbortController().signal;

const visitsOf = (
  { ctx }: TestShop,
  file: ImportVisitsInput['file'],
  more: Partial<ImportVisitsInput> = {},
) =>
  reportOf(
    importVisits(
      ctx,
      { requestId: aRequest(), file, dryRun: false, earn: false, ...more },
      signal,
      workbooksHere,
    ),
  );

const customersOf = (
  { ctx }: TestShop,
  file: ImportCustomersInput['file'],
  more: Partial<ImportCustomersInput> = {},
) =>
  reportOf(
    importCustomers(ctx, { requestId: aRequest(), file, dryRun: false, ...more }, signal, workbooksHere),
  );

const stored = (shop: TestShop) =>
  shop.rows<{ name: string; amount: number | null; day: string; time: string }>(
    `SELECT c.name, v.amount, date(v.business_day * 86400, 'unixepoch') AS day,
       strftime('%H:%M', v.at / 1000, 'unixepoch') AS time
     FROM visits AS v JOIN customers AS c ON c.id = v.customer_id ORDER BY v.id`,
  );

const failure = (why: string) => ({ code: 'UnreadableFile', data: { why } });

describe('visits in a workbook', () => {
  it('are taken as typed: real dates, times and numbers, whatever the texts beside them look like', async () => {
    const shop = await aShop();
    const file = aWorkbookFile(
      await aWorkbook({
        Käynnit: [
          ['Asiakas', 'Päivä', 'Klo', 'Summa'],
          ['Aino', sheetDate(2025, 3, 4), sheetTime(14, 30), 4.5],
          ['Aino', '5.3.2025', '9.15', '10,20'],
          [null, null, null, null],
          [2000000000008, sheetDate(2025, 3, 6), null, 0.1 + 0.2],
        ],
      }),
    );
    const report = await visitsOf(shop, file);
    expect(report).toMatchObject({
      ...{ rows: 3, written: 3, refused: 0, amount: 1500, firstDay: '2025-03-04', lastDay: '2025-03-06' },
      reading: { dateFormat: 'd.m.y', decimal: ',', sheets: ['Käynnit'], sheet: 'Käynnit' },
    });
    expect(stored(shop)).toEqual([
      { name: 'Aino', amount: 450, day: '2025-03-04', time: '12:30' },
      { name: 'Aino', amount: 1020, day: '2025-03-05', time: '07:15' },
      { name: 'Customer 2000000000008', amount: 30, day: '2025-03-06', time: '10:00' },
    ]);
  });

  it('give the same as the same rows in a text, and each other twice nothing', async () => {
    const shop = await aShop();
    const sheet = [
      ['id', 'date', 'amount'],
      ['17', sheetDate(2025, 11, 3, 8, 15), 4.5],
      ['18', sheetDate(2025, 11, 4, 9), null],
    ];
    const report = await visitsOf(shop, aWorkbookFile(await aWorkbook({ Visits: sheet })));
    const text = 'id,date,amount\n17,2025-11-03 08:15,4.50\n18,2025-11-04 09:00,';
    expect(report).toMatchObject({ written: 2, already: 0 });
    expect(await importedVisits(shop.ctx, text)).toMatchObject({ written: 0, already: 2 });
    expect(
      await visitsOf(shop, aWorkbookFile(await aWorkbook({ Visits: sheet, Other: [['x']] }))),
    ).toMatchObject({
      ...{ written: 0, already: 2 },
    });
  });

  it('tell what is wrong with a row by its number in the sheet; a dry run writes nothing', async () => {
    const shop = await aShop();
    const file = aWorkbookFile(
      await aWorkbook({
        Visits: [
          ['id', 'date', 'amount'],
          ['17', sheetDate(2025, 11, 3), 4.555],
          [null],
          ['18', 45_000, 3],
          ['19', sheetDate(2035, 1, 1), 3],
          ['20', sheetDate(2025, 11, 3), -3],
        ],
      }),
    );
    const report = await visitsOf(shop, file, { dryRun: true });
    expect(report.problems).toEqual([
      { row: 2, code: 'badAmount', value: '4.555' },
      { row: 4, code: 'badDate', value: '45000' },
      { row: 5, code: 'futureDate', value: '2035-01-01' },
      { row: 6, code: 'negativeAmount', value: '-3' },
    ]);
    expect(stored(shop)).toEqual([]);
  });

  it('are looked for in the first sheet with something in it, until another one is chosen', async () => {
    const shop = await aShop();
    const file = aWorkbookFile(
      await aWorkbook({
        Cover: [],
        Visits: [
          ['id', 'date'],
          ['17', sheetDate(2025, 11, 3)],
        ],
        Notes: [['Old', 'list']],
      }),
    );
    const preview = (reading = {}) =>
      previewImport(shop.ctx, { kind: 'visits', file, reading }, signal, workbooksHere);
    expect(await preview()).toMatchObject({
      ...{ header: ['id', 'date'], sample: [['17', '2025-11-03']], rows: 1 },
      reading: {
        sheets: ['Cover', 'Visits', 'Notes'],
        sheet: 'Visits',
        dateFormat: 'y-m-d',
        dateAmbiguous: false,
      },
      columns: { customer: 0, date: 1 },
    });
    expect(await preview({ sheet: 'Notes' })).toMatchObject({
      header: ['Old', 'list'],
      reading: { sheet: 'Notes' },
    });
    await expect(visitsOf(shop, file, { reading: { sheet: 'Notes' } })).rejects.toMatchObject({
      code: 'MissingColumn',
    });
  });
});

describe('customers in a workbook', () => {
  it('have their birthdays and the day they joined as typed', async () => {
    const shop = await aShop();
    const file = aWorkbookFile(
      await aWorkbook({
        People: [
          ['Name', 'Birthday', 'Customer since', 'Phone', 'Card'],
          ['Aino', sheetDate(1990, 5, 3), sheetDate(2020, 2, 1), '040 123 4567', 2000000000008],
          ['Eero', sheetDate(2040, 5, 3), null, null, null],
        ],
      }),
    );
    const report = await customersOf(shop, file);
    expect(report.problems).toEqual([{ row: 3, code: 'badBirthday', value: '2040-05-03' }]);
    expect(
      shop.rows(`SELECT name, birth_day, birth_month, birth_year, phone, code,
        date(customer_since * 86400, 'unixepoch') AS since FROM customers JOIN cards ON customer_id = id`),
    ).toEqual([
      {
        ...{ name: 'Aino', birth_day: 3, birth_month: 5, birth_year: 1990, since: '2020-02-01' },
        ...{ phone: '+358401234567', code: '2000000000008' },
      },
    ]);
  });
});

describe('a workbook that cannot be read', () => {
  const pause = () => Promise.resolve();
  const zipped = (files: Record<string, string>) =>
    new Uint8Array(
      zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]))),
    );

  it('is said to be damaged', async () => {
    const shop = await aShop();
    const whole = await aWorkbook({
      Visits: [
        ['id', 'date'],
        ['17', sheetDate(2025, 11, 3)],
      ],
    });
    const broken = [
      whole.slice(0, whole.length / 2),
      new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]),
      zipped({ 'photo.xml': 'nothing' }),
      whole.map((byte, index) => (index > 100 && index < 400 ? byte ^ 0xff : byte)),
    ];
    for (const bytes of broken) {
      await expect(visitsOf(shop, aWorkbookFile(bytes))).rejects.toMatchObject(failure('notWorkbook'));
    }
    await expect(
      importedVisits(shop.ctx, aWorkbookFile(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]))),
    ).rejects.toMatchObject(failure('notText'));
    await expect(visitsOf(shop, aWorkbookFile(await aWorkbook({ Cover: [] })))).rejects.toMatchObject(
      failure('empty'),
    );
  });

  it('is found out when it would become huge, before it does', async () => {
    const shop = await aShop();
    const bomb = zipped({ 'xl/worksheets/sheet1.xml': `<x>${' '.repeat(42 * 1024 * 1024)}</x>` });
    expect(bomb.length).toBeLessThan(100_000);
    await expect(visitsOf(shop, aWorkbookFile(bomb))).rejects.toMatchObject(failure('tooLarge'));
    const far =
      '<sheetData><row r="1"><c r="A1"/></row><row r="1048576"><c s="1" r="XFD1048576"/></row></sheetData>';
    await expect(
      visitsOf(shop, aWorkbookFile(zipped({ 'xl/worksheets/sheet1.xml': far }))),
    ).rejects.toMatchObject(failure('tooLarge'));
    // Where two pieces meet a place is not lost.
    const padded = (n: number) => zipped({ 'xl/worksheets/sheet1.xml': `${' '.repeat(32_768 - n)}${far}` });
    for (let n = 0; n < 200; n += 23) expect(await isReadable(padded(n), pause)).toBe(false);
    // Each sheet by itself would do; all of them are read.
    const tall = '<sheetData><row r="1048576"><c r="C1048576"/></row></sheetData>';
    const sheets = (count: number) =>
      zipped(
        Object.fromEntries(Array.from({ length: count }, (_, n) => [`xl/worksheets/sheet${n}.xml`, tall])),
      );
    expect(await isReadable(sheets(1), pause)).toBe(true);
    expect(await isReadable(sheets(2), pause)).toBe(false);
    const crowd = zipped(Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`a${n}.xml`, ''])));
    expect(await isReadable(crowd, pause)).toBe(false);
  });

  it('is not taken when it is larger than a workbook of visits can be', async () => {
    const shop = await aShop();
    const bytes = new Uint8Array(17 * 1024 * 1024);
    bytes.set([0x50, 0x4b, 3, 4]);
    await expect(visitsOf(shop, aWorkbookFile(bytes))).rejects.toMatchObject(failure('tooLarge'));
  });
});
