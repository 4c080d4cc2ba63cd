import { describe, expect, it } from 'vitest';
import { addNote, answerConsent } from '#electron/services/change-customer.ts';
import { customerTimeline } from '#electron/services/customer-timeline.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  rulesOf,
  stampCard,
  stampReward,
  visitTimes,
} from '#tests/support/shop.ts';

type Kind = Parameters<typeof customerTimeline>[1]['kind'];

const timeline = (
  ctx: ShopContext,
  customerId: number,
  kind: Kind = 'all',
  page = { offset: 0, limit: 100 },
) => customerTimeline(ctx, { customerId, kind, ...page });

/** Joined, one answer, ten visits, a rewarded visit, a note, a visit that was undone and one that was moved away. */
async function aFullLife() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx, clock } = shop;
  const customerId = await aCustomer(ctx);
  const latte = await anItem(ctx);
  clock.pass(1);
  await answerConsent(ctx, { requestId: aRequest(), customerId, purpose: 'contact', granted: true });
  clock.pass(1);
  await visitTimes(ctx, customerId, 10);
  clock.pass(1);
  const rewarded = await aVisit(ctx, customerId, {
    amount: 250,
    items: [{ itemId: latte.id, quantity: 2 }],
    redeem: [{ rewardId: stampReward(ctx).id }],
  });
  clock.pass(1);
  await addNote(ctx, { requestId: aRequest(), customerId, text: 'Likes the window' });
  clock.pass(1);
  const undone = await aVisit(ctx, customerId, { amount: 111 });
  clock.pass(1);
  const moved = await aVisit(ctx, customerId, { amount: 222 });
  clock.pass(1);
  await undoVisit(ctx, { requestId: aRequest(), visitId: undone.visitId });
  const other = await aCustomer(ctx);
  await moveVisit(ctx, { requestId: aRequest(), visitId: moved.visitId, customerId: other });
  return { shop, ctx, customerId, other, rewarded, undone, moved };
}

describe('the history of a customer', () => {
  it('tells everything, newest first', async () => {
    const { ctx, customerId, rewarded, undone, moved } = await aFullLife();
    const { total, entries } = await timeline(ctx, customerId);
    expect(total).toBe(16);
    expect(entries).toHaveLength(16);
    const { pointsUnitId } = rulesOf(ctx);
    expect(entries[0]).toMatchObject({ kind: 'visit', visitId: moved.visitId, state: 'moved', amount: 222 });
    expect(entries[1]).toMatchObject({
      kind: 'visit',
      visitId: undone.visitId,
      state: 'undone',
      amount: 111,
    });
    expect(entries[2]).toMatchObject({
      kind: 'note',
      text: 'Likes the window',
      staffName: 'Owner',
      day: '2026-03-10',
    });
    expect(entries[3]).toEqual({
      kind: 'visit',
      visitId: rewarded.visitId,
      at: rewarded.at,
      day: '2026-03-10',
      amount: 250,
      lines: [{ name: 'Latte', quantity: 2 }],
      rewardNames: ['Free coffee'],
      changes: [
        { unitId: pointsUnitId, kind: 'points', change: 2 },
        { unitId: stampCard(ctx).unitId, kind: 'stamps', change: -9 },
      ],
      state: 'done',
      imported: false,
      staffName: 'Owner',
    });
    expect(entries.at(-2)).toMatchObject({ kind: 'consent', purpose: 'contact', granted: true });
    expect(entries.at(-1)).toMatchObject({ kind: 'joined', day: '2026-03-10', staffName: 'Owner' });
  });

  it('shows a moved visit at the new customer as done', async () => {
    const { ctx, other, moved } = await aFullLife();
    const { entries } = await timeline(ctx, other, 'visits');
    expect(entries).toMatchObject([{ kind: 'visit', at: moved.at, amount: 222, state: 'done' }]);
  });

  it.each<[Kind, number, readonly string[]]>([
    ['all', 16, ['consent', 'joined', 'note', 'visit']],
    ['visits', 13, ['visit']],
    ['rewards', 1, ['visit']],
    ['notes', 1, ['note']],
  ])('of the kind %s has %i lines', async (kind, total, kinds) => {
    const { ctx, customerId } = await aFullLife();
    const page = await timeline(ctx, customerId, kind);
    expect(page.total).toBe(total);
    expect(page.entries).toHaveLength(total);
    expect([...new Set(page.entries.map((entry) => entry.kind))].sort()).toEqual(kinds);
  });

  it('is read page by page, every line once', async () => {
    const { ctx, customerId } = await aFullLife();
    const { entries } = await timeline(ctx, customerId);
    const paged = [];
    for (let offset = 0; offset < 20; offset += 3) {
      const page = await timeline(ctx, customerId, 'all', { offset, limit: 3 });
      expect(page.total).toBe(16);
      paged.push(...page.entries);
    }
    expect(paged).toEqual(entries);
  });

  it('of somebody unknown is not there', async () => {
    const { ctx } = await aShop();
    await expect(timeline(ctx, 9)).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'customer', id: 9 },
    });
  });
});
