import { beforeEach, describe, expect, it } from 'vitest';
import { changeCustomer, giveCard } from '#electron/services/change-customer.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { customerTimeline } from '#electron/services/customer-timeline.ts';
import { findDuplicates } from '#electron/services/find-duplicates.ts';
import { holdTier } from '#electron/services/hold-tier.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { listParked, park } from '#electron/services/parked-check-ins.ts';
import { newRuleId } from '#electron/services/programme.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  liftDailyCaps,
  stampReward,
  type TestShop,
} from '#tests/support/shop.ts';

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

  it('what a check-in set aside will spend is reserved in the wallet in which it is', async () => {
    const { ctx } = shop;
    await liftDailyCaps(ctx);
    const { id: rewardId, price } = stampReward(ctx);
    for (let visit = 0; visit < price; visit += 1) await aVisit(ctx, merged);
    const content = { customerId: merged, amount: 450, items: [], redeem: [{ rewardId }], vouchers: [] };
    await park(ctx, { requestId: aRequest(), ...content });
    const walletOf = (id: number) => shop.number('SELECT wallet_id FROM customers WHERE id = ?', id);
    const reserved = () => shop.rows('SELECT wallet_id, amount FROM parked_reserves');
    await merge();
    expect(reserved()).toEqual([{ wallet_id: walletOf(kept), amount: price }]);
    await unmerge();
    expect(reserved()).toEqual([{ wallet_id: walletOf(merged), amount: price }]);
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
    expect(await driftCheck(ctx.work.read)).toEqual([]);
    await people('M-1,Kaisa K.,0407654321');
    expect(shop.number("SELECT COUNT(*) FROM customers WHERE name LIKE 'Kaisa%'")).toBe(2);
    await unmerge();
    expect(idOf('M-1')).toBe(merged);
    expect(await driftCheck(ctx.work.read)).toEqual([]);
  });

  it('the reference of an import goes to the kept one who has none, and back', async () => {
    const { ctx } = shop;
    await importedCustomers(ctx, 'customer id,name,phone\nM-1,Kaisa Koski,0401234567');
    const ownerOf = () => shop.rows("SELECT id FROM customers WHERE external_ref = 'M-1'");
    merged = shop.number("SELECT id FROM customers WHERE external_ref = 'M-1'");
    await merge();
    expect(ownerOf()).toEqual([{ id: kept }]);
    await importedCustomers(ctx, 'customer id,name,phone,email\nM-1,Kaisa Koski,0401234567,k@example.fi');
    expect((await customerProfile(ctx, kept)).customer.email).toBe('k@example.fi');
    await unmerge();
    expect(ownerOf()).toEqual([{ id: merged }]);
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
    expect(await driftCheck(ctx.work.read)).toEqual([]);
  });
});

/** Two tiers in force, and the owner's hand on them. */
async function withTiers(shop: TestShop) {
  const { ctx } = shop;
  const levels = { low: newRuleId(ctx, 'tiers').id, high: newRuleId(ctx, 'tiers').id };
  const level = { benefits: '', factor: { num: 1, den: 1 } };
  await publishRules(ctx, {
    tiers: {
      basis: 'visits',
      window: { kind: 'rolling', days: 90 },
      graceDays: 0,
      levels: [
        { ...level, id: levels.low, name: 'Friend', from: 0 },
        { ...level, id: levels.high, name: 'Regular', from: 4 },
      ],
    },
  });
  const hold = (customerId: number, tierId: number) =>
    holdTier(ctx, { requestId: aRequest(), customerId, tierId, untilDay: null });
  const heldAt = (customerId: number) =>
    shop.rows<{ tier_id: number }>('SELECT tier_id FROM tier_holds WHERE customer_id = ?', customerId)[0]
      ?.tier_id ?? null;
  return { levels, hold, heldAt };
}
