import { describe, expect, it } from 'vitest';
import { currentProgramme } from '#electron/services/programme.ts';
import { setUpShop } from '#electron/services/set-up-shop.ts';
import { readSettings } from '#electron/services/settings.ts';
import { programme } from '#shared/contract/loyalty.ts';
import { settingsShape } from '#shared/contract/settings.ts';
import { rewardOffer } from '#shared/contract/till.ts';
import { currencies } from '#shared/domain/money/currencies.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aCustomer, aShop, aVisit, rulesOf, stampCard } from '#tests/support/shop.ts';

const kinds = ['cafe', 'salon', 'other'] as const;

describe('the first run', () => {
  it('is done once', async () => {
    const shop = await aShop();
    const before = allRows(shop);
    const again = setUpShop(shop.ctx, { ...readSettings(shop.ctx).shop, name: 'Another' });
    await expect(again).rejects.toMatchObject({ code: 'AlreadySetUp' });
    expect(allRows(shop)).toEqual(before);
  });

  it('names the owner as asked, or in the language of the shop', async () => {
    const { ctx, database } = await aShop({ language: 'fi' });
    expect(readSettings(ctx).staff).toMatchObject([{ name: 'Omistaja', role: 'owner' }]);
    expect(stampCard(ctx).name).not.toBe('Coffee card');
    expect(database.reader.prepare('SELECT language FROM shop').pluck().get()).toBe('fi');
  });

  it.each(currencies.flatMap(({ code }) => kinds.map((kind) => [code, kind] as const)))(
    'gives a shop in %s (%s) a programme and limits of its money',
    async (currency, kind) => {
      const { ctx } = await aShop({ currency, kind });
      const settings = settingsShape.parse(readSettings(ctx));
      const { rules } = programme.parse(currentProgramme(ctx));
      const euro = 10 ** settings.currencyDigits;
      expect(settings.till.largestWithoutQuestion).toBeGreaterThanOrEqual(60 * euro);
      expect(settings.till.activityWindow).toBe(kind === 'salon' ? 120 : 60);
      expect(rules.points?.per).toBeGreaterThanOrEqual(euro);
      expect(rules.stampCards).toHaveLength(kind === 'other' ? 0 : 1);
      expect(rules.rewards.map((reward) => reward.unitId === rules.pointsUnitId)).toEqual(
        kind === 'other' ? [true] : [false, true],
      );
      const receipt = await aVisit(ctx, await aCustomer(ctx), { amount: (rules.points?.per ?? 0) * 7 });
      expect(receipt.changes.find((change) => change.kind === 'points')?.earned).toBe(7);
      for (const { id, ...offer } of rulesOf(ctx).rewards)
        expect(() =>
          rewardOffer.parse({ ...offer, rewardId: id, ready: false, obstacle: 'balance' }),
        ).not.toThrow();
    },
  );

  it.each([
    [{ currency: 'ABC' }, 'currency'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('refuses %j', async (wrong, field) => {
    const shop = await aShop();
    const { shop: facts } = readSettings(shop.ctx);
    await expect(setUpShop(shop.ctx, { ...facts, ...wrong })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field },
    });
  });
});
