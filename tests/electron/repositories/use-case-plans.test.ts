import { beforeEach, describe, expect, it } from 'vitest';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { tagsOfPeople } from '#electron/repositories/tags.ts';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { park, release } from '#electron/services/parked-check-ins.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { putOn, tagsOfCustomer, takeOff } from '#electron/services/tags.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { issueVoucher, takeVoucherBack } from '#electron/services/vouchers.ts';
import { aLevel } from '#tests/shared/domain/loyalty/programmes.ts';
import { plansWhile } from '#tests/support/query-plans.ts';
import { aReward, pointsFor, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  rulesOf,
  stampCard,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

let shop: TestShop;
beforeEach(async () => {
  shop = await aShop();
});

describe('whole use cases', () => {
  /** Hold a handful of rows in any shop: what the owner has set up, and what is set aside just now. */
  const small = ['preferences', 'price_holds', 'parked_check_ins', 'parked_reserves', 'reward_counts'];

  /** Everything a use case asks of the database, whole tables read. */
  async function scansOf(work: () => Promise<unknown>): Promise<readonly string[]> {
    const { writer, reader } = shop.database;
    const plans = await plansWhile([writer, reader], work);
    expect(plans.length).toBeGreaterThan(3);
    return (
      plans
        .filter(({ sql }) => !small.some((table) => sql.includes(`from "${table}"`)))
        .flatMap((plan) => plan.lines)
        // A row without a table is no table.
        .filter((line) => line.startsWith('SCAN') && line !== 'SCAN CONSTANT ROW')
    );
  }

  it('of the till read no whole table', async () => {
    const { ctx } = shop;
    const latte = await anItem(ctx);
    const [customerId, other] = [await aCustomer(ctx), await aCustomer(ctx)];
    await visitTimes(ctx, customerId, 10);
    await visitTimes(ctx, other, 10);
    const scans = await scansOf(async () => {
      // A connection of its own: nothing has been prepared on it yet.
      const fresh = { ...ctx, work: new UnitOfWork(shop.database.writer, shop.database.reader) };
      const receipt = await checkIn(fresh, {
        requestId: aRequest(),
        customerId,
        amount: 450,
        items: [{ itemId: latte.id, quantity: 1 }],
        redeem: [{ rewardId: stampReward(ctx).id }],
      });
      const moved = await moveVisit(fresh, {
        requestId: aRequest(),
        visitId: receipt.visitId,
        customerId: other,
      });
      await undoVisit(fresh, { requestId: aRequest(), visitId: moved.visitId });
      await customerCard(fresh, customerId);
    });
    expect(scans).toEqual([]);
  });

  it('of somebody’s tags find them by index, however many people and tags there are', async () => {
    const { ctx } = shop;
    const customerId = await aCustomer(ctx);
    const scans = await scansOf(async () => {
      const fresh = { ...ctx, work: new UnitOfWork(shop.database.writer, shop.database.reader) };
      const of = { requestId: aRequest(), customerId };
      const { tags } = await putOn(fresh, { ...of, name: 'Oat milk' });
      await takeOff(fresh, { ...of, requestId: aRequest(), tagId: tags[0]?.tagId ?? 0 });
      await tagsOfCustomer(fresh, customerId);
      await tagsOfPeople(fresh.work.read, [customerId]);
    });
    // The ids that are handed in as a list are read as one.
    expect(scans.filter((line) => !line.includes('VIRTUAL TABLE'))).toEqual([]);
  });

  it('of the whole programme read no whole table either', async () => {
    const { ctx } = shop;
    const { stampCards } = rulesOf(ctx);
    const gift = { unitId: stampCard(ctx).unitId, amount: 1 };
    const latte = await anItem(ctx);
    const scope = { kind: 'item', itemId: latte.id } as const;
    const free = aReward({
      id: 501,
      unitId: gift.unitId,
      price: 1,
      itemId: latte.id,
      onlyNew: true,
      stock: 9,
    });
    await publishRules(ctx, {
      points: pointsFor(1, 100, { dailyCap: 5, perItem: [{ scope, points: 1 }] }),
      stampCards: stampCards.map((card) => ({ ...card, perDay: 5 })),
      rewards: [...rulesOf(ctx).rewards, free],
      gifts: {
        signUp: gift,
        referral: { referrer: gift, friend: gift },
        birthday: { gift, daysAround: 3 },
        milestones: [{ visits: 2, gift }],
      },
      tiers: { basis: 'visits', window: { kind: 'calendarYear' }, graceDays: 0, levels: [aLevel()] },
    });
    const referredById = await aCustomer(ctx);
    const birthday = { day: 10, month: 3, year: null };
    const customerId = await aCustomer(ctx, { referredById, birthday });
    const scans = await scansOf(async () => {
      const fresh = { ...ctx, work: new UnitOfWork(shop.database.writer, shop.database.reader) };
      const { voucherId } = await issueVoucher(fresh, {
        requestId: aRequest(),
        customerId,
        kind: 'surprise',
        name: 'A gift',
        benefit: { kind: 'thing' },
        cost: 100,
        expiresDay: '2099-12-31',
      });
      await adjustBalance(fresh, { requestId: aRequest(), customerId, ...gift, change: 4, reason: 'Paper' });
      await aVisit(fresh, customerId);
      const redeem = [{ rewardId: free.id }];
      const { visitId } = await aVisit(fresh, customerId, { redeem });
      const content = { customerId, amount: 450, items: [], redeem: [], vouchers: [] };
      const { parkedId } = await park(fresh, { requestId: aRequest(), ...content });
      await release(fresh, { requestId: aRequest(), parkedId });
      await refundVisit(fresh, { requestId: aRequest(), visitId, amount: 100, returnRewards: true });
      await undoVisit(fresh, { requestId: aRequest(), visitId });
      await takeVoucherBack(fresh, { requestId: aRequest(), voucherId, reason: 'Wrong' });
      await customerCard(fresh, customerId);
    });
    expect(scans).toEqual([]);
  });
});
