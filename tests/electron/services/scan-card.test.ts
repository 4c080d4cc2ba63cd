import { describe, expect, it } from 'vitest';
import { blockCard } from '#electron/services/change-customer.ts';
import { scanCard } from '#electron/services/scan-card.ts';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { aCustomer, aRequest, aShop } from '#tests/support/shop.ts';

describe('a scan', () => {
  it('finds whose card it is, one of ours or of another maker, however it is written', async () => {
    const { ctx } = await aShop();
    const own = await aCustomer(ctx, { issueCard: true });
    const foreign = await aCustomer(ctx, { cardCode: 'ab-1234' });
    const code = issueCardCode(1, 1);
    expect(await scanCard(ctx, [code])).toEqual({ kind: 'customer', customerId: own, code });
    const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
    expect(await scanCard(ctx, [spaced])).toEqual({ kind: 'customer', customerId: own, code });
    expect(await scanCard(ctx, ['AB1234'])).toEqual({
      kind: 'customer',
      customerId: foreign,
      code: 'AB1234',
    });
  });

  it('takes the first reading that is a card of somebody', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx, { cardCode: 'YZ0001' });
    expect(await scanCard(ctx, ['ZY0001', 'YZ0001'])).toEqual({
      kind: 'customer',
      customerId,
      code: 'YZ0001',
    });
  });

  it('says that a card is blocked, and whose it was', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx, { name: 'Aino Virtanen', cardCode: 'LOST-1' });
    await blockCard(ctx, { requestId: aRequest(), customerId, code: 'LOST-1' });
    expect(await scanCard(ctx, ['LOST1'])).toEqual({
      kind: 'blocked',
      customerId,
      name: 'Aino Virtanen',
      code: 'LOST1',
    });
  });

  it.each([
    [['ZZ0001', issueCardCode(1, 42)], issueCardCode(1, 42)],
    [['ZZ0001', 'YY0001'], 'ZZ0001'],
    [['?!', 'yy-0001'], 'YY0001'],
    [['?!'], '?!'],
  ])('shows %j as %s when it is nobody’s', async (candidates, code) => {
    const { ctx } = await aShop();
    expect(await scanCard(ctx, candidates)).toEqual({ kind: 'unknown', code });
  });
});
