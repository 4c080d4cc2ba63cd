import { describe, expect, it } from 'vitest';
import { campaignPeople } from '#electron/repositories/campaigns.ts';
import { heldOut } from '#electron/repositories/experiments.ts';
import { removeCampaign, saveCampaign } from '#electron/services/campaigns.ts';
import { experimentList, experimentPlan, experimentResult } from '#electron/services/experiments.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { beginCampaign, endCampaign } from '#electron/services/start-campaign.ts';
import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { aDraft, aShopWithPeople, aWay, type CampaignShop, withPast } from '#tests/support/campaign-shop.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aRequest } from '#tests/support/shop.ts';

const everybody: CampaignDraft['whom'] = { kind: 'filter', filter: { kind: 'all', of: [] } };
const test = { holdoutPercent: 50, windowDays: 14, effectOf100: 20 };

async function started(shop: CampaignShop, fields: Partial<CampaignDraft> = {}) {
  const { ctx } = shop.shop;
  const reports = reportsOf(shop.shop);
  const { campaignId } = await saveCampaign(ctx, {
    requestId: aRequest(),
    campaignId: null,
    draft: aDraft(shop, { test, ...fields }),
  });
  const campaign = await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId });
  const armOf = new Map(
    shop.shop
      .rows<{ id: number; arm: string }>(
        'SELECT customer_id AS id, arm FROM campaign_people WHERE campaign_id = ?',
        campaignId,
      )
      .map(({ id, arm }) => [id, arm]),
  );
  return { reports, campaign, campaignId, armOf, held: [...armOf].filter(([, arm]) => arm === 'held') };
}

describe('an experiment', () => {
  it('draws its people once, and nobody can change who is in which group', async () => {
    const shop = await aShopWithPeople(41);
    const { armOf, held, campaign, campaignId } = await started(shop);
    expect(campaign).toMatchObject({
      state: 'running',
      people: 41,
      startedDay: '2026-03-10',
      endDay: '2026-03-24',
    });
    expect([held.length, armOf.size]).toEqual([20, 41]);
    const change = (sql: string) => () => shop.shop.database.writer.exec(sql);
    expect(change("UPDATE campaign_people SET arm = 'a'")).toThrow('append-only');
    expect(change('DELETE FROM campaign_people')).toThrow('append-only');
    expect(change('UPDATE experiments SET end_day = 1')).toThrow('append-only');
    expect(change(`UPDATE campaigns SET whom = '{}' WHERE id = ${campaignId}`)).toThrow('stays as it is');
    expect(change(`DELETE FROM campaigns WHERE id = ${campaignId}`)).toThrow('stays as it is');
    const { ctx } = shop.shop;
    const again = { requestId: aRequest(), campaignId };
    await expect(saveCampaign(ctx, { ...again, draft: aDraft(shop) })).rejects.toMatchObject({
      code: 'CampaignNotOpen',
    });
    await expect(removeCampaign(ctx, again)).rejects.toMatchObject({ code: 'CampaignNotOpen' });
  });

  it('keeps those held back from the list until its last day, and nobody longer', async () => {
    const shop = await aShopWithPeople(40);
    const { held } = await started(shop);
    const db = shop.shop.ctx.work.read;
    const ids = held.map(([id]) => id);
    const turns = await campaignPeople(db, shop.today());
    expect(turns).toHaveLength(20);
    expect(turns.some(({ customerId }) => ids.includes(customerId))).toBe(false);
    expect(turns[0]).toMatchObject({ name: 'Say hello', words: { fi: 'Kiva nähdä, {name}.' }, arm: 'a' });
    expect([...(await heldOut(db, shop.today()))].sort()).toEqual(ids.sort());
    const inDays = (days: number) => (shop.today() + days) as BusinessDay;
    // Turned to for a week, watched for a fortnight.
    expect(await campaignPeople(db, inDays(7))).toEqual([]);
    expect((await heldOut(db, inDays(14))).size).toBe(20);
    expect((await heldOut(db, inDays(15))).size).toBe(0);
  });

  it('says nothing but the days left before its end, and then compares by assigned group', async () => {
    const shop = await aShopWithPeople(120);
    const { reports, campaignId, armOf } = await started(shop);
    const { ctx } = shop.shop;
    const treated = [...armOf].filter(([, arm]) => arm === 'a').map(([id]) => id);
    const held = [...armOf].filter(([, arm]) => arm === 'held').map(([id]) => id);
    const day = (days: number) => (shop.today() + days) as BusinessDay;
    for (const id of treated.slice(0, 30)) shop.came(id, day(3), 1000);
    for (const id of held.slice(0, 8)) shop.came(id, day(14), 500);
    // On the day of the start, or after the last one, a visit is no return.
    for (const id of held.slice(20, 60)) shop.came(id, day(0));
    for (const id of held.slice(20, 60)) shop.came(id, day(15));
    shop.pass(14);
    const running = await experimentResult(ctx, reports, campaignId);
    expect(running).toMatchObject({ state: 'running', daysLeft: 1 });
    expect(running).not.toHaveProperty('comparisons');
    expect(running.arms).toEqual([
      { arm: 'a', name: 'Name and usual', assigned: 60 },
      { arm: 'held', name: null, assigned: 60 },
    ]);
    shop.pass(1);
    const over = await experimentResult(ctx, reports, campaignId);
    if (over.state !== 'over') throw new Error(over.state);
    expect(over.arms).toMatchObject([
      { arm: 'a', returned: 30, spendPerPerson: 500 },
      { arm: 'held', returned: 8, spendPerPerson: (8 * 500) / 60 },
    ]);
    const [effect] = over.comparisons;
    expect(over.comparisons).toHaveLength(1);
    expect(effect).toMatchObject({ of: 'effect', verdict: { code: 'works' } });
    expect(effect?.difference).toBeCloseTo(30 / 60 - 8 / 60, 12);
    expect(effect?.spend?.difference).toBeCloseTo(500 - 4000 / 60, 9);
    // Newcombe of 30/60 against 8/60, computed outside of this program.
    expect(effect?.interval?.low).toBeCloseTo(0.20303351, 8);
    expect(effect?.interval?.high).toBeCloseTo(0.50509935, 8);
    expect(effect?.verdict).toEqual({ code: 'works', fromOf100: 20, toOf100: 51 });
    expect((await experimentList(ctx, reports)).experiments).toEqual([over]);
  });

  it('counts merged people once, by the entry that was kept, also after the merge is undone', async () => {
    const shop = await aShopWithPeople(60);
    const { reports, campaignId, armOf } = await started(shop);
    const { ctx } = shop.shop;
    const [treated = 0] = [...armOf].filter(([, arm]) => arm === 'a').map(([id]) => id);
    const [held = 0] = [...armOf].filter(([, arm]) => arm === 'held').map(([id]) => id);
    await mergeCustomers(ctx, { requestId: aRequest(), keepId: held, mergeId: treated });
    shop.came(treated, (shop.today() + 2) as BusinessDay);
    expect((await heldOut(ctx.work.read, shop.today())).has(held)).toBe(true);
    const turns = await campaignPeople(ctx.work.read, shop.today());
    expect(turns.some(({ customerId }) => [held, treated].includes(customerId))).toBe(false);
    shop.pass(20);
    const result = async () => {
      const over = await experimentResult(ctx, reports, campaignId);
      return over.state === 'over'
        ? over.arms.map(({ assigned, returned }) => [assigned, returned])
        : over.state;
    };
    expect(await result()).toEqual([
      [29, 0],
      [30, 1],
    ]);
    await unmergeCustomers(ctx, { requestId: aRequest(), mergeId: treated });
    expect(await result()).toEqual([
      [30, 1],
      [30, 0],
    ]);
  });

  it('compares two ways with one another, and both with those held back', async () => {
    const shop = await aShopWithPeople(90);
    const variants = [aWay('Name and usual'), aWay('A bun', 120)];
    const { reports, campaignId, armOf } = await started(shop, {
      variants,
      test: { ...test, holdoutPercent: 33 },
    });
    const of = (name: string) => [...armOf].filter(([, arm]) => arm === name).map(([id]) => id);
    expect([of('a').length, of('b').length, of('held').length]).toEqual([30, 30, 30]);
    expect(shop.shop.number('SELECT COUNT(*) FROM vouchers')).toBe(30);
    expect(shop.shop.rows('SELECT DISTINCT customer_id AS id FROM vouchers')).toHaveLength(30);
    for (const id of of('a').slice(0, 20)) shop.came(id, (shop.today() + 1) as BusinessDay);
    shop.pass(15);
    const over = await experimentResult(shop.shop.ctx, reports, campaignId);
    if (over.state !== 'over') throw new Error(over.state);
    expect(over.comparisons.map(({ of, verdict }) => [of, verdict.code])).toEqual([
      ['effect', 'works'],
      ['ways', 'works'],
    ]);
    expect(over.cheaper).toEqual({ name: 'Name and usual', saves: 120 });
  });

  it('has no result when it was stopped, and lets those held back go', async () => {
    const shop = await aShopWithPeople(20);
    const { reports, campaignId } = await started(shop);
    const { ctx } = shop.shop;
    shop.pass(2);
    await endCampaign(ctx, reports, { requestId: aRequest(), campaignId });
    shop.pass(60);
    expect(await experimentResult(ctx, reports, campaignId)).toMatchObject({
      state: 'stopped',
      stoppedDay: '2026-03-12',
    });
    expect((await heldOut(ctx.work.read, (shop.today() - 60) as BusinessDay)).size).toBe(0);
    await expect(endCampaign(ctx, reports, { requestId: aRequest(), campaignId })).rejects.toMatchObject({
      code: 'CampaignNotOpen',
    });
  });

  it('leaves out whoever is part of another one that is running', async () => {
    const shop = await aShopWithPeople(30);
    await started(shop);
    await expect(started(shop)).rejects.toMatchObject({ code: 'NobodyToTurnTo' });
    shop.pass(15);
    expect((await started(shop)).campaign.people).toBe(30);
  });
});

describe('the plan of an experiment', () => {
  it('takes how many come back by themselves from the past of the shop, and says how long it takes', async () => {
    const shop = await aShopWithPeople(200);
    await withPast(shop, 300, 0.02);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const asked = { whom: everybody, channel: 'inPerson', ways: 1, test, length: 7 } as const;
    const plan = await experimentPlan(ctx, reports, asked);
    // Everybody comes with a chance of 2 % a day: 1 - 0.98^14 within the window, whatever was before.
    expect(plan.base?.share).toBeGreaterThan(0.2);
    expect(plan.base?.share).toBeLessThan(0.3);
    expect(plan).toMatchObject({ people: 200, endDay: '2026-03-24' });
    const total = plan.neededTreated + plan.neededControl;
    expect(total).toBeGreaterThan(150);
    expect(plan.isEnough).toBe(total <= 200);
    const small = await experimentPlan(ctx, reports, { ...asked, test: { ...test, effectOf100: 5 } });
    expect(small.isEnough).toBe(false);
    expect(small.days).toBe(Math.ceil((small.neededTreated + small.neededControl) / 200) * 14);
    expect(small.detectable).toBeGreaterThan(plan.base?.share ?? 1);
  });

  it('says that it does not know where the shop is too young', async () => {
    const shop = await aShopWithPeople(30);
    const plan = await experimentPlan(shop.shop.ctx, reportsOf(shop.shop), {
      whom: everybody,
      channel: 'inPerson',
      ways: 1,
      test,
      length: 7,
    });
    expect(plan).toMatchObject({ base: null, people: 30, isEnough: false });
  });
});
