import { describe, expect, it } from 'vitest';
import { campaignLearned, campaignReach, setSilenceAlarm } from '#electron/services/campaign-reach.ts';
import { saveCampaign } from '#electron/services/campaigns.ts';
import { recordFollowUp } from '#electron/services/follow-up-record.ts';
import { beginCampaign } from '#electron/services/start-campaign.ts';
import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import { aDraft, aShopWithPeople, aWay, type CampaignShop, withPast } from '#tests/support/campaign-shop.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aRequest } from '#tests/support/shop.ts';

async function aRunning(shop: CampaignShop, fields: Partial<CampaignDraft> = {}) {
  const { ctx } = shop.shop;
  const reports = reportsOf(shop.shop);
  const { campaignId } = await saveCampaign(ctx, {
    requestId: aRequest(),
    campaignId: null,
    draft: aDraft(shop, fields),
  });
  await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId });
  return { ctx, reports, campaignId };
}

const record = ({ shop }: CampaignShop, customerId: number, outcome: 'reached' | 'noAnswer') =>
  recordFollowUp(shop.ctx, {
    ...{ requestId: aRequest(), customerId, reason: 'campaign', outcome, channel: 'inPerson' },
    ...{ promiseId: null, playbookId: null, untilDay: null, words: null },
  });

describe('what came of a campaign', () => {
  it('is told by the last outcome of each person, and by the gifts that were used', async () => {
    const shop = await aShopWithPeople(6);
    const { reports, campaignId } = await aRunning(shop, { variants: [aWay('A bun', 120)] });
    const [first = 0, second = 0] = shop.people;
    await record(shop, first, 'noAnswer');
    await record(shop, first, 'reached');
    await record(shop, second, 'reached');
    expect(await campaignLearned(reports, campaignId)).toEqual({
      people: 6,
      turnedTo: 2,
      outcomes: [{ outcome: 'reached', people: 2 }],
      giftsIssued: 6,
      giftsUsed: 0,
      giftCost: 0,
    });
  });
});

describe('the reach of a shop', () => {
  it('counts who heard something, by use, and tells which group has heard nothing for too long', async () => {
    const shop = await aShopWithPeople(8);
    await withPast(shop, 200, 0.1);
    const { ctx, reports } = await aRunning(shop);
    const silence = async () => {
      const { useful, promotional, silent } = await campaignReach(ctx, reports);
      return { useful, promotional, silent };
    };
    const regulars = { kind: 'regulars', segmentId: null, name: null, people: 8 };
    // Said in person: nobody has heard anything before somebody wrote it down.
    expect(await silence()).toEqual({
      ...{ useful: 0, promotional: 0 },
      silent: [{ ...regulars, lastDay: null }],
    });
    await record(shop, shop.people[0] ?? 0, 'noAnswer');
    expect(await silence()).toMatchObject({ useful: 0 });
    await record(shop, shop.people[1] ?? 0, 'reached');
    expect(await silence()).toEqual({ useful: 1, promotional: 0, silent: [] });
    shop.pass(59);
    expect((await silence()).silent).toEqual([]);
    await setSilenceAlarm(ctx, { requestId: aRequest(), days: 30 });
    expect((await silence()).silent).toEqual([{ ...regulars, lastDay: '2026-03-10' }]);
    shop.pass(40);
    // A quarter later nothing counts any more.
    expect(await silence()).toMatchObject({ useful: 0, promotional: 0 });
  });
});
