import { describe, expect, it } from 'vitest';
import { blockCard } from '#electron/services/change-customer.ts';
import { findDuplicates } from '#electron/services/find-duplicates.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { aCustomer, aRequest, aShop, aVisit } from '#tests/support/shop.ts';

type Input = Partial<Parameters<typeof findDuplicates>[2]>;

async function aShopWithPeople() {
  const { ctx } = await aShop({ now: '2026-03-10 10:00' });
  const aino = await aCustomer(ctx, { name: 'Aino Virtanen', phone: '040 123 4567', cardCode: 'AB1234' });
  const search = new CustomerSearch(ctx.work.read);
  const find = (input: Input) =>
    findDuplicates(ctx, search, { name: '', phone: null, cardCode: null, ...input });
  const why = async (input: Input) => (await find(input)).map((duplicate) => duplicate.why);
  return { ctx, aino, find, why };
}

describe('who may be the same person', () => {
  it('is told with the phone and the last visit, to tell them apart', async () => {
    const { ctx, aino, find } = await aShopWithPeople();
    await aVisit(ctx, aino);
    expect(await find({ name: 'aino virtanen' })).toEqual([
      { customerId: aino, name: 'Aino Virtanen', phoneTail: '4567', lastDay: '2026-03-10', why: 'name' },
    ]);
  });

  it.each<[Input, string[]]>([
    [{ name: 'Virtanen Aino' }, ['name']],
    [{ name: 'Aino Virtamen' }, ['name']],
    [{ name: 'AINO VIRTANEN' }, ['name']],
    [{ name: 'Aino Laine' }, []],
    [{ name: 'Aino' }, []],
    [{ phone: '+358 40 1234567' }, ['phone']],
    [{ phone: '0401234568' }, []],
    [{ phone: 'not a phone' }, []],
    [{ cardCode: 'ab-1234' }, ['card']],
    [{ cardCode: 'AB1235' }, []],
    [{ cardCode: '!' }, []],
    [{ name: '123' }, []],
    [{ name: '' }, []],
    [{ name: 'Aino Virtanen', phone: '0401234567', cardCode: 'AB1234' }, ['card']],
  ])('for %j: %j', async (input, expected) => {
    const { why } = await aShopWithPeople();
    expect(await why(input)).toEqual(expected);
  });

  it('is everybody with that phone', async () => {
    const { ctx, why } = await aShopWithPeople();
    await aCustomer(ctx, { name: 'Eero Virtanen', phone: '040 123 4567' });
    expect(await why({ phone: '0401234567' })).toEqual(['phone', 'phone']);
  });

  it('is the owner of a blocked card too', async () => {
    const { ctx, aino, why } = await aShopWithPeople();
    await blockCard(ctx, { requestId: aRequest(), customerId: aino, code: 'AB1234' });
    expect(await why({ cardCode: 'AB1234' })).toEqual(['card']);
  });

  it('is not the person who is being edited', async () => {
    const { aino, why } = await aShopWithPeople();
    expect(await why({ name: 'Aino Virtanen', phone: '0401234567', exceptId: aino })).toEqual([]);
  });

  it('is at most five', async () => {
    const { ctx, why } = await aShopWithPeople();
    for (let time = 0; time < 7; time += 1) await aCustomer(ctx, { name: 'Aino Virtanen' });
    expect(await why({ name: 'Aino Virtanen' })).toHaveLength(5);
  });
});
