import { describe, expect, it } from 'vitest';
import { followUpsToday, followUpsTomorrow, makeDailyFollowUps } from '#electron/services/follow-up-list.ts';
import { followUpsOf, makePromise } from '#electron/services/follow-up-promises.ts';
import { followUpResults } from '#electron/services/follow-up-results.ts';
import { aBirthdayShop, names, onDay, promise, record } from '#tests/support/follow-ups.ts';
import { aRequest, aVisit } from '#tests/support/shop.ts';

describe('a promise', () => {
  it('comes up on its day before everything else, and every day until it is kept', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    const { promiseId } = await promise(shop, aino, '2026-03-12', 'A coffee for the cold one');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual(['Aino: birthday']);
    await record(shop, aino, {});
    onDay(shop, '2026-03-12');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual(['Aino: promise']);
    onDay(shop, '2026-03-13');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual(['Aino: promise']);
    await record(shop, aino, { reason: 'promise', promiseId, outcome: 'reached' });
    expect(await followUpsToday(shop.ctx)).toMatchObject({ entries: [{ outcome: { outcome: 'reached' } }] });
    expect(await followUpsOf(shop.ctx, aino)).toMatchObject({ promises: [] });
    onDay(shop, '2026-03-14');
    await makeDailyFollowUps(shop.ctx, reports);
    expect(await names(shop)).toEqual([]);
  });

  it('made for today is on the list that is made already, once', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    await promise(shop, aino, '2026-03-10');
    expect(await followUpsToday(shop.ctx)).toMatchObject({
      entries: [{ name: 'Aino', because: { kind: 'promise' }, others: ['birthday'] }],
    });
  });

  it('is for a day to come and for somebody who works here', async () => {
    const { shop, aino } = await aBirthdayShop();
    await expect(promise(shop, aino, '2026-03-09')).rejects.toMatchObject({ code: 'InvalidValue' });
    await expect(promise(shop, 99, '2026-03-12')).rejects.toMatchObject({ code: 'NotFound' });
    const asked = { requestId: aRequest(), customerId: aino, text: 'A call', dueDay: '2026-03-12' };
    await expect(makePromise(shop.ctx, { ...asked, ownerId: 99 })).rejects.toMatchObject({
      code: 'NotFound',
    });
  });
});

describe('what came of it', () => {
  it('counts outcomes by reason, and who came within 30 days of those whose days are over', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    await record(shop, aino, {});
    onDay(shop, '2026-04-05');
    await aVisit(shop.ctx, aino);
    expect(await followUpResults(shop.ctx)).toEqual({
      reasons: [{ reason: 'birthday', outcomes: [{ outcome: 'reached', times: 1 }], reached: 0, came: 0 }],
    });
    onDay(shop, '2026-04-10');
    expect(await followUpResults(shop.ctx)).toMatchObject({ reasons: [{ reached: 1, came: 1 }] });
  });
});

describe('tomorrow', () => {
  it('is known today, by what was put off and what comes up', async () => {
    const { shop, aino, reports } = await aBirthdayShop();
    await makeDailyFollowUps(shop.ctx, reports);
    await record(shop, aino, { outcome: 'noAnswer' });
    const tomorrow = await followUpsTomorrow(shop.ctx, reports);
    expect(tomorrow).toMatchObject({
      day: '2026-03-11',
      entries: [{ name: 'Aino', because: { kind: 'birthday', inDays: -1 }, outcome: null }],
    });
  });
});
