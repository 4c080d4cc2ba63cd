import { describe, expect, it } from 'vitest';
import { addCard } from '#electron/services/create-customer.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { aCustomer, aRequest, aShop, momentAt, type TestShop } from '#tests/support/shop.ts';

interface WrittenVisit {
  readonly name: string;
  readonly ref: string | null;
  readonly at: number;
  readonly day: number;
  readonly amount: number | null;
}

/** The visits in the shop, in the order in which they were written. */
const visitsIn = (shop: TestShop) =>
  shop
    .rows<WrittenVisit>(
      `SELECT c.name, c.external_ref AS ref, v.at, v.business_day AS day, v.amount
       FROM visits AS v INNER JOIN customers AS c ON c.id = v.customer_id ORDER BY v.id`,
    )
    .map((row) => ({ ...row, day: formatDay(row.day as Parameters<typeof formatDay>[0]) }));

const lines = (...rows: readonly string[]): string => rows.join('\n');

describe('a row of past visits', () => {
  it('becomes a visit of the import with its month and customer, and earns nothing', async () => {
    const shop = await aShop();
    const report = await importedVisits(shop.ctx, lines('id,date,amount', '17,2025-11-03,4.50'), {
      fileName: 'old till.csv',
    });
    expect(report).toMatchObject({ rows: 1, written: 1, newCustomers: 1, visits: 1, amount: 450 });
    expect(
      shop.rows('SELECT sign, source, amount, business_month, programme_version_id, reverses_id FROM visits'),
    ).toEqual([
      {
        sign: 1,
        source: 'import',
        amount: 450,
        business_month: 2025 * 12 + 10,
        programme_version_id: null,
        reverses_id: null,
      },
    ]);
    expect(shop.rows('SELECT * FROM ledger_entries')).toEqual([]);
    expect(shop.rows('SELECT kind, file_name, length(file_hash) AS hash FROM imports')).toEqual([
      { kind: 'visits', file_name: 'old till.csv', hash: 64 },
    ]);
    expect(
      shop.number(
        'SELECT count(*) FROM visits AS v, customers AS c, imports AS i WHERE v.import_id = i.id AND c.import_id = i.id',
      ),
    ).toBe(1);
    expect(
      shop.rows(
        'SELECT customer_since - first_day AS days, visits, spend FROM customers AS c, customer_stats AS s WHERE s.customer_id = c.id',
      ),
    ).toEqual([{ days: 0, visits: 1, spend: 450 }]);
  });

  it('without a time is at noon of that business day; before the cut-off it belongs to the evening before', async () => {
    const shop = await aShop();
    const file = lines(
      'id;date;amount',
      '1;3.11.2025;4,50',
      '1;4.11.2025 01:30;5,00',
      '1;4.11.2025 04:00;6,00',
    );
    await importedVisits(shop.ctx, file);
    expect(visitsIn(shop).map(({ at, day, amount }) => ({ at, day, amount }))).toEqual([
      { at: momentAt('2025-11-03 12:00'), day: '2025-11-03', amount: 450 },
      { at: momentAt('2025-11-04 01:30'), day: '2025-11-03', amount: 500 },
      { at: momentAt('2025-11-04 04:00'), day: '2025-11-04', amount: 600 },
    ]);
    // Two receipts of one business day are one visit.
    expect(shop.number('SELECT visits FROM customer_stats')).toBe(2);
  });

  it('has its time from a column of its own', async () => {
    const shop = await aShop();
    await importedVisits(
      shop.ctx,
      lines('id,date,time,amount', '1,2025-11-03,8:15 pm,4.50', '1,2025-11-04,,4.50'),
    );
    expect(visitsIn(shop).map(({ at }) => at)).toEqual([
      momentAt('2025-11-03 20:15'),
      momentAt('2025-11-04 12:00'),
    ]);
  });

  it('with midnight behind every date has no time: read as one, all would be the day before', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, lines('id,date', '1,2025-11-03 00:00:00', '2,2025-11-04 00:00:00'));
    expect(visitsIn(shop).map(({ day }) => day)).toEqual(['2025-11-03', '2025-11-04']);
    const other = await aShop();
    await importedVisits(other.ctx, lines('id,date', '1,2025-11-03 00:00:00', '2,2025-11-04 00:05:00'));
    expect(visitsIn(other).map(({ day }) => day)).toEqual(['2025-11-02', '2025-11-03']);
  });

  it('of today without a time is not later than now', async () => {
    const shop = await aShop({ now: '2026-03-10 09:00' });
    await importedVisits(shop.ctx, lines('id,date', '1,2026-03-10'));
    expect(visitsIn(shop)).toMatchObject([{ at: momentAt('2026-03-10 09:00'), day: '2026-03-10' }]);
  });

  it('on the days of the clock changes is at its time', async () => {
    const shop = await aShop();
    const file = lines(
      'id,date',
      '1,2025-10-26 02:30',
      '1,2025-10-26 12:00',
      '1,2025-03-30 05:00',
      '1,2025-03-30',
    );
    await importedVisits(shop.ctx, file);
    expect(visitsIn(shop).map(({ at, day }) => [at, day])).toEqual([
      [Date.UTC(2025, 2, 30, 2), '2025-03-30'],
      [Date.UTC(2025, 2, 30, 9), '2025-03-30'],
      // Half past two is before the cut-off, and still summer time.
      [Date.UTC(2025, 9, 25, 23, 30), '2025-10-25'],
      [Date.UTC(2025, 9, 26, 10), '2025-10-26'],
    ]);
  });

  it('with an amount of nothing, or none, is a visit', async () => {
    const shop = await aShop();
    const report = await importedVisits(
      shop.ctx,
      lines('id,date,amount', '1,2025-11-03,0', '2,2025-11-03,', '3,2025-11-03'),
    );
    expect(report).toMatchObject({ written: 3, refused: 0 });
    expect(visitsIn(shop).map(({ amount }) => amount)).toEqual([0, null, null]);
  });
});

describe('a row that cannot be a visit', () => {
  it('is left out with its line and the reason; the others are imported', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const file = lines(
      'id,date,amount,name',
      '1,2026-03-01,4.50,"Aino',
      'Virtanen"',
      '2,2026-02-30,4.50,',
      ',2026-03-01,4.50,Nobody',
      '',
      '3,2026-03-11,4.50,',
      '4,2026-03-01,-4.50,',
      '5,2026-03-01,4.505,',
      '6,2026-03-01,999999999.00,',
      '7',
      `${'8'.repeat(121)},2026-03-01,1.00,`,
      `9,2026-03-01,1.00,${'x'.repeat(121)}`,
      '10,1899-12-31,1.00,',
      '11,2026-03-10 10:01,1.00,',
    );
    const report = await importedVisits(shop.ctx, file);
    expect(report.problems).toEqual([
      { row: 4, code: 'badDate', value: '2026-02-30' },
      { row: 5, code: 'noCustomer', value: 'Nobody' },
      { row: 7, code: 'futureDate', value: '2026-03-11' },
      { row: 8, code: 'negativeAmount', value: '-4.50' },
      { row: 9, code: 'badAmount', value: '4.505' },
      { row: 10, code: 'badAmount', value: '999999999.00' },
      { row: 11, code: 'tooFewColumns', value: '7' },
      { row: 12, code: 'tooLong', value: '8'.repeat(80) },
      { row: 13, code: 'tooLong', value: 'x'.repeat(80) },
      { row: 14, code: 'badDate', value: '1899-12-31' },
      { row: 15, code: 'futureDate', value: '2026-03-10 10:01' },
    ]);
    expect(report).toMatchObject({ rows: 12, written: 1, refused: 11, newCustomers: 1, amount: 450 });
    expect(visitsIn(shop)).toMatchObject([{ name: 'Aino Virtanen', ref: '1' }]);
  });

  it('is counted, and listed among the first two hundred', async () => {
    const shop = await aShop();
    const bad = Array.from({ length: 350 }, (_, index) => `${index},yesterday`);
    const good = Array.from({ length: 2000 }, (_, index) => `${index},2025-01-01`);
    const report = await importedVisits(shop.ctx, lines('id,date', ...bad, ...good), {
      reading: { dateFormat: 'y-m-d' },
    });
    expect(report).toMatchObject({ rows: 2350, written: 2000, refused: 350 });
    expect(report.problems).toHaveLength(200);
  });
});

describe('whose visit it is', () => {
  it('is known by the reference of the old system, then by the card', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('customer number,name', 'A-7,Aino Virtanen'));
    const carded = await aCustomer(shop.ctx, { name: 'Bertta Laine', issueCard: true });
    const [{ code = '' } = {}] = shop.rows<{ code: string }>('SELECT code FROM cards');
    const blocked = await aCustomer(shop.ctx, { name: 'Cilla Mäki' });
    await shop.ctx.work.write((tx) => addCard(tx, shop.ctx, blocked, 'OLD 4711'));
    shop.database.writer.exec("UPDATE cards SET state = 'blocked' WHERE code = 'OLD4711'");
    const report = await importedVisits(
      shop.ctx,
      lines(
        'customer,date',
        'A-7,2025-11-01',
        `${code.slice(0, 4)} ${code.slice(4)},2025-11-02`,
        'old-4711,2025-11-03',
        'A-8,2025-11-04',
      ),
    );
    expect(report).toMatchObject({ written: 4, matchedCustomers: 3, newCustomers: 1 });
    expect(visitsIn(shop).map(({ name }) => name)).toEqual([
      'Aino Virtanen',
      'Bertta Laine',
      'Cilla Mäki',
      'Customer A-8',
    ]);
    expect(shop.number('SELECT visits FROM customer_stats WHERE customer_id = ?', carded)).toBe(1);
  });

  it('is somebody new with the name of the file, the newest spelling of it', async () => {
    const shop = await aShop();
    await importedVisits(
      shop.ctx,
      lines(
        'id,date,customer name',
        '1,2025-11-04,Aino Virtanen-Laine',
        '1,2025-11-01,Aino Virtanen',
        '2,2025-11-02,',
      ),
    );
    expect(shop.rows('SELECT name, name_folded, external_ref FROM customers ORDER BY external_ref')).toEqual([
      { name: 'Aino Virtanen-Laine', name_folded: 'aino virtanen laine', external_ref: '1' },
      { name: 'Customer 2', name_folded: 'customer 2', external_ref: '2' },
    ]);
  });

  it("is called by number in the shop's language where the file has no name", async () => {
    const shop = await aShop({ language: 'fi' });
    await importedVisits(shop.ctx, lines('id,date', '42,2025-11-04'));
    expect(shop.rows('SELECT name FROM customers')).toEqual([{ name: 'Asiakas 42' }]);
  });

  it('is the only customer of that name where names are all there is', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx, { name: 'Aino Väisänen' });
    await aCustomer(shop.ctx, { name: 'Mia Laine' });
    await aCustomer(shop.ctx, { name: 'Mia Laine' });
    const report = await importedVisits(
      shop.ctx,
      lines(
        'name,date',
        'AINO  VÄISÄNEN,2025-11-01',
        'aino vaisanen,2025-11-02',
        'Mia Laine,2025-11-03',
        'Ödön Kiss,2025-11-04',
      ),
    );
    // Two Mias are known: which one it was nobody can say, so it is a third.
    expect(report).toMatchObject({ written: 4, matchedCustomers: 1, newCustomers: 2 });
    expect(shop.number('SELECT visits FROM customer_stats WHERE customer_id = ?', aino)).toBe(2);
    expect(shop.rows('SELECT name FROM customers WHERE import_id IS NOT NULL ORDER BY id')).toEqual([
      { name: 'Mia Laine' },
      { name: 'Ödön Kiss' },
    ]);
  });

  it('stays the same person when names are spelled in several ways, in this file and the next', async () => {
    const shop = await aShop();
    const first = ['Anna Korhonen,2025-11-01', 'ANNA KORHONEN,2025-11-02'];
    await importedVisits(shop.ctx, lines('customer,date', ...first));
    shop.database.writer.exec("UPDATE customers SET name = 'Anna K.', name_folded = 'anna k'");
    const report = await importedVisits(
      shop.ctx,
      lines('customer,date', 'anna korhonen,2025-11-03', ...first),
    );
    expect(report).toMatchObject({ written: 1, already: 2, newCustomers: 0, matchedCustomers: 1 });
  });

  it('was a customer at the latest since the first imported visit', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('id,name', '1,Aino Virtanen'));
    const since = () =>
      shop
        .rows<{ day: Parameters<typeof formatDay>[0] }>('SELECT customer_since AS day FROM customers')
        .map(({ day }) => formatDay(day));
    expect(since()).toEqual(['2026-03-10']);
    await importedVisits(shop.ctx, lines('id,date', '1,2025-11-05', '1,2025-11-03'));
    expect(since()).toEqual(['2025-11-03']);
    await importedVisits(shop.ctx, lines('id,date', '1,2025-12-24'));
    expect(since()).toEqual(['2025-11-03']);
  });
});

describe('what was imported before', () => {
  const rows = ['1,2025-11-03,4.50', '2,2025-11-03,3.00', '1,2025-11-03,4.50', '1,2025-11-10,2.00'];
  const file = lines('id,date,amount', ...rows);

  it('changes nothing the second time, not even under another name', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, file);
    const before = allRows(shop);
    const report = await importedVisits(shop.ctx, file, { fileName: 'again.csv' });
    expect(report).toMatchObject({
      rows: 4,
      written: 0,
      already: 4,
      refused: 0,
      newCustomers: 0,
      matchedCustomers: 2,
      visits: 0,
      firstDay: null,
      lastDay: null,
      amount: 0,
    });
    expect(allRows(shop)).toEqual(before);
  });

  it('counts two equal rows as two visits, and knows both again', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, file);
    expect(visitsIn(shop).filter(({ amount }) => amount === 450)).toHaveLength(2);
    const report = await importedVisits(shop.ctx, lines('id,date,amount', ...rows, '1,2025-11-03,4.50'));
    expect(report).toMatchObject({ written: 1, already: 4 });
  });

  it('is left out of a later file that holds it and more, in another order and layout', async () => {
    const shop = await aShop();
    await importedVisits(shop.ctx, file);
    const later = lines(
      'Summa;Päivämäärä;Asiakasnumero',
      '9,00;11.11.2025;3',
      '2,00;10.11.2025;1',
      '3,00;3.11.2025;2',
      '4,50;3.11.2025;1',
    );
    const report = await importedVisits(shop.ctx, later);
    expect(report).toMatchObject({
      rows: 4,
      written: 1,
      already: 3,
      newCustomers: 1,
      matchedCustomers: 2,
      amount: 900,
    });
  });

  it('is not brought back when it was undone', async () => {
    const shop = await aShop({ now: '2025-11-20 10:00' });
    await importedVisits(shop.ctx, file);
    const [{ id = 0 } = {}] = shop.rows<{ id: number }>('SELECT id FROM visits WHERE amount = 300');
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: id });
    expect(await importedVisits(shop.ctx, file)).toMatchObject({ written: 0, already: 4 });
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });

  it('under the same request is answered with the report of the first time', async () => {
    const shop = await aShop();
    const requestId = aRequest();
    const report = await importedVisits(shop.ctx, file, { requestId });
    const before = allRows(shop);
    expect(await importedVisits(shop.ctx, file, { requestId })).toEqual(report);
    const reused = { code: 'RequestIdReused' };
    const other = lines('id,date', '9,2025-01-01');
    await expect(importedVisits(shop.ctx, other, { requestId })).rejects.toMatchObject(reused);
    await expect(importedCustomers(shop.ctx, file, { requestId })).rejects.toMatchObject(reused);
    expect(allRows(shop)).toEqual(before);
  });

  it('under the same request sent twice at once is written once', async () => {
    const shop = await aShop();
    const requestId = aRequest();
    const reports = await Promise.all([1, 2].map(() => importedVisits(shop.ctx, file, { requestId })));
    expect(reports[0]).toEqual(reports[1]);
    expect(shop.number('SELECT count(*) FROM visits')).toBe(4);
    expect(shop.number('SELECT count(*) FROM imports')).toBe(1);
  });
});
