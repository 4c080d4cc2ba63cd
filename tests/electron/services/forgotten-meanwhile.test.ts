import { expect, it, vi } from 'vitest';
import { makeFollowUps } from '#electron/services/follow-up-list.ts';
import { refreshOutlooks } from '#electron/services/outlook-run.ts';
import { forgetPeople } from '#electron/services/privacy/forget-person.ts';
import { currentStaff, present, shopFacts } from '#electron/services/shop-context.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

/** Somebody is forgotten after everybody was looked at, and before it is written down. */
function forget(shop: TestShop, customerId: number): Promise<unknown> {
  const { ctx } = shop;
  const facts = shopFacts(ctx);
  const about = {
    shop: facts.shop,
    cause: 'asked' as const,
    staffId: currentStaff(facts).id,
    ...present(ctx),
  };
  return ctx.work.write((tx) => forgetPeople(tx, [customerId], about));
}

/** What was found out is about to be written down: something else comes first. */
function beforeTheNextWrite({ ctx }: TestShop, act: () => Promise<unknown>): void {
  const write = ctx.work.write.bind(ctx.work);
  vi.spyOn(ctx.work, 'write').mockImplementationOnce(async (work) => {
    await act();
    return write(work);
  });
}

async function aShopWithTwo(): Promise<{ shop: TestShop; gone: number; kept: number }> {
  const shop = await aShop({ now: '2026-03-01 10:00' });
  const gone = await aCustomer(shop.ctx, { name: 'Gone' });
  const kept = await aCustomer(shop.ctx, { name: 'Kept' });
  for (const id of [gone, kept]) await aVisit(shop.ctx, id);
  return { shop, gone, kept };
}

const peopleOf = (shop: TestShop, table: 'customer_outlook' | 'follow_up_list') =>
  shop.rows<{ id: number }>(`SELECT customer_id AS id FROM ${table}`).map(({ id }) => id);

it('gives nobody an outlook again who was forgotten while everybody was looked at', async () => {
  const { shop, gone, kept } = await aShopWithTwo();
  const reports = reportsOf(shop);
  beforeTheNextWrite(shop, () => forget(shop, gone));
  await refreshOutlooks(shop.ctx, reports);
  expect(peopleOf(shop, 'customer_outlook')).toEqual([kept]);
});

it('puts nobody on the list again who was forgotten while it was made', async () => {
  const { shop, gone, kept } = await aShopWithTwo();
  shop.clock.set(momentAt('2026-03-09 10:00'));
  const reports = reportsOf(shop);
  await makeFollowUps(shop.ctx, reports);
  expect(peopleOf(shop, 'follow_up_list').sort()).toEqual([gone, kept].sort());
  beforeTheNextWrite(shop, () => forget(shop, gone));
  await makeFollowUps(shop.ctx, reports);
  expect(peopleOf(shop, 'follow_up_list')).toEqual([kept]);
});
