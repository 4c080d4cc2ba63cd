import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retentionFigures, retentionNames } from '#electron/reports/retention-query.ts';
import { peoplePerLevel, standings } from '#electron/reports/tier-query.ts';
import { countRecords } from '#electron/repositories/records.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { customerCounts, customerList } from '#electron/services/list-customers.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { today, usuallyHere } from '#electron/services/today.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { addDays, businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aRequest, aShop, aVisit, liftDailyCaps, momentAt } from '#tests/support/shop.ts';

const startOfYear = businessDay(20_454); // 2026-01-01
const tiers: TierScheme = {
  basis: 'visits',
  window: { kind: 'rolling', days: 90 },
  graceDays: 0,
  levels: [
    { id: 1, name: 'Friend', from: 0, benefits: '', factor: { num: 1, den: 1 } },
    { id: 2, name: 'Regular', from: 4, benefits: '', factor: { num: 1, den: 1 } },
  ],
};
const ranking: TierScheme = {
  ...tiers,
  basis: 'rank',
  levels: [
    { id: 1, name: 'Guest', from: 0, benefits: '', factor: { num: 1, den: 1 } },
    { id: 2, name: 'Best', from: 1, benefits: '', factor: { num: 1, den: 1 } },
  ],
};

interface PastVisit {
  /** 0 and 1 = two entries of one person, 2 = somebody else. */
  readonly who: number;
  readonly day: number;
  readonly amount: number;
  readonly undone: boolean;
}

/** Lives the same visits, by one entry of the person or by two. */
async function aShopOf(visits: readonly PastVisit[], entries: 1 | 2) {
  const shop = await aShop({ now: '2026-01-01 10:00' });
  const { ctx, clock } = shop;
  await liftDailyCaps(ctx);
  const one = await aCustomer(ctx, { name: 'Aino Virtanen' });
  const twice = entries === 2 ? await aCustomer(ctx, { name: 'A. Virtanen' }) : one;
  const other = await aCustomer(ctx, { name: 'Oona Laine' });
  for (const [index, { who, day, amount, undone }] of visits.entries()) {
    clock.set(momentAt(`${formatDay(addDays(startOfYear, day))} 10:0${index % 10}`));
    const { visitId } = await aVisit(ctx, [one, twice, other][who] ?? null, { amount });
    if (undone) await undoVisit(ctx, { requestId: aRequest(), visitId });
  }
  return { shop, one, twice, other };
}

/** Everything that is told of a shop's customers, with names in the place of ids. */
async function toldOf({ shop, one, other }: Awaited<ReturnType<typeof aShopOf>>, names: readonly string[]) {
  const { ctx } = shop;
  const db = ctx.work.read;
  const nameOf = (id: number | null) =>
    id === null
      ? null
      : (shop.rows<{ name: string }>('SELECT name FROM customers WHERE id = ?', id)[0]?.name ?? id);
  const period = { start: addDays(startOfYear, 30), end: addDays(startOfYear, 60), window: 20 };
  const question = { ...period, today: addDays(startOfYear, 90) };
  const list = { filter: 'all', sort: 'lastVisit', descending: true, offset: 0, limit: 50 } as const;
  const { customer: _, ...profile } = await customerProfile(ctx, one);
  const card = await customerCard(ctx, one);
  const day = addDays(startOfYear, 60);
  const stands = async (scheme: TierScheme) =>
    (await standings(db, { rules: { tiers: scheme }, day }))
      .map(({ customerId, level, rank }) => [nameOf(customerId), level?.name, rank])
      .sort();
  return {
    profile: {
      ...profile,
      balances: profile.balances.map(({ unitId, target }) => [unitId, target !== null]),
    },
    // A remainder of each may make a point together, which only the next visit turns into one.
    balances: card.balances.map(({ balance, carryNum, carryDen }) =>
      (balance + carryNum / carryDen).toFixed(6),
    ),
    card: [card.visits, card.lastVisit, card.rhythmDays, card.usual, card.hints, card.sameName],
    counts: await customerCounts(ctx),
    records: await countRecords(db),
    list: (await customerList(ctx, reportsOf(shop), list)).rows.map(({ customerId, ...row }) => [
      nameOf(customerId),
      row,
    ]),
    retention: await retentionFigures(db, question),
    people: (await retentionNames(db, question, { group: 'customers', offset: 0, limit: 50 })).people.map(
      ({ name, visits }) => [name, visits],
    ),
    tiers: [await stands(tiers), await stands(ranking)],
    levels: await peoplePerLevel(db, { rules: { tiers }, day }),
    today: (await today(ctx, 50)).visits.map(({ customerId, name, at }) => [nameOf(customerId), name, at]),
    newCustomers: (await today(ctx, 50)).newCustomers,
    usuallyHere: (await usuallyHere(ctx)).map(({ name, seen }) => [name, seen]),
    found: await Promise.all(
      names.map(async (name) => (await new CustomerSearch(db).search(name, 8)).map((hit) => hit.name)),
    ),
    other: (await customerProfile(ctx, other)).visits,
  };
}

const aPastVisit = fc.record({
  who: fc.nat(2),
  day: fc.nat(59),
  amount: fc.integer({ min: 1, max: 900 }),
  undone: fc.nat(7).map((n) => n === 0),
});

/** Somebody who comes every week at the same time, sometimes under the one entry and sometimes under the other. */
const everyWeek: PastVisit[] = [3, 10, 17, 24, 31, 38, 45, 52, 59].map((day, index) => ({
  who: index % 2,
  day,
  amount: 450,
  undone: false,
}));

describe('two entries merged are read as one entry that had all the visits', () => {
  const sameAsOne = async (visits: readonly PastVisit[]) => {
    const inOrder = [...visits].sort((a, b) => a.day - b.day);
    const single = await aShopOf(inOrder, 1);
    const double = await aShopOf(inOrder, 2);
    try {
      await mergeCustomers(double.shop.ctx, {
        requestId: aRequest(),
        keepId: double.one,
        mergeId: double.twice,
      });
      for (const { shop } of [single, double]) shop.clock.set(momentAt('2026-03-08 10:05'));
      const names = ['aino', 'virtanen', 'virtaenn', 'oona', 'tanen'];
      const told = await toldOf(double, names);
      expect(told).toEqual(await toldOf(single, names));
      expect(await driftCheck(double.shop.ctx.work.read)).toEqual([]);
      const derived = (table: string) => double.shop.rows(`SELECT * FROM ${table} ORDER BY 1, 2`);
      const before = ['customer_stats', 'customer_month', 'day_totals'].map(derived);
      await rebuildSummaries(double.shop.ctx);
      expect(['customer_stats', 'customer_month', 'day_totals'].map(derived)).toEqual(before);
      return told;
    } finally {
      single.shop.close();
      double.shop.close();
    }
  };

  it('where they are expected every week', async () => {
    const told = await sameAsOne(everyWeek);
    expect(told.usuallyHere).toEqual([['Aino Virtanen', 8]]);
    expect(told.retention).toMatchObject({ S: 1, E: 1, kept: 1 });
  });

  it(
    'whatever the visits',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aPastVisit, { maxLength: 20 }), async (visits) => {
          await sameAsOne(visits);
        }),
        { numRuns: rounds(8) },
      );
    },
    rounds(120_000),
  );
});
