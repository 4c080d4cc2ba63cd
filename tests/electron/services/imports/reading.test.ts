import { describe, expect, it } from 'vitest';
import { previewImport } from '#electron/services/imports/preview-import.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { readReference } from '#tests/support/reference.ts';
import { aShop } from '#tests/support/shop.ts';

const lines = (...rows: readonly string[]): string => rows.join('\n');
const encoded = (...bytes: readonly number[]) => new Blob([new Uint8Array(bytes)]);
const latin = (text: string) => new Blob([new Uint8Array(Buffer.from(text, 'latin1'))]);
const utf8 = (text: string) => new Blob([text]);

describe('a file is read as it comes', () => {
  it.each([
    ['comma', ',', 'id,date,amount\n1,2025-11-03,4.50\n'],
    ['semicolon', ';', 'id;date;amount\n1;2025-11-03;4,50\n'],
    ['tab', '\t', 'id\tdate\tamount\n1\t2025-11-03\t4,50\n'],
    ['bar', '|', 'id|date|amount\n1|2025-11-03|4.50\n'],
    ['named by a spreadsheet', ';', 'sep=;\r\nid;date;amount\r\n1;2025-11-03;4,50\r\n'],
    ['quoted', ',', '"id","date","amount"\n"1","2025-11-03","4,50"\n'],
    ['ends of old Macs', ',', 'id,date,amount\r1,2025-11-03,4.50\r'],
    ['empty lines and cells around', ',', '\n,,\nid,date,amount\n\n1,2025-11-03,4.50\n,,\n\n'],
    ['Finnish', ';', 'Asiakasnumero;Päivämäärä;Summa\n1;3.11.2025;4,50 €\n'],
    ['more columns than needed', ',', 'till,id,date,qty,amount,clerk\n7,1,2025-11-03,2,4.50,Ann\n'],
  ])('%s', async (_what, delimiter, text) => {
    const shop = await aShop();
    const report = await importedVisits(shop.ctx, utf8(text));
    expect(report).toMatchObject({
      rows: 1,
      written: 1,
      refused: 0,
      amount: 450,
      reading: { delimiter, encoding: 'utf-8' },
    });
  });

  it.each([
    ['UTF-8 with a mark', utf8('\ufeffname,date\nÖdön Őri,2025-11-03'), 'utf-8', 'Ödön Őri'],
    ['UTF-8 without', utf8('name,date\nÖdön Őri,2025-11-03'), 'utf-8', 'Ödön Őri'],
    ['Windows-1252', latin('name,date\nVäinö Öhman,2025-11-03'), 'windows-1252', 'Väinö Öhman'],
    // Yıldız Şahin in Windows-1254: ı is FD, Ş is DE.
    [
      'Windows-1254',
      encoded(
        ...Buffer.from('name,date\nY'),
        0xfd,
        ...Buffer.from('ld'),
        0xfd,
        ...Buffer.from('z '),
        0xde,
        ...Buffer.from('ahin,2025-11-03'),
      ),
      'windows-1254',
      'Yıldız Şahin',
    ],
  ] as const)('%s', async (_what, file, encoding, name) => {
    const shop = await aShop();
    const report = await importedVisits(shop.ctx, file);
    expect(report).toMatchObject({ written: 1, reading: { encoding } });
    expect(shop.rows('SELECT name FROM customers')).toEqual([{ name }]);
  });

  it('with the delimiter its first line names, although another would cut it evenly, too', async () => {
    const shop = await aShop();
    const file = lines('sep=,', 'id;x,date;y', '1;2,2025-11-03', '1;3,soon');
    const report = await importedVisits(shop.ctx, file, {
      columns: { customer: 0, date: 1 },
      reading: { dateFormat: 'y-m-d' },
    });
    expect(report).toMatchObject({ written: 1, reading: { delimiter: ',' } });
    expect(report.problems).toEqual([{ row: 4, code: 'badDate', value: 'soon' }]);
    expect(shop.rows('SELECT external_ref AS ref FROM customers')).toEqual([{ ref: '1;2' }]);
  });

  it('as a text or as its bytes: the same', async () => {
    const shop = await aShop();
    const text = lines('id,date', '1,2025-11-03');
    await importedVisits(shop.ctx, text);
    expect(await importedVisits(shop.ctx, utf8(text))).toMatchObject({ written: 0, already: 1 });
  });

  it('over the borders of the portions it is parsed in', async () => {
    const shop = await aShop();
    const rows = Array.from(
      { length: 6000 },
      (_, n) =>
        `"${n % 50}","2025-11-${String((n % 28) + 1).padStart(2, '0')}","${'x'.repeat(99)}\nö ""${n}"""`,
    );
    const report = await importedVisits(shop.ctx, lines('id,date,remark', ...rows, '51,soon,'));
    expect(report).toMatchObject({ rows: 6001, written: 6000, refused: 1 });
    // Every row before it spans two lines.
    expect(report.problems).toEqual([{ row: 2 + 12_000, code: 'badDate', value: 'soon' }]);
  });
});

describe('what is chosen wins over what is detected', () => {
  it('the date format', async () => {
    const shop = await aShop();
    const file = lines('id,date', '1,03/04/2025', '2,05/06/2025');
    expect(await importedVisits(shop.ctx, file, { dryRun: true })).toMatchObject({
      firstDay: '2025-04-03',
      reading: { dateFormat: 'd/m/y', dateAmbiguous: true },
    });
    expect(
      await importedVisits(shop.ctx, file, { dryRun: true, reading: { dateFormat: 'm/d/y' } }),
    ).toMatchObject({
      firstDay: '2025-03-04',
      reading: { dateFormat: 'm/d/y', dateAmbiguous: false },
    });
  });

  it('the decimal sign, the encoding, the delimiter and whether there are headings', async () => {
    const shop = await aShop();
    const rows = ['1;2025-11-03;1.250', '2;2025-11-03;3.750'];
    const reading = { decimal: '.', delimiter: ';', hasHeader: false, encoding: 'windows-1252' } as const;
    const columns = { customer: 0, date: 1, amount: 2 };
    const report = await importedVisits(shop.ctx, utf8(lines(...rows)), { reading, columns });
    expect(report).toMatchObject({ rows: 2, written: 2, amount: 500, reading });
    const other = await aShop();
    const thousands = await importedVisits(other.ctx, lines(...rows), {
      reading: { ...reading, decimal: ',' },
      columns,
    });
    expect(thousands).toMatchObject({ written: 2, amount: 500_000 });
  });

  it('the columns; a guess gives way to a column chosen for something else', async () => {
    const shop = await aShop();
    const file = lines('id,date,amount,paid', '1,2025-11-03,9.99,4.50');
    expect(await importedVisits(shop.ctx, file, { columns: { amount: 3 } })).toMatchObject({
      amount: 450,
      columns: { customer: 0, date: 1, amount: 3, time: null, name: null },
    });
    const none = await importedVisits(shop.ctx, file, { columns: { amount: null }, dryRun: true });
    expect(none).toMatchObject({ amount: 0, columns: { amount: null } });
    const moved = await importedVisits(shop.ctx, file, { columns: { customer: 2 }, dryRun: true });
    expect(moved.columns).toEqual({ customer: 2, date: 1, amount: null, time: null, name: null });
  });

  it('a currency without decimals takes whole amounts, and refuses what it would have to round', async () => {
    const shop = await aShop({ currency: 'HUF', country: 'HU', timeZone: 'Europe/Budapest' });
    const report = await importedVisits(
      shop.ctx,
      lines('id;date;amount', '1;2025.11.03.;1 250 Ft', '2;2025.11.03.;990,50'),
    );
    expect(report).toMatchObject({ written: 1, amount: 1250, problems: [{ row: 3, code: 'badAmount' }] });
  });
});

describe('a file that cannot be imported', () => {
  const both = [
    ['visits', (ctx: ShopContext, file: string | Blob) => importedVisits(ctx, file)],
    ['customers', (ctx: ShopContext, file: string | Blob) => importedCustomers(ctx, file)],
    ['preview', (ctx: ShopContext, file: string | Blob) => previewImport(ctx, { kind: 'visits', file })],
  ] as const;

  it.each(both)('is refused with the reason: %s', async (_what, run) => {
    const { ctx } = await aShop();
    const refused = (why: string) => ({ code: 'UnreadableFile', data: { why } });
    await expect(run(ctx, '')).rejects.toMatchObject(refused('empty'));
    await expect(run(ctx, '\n , ,\n')).rejects.toMatchObject(refused('empty'));
    await expect(run(ctx, encoded(0x50, 0x4b, 3, 4, 0, 0, 8))).rejects.toMatchObject(refused('notText'));
    await expect(
      run(ctx, new Blob([new Uint8Array(Buffer.from('id,date\n1,2025-01-01', 'utf16le'))])),
    ).rejects.toMatchObject(refused('notText'));
    const huge = { size: 70 * 1024 * 1024, arrayBuffer: () => Promise.reject(new Error('must not be read')) };
    await expect(run(ctx, huge as unknown as Blob)).rejects.toMatchObject(refused('tooLarge'));
  });

  it('is refused when it is no table', async () => {
    const { ctx } = await aShop();
    await expect(importedVisits(ctx, lines('date', '2025-01-01'))).rejects.toMatchObject({
      code: 'UnreadableFile',
      data: { why: 'noColumns' },
    });
  });

  it.each([
    ['who', 'when,amount', { columns: { date: 0 } }, 'customer'],
    ['when', 'id,amount', {}, 'date'],
    ['a column it does not have', 'id,date', { columns: { amount: 7 } }, 'amount'],
  ])('is refused when nobody can tell %s', async (_what, header, chosen, column) => {
    const { ctx } = await aShop();
    await expect(importedVisits(ctx, lines(header, '1,2'), chosen)).rejects.toMatchObject({
      code: 'MissingColumn',
      data: { column },
    });
  });

  it('is refused before the shop is set up', async () => {
    const shop = await aShop();
    shop.ctx.facts = null;
    for (const [, run] of both)
      await expect(run(shop.ctx, 'id,date\n1,2025-01-01')).rejects.toMatchObject({ code: 'ShopNotReady' });
  });
});

describe('the preview of a file', () => {
  it('of visits shows headings, first rows, and what they seem to be', async () => {
    const { ctx, number } = await aShop();
    const file = utf8(readReference('synthetic_cafe_transactions.csv'));
    const preview = await previewImport(ctx, { kind: 'visits', file });
    expect(preview).toMatchObject({
      header: ['id', 'date', 'amount'],
      rows: 4562,
      columns: { customer: 0, date: 1, amount: 2, time: null, name: null },
      reading: {
        encoding: 'utf-8',
        delimiter: ',',
        dateFormat: 'y-m-d',
        dateAmbiguous: false,
        decimal: '.',
        hasHeader: true,
      },
    });
    expect(preview.sample).toHaveLength(8);
    expect(preview.sample[0]).toEqual(['1', '2023-02-19', '30.78']);
    expect(number('SELECT count(*) FROM visits')).toBe(0);
  });

  it('of customers knows their columns and birthdays', async () => {
    const { ctx } = await aShop();
    const file = lines(
      'Etunimi;Sukunimi;Puhelin;Syntymäpäivä',
      'Aino;Mäkelä;040 123 4567;14.11.',
      'Väinö;Öhman;;3.2.1990',
    );
    expect(await previewImport(ctx, { kind: 'customers', file })).toMatchObject({
      header: ['Etunimi', 'Sukunimi', 'Puhelin', 'Syntymäpäivä'],
      rows: 2,
      columns: { name: 0, lastName: 1, phone: 2, birthday: 3, ref: null },
      reading: { delimiter: ';', dateFormat: 'd.m.y' },
    });
  });

  it('without headings has empty ones, and rows of one width', async () => {
    const { ctx } = await aShop();
    const preview = await previewImport(ctx, {
      kind: 'visits',
      file: lines('1,2025-11-03', '2,2025-11-03,4.50'),
    });
    expect(preview).toEqual({
      header: ['', '', ''],
      sample: [
        ['1', '2025-11-03', ''],
        ['2', '2025-11-03', '4.50'],
      ],
      rows: 2,
      columns: { customer: null, date: null, amount: null, time: null, name: null },
      reading: {
        encoding: 'utf-8',
        delimiter: ',',
        dateFormat: null,
        dateAmbiguous: false,
        decimal: '.',
        hasHeader: false,
        sheet: null,
        sheets: [],
      },
    });
  });
});
