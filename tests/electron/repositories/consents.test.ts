import { describe, expect, it } from 'vitest';
import { allowedChannels, mayProfile, refusedProfiling } from '#electron/repositories/consents.ts';
import { answerConsent } from '#electron/services/change-customer.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import type { ConsentPurpose } from '#shared/domain/consent/consent.ts';
import { aCustomer, aRequest, aShop } from '#tests/support/shop.ts';

const answer = (ctx: ShopContext, customerId: number, purpose: ConsentPurpose, granted: boolean) =>
  answerConsent(ctx, { requestId: aRequest(), customerId, purpose, granted });

const channelsOf = async (ctx: ShopContext, id: number) => [
  ...((await allowedChannels(ctx.work.read, [id])).get(id) ?? []),
];

describe('the ways to reach people', () => {
  it('are none without a yes, and stop at once with a no', async () => {
    const { ctx } = await aShop();
    const aino = await aCustomer(ctx, { phone: '040 123 4567', email: 'a@b.fi' });
    expect(await channelsOf(ctx, aino)).toEqual([]);
    await answer(ctx, aino, 'contact', true);
    expect(await channelsOf(ctx, aino)).toEqual(['call', 'text', 'email', 'post']);
    await answer(ctx, aino, 'call', false);
    expect(await channelsOf(ctx, aino)).toEqual(['text', 'email', 'post']);
    await answer(ctx, aino, 'contact', false);
    expect(await channelsOf(ctx, aino)).toEqual([]);
    await answer(ctx, aino, 'email', true);
    expect(await channelsOf(ctx, aino)).toEqual(['email']);
  });

  it('need a number or an address', async () => {
    const { ctx } = await aShop();
    const aino = await aCustomer(ctx, { consents: [{ purpose: 'contact', granted: true }] });
    expect(await channelsOf(ctx, aino)).toEqual(['post']);
  });

  it('are those agreed to under any entry of the person', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const kept = await aCustomer(ctx, { name: 'Aino', phone: '040 123 4567' });
    const merged = await aCustomer(ctx, { name: 'A.', consents: [{ purpose: 'text', granted: true }] });
    expect(await channelsOf(ctx, merged)).toEqual([]);
    await mergeCustomers(ctx, { requestId: aRequest(), keepId: kept, mergeId: merged });
    expect(await channelsOf(ctx, kept)).toEqual(['text']);
    shop.clock.pass(1);
    await answer(ctx, kept, 'contact', false);
    expect(await channelsOf(ctx, kept)).toEqual([]);
  });
});

describe('estimates about people', () => {
  it('are made until somebody objects, to them or to being a member', async () => {
    const { ctx } = await aShop();
    const [asked, refused, left, merged] = [
      await aCustomer(ctx, { name: 'Asked', consents: [{ purpose: 'membership', granted: true }] }),
      await aCustomer(ctx, { name: 'Refused' }),
      await aCustomer(ctx, { name: 'Left' }),
      await aCustomer(ctx, { name: 'Merged' }),
    ];
    await answer(ctx, refused, 'profiling', false);
    await answer(ctx, left, 'membership', false);
    expect([...(await refusedProfiling(ctx.work.read))].filter((id) => id > 0).sort()).toEqual(
      [refused, left].sort(),
    );
    expect(await mayProfile(ctx.work.read, asked)).toBe(true);
    expect(await mayProfile(ctx.work.read, refused)).toBe(false);
    await answer(ctx, left, 'profiling', true);
    expect(await mayProfile(ctx.work.read, left)).toBe(true);
    await mergeCustomers(ctx, { requestId: aRequest(), keepId: merged, mergeId: refused });
    expect(await mayProfile(ctx.work.read, merged)).toBe(false);
    expect(await mayProfile(ctx.work.read, refused)).toBe(false);
  });
});
