import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retentionFigures, retentionNames, visitSpan } from '#electron/reports/retention-query.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { type RetentionGroup, retentionGroup } from '#shared/contract/reports.ts';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { factsFromVisits, isInGroup, retention } from '#shared/domain/retention/index.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

const dayOf = (text: string): BusinessDay => parseDay(text) ?? expect.unreachable();

/** One thing that happened in a life of the shop. `hour` may lie before the cut-off. */
interface Step {
  readonly who: number;
  readonly day: number;
  readonly hour: number;
  readonly amount: number;
  readonly fate: 'stays' | 'undone' | 'moved';
}

const people = 5;
const first = dayOf('2026-01-01');

const steps = fc.array(
  fc.record<Step>({
    who: fc.integer({ min: -1, max: people - 1 }),
    day: fc.integer({ min: 0, max: 120 }),
    // Without 03, which the clocks jump over on one of the days.
    hour: fc.constantFrom(0, 1, 2, 4, 5, 9, 12, 18, 23),
    amount: fc.integer({ min: 0, max: 5_000 }),
    fate: fc.constantFrom('stays', 'stays', 'stays', 'undone', 'moved'),
  }),
  { maxLength: 30 },
);

const questions = fc.record({
  from: fc.integer({ min: -10, max: 110 }),
  length: fc.integer({ min: 1, max: 60 }),
  window: fc.integer({ min: 1, max: 90 }),
});

interface Standing {
  readonly customerId: number | null;
  readonly day: string;
  readonly amount: number;
}

/** Lives a life in a shop and keeps beside it, in the plainest way, what stands at the end. */
async function live(shop: TestShop, life: readonly Step[]): Promise<readonly Standing[]> {
  const { ctx, clock } = shop;
  const ids: number[] = [];
  for (let person = 0; person < people; person += 1)
    ids.push(await aCustomer(ctx, { name: `Person ${person}` }));
  const standing: Standing[] = [];
  for (const { who, day, hour, amount, fate } of life) {
    const date = addDays(first, day);
    clock.set(momentAt(`${formatDay(date)} ${String(hour).padStart(2, '0')}:30`));
    const customerId = ids[who] ?? null;
    const { visitId } = await aVisit(ctx, customerId, { amount });
    const visit = { customerId, day: formatDay(hour < 4 ? addDays(date, -1) : date), amount };
    const next = ids[(who + 1) % people] ?? null;
    clock.pass(60);
    if (fate === 'undone') await undoVisit(ctx, { requestId: aRequest(), visitId });
    else if (fate === 'moved' && next !== null && next !== customerId) {
      await moveVisit(ctx, { requestId: aRequest(), visitId, customerId: next });
      standing.push({ ...visit, customerId: next });
    } else standing.push(visit);
  }
  return standing;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('retention by SQL', () => {
  it(
    'is that of the definition, for every life of a shop',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.array(questions, { minLength: 1, maxLength: 4 }), async (life, asked) => {
          const shop = await aShop({ now: '2025-12-01 10:00' });
          const standing = await live(shop, life);
          const identified = standing.flatMap(({ customerId, ...visit }) =>
            customerId === null ? [] : [{ customerId, ...visit }],
          );
          for (const { from, length, window } of asked) {
            const start = addDays(first, from);
            const end = addDays(start, length);
            const figures = await retentionFigures(shop.ctx.work.read, {
              start,
              end,
              window,
              today: addDays(first, 200),
            });
            const { repeatRate: _, ...expected } = retention(identified, {
              start: formatDay(start),
              end: formatDay(end),
              window,
            });
            expect(figures).toMatchObject(expected);
            const within = standing.filter(({ day }) => day >= formatDay(start) && day < formatDay(end));
            const known = within.filter(({ customerId }) => customerId !== null);
            expect(figures).toMatchObject({
              from: formatDay(start),
              to: formatDay(end),
              window,
              checkIns: within.length,
              identifiedCheckIns: known.length,
              amount: sum(within.map((visit) => visit.amount)),
              identifiedAmount: sum(known.map((visit) => visit.amount)),
              amountCheckIns: within.length,
            });
            expect(figures.E).toBe(figures.kept + figures.R + figures.N);
            expect(figures.S).toBe(figures.kept + figures.lapsed);
          }
          shop.close();
        }),
        { numRuns: rounds(25) },
      );
    },
    rounds(60_000),
  );

  it(
    'has as many people behind each figure as the figure says, the very ones',
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, questions, async (life, { from, length, window }) => {
          const shop = await aShop({ now: '2025-12-01 10:00' });
          const standing = await live(shop, life);
          const start = addDays(first, from);
          const question = { start, end: addDays(start, length), window, today: addDays(first, 200) };
          const facts = factsFromVisits(
            standing.flatMap(({ customerId, ...visit }) =>
              customerId === null ? [] : [{ customerId, ...visit }],
            ),
            question,
            window,
          );
          const figures = await retentionFigures(shop.ctx.work.read, question);
          for (const group of retentionGroup.options) {
            const { total, people: named } = await retentionNames(shop.ctx.work.read, question, {
              group,
              offset: 0,
              limit: 100,
            });
            expect(total).toBe(figures[group]);
            const ids = facts
              .filter((fact) => isInGroup(fact, question, group))
              .map((fact) => fact.customerId);
            expect(named.map((person) => person.customerId).sort()).toEqual(ids.sort());
          }
          shop.close();
        }),
        { numRuns: rounds(15) },
      );
    },
    rounds(60_000),
  );
});

describe('the figures of a month', () => {
  const april = {
    start: dayOf('2026-04-01'),
    end: dayOf('2026-05-01'),
    window: 60,
    today: dayOf('2026-05-02'),
  };

  async function aShopWithVisits(visits: readonly (readonly [string, string, number | null])[]) {
    const shop = await aShop({ now: '2026-01-01 10:00' });
    const { ctx, clock } = shop;
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
    const ids = new Map<string, number>();
    for (const [name, moment, amount] of visits) {
      clock.set(momentAt(moment));
      const known = ids.get(name) ?? (name === '' ? null : await aCustomer(ctx, { name }));
      if (known !== null) ids.set(name, known);
      await aVisit(ctx, known, { amount });
    }
    return { shop, ctx, ids, read: ctx.work.read };
  }

  it('count walk-ins in the shares and the average, not among the people', async () => {
    const { read } = await aShopWithVisits([
      ['Aino', '2026-04-10 10:00', 1_000],
      ['', '2026-04-10 11:00', 500],
      ['', '2026-04-11 11:00', null],
      ['', '2026-05-01 03:59', 300],
      ['', '2026-05-01 04:00', 9_999],
    ]);
    expect(await retentionFigures(read, april)).toMatchObject({
      customers: 1,
      visits: 1,
      checkIns: 4,
      identifiedCheckIns: 1,
      amount: 1_800,
      identifiedAmount: 1_000,
      amountCheckIns: 3,
      averageSpend: 600,
    });
  });

  it('say "no data" where there is none', async () => {
    const { read } = await aShopWithVisits([]);
    expect(await retentionFigures(read, april)).toEqual({
      from: '2026-04-01',
      to: '2026-05-01',
      window: 60,
      S: 0,
      E: 0,
      N: 0,
      R: 0,
      kept: 0,
      lapsed: 0,
      newInPeriod: 0,
      seenOfS: 0,
      retention: null,
      retentionInterval: null,
      textbook: null,
      visits: 0,
      customers: 0,
      frequencyMean: null,
      frequencyMedian: null,
      repeaters: 0,
      checkIns: 0,
      identifiedCheckIns: 0,
      amount: 0,
      identifiedAmount: 0,
      amountCheckIns: 0,
      averageSpend: null,
      unfinished: false,
    });
  });

  it.each([
    ['2026-04-30', true],
    ['2026-05-01', false],
    ['2026-05-02', false],
  ])('on %s are unfinished: %s', async (today, unfinished) => {
    const { read } = await aShopWithVisits([]);
    expect(await retentionFigures(read, { ...april, today: dayOf(today) })).toMatchObject({ unfinished });
  });

  it('take the day somebody became a customer elsewhere for the first visit', async () => {
    const { read, ids, shop } = await aShopWithVisits([
      ['Imported', '2026-04-10 10:00', 1_000],
      ['New', '2026-04-10 10:00', 1_000],
    ]);
    const { writer } = shop.database;
    writer.exec(
      `INSERT INTO imports SELECT 1, 'import-1', 'customers', 'a.csv', 'hash', 0, id, '{}', 1, NULL, NULL, NULL FROM staff`,
    );
    writer
      .prepare('UPDATE customers SET customer_since = ?, import_id = 1 WHERE id = ?')
      .run(dayOf('2024-05-01'), ids.get('Imported'));
    expect(await retentionFigures(read, april)).toMatchObject({ N: 1, R: 1, newInPeriod: 1 });
  });

  it('take no day of joining from an entry that was typed in and then merged', async () => {
    const { read, ids, shop } = await aShopWithVisits([
      ['Imported', '2026-04-10 10:00', 1_000],
      ['Typed', '2026-04-20 10:00', 1_000],
    ]);
    const idOf = (name: string) => ids.get(name) ?? 0;
    const { writer } = shop.database;
    writer.exec(
      `INSERT INTO imports SELECT 1, 'import-1', 'customers', 'a.csv', 'hash', 0, id, '{}', 1, NULL, NULL, NULL FROM staff`,
    );
    const set = writer.prepare('UPDATE customers SET customer_since = ?, import_id = ? WHERE id = ?');
    set.run(dayOf('2026-04-05'), 1, idOf('Imported'));
    set.run(dayOf('2026-01-01'), null, idOf('Typed'));
    await mergeCustomers(shop.ctx, {
      requestId: aRequest(),
      keepId: idOf('Imported'),
      mergeId: idOf('Typed'),
    });
    expect(await retentionFigures(read, april)).toMatchObject({ customers: 1, N: 1, R: 0, newInPeriod: 1 });
  });

  it('name people in order, page by page', async () => {
    const names = ['Åke', 'Aino', 'Bertta', 'aila', 'Çelik'];
    const { read, ids } = await aShopWithVisits(
      names.map((name) => [name, '2026-04-10 10:00', 100] as const),
    );
    const page = (offset: number, group: RetentionGroup = 'customers') =>
      retentionNames(read, april, { group, offset, limit: 2 });
    const pages = [await page(0), await page(2), await page(4), await page(6)];
    expect(pages.map(({ total }) => total)).toEqual([5, 5, 5, 5]);
    expect(pages.flatMap(({ people: named }) => named.map((person) => person.name))).toEqual([
      'aila',
      'Aino',
      'Åke',
      'Bertta',
      'Çelik',
    ]);
    expect(pages[0]?.people[0]).toEqual({
      customerId: ids.get('aila'),
      name: 'aila',
      lastDay: '2026-04-10',
      visits: 1,
    });
  });

  it('name more people than one statement can ask for', async () => {
    const { read, shop } = await aShopWithVisits([]);
    const { writer } = shop.database;
    writer.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1201)
      INSERT INTO wallets (id, created_at) SELECT i, 0 FROM n;
      INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
      SELECT id, id, 'P' || id, 'p' || id, 0, 0, 0, (SELECT id FROM staff) FROM wallets;
      INSERT INTO visits (id, request_id, sign, customer_id, at, business_day, business_month, amount, staff_id, source)
      SELECT id, 'r' || id, 1, id, 0, ${dayOf('2026-04-10')}, 24315, 100, (SELECT id FROM staff), 'till' FROM customers;
      INSERT INTO customer_stats
      SELECT id, ${dayOf('2026-04-10')}, ${dayOf('2026-04-10')}, 0, 1, 1, 100, 1 FROM customers`);
    const { total, people: named } = await retentionNames(read, april, {
      group: 'N',
      offset: 0,
      limit: 5_000,
    });
    expect([total, new Set(named.map((person) => person.customerId)).size]).toEqual([1_201, 1_201]);
  });
});

describe('the span of the visits', () => {
  it('reaches from the first to the last day with a check-in that stands', async () => {
    const { ctx, clock } = await aShop({ now: '2026-01-05 10:00' });
    expect(await visitSpan(ctx.work.read)).toEqual({ firstDay: null, lastDay: null });
    const early = await aVisit(ctx, null);
    clock.set(momentAt('2026-01-10 10:00'));
    await aVisit(ctx, null);
    clock.set(momentAt('2026-02-01 02:00'));
    await aVisit(ctx, null);
    expect(await visitSpan(ctx.work.read)).toEqual({ firstDay: '2026-01-05', lastDay: '2026-01-31' });
    await undoVisit(ctx, { requestId: aRequest(), visitId: early.visitId });
    expect(await visitSpan(ctx.work.read)).toEqual({ firstDay: '2026-01-10', lastDay: '2026-01-31' });
  });
});
