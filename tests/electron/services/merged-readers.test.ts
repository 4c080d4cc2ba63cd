import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { retentionFigures, retentionNames } from '#electron/reports/retention-query.ts';
import { peoplePerLevel, standings } from '#electron/reports/tier-query.ts';
import { countRecords } from '#electron/repositories/records.ts';
import { changeCustomer, giveCard } from '#electron/services/change-customer.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { customerTimeline } from '#electron/services/customer-timeline.ts';
import { findDuplicates } from '#electron/services/find-duplicates.ts';
import { holdTier } from '#electron/services/hold-tier.ts';
import { customerCounts, customerList } from '#electron/services/list-customers.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { listParked, park } from '#electron/services/parked-check-ins.ts';
import { newRuleId } from '#electron/services/programme.ts';
import { checkDrift, rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { today, usuallyHere } from '#electron/services/today.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { addDays, businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  liftDailyCaps,
  momentAt,
  type TestShop,
} from '#tests/support/shop.ts';

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
    balances: card.balances.map(({ balance, carryNum, carryDen }) => balance + carryNum / carryDen),
    card: [card.visits, card.lastVisit, card.rhythmDays, card.usual, card.hints, card.sameName],
    counts: await customerCounts(ctx),
    records: await countRecords(db),
    list: (await customerList(ctx, list)).rows.map(({ customerId, ...row }) => [nameOf(customerId), row]),
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
      expect(await checkDrift(double.shop.ctx.work.read)).toEqual([]);
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

  it('whatever the visits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aPastVisit, { maxLength: 20 }), async (visits) => {
        await sameAsOne(visits);
      }),
      { numRuns: rounds(8) },
    );
  }, 120_000);
});

describe('after a merge', () => {
  let shop: TestShop;
  let kept: number;
  let merged: number;
  const merge = () => mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: kept, mergeId: merged });
  const unmerge = () => unmergeCustomers(shop.ctx, { requestId: aRequest(), mergeId: merged });

  beforeEach(async () => {
    shop = await aShop({ now: '2026-03-10 10:00' });
    kept = await aCustomer(shop.ctx, { name: 'Aino Virtanen', phone: '040 111 2222' });
    merged = await aCustomer(shop.ctx, { name: 'Aina Wirtanen', phone: '040 333 4444' });
  });

  it('the name of the merged entry is not found, its phone finds the kept one', async () => {
    const search = new CustomerSearch(shop.ctx.work.read);
    const found = async (text: string) => (await search.search(text, 8)).map((hit) => hit.customerId);
    expect(await found('wirtanen')).toEqual([merged]);
    await merge();
    for (const text of ['wirtanen', 'wirt', 'irtan', 'wirtannen'])
      expect(await found(text)).not.toContain(merged);
    expect(await found('3334444')).toEqual([kept]);
    const about = { name: 'Aina Wirtanen', phone: '040 333 4444', cardCode: null };
    expect(await findDuplicates(shop.ctx, search, about)).toMatchObject([{ customerId: kept, why: 'phone' }]);
    await unmerge();
    expect(await found('wirtanen')).toEqual([merged]);
    expect(await found('3334444')).toEqual([merged]);
  });

  it('the history has what was written under both, and the merge itself until it is taken apart', async () => {
    const { ctx, clock } = shop;
    await aVisit(ctx, kept);
    clock.pass(60);
    await aVisit(ctx, merged);
    clock.pass(60);
    await merge();
    const kindsOf = async (customerId: number) => {
      const page = await customerTimeline(ctx, { customerId, kind: 'all', offset: 0, limit: 50 });
      expect(page.total).toBe(page.entries.length);
      return page.entries.map((entry) => entry.kind);
    };
    expect(await kindsOf(kept)).toEqual(['merged', 'visit', 'visit', 'joined']);
    const { entries } = await customerTimeline(ctx, { customerId: kept, kind: 'all', offset: 0, limit: 1 });
    expect(entries).toMatchObject([
      { kind: 'merged', mergedId: merged, name: 'Aina Wirtanen', staffName: 'Owner' },
    ]);
    await unmerge();
    expect(await kindsOf(kept)).toEqual(['visit', 'joined']);
    expect(await kindsOf(merged)).toEqual(['visit', 'joined']);
  });

  it('an id of the merged entry, from a screen that is not up to date, stands for the kept one', async () => {
    const { ctx } = shop;
    await merge();
    const requestId = aRequest();
    const input = { requestId, customerId: merged, amount: 450 };
    const receipt = await checkIn(ctx, input);
    expect(receipt).toMatchObject({ customerId: kept, customerName: 'Aino Virtanen', visits: 1 });
    expect(await checkIn(ctx, input)).toMatchObject({ visitId: receipt.visitId, replayed: true });
    expect((await customerCard(ctx, merged)).customerId).toBe(kept);
    await giveCard(ctx, { requestId: aRequest(), customerId: merged, code: 'AB77' });
    await changeCustomer(ctx, { requestId: aRequest(), customerId: merged, preference: 'Oat milk' });
    const profile = await customerProfile(ctx, kept);
    expect(profile.customer).toMatchObject({ preference: 'Oat milk', cards: [{ code: 'AB77' }] });
    await unmerge();
    expect((await customerProfile(ctx, merged)).visits).toBe(0);
    expect((await customerProfile(ctx, kept)).visits).toBe(1);
  });

  it('a visit cannot be moved from one to the other: they are the same', async () => {
    const { ctx } = shop;
    const { visitId } = await aVisit(ctx, merged);
    await merge();
    const move = (customerId: number) => moveVisit(ctx, { requestId: aRequest(), visitId, customerId });
    await expect(move(kept)).rejects.toMatchObject({ code: 'SameCustomer' });
    await expect(move(merged)).rejects.toMatchObject({ code: 'SameCustomer' });
  });

  it('vouchers, parked check-ins and whom they brought follow, and go back', async () => {
    const { ctx } = shop;
    const friend = await aCustomer(ctx, { name: 'Oona', referredById: merged });
    await issueVoucher(ctx, {
      ...{ requestId: aRequest(), customerId: merged, kind: 'birthday', name: 'Cake' },
      ...{ benefit: { kind: 'thing' }, cost: 100, expiresDay: '2026-12-31' },
    });
    const content = { customerId: merged, amount: 450, items: [], redeem: [], vouchers: [] };
    const { parkedId } = await park(ctx, { requestId: aRequest(), ...content });
    await merge();
    expect((await customerCard(ctx, kept)).vouchers).toHaveLength(1);
    expect((await customerCard(ctx, kept)).parkedId).toBe(parkedId);
    expect(await listParked(ctx)).toMatchObject([{ customerId: kept, customerName: 'Aino Virtanen' }]);
    expect((await customerProfile(ctx, kept)).brought).toEqual([{ customerId: friend, name: 'Oona' }]);
    await unmerge();
    expect((await customerCard(ctx, kept)).vouchers).toEqual([]);
    expect((await customerCard(ctx, merged)).vouchers).toHaveLength(1);
    expect(await listParked(ctx)).toMatchObject([{ customerId: merged }]);
    expect((await customerProfile(ctx, merged)).brought).toHaveLength(1);
  });

  it('nobody has brought themselves', async () => {
    const { ctx } = shop;
    await changeCustomer(ctx, { requestId: aRequest(), customerId: kept, referredById: merged });
    expect(await merge()).toMatchObject({ referredById: null });
    await unmerge();
    expect((await customerProfile(ctx, kept)).customer.referredById).toBe(merged);
    expect((await customerProfile(ctx, merged)).brought).toEqual([
      { customerId: kept, name: 'Aino Virtanen' },
    ]);
  });

  it('the higher of two tiers that the owner holds stands', async () => {
    const { ctx } = shop;
    const { levels, hold, heldAt } = await withTiers(shop);
    await hold(kept, levels.low);
    await hold(merged, levels.high);
    await merge();
    expect(heldAt(kept)).toBe(levels.high);
    expect(heldAt(merged)).toBeNull();
    await unmerge();
    expect([heldAt(kept), heldAt(merged)]).toEqual([levels.low, levels.high]);
    await merge();
    await holdTier(ctx, { requestId: aRequest(), customerId: kept, tierId: null, untilDay: null });
    await unmerge();
    expect([heldAt(kept), heldAt(merged)]).toEqual([null, levels.high]);
  });

  it('an import that knows the merged entry writes to the kept one', async () => {
    const { ctx } = shop;
    const people = (rows: string) => importedCustomers(ctx, `customer id,name,phone\n${rows}`);
    await people('K-1,Kaisa Koski,0401234567\nM-1,Kaisa K.,0407654321');
    const idOf = (ref: string) => shop.number('SELECT id FROM customers WHERE external_ref = ?', ref);
    [kept, merged] = [idOf('K-1'), idOf('M-1')];
    await merge();
    await importedVisits(ctx, 'customer id,date,amount\nK-1,2026-02-01,4.00\nM-1,2026-02-03,5.00');
    expect(await customerProfile(ctx, kept)).toMatchObject({ visits: 2, spend: 900 });
    expect(await checkDrift(ctx.work.read)).toEqual([]);
    await people('M-1,Kaisa K.,0407654321');
    expect(shop.number("SELECT COUNT(*) FROM customers WHERE name LIKE 'Kaisa%'")).toBe(2);
    await unmerge();
    expect(idOf('M-1')).toBe(merged);
    expect(await checkDrift(ctx.work.read)).toEqual([]);
  });
});

describe('three entries of one person', () => {
  it('are taken apart in the order in which they were put together, the last first', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    await liftDailyCaps(ctx);
    const ids = [];
    for (const name of ['A', 'B', 'C']) {
      const id = await aCustomer(ctx, { name, cardCode: `CARD${name}` });
      ids.push(id);
      for (let visit = 0; visit < ids.length; visit += 1) await aVisit(ctx, id);
    }
    const [a = 0, b = 0, c = 0] = ids;
    const merge = (keepId: number, mergeId: number) =>
      mergeCustomers(ctx, { requestId: aRequest(), keepId, mergeId });
    const unmerge = (mergeId: number) => unmergeCustomers(ctx, { requestId: aRequest(), mergeId });
    const state = () =>
      ['customers', 'customer_stats', 'customer_month', 'balances', 'cards'].map((table) =>
        shop.rows(`SELECT * FROM ${table} ORDER BY 1, 2`),
      );
    const lots = () =>
      shop.rows('SELECT entry_id, remaining FROM lots WHERE remaining > 0 ORDER BY entry_id');
    const [start, startLots] = [state(), lots()];
    await merge(b, a);
    const [first, firstLots] = [state(), lots()];
    await merge(c, b);
    expect(await customerProfile(ctx, c)).toMatchObject({ visits: 1, spend: 6 * 450, amountVisits: 6 });
    expect((await customerProfile(ctx, c)).customer.cards).toHaveLength(3);
    expect((await customerProfile(ctx, a)).customer.mergedIntoId).toBe(c);
    await expect(unmerge(a)).rejects.toMatchObject({ code: 'NotMergeable' });
    await unmerge(b);
    expect(state()).toEqual(first);
    expect(lots()).toEqual(firstLots);
    await unmerge(a);
    expect(lots()).toEqual(startLots);
    // The emptied balances stay as rows.
    expect(state().map((rows) => rows.filter((row) => row.balance !== 0 || row.carry_num !== 0))).toEqual(
      start,
    );
    expect(await checkDrift(ctx.work.read)).toEqual([]);
  });
});

/** Two tiers in force, and the owner's hand on them. */
async function withTiers(shop: TestShop) {
  const { ctx } = shop;
  const levels = { low: newRuleId(ctx, 'tiers').id, high: newRuleId(ctx, 'tiers').id };
  const [low, high] = tiers.levels;
  await publishRules(ctx, {
    tiers: {
      ...tiers,
      levels: [
        { ...low, id: levels.low },
        { ...high, id: levels.high },
      ] as TierScheme['levels'],
    },
  });
  const hold = (customerId: number, tierId: number) =>
    holdTier(ctx, { requestId: aRequest(), customerId, tierId, untilDay: null });
  const heldAt = (customerId: number) =>
    shop.rows<{ tier_id: number }>('SELECT tier_id FROM tier_holds WHERE customer_id = ?', customerId)[0]
      ?.tier_id ?? null;
  return { levels, hold, heldAt };
}
