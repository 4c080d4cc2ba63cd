import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockCard, changeCustomer } from '#electron/services/change-customer.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

async function aShopOf(names: readonly string[], options: Parameters<typeof aShop>[0] = {}) {
  const shop = await aShop(options);
  for (const name of names) await aCustomer(shop.ctx, { name });
  const search = new CustomerSearch(shop.ctx.work.read);
  const find = async (query: string, limit = 50) =>
    (await search.search(query, limit)).map((hit) => hit.name).sort();
  return { shop, ctx: shop.ctx, search, find };
}

describe('the search by name', () => {
  it.each([
    ['Yıldırım Şahin', 'yildirim'],
    ['Yıldırım Şahin', 'YILDIRIM'],
    ['Yıldırım Şahin', 'sahin yil'],
    ['İsmail Öztürk', 'ismail'],
    ['İsmail Öztürk', 'ozturk'],
    ['ismail öztürk', 'İSMAİL ÖZTÜRK'],
    ['Győző Szűcs', 'gyozo'],
    ['Győző Szűcs', 'szucs'],
    ['Győző Szűcs', 'GYŐZŐ'],
    ['Åke Sjöström', 'ake sjostrom'],
    ['Søren Æbelø', 'soren aebelo'],
    ['Łukasz Straße', 'lukasz strasse'],
    ["Sinéad O'Neill", 'oneill'],
    ['Sinéad O’Neill', "o'neill"],
    ['Anna-Liisa Mäki', 'liisa'],
    ['Anna-Liisa Mäki', 'anna liisa'],
    ['Siti Nurhaliza binti Tarudin', 'tarudin'],
  ])('finds %s by "%s"', async (name, query) => {
    const { find } = await aShopOf([name, 'Somebody Else']);
    expect(await find(query)).toEqual([name]);
  });

  it('finds while typing, every word a beginning', async () => {
    const { find } = await aShopOf(['Aino Virtanen', 'Aila Virta', 'Eino Laine']);
    expect(await find('ai')).toEqual(['Aila Virta', 'Aino Virtanen']);
    expect(await find('ai virtan')).toEqual(['Aino Virtanen']);
    expect(await find('v a')).toEqual(['Aila Virta', 'Aino Virtanen']);
    expect(await find('x')).toEqual([]);
  });

  it('puts the last visitor first, and says how each was found', async () => {
    const { ctx, search, shop } = await aShopOf(['Aino Virtanen', 'Aila Virta', 'Raila Virta']);
    const [aino = 0, aila = 0] = shop
      .rows<{ id: number }>('SELECT id FROM customers ORDER BY id')
      .map(({ id }) => id);
    await aVisit(ctx, aila);
    shop.clock.pass(24 * 60);
    await aVisit(ctx, aino);
    expect(await search.search('ai', 8)).toEqual([
      {
        customerId: aino,
        name: 'Aino Virtanen',
        phoneTail: null,
        cardTail: null,
        lastDay: '2026-03-11',
        match: 'name',
      },
      {
        customerId: aila,
        name: 'Aila Virta',
        phoneTail: null,
        cardTail: null,
        lastDay: '2026-03-10',
        match: 'name',
      },
    ]);
    expect((await search.search('ail', 8)).map(({ name, match }) => [name, match])).toEqual([
      ['Aila Virta', 'name'],
      ['Raila Virta', 'infix'],
    ]);
  });

  it('finds an inner part of three letters and more', async () => {
    const { find } = await aShopOf(['Marjatta Hyvönen', 'Seppo Laine']);
    expect(await find('vone')).toEqual(['Marjatta Hyvönen']);
    expect(await find('jat hyv')).toEqual(['Marjatta Hyvönen']);
    expect(await find('ja')).toEqual([]);
  });

  it.each(['virtnen', 'virtaneen', 'virtamen', 'vritanen', 'virtam', 'aino virtamen'])(
    'forgives one slip: "%s"',
    async (query) => {
      const { find, search } = await aShopOf(['Aino Virtanen', 'Eero Laine']);
      expect(await find(query)).toEqual(['Aino Virtanen']);
      expect((await search.search(query, 8))[0]?.match).toBe('typo');
    },
  );

  it('does not guess when something fits', async () => {
    const { find } = await aShopOf(['Virtanen', 'Virtamen']);
    expect(await find('virtamen')).toEqual(['Virtamen']);
  });

  it('gives back no more than asked for', async () => {
    const { search } = await aShopOf(Array.from({ length: 12 }, (_, index) => `Aino Nr${index}`));
    expect(await search.search('aino', 5)).toHaveLength(5);
  });

  it('walks the last visitors where a beginning is very common, with the same result', async () => {
    const names = Array.from(
      { length: 1_600 },
      (_, index) => `Matti ${index % 2 ? 'Aalto' : 'Berg'}${index}`,
    );
    const { shop, ctx, search } = await aShopOf([]);
    const insert = shop.database.writer;
    insert.exec('BEGIN');
    for (const name of names) addRow(shop, name);
    insert.exec('COMMIT');
    const last = shop.number("SELECT id FROM customers WHERE name = 'Matti Berg700'");
    await aVisit(ctx, last);
    const hits = await search.search('matti', 8);
    expect(hits).toHaveLength(8);
    expect(hits[0]?.customerId).toBe(last);
    expect((await search.search('mat berg70', 50)).map((hit) => hit.name).sort()).toEqual(
      names.filter((name) => name.startsWith('Matti Berg70')).sort(),
    );
    expect(await search.search('matti %', 8)).toHaveLength(8);
    expect((await search.search('matti matti', 8))[0]?.customerId).toBe(last);
  });

  it('knows new and changed names at once, once it is told of them', async () => {
    const { ctx, find, search } = await aShopOf(['Aino Virtanen']);
    expect(await find('kerttu')).toEqual([]);
    const id = await aCustomer(ctx, { name: 'Kerttu Mäki' });
    await search.learn('Kerttu Mäki');
    expect(await find('kerttu')).toEqual(['Kerttu Mäki']);
    expect(await find('kertut')).toEqual(['Kerttu Mäki']);
    await changeCustomer(ctx, { requestId: aRequest(), customerId: id, name: 'Kerttu Ylönen' });
    await search.learn('Kerttu Ylönen');
    expect(await find('ylonen')).toEqual(['Kerttu Ylönen']);
    expect(await find('maki')).toEqual([]);
  });

  it('reads the names anew when it was told to forget', async () => {
    const { ctx, find, search } = await aShopOf(['Aino Virtanen']);
    expect(await find('kerttu')).toEqual([]);
    await aCustomer(ctx, { name: 'Kerttu Mäki' });
    search.forget();
    expect(await find('kertut')).toEqual(['Kerttu Mäki']);
  });

  it('works again after the names could not be read', async () => {
    const { ctx } = await aShopOf(['Aino Virtanen']);
    const { read } = ctx.work;
    let isBusy = true;
    const whenFree = <T>(work: () => Promise<T>): Promise<T> =>
      isBusy ? Promise.reject(new Error('the disk is busy')) : work();
    const search = new CustomerSearch({
      all: (statement, params) => whenFree(() => read.all(statement, params)),
      one: (statement, params) => whenFree(() => read.one(statement, params)),
      query: (build) => whenFree(() => read.query(build)),
      scan: (build, take) => whenFree(() => read.scan(build, take)),
    });
    await expect(search.search('aino', 8)).rejects.toThrow('the disk is busy');
    isBusy = false;
    expect(await search.search('aino', 8)).toHaveLength(1);
  });
});

/** A customer written straight into the tables: the service is not what is tried here. */
function addRow(shop: TestShop, name: string): void {
  const { writer } = shop.database;
  const id = Number(writer.prepare('SELECT coalesce(max(id), 0) + 1 FROM customers').pluck().get());
  writer.prepare('INSERT INTO wallets (id, created_at) VALUES (?, 0)').run(id);
  writer
    .prepare(
      `INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
       VALUES (?, ?, ?, ?, 0, 0, 0, (SELECT id FROM staff))`,
    )
    .run(id, id, name, name.toLowerCase());
  writer.prepare('INSERT INTO customer_stats VALUES (?, NULL, NULL, NULL, 0, 0, 0, 0)').run(id);
}

describe('the search by digits', () => {
  const phoneOf = (name: string, phone: string) => ({ name, phone });
  async function aShopWithPhones() {
    const shop = await aShopOf([]);
    for (const fields of [
      phoneOf('Aino', '040 123 4567'),
      phoneOf('Eero', '050 999 4567'),
      phoneOf('Ahmet', '+90 532 123 45 67'),
    ])
      await aCustomer(shop.ctx, fields);
    return shop;
  }

  it.each([
    ['4567', ['Ahmet', 'Aino', 'Eero']],
    ['567', ['Ahmet', 'Aino', 'Eero']],
    ['34567', ['Ahmet', 'Aino']],
    ['040 123 4567', ['Aino']],
    ['0401234567', ['Aino']],
    ['040-123 4567', ['Aino']],
    ['+358 40 123 4567', ['Aino']],
    ['00358401234567', ['Aino']],
    ['+358401234567', ['Aino']],
    ['05321234567', ['Ahmet']],
    ['0090 (532) 123 45 67', ['Ahmet']],
    ['67', []],
    ['123', []],
    ['99999', []],
  ])('finds "%s": %j', async (query, names) => {
    const { find } = await aShopWithPhones();
    expect(await find(query)).toEqual(names);
  });

  it('says by which phone', async () => {
    const { search } = await aShopWithPhones();
    expect(await search.search('9994567', 8)).toEqual([
      expect.objectContaining({ name: 'Eero', phoneTail: '4567', cardTail: null, match: 'phone' }),
    ]);
  });

  it('finds a card by its whole code, with or without spaces, and by its end', async () => {
    const { ctx, find, search } = await aShopWithPhones();
    await aCustomer(ctx, { name: 'Kortti', issueCard: true });
    const code = issueCardCode(1, 1);
    for (const query of [
      code,
      `${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8)}`,
      code.slice(-4),
      code.slice(0, 8),
    ])
      expect(await find(query)).toEqual(['Kortti']);
    expect((await search.search(code, 8))[0]).toMatchObject({ match: 'card', cardTail: code.slice(-4) });
  });

  it('finds a card of another maker by its whole code only', async () => {
    const { ctx, find } = await aShopWithPhones();
    await aCustomer(ctx, { name: 'Kortti', cardCode: 'AB 12-34' });
    for (const query of ['AB1234', 'ab 1234', 'ab-12-34']) expect(await find(query)).toEqual(['Kortti']);
    expect(await find('AB12')).toEqual([]);
  });

  it('does not find a blocked card', async () => {
    const { ctx, find } = await aShopWithPhones();
    const customerId = await aCustomer(ctx, { name: 'Kortti', cardCode: '77001122' });
    const other = await aCustomer(ctx, { name: 'Muu', cardCode: 'AB1234' });
    await blockCard(ctx, { requestId: aRequest(), customerId, code: '77001122' });
    await blockCard(ctx, { requestId: aRequest(), customerId: other, code: 'AB1234' });
    expect([await find('77001122'), await find('1122'), await find('AB1234')]).toEqual([[], [], []]);
  });

  it('shows a person once who is found by phone and card', async () => {
    const { ctx, find } = await aShopWithPhones();
    await aCustomer(ctx, { name: 'Molemmat', phone: '040 777 8888', cardCode: '55558888' });
    expect(await find('8888')).toEqual(['Molemmat']);
  });
});

describe('whatever is typed', () => {
  const names = [
    'Aino "Nuppu" Virtanen',
    '<b>Bold</b> & Co',
    'NEAR Or Not',
    'A*',
    "Robert'); DROP TABLE customers;--",
  ];
  const nasty = [
    '"',
    '""',
    '*',
    'NEAR(',
    'NEAR(aino virtanen)',
    'aino OR eero',
    'aino AND NOT virtanen',
    '-aino',
    'name_folded:aino',
    '^aino',
    '{aino}',
    "'",
    "'; DROP TABLE customers; --",
    '<script>alert(1)</script>',
    '🙂',
    '🙂🙂 aino',
    '%',
    '_',
    '\\',
    '\u0000',
    'a'.repeat(200),
    'a '.repeat(100),
    '1'.repeat(200),
    `${'1'.repeat(100)}a`,
    ' ',
    '',
    '...',
    '\ud800',
    '²³',
    'Ⅷ',
  ];

  it.each(nasty)('%j is harmless', async (query) => {
    const { find, shop } = await aShopOf(names);
    expect((await find(query)).every((name) => names.includes(name))).toBe(true);
    expect(shop.number('SELECT count(*) FROM customers')).toBe(names.length);
  });

  it('finds the names with signs in them', async () => {
    const { find } = await aShopOf(names);
    expect(await find('"nuppu"')).toEqual([names[0]]);
    expect(await find('<b>bold')).toEqual([names[1]]);
    expect(await find('near or')).toEqual([names[2]]);
    expect(await find("robert')")).toEqual([names[4]]);
  });

  it(
    'never fails, and finds every name by itself',
    async () => {
      const { shop, ctx, search } = await aShopOf([]);
      const letters = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
      await fc.assert(
        fc.asyncProperty(letters, async (name) => {
          const id = await aCustomer(ctx, { name });
          await search.learn(name);
          const hits = await search.search(name, 50);
          const { folded = '' } =
            shop.rows<{ folded: string }>(
              'SELECT name_folded AS folded FROM customers WHERE id = ?',
              id,
            )[0] ?? {};
          const isSearchable = folded !== '' && !/^[\d\s+()/.-]+$/.test(name);
          const same = shop.number('SELECT count(*) FROM customers WHERE name_folded = ?', folded);
          if (isSearchable && same === 1) expect(hits.map((hit) => hit.customerId)).toContain(id);
        }),
        { numRuns: rounds(60) },
      );
    },
    rounds(60_000),
  );
});
