import { describe, expect, it } from 'vitest';
import { customerCounts, customerList, type ListInput } from '#electron/services/list-customers.ts';
import { aCustomer, aShop, aVisit } from '#tests/support/shop.ts';

const firstPage: ListInput = { filter: 'all', sort: 'lastVisit', descending: true, offset: 0, limit: 100 };

/** Five people; the clock stands at 12 March, Elli was never here. */
async function aShopWithPeople() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx, clock } = shop;
  const aino = await aCustomer(ctx, {
    name: 'Aino Virtanen',
    phone: '040 123 4567',
    issueCard: true,
    birthday: { day: 5, month: 3, year: 1990 },
  });
  const bertta = await aCustomer(ctx, { name: 'Bertta Öhman', phone: '050 765 4321', completeLater: true });
  const cecilia = await aCustomer(ctx, {
    name: 'Cecilia Åberg',
    birthday: { day: 31, month: 3, year: null },
  });
  const dora = await aCustomer(ctx, { name: 'dora virta', birthday: { day: 1, month: 4, year: null } });
  await aCustomer(ctx, { name: 'Elli Laine', completeLater: true });
  await aVisit(ctx, aino, { amount: 100 });
  clock.pass(24 * 60);
  await aVisit(ctx, bertta, { amount: 5_000 });
  await aVisit(ctx, aino, { amount: 100 });
  clock.pass(24 * 60);
  await aVisit(ctx, cecilia, { amount: 900 });
  await aVisit(ctx, dora, { amount: 900 });
  await aVisit(ctx, dora, { amount: 900 });
  const names = async (input: Partial<ListInput>) =>
    (await customerList(ctx, { ...firstPage, ...input })).rows
      .map((row) => row.name.slice(0, 1).toUpperCase())
      .join('');
  return { shop, ctx, aino, names };
}

describe('the list of customers', () => {
  it('shows what a row needs', async () => {
    const { ctx, aino } = await aShopWithPeople();
    const { rows, total } = await customerList(ctx, { ...firstPage, search: 'aino' });
    expect(total).toBe(1);
    expect(rows).toEqual([
      {
        customerId: aino,
        name: 'Aino Virtanen',
        phoneDisplay: '040 1234567',
        cardTail: '0013',
        lastDay: '2026-03-11',
        lastAt: ctx.clock.now() - 24 * 3_600_000,
        visits: 2,
        spend: 200,
        completeLater: false,
        birthday: { day: 5, month: 3, year: 1990 },
      },
    ]);
  });

  it.each<[Partial<ListInput>, string]>([
    [{ sort: 'lastVisit', descending: true }, 'DCBAE'],
    [{ sort: 'lastVisit', descending: false }, 'EABCD'],
    [{ sort: 'name', descending: false }, 'ABCDE'],
    [{ sort: 'name', descending: true }, 'EDCBA'],
    [{ sort: 'visits', descending: true }, 'ADCBE'],
    [{ sort: 'spend', descending: true }, 'BDCAE'],
    [{ sort: 'spend', descending: false }, 'EACDB'],
  ])('in the order of %j: %s', async (input, expected) => {
    const { names } = await aShopWithPeople();
    expect(await names(input)).toBe(expected);
  });

  it.each<[Partial<ListInput>, string]>([
    [{ filter: 'never' }, 'E'],
    [{ filter: 'completeLater' }, 'BE'],
    [{ filter: 'birthday' }, 'CA'],
    [{ search: 'virta' }, 'DA'],
    [{ search: 'VIRTA d' }, 'D'],
    [{ search: 'ohman' }, 'B'],
    [{ search: '4567' }, 'A'],
    [{ search: '040 123' }, ''],
    [{ search: '0401234567' }, 'A'],
    [{ search: '+358 50 7654321' }, 'B'],
    [{ search: '21' }, ''],
    [{ search: '  ' }, 'DCBAE'],
    [{ search: 'nobody' }, ''],
    [{ search: 'aino', filter: 'never' }, ''],
    [{ search: '" OR *' }, ''],
    [{ search: "'; DROP TABLE customers; --" }, ''],
  ])('of %j is %s', async (input, expected) => {
    const { names } = await aShopWithPeople();
    expect(await names(input)).toBe(expected);
  });

  it('is read page by page, everybody once, with the number of all', async () => {
    const { ctx } = await aShopWithPeople();
    for (const sort of ['lastVisit', 'name', 'visits', 'spend'] as const) {
      const seen: string[] = [];
      for (let offset = 0; offset < 6; offset += 2) {
        const { total, rows } = await customerList(ctx, { ...firstPage, sort, offset, limit: 2 });
        expect(total).toBe(5);
        seen.push(...rows.map((row) => row.name));
      }
      const { rows } = await customerList(ctx, { ...firstPage, sort });
      expect(seen).toEqual(rows.map((row) => row.name));
      expect(new Set(seen).size).toBe(5);
    }
  });

  it('counts a filter and a search together', async () => {
    const { ctx } = await aShopWithPeople();
    const total = async (input: Partial<ListInput>) =>
      (await customerList(ctx, { ...firstPage, ...input, limit: 1 })).total;
    expect(await total({ search: 'virta' })).toBe(2);
    expect(await total({ filter: 'completeLater' })).toBe(2);
    expect(await total({ filter: 'completeLater', search: 'elli' })).toBe(1);
    expect(await total({ search: '7654321' })).toBe(1);
  });
});

describe('the numbers on the filters', () => {
  it('are those of the lists behind them', async () => {
    const { ctx, shop } = await aShopWithPeople();
    expect(await customerCounts(ctx)).toEqual({ all: 5, birthday: 2, completeLater: 2, never: 1 });
    shop.clock.pass(30 * 24 * 60);
    expect(await customerCounts(ctx)).toEqual({ all: 5, birthday: 1, completeLater: 2, never: 1 });
  });
});
