import { describe, expect, it } from 'vitest';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { explainBalance } from '#electron/services/explain-balance.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, rulesOf, stampCard, visitTimes } from '#tests/support/shop.ts';

type Adjustment = Parameters<typeof adjustBalance>[1];

/** A customer with five stamps and 22 points. */
async function aHolder() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx } = shop;
  const customerId = await aCustomer(ctx);
  await visitTimes(ctx, customerId, 5);
  const unitId = stampCard(ctx).unitId;
  const adjust = (change: Partial<Adjustment>) =>
    adjustBalance(ctx, {
      requestId: aRequest(),
      customerId,
      unitId,
      change: 1,
      reason: 'Full paper card',
      ...change,
    });
  return { shop, ctx, customerId, unitId, adjust };
}

describe('correcting a balance by hand', () => {
  it('is an entry with its reason and a lot, in the name of who did it', async () => {
    const { shop, ctx, customerId, unitId, adjust } = await aHolder();
    const { entryId, balance } = await adjust({ change: 7 });
    expect(balance).toBe(12);
    const { rows } = await explainBalance(ctx, { customerId, unitId, offset: 0, limit: 1 });
    expect(rows).toEqual([
      {
        entryId,
        at: shop.clock.now(),
        day: '2026-03-10',
        kind: 'adjust',
        change: 7,
        balance: 12,
        visitId: null,
        amount: null,
        programmeNumber: 2,
        staffName: 'Owner',
        customerName: 'Aino Virtanen',
        why: { kind: 'adjusted', reason: 'Full paper card' },
      },
    ]);
    expect(shop.rows('SELECT amount, remaining FROM lots WHERE entry_id = ?', entryId)).toEqual([
      { amount: 7, remaining: 7 },
    ]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('takes from the oldest lots', async () => {
    const { shop, adjust, unitId } = await aHolder();
    expect((await adjust({ change: -2 })).balance).toBe(3);
    expect(shop.rows('SELECT remaining FROM lots WHERE unit_id = ? ORDER BY entry_id', unitId)).toEqual(
      [0, 0, 1, 1, 1].map((remaining) => ({ remaining })),
    );
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('can be spent like what was earned, and ends like it', async () => {
    const { shop, ctx, customerId, adjust } = await aHolder();
    const expiry = {
      points: { kind: 'never' },
      stamps: { kind: 'months', months: 6, graceDays: 0 },
    } as const;
    await publishRules(ctx, { expiry });
    const { entryId } = await adjust({ change: 5 });
    expect(shop.number('SELECT expires_day FROM lots WHERE entry_id = ?', entryId)).toBe(
      parseDay('2026-09-10'),
    );
    const rewardId = rulesOf(ctx).rewards[0]?.id ?? 0;
    const receipt = await aVisit(ctx, customerId, { redeem: [{ rewardId }] });
    expect(receipt.changes[0]).toMatchObject({ before: 10, spent: 10, after: 1 });
  });

  it('never goes below zero', async () => {
    const { shop, adjust, unitId } = await aHolder();
    const before = allRows(shop);
    await expect(adjust({ change: -6 })).rejects.toMatchObject({
      code: 'InsufficientBalance',
      data: { unitId, balance: 5, price: 6 },
    });
    expect(allRows(shop)).toEqual(before);
    expect((await adjust({ change: -5 })).balance).toBe(0);
  });

  it('is done once per request, also when both come at once', async () => {
    const { shop, adjust } = await aHolder();
    const requestId = aRequest();
    const [first, second] = await Promise.all([
      adjust({ requestId, change: 3 }),
      adjust({ requestId, change: 3 }),
    ]);
    expect(second).toEqual(first);
    expect(first.balance).toBe(8);
    expect(shop.number("SELECT count(*) FROM ledger_entries WHERE kind = 'adjust'")).toBe(1);
    await expect(adjust({ requestId, change: 4 })).rejects.toMatchObject({ code: 'RequestIdReused' });
  });

  it.each<[string, Partial<Adjustment>, object]>([
    ['nothing', { change: 0 }, { code: 'InvalidValue', data: { field: 'change' } }],
    ['a unit that is not there', { unitId: 9 }, { code: 'InvalidValue', data: { field: 'unitId' } }],
    ['somebody who is not there', { customerId: 9 }, { code: 'NotFound', data: { what: 'customer', id: 9 } }],
  ])('of %s is refused', async (_what, change, failure) => {
    const { shop, adjust } = await aHolder();
    const before = allRows(shop);
    await expect(adjust(change)).rejects.toMatchObject(failure);
    expect(allRows(shop)).toEqual(before);
  });
});
