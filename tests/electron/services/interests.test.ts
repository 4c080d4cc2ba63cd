import { describe, expect, it } from 'vitest';
import { changeItem } from '#electron/services/catalogue.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerTimeline } from '#electron/services/customer-timeline.ts';
import { addInterest, interestList, takeInterestOff } from '#electron/services/interests.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit } from '#tests/support/shop.ts';

async function asked() {
  const shop = await aShop();
  const { ctx } = shop;
  const bun = (await anItem(ctx, { name: 'Cinnamon bun' })).id;
  const tea = (await anItem(ctx, { name: 'Tea' })).id;
  const aino = await aCustomer(ctx, { name: 'Aino' });
  const add = (about: Parameters<typeof addInterest>[1]['about'], customerId = aino) =>
    addInterest(ctx, { requestId: aRequest(), customerId, about });
  const hints = async (customerId = aino) =>
    (await customerCard(ctx, customerId)).hints.filter(({ kind }) => kind === 'askedAbout');
  const states = async (customerId = aino) =>
    (await interestList(ctx, customerId)).interests.map(({ what, state }) => `${what} ${state}`);
  const told = async (customerId = aino) => {
    const { entries } = await customerTimeline(ctx, { customerId, kind: 'all', offset: 0, limit: 50 });
    return entries.flatMap((one) => (one.kind === 'interest' ? [`${one.what} ${one.state}`] : []));
  };
  return { ...shop, bun, tea, aino, add, hints, states, told };
}

describe('what somebody asked about', () => {
  it('is offered from the next visit on, until they buy it, and again when that is undone', async () => {
    const { ctx, clock, bun, tea, aino, add, hints, states } = await asked();
    await add({ kind: 'item', itemId: bun });
    expect(await hints()).toEqual([]);
    clock.pass(1);
    await aVisit(ctx, aino, { items: [{ itemId: tea, quantity: 1 }] });
    expect(await hints()).toEqual([{ kind: 'askedAbout', names: ['Cinnamon bun'] }]);
    clock.pass(60 * 24);
    const { visitId } = await aVisit(ctx, aino, { items: [{ itemId: bun, quantity: 1 }] });
    expect(await hints()).toEqual([]);
    expect(await states()).toEqual(['Cinnamon bun bought']);
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await hints()).toEqual([{ kind: 'askedAbout', names: ['Cinnamon bun'] }]);
    expect(await states()).toEqual(['Cinnamon bun open']);
  });

  it('does not end by what was bought before it was asked', async () => {
    const { ctx, clock, bun, aino, add, states } = await asked();
    await aVisit(ctx, aino, { items: [{ itemId: bun, quantity: 1 }] });
    clock.pass(1);
    await add({ kind: 'item', itemId: bun });
    expect(await states()).toEqual(['Cinnamon bun open']);
  });

  it('is not offered while the item is not sold', async () => {
    const { ctx, clock, bun, add, hints } = await asked();
    await add({ kind: 'item', itemId: bun });
    clock.pass(60 * 24);
    expect(await hints()).toHaveLength(1);
    await changeItem(ctx, { requestId: aRequest(), itemId: bun, active: false });
    expect(await hints()).toEqual([]);
  });

  it('is written once while it is open, and words end only by hand', async () => {
    const { ctx, clock, aino, add, hints, states, told } = await asked();
    const first = await add({ kind: 'words', words: 'Chaí latte' });
    const again = await add({ kind: 'words', words: 'chai LATTE' });
    expect(again.interestId).toBe(first.interestId);
    clock.pass(60 * 24);
    await aVisit(ctx, aino);
    expect(await states()).toEqual(['Chaí latte open']);
    expect(await hints()).toEqual([]);
    const input = { requestId: aRequest(), interestId: first.interestId };
    expect((await takeInterestOff(ctx, input)).state).toBe('ended');
    expect((await takeInterestOff(ctx, input)).state).toBe('ended');
    expect(await states()).toEqual([]);
    expect(await told()).toEqual(['Chaí latte ended']);
    await add({ kind: 'words', words: 'Chai latte' });
    expect(await states()).toEqual(['Chai latte open']);
  });

  it('belongs to both entries of a person while they are merged, as do the visits that end it', async () => {
    const { ctx, clock, bun, aino, add, states, told } = await asked();
    const twin = await aCustomer(ctx, { name: 'Aino M' });
    await add({ kind: 'item', itemId: bun }, twin);
    clock.pass(1);
    await aVisit(ctx, aino, { items: [{ itemId: bun, quantity: 1 }] });
    expect(await states(twin)).toEqual(['Cinnamon bun open']);
    await mergeCustomers(ctx, { requestId: aRequest(), keepId: aino, mergeId: twin });
    expect(await states()).toEqual(['Cinnamon bun bought']);
    expect(await told()).toEqual(['Cinnamon bun bought']);
    await unmergeCustomers(ctx, { requestId: aRequest(), mergeId: twin });
    expect(await states()).toEqual([]);
    expect(await states(twin)).toEqual(['Cinnamon bun open']);
    expect([await told(), await told(twin)]).toEqual([[], ['Cinnamon bun open']]);
  });
});
