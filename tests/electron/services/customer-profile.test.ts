import { describe, expect, it } from 'vitest';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

describe('the profile of a customer', () => {
  it('of somebody new has nothing yet', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 10:00' });
    const profile = await customerProfile(ctx, await aCustomer(ctx));
    expect(profile).toMatchObject({
      visits: 0,
      firstDay: null,
      lastDay: null,
      lastAt: null,
      spend: 0,
      amountVisits: 0,
      rhythmDays: null,
      usual: [],
      brought: [],
    });
    expect(profile.balances.map(({ kind, balance }) => [kind, balance])).toEqual([
      ['stamps', 0],
      ['points', 0],
    ]);
    expect(profile.months[0]).toEqual({ month: '2025-04', visits: 0 });
    expect(profile.months.at(-1)).toEqual({ month: '2026-03', visits: 0 });
    expect(profile.months).toHaveLength(12);
  });

  it('sums up the visits that stand, by days and months', async () => {
    const { ctx, clock } = await aShop({ now: '2025-03-31 10:00' });
    const latte = await anItem(ctx);
    const customerId = await aCustomer(ctx);
    const come = async (moment: string, amount: number | null = 500) => {
      clock.set(momentAt(moment));
      return aVisit(ctx, customerId, { amount, items: [{ itemId: latte.id, quantity: 1 }] });
    };
    await come('2025-03-31 10:00');
    await come('2025-04-30 10:00');
    await come('2025-04-30 15:00');
    await come('2026-02-01 10:00');
    // Before the cut-off it is still February.
    await come('2026-03-01 03:59');
    const undone = await come('2026-03-02 10:00', 9_900);
    await undoVisit(ctx, { requestId: aRequest(), visitId: undone.visitId });
    const profile = await customerProfile(ctx, customerId);
    expect(profile).toMatchObject({
      visits: 4,
      firstDay: '2025-03-31',
      lastDay: '2026-02-28',
      lastAt: momentAt('2026-03-01 03:59'),
      spend: 2_500,
      amountVisits: 5,
      rhythmDays: 30,
      usual: [{ name: 'Latte', quantity: 1 }],
    });
    expect(profile.months.filter((month) => month.visits > 0)).toEqual([
      { month: '2025-04', visits: 1 },
      { month: '2026-02', visits: 2 },
    ]);
  });

  it('names whom they brought, and who brought them', async () => {
    const { ctx } = await aShop();
    const friend = await aCustomer(ctx, { name: 'Oona Laine' });
    const brought = await aCustomer(ctx, { name: 'Aino Virtanen', referredById: friend });
    expect((await customerProfile(ctx, friend)).brought).toEqual([
      { customerId: brought, name: 'Aino Virtanen' },
    ]);
    expect((await customerProfile(ctx, brought)).customer.referredByName).toBe('Oona Laine');
  });

  it('of somebody unknown is not there', async () => {
    const { ctx } = await aShop();
    await expect(customerProfile(ctx, 9)).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'customer', id: 9 },
    });
  });
});
