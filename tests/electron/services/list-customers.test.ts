import { describe, expect, it } from 'vitest';
import { customerCounts, customerList, type ListInput } from '#electron/services/list-customers.ts';
import { saveSegment } from '#electron/services/segments.ts';
import type { Figure } from '#shared/contract/reports.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aRequest, aShop, aVisit } from '#tests/support/shop.ts';

const firstPage: ListInput = { filter: 'all', sort: 'lastVisit', descending: true, offset: 0, limit: 100 };

/** Five people; the clock stands at 12 March, Elli was never here. */
async function aShopWithPeople() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx, clock } = shop;
  const reports = reportsOf(shop);
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
    (await customerList(ctx, reports, { ...firstPage, ...input })).rows
      .map((row) => row.name.slice(0, 1).toUpperCase())
      .join('');
  return { shop, ctx, reports, aino, names };
}

describe('the list of customers', () => {
  it('shows what a row needs', async () => {
    const { ctx, reports, aino } = await aShopWithPeople();
    const { rows, total } = await customerList(ctx, reports, { ...firstPage, search: 'aino' });
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
        tagIds: [],
        tier: null,
        outlook: null,
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
    const { ctx, reports } = await aShopWithPeople();
    for (const sort of ['lastVisit', 'name', 'visits', 'spend'] as const) {
      const seen: string[] = [];
      for (let offset = 0; offset < 6; offset += 2) {
        const { total, rows } = await customerList(ctx, reports, { ...firstPage, sort, offset, limit: 2 });
        expect(total).toBe(5);
        seen.push(...rows.map((row) => row.name));
      }
      const { rows } = await customerList(ctx, reports, { ...firstPage, sort });
      expect(seen).toEqual(rows.map((row) => row.name));
      expect(new Set(seen).size).toBe(5);
    }
  });

  it('finds who is slipping, at risk or late for them, until they come', async () => {
    const { shop, ctx, aino, names } = await aShopWithPeople();
    const write = shop.database.writer.prepare(
      `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day, year_spend)
       SELECT customer_id, last_day, last_day, ?, 'late', 7, 9, last_day, 0 FROM customer_stats
       JOIN customers ON customers.id = customer_id WHERE name LIKE ?`,
    );
    for (const [state, name] of [
      ['atRisk', 'Aino%'],
      ['slipping', 'Bertta%'],
      ['late', 'Cecilia%'],
      ['onTrack', 'dora%'],
    ]) {
      write.run(state, name);
    }
    expect([
      await names({ filter: 'atRisk' }),
      await names({ filter: 'slipping' }),
      await names({ filter: 'late' }),
    ]).toEqual(['A', 'B', 'C']);
    expect(await customerCounts(ctx)).toMatchObject({ atRisk: 1, slipping: 1, late: 1 });
    await aVisit(ctx, aino, { amount: 100 });
    expect(await names({ filter: 'atRisk' })).toBe('');
    expect(await customerCounts(ctx)).toMatchObject({ all: 5, atRisk: 0, slipping: 1 });
  });

  it('counts a filter and a search together', async () => {
    const { ctx, reports } = await aShopWithPeople();
    const total = async (input: Partial<ListInput>) =>
      (await customerList(ctx, reports, { ...firstPage, ...input, limit: 1 })).total;
    expect(await total({ search: 'virta' })).toBe(2);
    expect(await total({ filter: 'completeLater' })).toBe(2);
    expect(await total({ filter: 'completeLater', search: 'elli' })).toBe(1);
    expect(await total({ search: '7654321' })).toBe(1);
  });
});

describe('the list of the people of a segment or behind a figure', () => {
  const march = { from: '2026-03-01', to: '2026-04-01', window: 60 } as const;
  const spenders = { kind: 'spend', amount: { atLeast: 1_000, atMost: null }, lastDays: null } as const;
  const ofFigure = (of: Figure): ListInput['filter'] => ({ figure: { ...march, of } });

  it.each<[Partial<ListInput>, string]>([
    [{ filter: { filter: spenders } }, 'DB'],
    [{ filter: { filter: spenders }, sort: 'spend' }, 'BD'],
    [{ filter: { filter: spenders }, sort: 'name', descending: false }, 'BD'],
    [{ filter: { filter: spenders }, search: 'ber' }, 'B'],
    [{ filter: { filter: spenders }, search: '4321' }, 'B'],
    [{ filter: { filter: spenders }, search: 'cec' }, ''],
    [{ filter: { filter: spenders }, offset: 1, limit: 1 }, 'B'],
    [{ filter: { filter: spenders }, offset: 9 }, ''],
    [{ filter: ofFigure({ kind: 'retention', group: 'customers' }) }, 'DCBA'],
    [{ filter: ofFigure({ kind: 'retention', group: 'S' }) }, ''],
    [{ filter: ofFigure({ kind: 'frequency', of: 'period', from: 2, to: 2 }) }, 'A'],
    [{ filter: ofFigure({ kind: 'spend', of: 'period', from: 1_000, to: null }), sort: 'spend' }, 'BD'],
  ])('of %j is %s', async (input, expected) => {
    const { names } = await aShopWithPeople();
    expect(await names(input)).toBe(expected);
  });

  it('counts all of them, also beyond the last page, and those of a search', async () => {
    const { ctx, reports } = await aShopWithPeople();
    const total = async (input: Partial<ListInput>) =>
      (await customerList(ctx, reports, { ...firstPage, filter: { filter: spenders }, ...input })).total;
    expect(await total({ limit: 1 })).toBe(2);
    expect(await total({ offset: 9 })).toBe(2);
    expect(await total({ search: 'bertta' })).toBe(1);
    expect(await total({ search: 'bertta', offset: 9 })).toBe(1);
  });

  it('is a saved segment as it is now, with the rows of the whole list', async () => {
    const { ctx, reports, aino } = await aShopWithPeople();
    const { segmentId } = await saveSegment(ctx, {
      requestId: aRequest(),
      segmentId: null,
      name: 'Spenders',
      filter: spenders,
    });
    const list = async () => (await customerList(ctx, reports, { ...firstPage, filter: { segmentId } })).rows;
    const whole = (await customerList(ctx, reports, firstPage)).rows;
    expect(await list()).toEqual(whole.filter(({ spend }) => spend >= 1_000));
    await aVisit(ctx, aino, { amount: 800 });
    expect((await list()).map(({ name }) => name)).toContain('Aino Virtanen');
  });

  it('refuses a segment that is not there and a period that is none', async () => {
    const { ctx, reports } = await aShopWithPeople();
    const list = (filter: ListInput['filter']) => customerList(ctx, reports, { ...firstPage, filter });
    await expect(list({ segmentId: 9 })).rejects.toMatchObject({ code: 'NotFound' });
    const figure = { ...march, to: march.from, of: { kind: 'top', of: 'period' } } as const;
    await expect(list({ figure })).rejects.toMatchObject({ code: 'InvalidValue' });
  });
});

describe('the numbers on the filters', () => {
  it('are those of the lists behind them', async () => {
    const { ctx, shop } = await aShopWithPeople();
    expect(await customerCounts(ctx)).toMatchObject({ all: 5, birthday: 2, completeLater: 2, never: 1 });
    shop.clock.pass(30 * 24 * 60);
    expect(await customerCounts(ctx)).toMatchObject({ all: 5, birthday: 1, completeLater: 2, never: 1 });
  });
});
