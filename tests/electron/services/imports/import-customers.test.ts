import { describe, expect, it } from 'vitest';
import { addCard } from '#electron/services/create-customer.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { aCustomer, aRequest, aShop, type TestShop } from '#tests/support/shop.ts';

const lines = (...rows: readonly string[]): string => rows.join('\n');

const people = ({ rows }: TestShop) =>
  rows(`SELECT name, external_ref AS ref, phone, email, birth_day AS day, birth_month AS month, birth_year AS year
    FROM customers ORDER BY id`);

describe('a row of customers', () => {
  it('becomes a customer with everything the file tells', async () => {
    const shop = await aShop();
    const file = lines(
      'Customer number;First name;Last name;Phone;E-mail;Birthday;Card;Customer since;Note',
      '17;Aino;Mäkelä;040 123 4567;aino@example.com;14.11.1984;4711-0815;3.5.2019;Window seat',
    );
    const report = await importedCustomers(shop.ctx, file, { fileName: 'people.csv' });
    expect(report).toMatchObject({
      rows: 1,
      written: 1,
      already: 0,
      refused: 0,
      newCustomers: 1,
      matchedCustomers: 0,
    });
    expect(report).toMatchObject({ visits: 0, firstDay: null, lastDay: null, amount: 0 });
    expect(people(shop)).toEqual([
      {
        name: 'Aino Mäkelä',
        ref: '17',
        phone: '+358401234567',
        email: 'aino@example.com',
        day: 14,
        month: 11,
        year: 1984,
      },
    ]);
    const [row] = shop.rows<{
      since: Parameters<typeof formatDay>[0];
      folded: string;
      reversed: string;
      import_id: number;
    }>(
      'SELECT customer_since AS since, name_folded AS folded, phone_reversed AS reversed, import_id FROM customers',
    );
    expect(row).toMatchObject({ folded: 'aino makela', reversed: '765432104853' });
    expect(row && formatDay(row.since)).toBe('2019-05-03');
    expect(shop.rows('SELECT code, code_reversed, state FROM cards')).toEqual([
      { code: '47110815', code_reversed: '51801174', state: 'active' },
    ]);
    expect(shop.rows('SELECT text FROM customer_notes')).toEqual([{ text: 'Window seat' }]);
    expect(shop.rows('SELECT id, kind, file_name FROM imports')).toEqual([
      { id: row?.import_id, kind: 'customers', file_name: 'people.csv' },
    ]);
    // No consent came with the file, so none is recorded.
    expect(shop.number('SELECT count(*) FROM consents')).toBe(0);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
    const hits = await new CustomerSearch(shop.ctx.work.read).search('makela', 5);
    expect(hits.map(({ name }) => name)).toEqual(['Aino Mäkelä']);
  });

  it('needs a name and nothing else', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    expect(await importedCustomers(shop.ctx, lines('Name', 'Aino', '  Bertta   Laine '))).toMatchObject({
      written: 2,
    });
    expect(people(shop)).toMatchObject([
      { name: 'Aino', phone: null },
      { name: 'Bertta Laine', phone: null },
    ]);
  });

  it('keeps leading zeros that a spreadsheet marked as text', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('id,name,card', '="007",Aino,="0004711"'));
    expect(
      shop.rows(
        'SELECT external_ref AS ref, code FROM customers AS c, cards AS k WHERE k.customer_id = c.id',
      ),
    ).toEqual([{ ref: '007', code: '0004711' }]);
  });

  it('takes birthdays with and without a year', async () => {
    const shop = await aShop();
    await importedCustomers(
      shop.ctx,
      lines('name;birthday', 'A B;14.11.1984', 'C D;29.2.', 'E F;', 'G H;1.1.'),
    );
    expect(people(shop)).toMatchObject([
      { day: 14, month: 11, year: 1984 },
      { day: 29, month: 2, year: null },
      { day: null, month: null, year: null },
      { day: 1, month: 1, year: null },
    ]);
  });
});

describe('a row that cannot be a customer', () => {
  it('is left out with its line and the reason', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    await aCustomer(shop.ctx, { name: 'Owner', cardCode: 'K4711' });
    await importedCustomers(shop.ctx, lines('id,name', '7,Card of another'));
    const good = Array.from({ length: 20 }, (_, n) => `Good ${n};G${n};;1.1.1990;2.1.2020;`);
    const file = lines(
      'name;ref;phone;birthday;customer since;card;e-mail;note',
      ' ;1;;;;',
      'Bad phone;2;call me;;;',
      'Bad birthday;3;;31.2.1990;;',
      'Bad since;4;;;soon;',
      'Future;5;;;11.3.2026;',
      'Bad card;6;;;;#!',
      'Card of another;7;;;;k-4711',
      `Long mail;8;;;;;${'x'.repeat(201)}`,
      `Long note;9;;;;;;${'x'.repeat(1001)}`,
      `${'x'.repeat(121)};10;;;;`,
      ...good,
    );
    const report = await importedCustomers(shop.ctx, file);
    expect(report.problems.map(({ row, code }) => [row, code])).toEqual([
      [2, 'noName'],
      [3, 'badPhone'],
      [4, 'badBirthday'],
      [5, 'badDate'],
      [6, 'futureDate'],
      [7, 'badCard'],
      [8, 'cardTaken'],
      [9, 'tooLong'],
      [10, 'tooLong'],
      [11, 'tooLong'],
    ]);
    expect(report).toMatchObject({ rows: 30, written: 20, refused: 10, newCustomers: 20 });
  });

  it('has fewer columns than the name is in', async () => {
    const shop = await aShop();
    const report = await importedCustomers(shop.ctx, lines('id,phone,name', '1,,Aino', '2'));
    expect(report).toMatchObject({ written: 1, problems: [{ row: 3, code: 'tooFewColumns', value: '2' }] });
  });
});

describe('who is known already', () => {
  it('is found by reference and gets only what was missing', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('id,name,phone,e-mail', '17,Aino Virtanen,0401234567,'));
    const report = await importedCustomers(
      shop.ctx,
      lines(
        'id,name,phone,e-mail,birthday,card,note',
        '17,Someone Else,0509999999,a@example.com,14.11.1984,K1234,Likes tea',
      ),
    );
    expect(report).toMatchObject({ rows: 1, written: 1, newCustomers: 0, matchedCustomers: 1 });
    expect(people(shop)).toEqual([
      {
        name: 'Aino Virtanen',
        ref: '17',
        phone: '+358401234567',
        email: 'a@example.com',
        day: 14,
        month: 11,
        year: 1984,
      },
    ]);
    expect(shop.rows('SELECT code FROM cards')).toEqual([{ code: 'K1234' }]);
    expect(shop.rows('SELECT text FROM customer_notes')).toEqual([{ text: 'Likes tea' }]);
  });

  it('is found by card, also by one that is blocked', async () => {
    const shop = await aShop();
    const id = await aCustomer(shop.ctx, { name: 'Aino Virtanen' });
    await shop.ctx.work.write((tx) => addCard(tx, shop.ctx, id, 'K1234'));
    shop.database.writer.exec("UPDATE cards SET state = 'blocked'");
    const report = await importedCustomers(
      shop.ctx,
      lines('id,name,card,phone', '17,A. Virtanen,k 1234,0401234567'),
    );
    expect(report).toMatchObject({ written: 1, newCustomers: 0, matchedCustomers: 1 });
    expect(people(shop)).toMatchObject([{ name: 'Aino Virtanen', ref: '17', phone: '+358401234567' }]);
    expect(shop.rows('SELECT code, state FROM cards')).toEqual([{ code: 'K1234', state: 'blocked' }]);
  });

  it('is found by phone when the names are nearly the same; a family shares a phone', async () => {
    const shop = await aShop();
    await aCustomer(shop.ctx, { name: 'Aino Virtanen', phone: '040 123 4567' });
    const report = await importedCustomers(
      shop.ctx,
      lines('id,name,phone', '1,Virtanen Ainoo,+358 40 1234567', '2,Eero Virtanen,0401234567'),
    );
    expect(report).toMatchObject({ written: 2, newCustomers: 1, matchedCustomers: 1 });
    expect(people(shop)).toMatchObject([
      { name: 'Aino Virtanen', ref: '1', phone: '+358401234567' },
      { name: 'Eero Virtanen', ref: '2', phone: '+358401234567' },
    ]);
  });

  it('keeps what stands there when the file says something else', async () => {
    const shop = await aShop();
    const head = 'id,name,phone,e-mail,birthday';
    await importedCustomers(shop.ctx, lines(head, '17,Aino,0401234567,a@example.com,14.11.1984'));
    const before = allRows(shop);
    const report = await importedCustomers(
      shop.ctx,
      lines(head, '17,Aino,0509999999,b@example.com,1.1.1990'),
    );
    expect(report).toMatchObject({ written: 0, already: 1, matchedCustomers: 1 });
    expect(allRows(shop)).toEqual(before);
  });

  it('is two people of one phone in one file, when the names say so', async () => {
    const shop = await aShop();
    const file = lines(
      'name,phone',
      'Aino Virtanen,0401234567',
      'Eero Virtanen,0401234567',
      'Eero Virtanenn,0401234567',
    );
    expect(await importedCustomers(shop.ctx, file)).toMatchObject({
      written: 2,
      already: 1,
      newCustomers: 2,
    });
    expect(await importedCustomers(shop.ctx, file)).toMatchObject({
      written: 0,
      already: 3,
      matchedCustomers: 2,
    });
  });

  it('is not somebody with another reference, whatever else they share', async () => {
    const shop = await aShop();
    await importedCustomers(
      shop.ctx,
      lines('id,name,phone,card', '1,Aino Virtanen,0401234567,K1'.replace('K1', 'K0001')),
    );
    const report = await importedCustomers(
      shop.ctx,
      lines('id,name,phone,card', '2,Aino Virtanen,0401234567,', '3,Aino Virtanen,0401234567,K0001'),
    );
    expect(report).toMatchObject({ written: 1, newCustomers: 1, matchedCustomers: 0, refused: 1 });
    expect(report.problems).toMatchObject([{ row: 3, code: 'cardTaken' }]);
    expect(people(shop).map((row) => row.ref)).toEqual(['1', '2']);
  });

  it('may stand in the file twice: one person, with what both rows tell', async () => {
    const shop = await aShop();
    const report = await importedCustomers(
      shop.ctx,
      lines(
        'id,name,phone,e-mail',
        '1,Aino Virtanen,0401234567,',
        '1,Aino Virtanen,,a@example.com',
        '1,Aino V.,,',
        ',Aino Virtanen,0401234567,',
      ),
    );
    expect(report).toMatchObject({ rows: 4, written: 2, already: 2, newCustomers: 1 });
    expect(people(shop)).toMatchObject([{ ref: '1', phone: '+358401234567', email: 'a@example.com' }]);
  });

  it('is not found by name alone: two rows of one name are two people', async () => {
    const shop = await aShop();
    await aCustomer(shop.ctx, { name: 'Aino Virtanen' });
    expect(await importedCustomers(shop.ctx, lines('name', 'Aino Virtanen', 'Aino Virtanen'))).toMatchObject({
      written: 2,
      newCustomers: 2,
      matchedCustomers: 0,
    });
  });
});

describe('the same file again', () => {
  const file = lines(
    'id,name,phone,e-mail,birthday,card,note',
    '1,Aino Virtanen,0401234567,a@example.com,14.11.1984,K0001,Likes tea',
    '2,Eero Virtanen,0401234567,,,,',
    ',Mia Laine,,,,,',
    ',Mia Laine,,,,,',
    ',Cilla,0507654321,,,,Late',
    '1,Aino Virtanen,,,,K0002,',
  );

  it('changes nothing', async () => {
    const shop = await aShop();
    const first = await importedCustomers(shop.ctx, file);
    expect(first).toMatchObject({ rows: 6, written: 6, newCustomers: 5, refused: 0 });
    const before = allRows(shop);
    const again = await importedCustomers(shop.ctx, file);
    expect(again).toMatchObject({
      rows: 6,
      written: 0,
      already: 6,
      newCustomers: 0,
      matchedCustomers: 5,
      refused: 0,
    });
    expect(allRows(shop)).toEqual(before);
  });

  it('does not bring back what was taken out since', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, file);
    shop.database.writer.exec(
      "UPDATE customers SET email = NULL, name = 'Aino Laine', name_folded = 'aino laine' WHERE external_ref = '1'",
    );
    const before = allRows(shop);
    expect(await importedCustomers(shop.ctx, file)).toMatchObject({ written: 0, already: 6 });
    expect(allRows(shop)).toEqual(before);
  });

  it('with more rows writes those', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, file);
    expect(await importedCustomers(shop.ctx, `${file}\n,Mia Laine,,,,,\n3,Dan,,,,,`)).toMatchObject({
      written: 2,
      already: 6,
      newCustomers: 2,
    });
  });

  it('under the same request is answered with the report of the first time', async () => {
    const shop = await aShop();
    const requestId = aRequest();
    const report = await importedCustomers(shop.ctx, file, { requestId });
    expect(await importedCustomers(shop.ctx, file, { requestId })).toEqual(report);
    expect(report.written).toBe(6);
  });
});

describe('people and then their visits', () => {
  it('are brought together by the reference', async () => {
    const shop = await aShop();
    await importedCustomers(shop.ctx, lines('customer id,name', '1,Aino', '2,Bert'));
    const report = await importedVisits(
      shop.ctx,
      lines('id,date', '1,2025-11-03', '2,2025-11-03', '3,2025-11-03'),
    );
    expect(report).toMatchObject({ written: 3, matchedCustomers: 2, newCustomers: 1 });
    expect(people(shop).map(({ name }) => name)).toEqual(['Aino', 'Bert', 'Customer 3']);
  });

  it('are called by name once a list tells it; a name given by hand stays', async () => {
    const shop = await aShop({ language: 'fi' });
    await importedVisits(shop.ctx, lines('id,date', '1,2025-11-03', '2,2025-11-03', '3,2025-11-03'));
    shop.database.writer.exec(
      "UPDATE customers SET name = 'Berttu', name_folded = 'berttu' WHERE external_ref = '2'",
    );
    const file = lines('id,name', '1,Aino Mäkelä', '2,Bertta Laine');
    const report = await importedCustomers(shop.ctx, file);
    expect(report).toMatchObject({ written: 1, already: 1, newCustomers: 0, matchedCustomers: 2 });
    await importedVisits(
      shop.ctx,
      lines('id,date,customer name', '3,2025-11-04,Cilla Öhman', '2,2025-11-04,Bertta Laine'),
    );
    expect(people(shop).map(({ name }) => name)).toEqual(['Aino Mäkelä', 'Berttu', 'Cilla Öhman']);
    const search = new CustomerSearch(shop.ctx.work.read);
    expect((await search.search('makela', 5)).map(({ name }) => name)).toEqual(['Aino Mäkelä']);
    expect(await search.search('asiakas 1', 5)).toEqual([]);
    expect(await importedCustomers(shop.ctx, file)).toMatchObject({ written: 0, already: 2 });
  });
});
