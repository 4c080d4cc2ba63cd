import { describe, expect, it } from 'vitest';
import { campaignPeople } from '#electron/repositories/campaigns.ts';
import { campaignView, saveCampaign } from '#electron/services/campaigns.ts';
import { runDailyCampaigns } from '#electron/services/daily-campaigns.ts';
import { followUpsToday, makeFollowUps } from '#electron/services/follow-up-list.ts';
import { listSettings, setListSettings } from '#electron/services/follow-up-settings.ts';
import { playbookWordsFor } from '#electron/services/playbook-words.ts';
import { beginCampaign } from '#electron/services/start-campaign.ts';
import { setVoucherBudget } from '#electron/services/vouchers.ts';
import type { CampaignDraft } from '#shared/contract/campaigns.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { aDraft, aShopWithPeople, aWay, type CampaignShop } from '#tests/support/campaign-shop.ts';
import { born, record } from '#tests/support/follow-ups.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aRequest, aVisit } from '#tests/support/shop.ts';

const test = { holdoutPercent: 50, windowDays: 20, effectOf100: 20 };

/** A plan of the days from so many days ahead to so many days ahead. */
const planned = async (shop: CampaignShop, from: number, to: number, fields: Partial<CampaignDraft> = {}) => {
  const day = (ahead: number) => formatDay(addDays(shop.today(), ahead) as BusinessDay);
  const draft = aDraft(shop, { fromDay: day(from), toDay: day(to), ...fields });
  return (await saveCampaign(shop.shop.ctx, { requestId: aRequest(), campaignId: null, draft })).campaignId;
};

describe('campaigns by themselves', () => {
  it('start on their first day, or on the next one the computer is on, and end after their last', async () => {
    const shop = await aShopWithPeople(12);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const soon = await planned(shop, 2, 6);
    const missed = await planned(shop, 1, 2);
    // One for today is left to whoever is planning it.
    const today = await planned(shop, 0, 2);
    expect(await runDailyCampaigns(ctx, reports)).toBe(false);
    for (const id of [soon, today]) expect((await campaignView(ctx, id)).state).toBe('draft');
    // Off on the second day: the first campaign starts a day late, the other never did.
    shop.pass(3);
    expect(await runDailyCampaigns(ctx, reports)).toBe(true);
    expect(await campaignView(ctx, soon)).toMatchObject({ state: 'running', people: 12, joined: 0 });
    expect((await campaignView(ctx, missed)).state).toBe('draft');
    const { entries } = await followUpsToday(ctx);
    expect(entries.every(({ because }) => because.kind === 'campaign')).toBe(true);
    expect(entries.length).toBeGreaterThan(0);
    // A second look on the same day does nothing.
    expect(await runDailyCampaigns(ctx, reports)).toBe(false);
    shop.pass(4);
    expect((await campaignView(ctx, soon)).state).toBe('over');
    expect(await campaignPeople(ctx.work.read, shop.today())).toEqual([]);
    expect(await runDailyCampaigns(ctx, reports)).toBe(false);
  });

  it('let those who come to belong to one join it, but never a test', async () => {
    const shop = await aShopWithPeople(20);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const tested = await planned(shop, 1, 10, { test });
    shop.pass(1);
    await runDailyCampaigns(ctx, reports);
    // Whoever is part of a test is in no other campaign.
    const open = await planned(shop, 1, 10);
    const late = await aCustomer(ctx, { name: 'Late' });
    shop.pass(1);
    await runDailyCampaigns(ctx, reports);
    expect(await campaignView(ctx, open)).toMatchObject({ state: 'running', people: 1 });
    const later = await aCustomer(ctx, { name: 'Later' });
    shop.pass(1);
    expect(await runDailyCampaigns(ctx, reports)).toBe(true);
    expect(await campaignView(ctx, open)).toMatchObject({ people: 2, joined: 1 });
    expect((await campaignView(ctx, tested)).people).toBe(20);
    const rows = shop.shop.rows<{ id: number; joined: number | null }>(
      'SELECT customer_id AS id, joined_day AS joined FROM campaign_people WHERE campaign_id = ? ORDER BY customer_id',
      open,
    );
    expect(new Map(rows.map(({ id, joined }) => [id, joined]))).toEqual(
      new Map([
        [late, null],
        [later, shop.today()],
      ]),
    );
    shop.pass(1);
    expect(await runDailyCampaigns(ctx, reports)).toBe(false);
  });

  it('say what is in the way, and go on when it no longer is', async () => {
    const shop = await aShopWithPeople(3);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const nobody = await planned(shop, 1, 10, { channel: 'email' });
    const dear = await planned(shop, 1, 10, { variants: [aWay('Bun', 500)] });
    const budget = (perMonth: number | null) =>
      setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth });
    await budget(900);
    shop.pass(1);
    expect(await runDailyCampaigns(ctx, reports)).toBe(false);
    expect(await campaignView(ctx, nobody)).toMatchObject({ state: 'draft', hindrance: 'nobody' });
    expect(await campaignView(ctx, dear)).toMatchObject({ state: 'draft', hindrance: 'budget' });
    expect(shop.shop.number('SELECT COUNT(*) FROM vouchers')).toBe(0);
    await budget(null);
    shop.pass(1);
    expect(await runDailyCampaigns(ctx, reports)).toBe(true);
    expect(await campaignView(ctx, dear)).toMatchObject({ state: 'running', hindrance: null, people: 3 });
    expect(shop.shop.number('SELECT COUNT(*) FROM vouchers')).toBe(3);
  });

  it('take many people in portions, each once, also when a run was cut short', async () => {
    const shop = await aShopWithPeople(450);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const id = await planned(shop, 1, 10);
    shop.pass(1);
    const closing = AbortSignal.abort(new Error('closing'));
    await expect(runDailyCampaigns(ctx, reports, closing)).rejects.toThrow('closing');
    expect(shop.shop.number('SELECT COUNT(*) FROM campaign_people')).toBe(200);
    await runDailyCampaigns(ctx, reports);
    expect(await campaignView(ctx, id)).toMatchObject({ state: 'running', people: 450 });
  });

  it('for a reason take everybody who has it, also beyond the list of the day, as long as it lasts', async () => {
    const shop = await aShopWithPeople(0);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const birthday = (day: number) => ({ birthday: { day, month: 3, year: null } });
    const early = await born(shop.shop, 'Early', birthday(11));
    const soon = await born(shop.shop, 'Soon', birthday(12));
    const greeted = await born(shop.shop, 'Greeted', birthday(12));
    const later = await born(shop.shop, 'Later', birthday(20));
    await makeFollowUps(ctx, reports);
    await record(shop.shop, greeted, {});
    // The list of the day has one place, and birthdays are not what it is for.
    const settings = await listSettings(ctx);
    const one = { ...settings, perDay: 1, reasons: ['campaign' as const] };
    await setListSettings(ctx, { requestId: aRequest(), ...one });
    const id = await planned(shop, 1, 30, { whom: { kind: 'reason', reason: 'birthday' }, channel: 'call' });
    const people = () =>
      shop.shop
        .rows<{ id: number }>('SELECT customer_id AS id FROM campaign_people ORDER BY customer_id')
        .map((row) => row.id);
    shop.pass(1);
    expect(await runDailyCampaigns(ctx, reports)).toBe(true);
    // Whoever was greeted already has no birthday to be greeted for any more.
    expect(people()).toEqual([early, soon]);
    shop.pass(6);
    expect(await runDailyCampaigns(ctx, reports)).toBe(true);
    expect(people()).toEqual([early, soon, later]);
    await setListSettings(ctx, { requestId: aRequest(), ...one, perDay: 15 });
    const listed = async () => {
      await makeFollowUps(ctx, reports);
      return (await followUpsToday(ctx)).entries.map(({ customerId }) => customerId).sort();
    };
    expect(await listed()).toEqual([early, soon, later]);
    // Two weeks after they joined it is over for them, and the campaign goes on.
    shop.pass(8);
    expect(await listed()).toEqual([later]);
    expect((await campaignView(ctx, id)).state).toBe('running');
  });

  it('for a reason may begin with nobody, and fill as it comes up', async () => {
    const shop = await aShopWithPeople(0);
    const { ctx } = shop.shop;
    const reports = reportsOf(shop.shop);
    const later = await born(shop.shop, 'Later', { birthday: { day: 20, month: 3, year: null } });
    const whom = { kind: 'reason', reason: 'birthday' } as const;
    const id = await planned(shop, 0, 30, { whom, channel: 'call' });
    await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId: id });
    expect(await campaignView(ctx, id)).toMatchObject({ state: 'running', people: 0 });
    shop.pass(8);
    await runDailyCampaigns(ctx, reports);
    expect(await campaignView(ctx, id)).toMatchObject({ people: 1, joined: 1 });
    expect((await followUpsToday(ctx)).entries.map(({ customerId }) => customerId)).toEqual([later]);
    // A test has to have people to compare.
    const asTest = await planned(shop, 0, 10, { whom, channel: 'email', test });
    await expect(
      beginCampaign(ctx, reports, { requestId: aRequest(), campaignId: asTest }),
    ).rejects.toMatchObject({ code: 'NobodyToTurnTo' });
  });

  it('are tried by their own way first, then as the playbook of each person says', async () => {
    const shop = await aShopWithPeople(0);
    const { ctx, database } = shop.shop;
    const consents = [{ purpose: 'contact' as const, granted: true }];
    const reach = (phone: string) => ({ phone, email: 'a@example.com', consents });
    const gone = await aCustomer(ctx, { name: 'Gone', ...reach('040 765 4321') });
    const here = await aCustomer(ctx, { name: 'Here', ...reach('040 765 4322') });
    for (const id of [gone, here]) await aVisit(ctx, id);
    const day = shop.today();
    const look = database.writer.prepare(
      `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day, year_spend)
       VALUES (?, ?, ?, ?, 'late', 7, 0, ?, 0)`,
    );
    look.run(gone, day, day, 'atRisk', day);
    look.run(here, day, day, 'onTrack', day);
    const reports = reportsOf(shop.shop);
    const settings = await listSettings(ctx);
    await setListSettings(ctx, { requestId: aRequest(), ...settings, reasons: ['campaign'] });
    const campaignId = await planned(shop, 0, 10, { channel: 'post' });
    await beginCampaign(ctx, reports, { requestId: aRequest(), campaignId });
    await makeFollowUps(ctx, reports);
    const { entries } = await followUpsToday(ctx);
    const onList = new Map(entries.map(({ customerId, channels }) => [customerId, channels]));
    for (const customerId of [gone, here]) {
      const { ways } = await playbookWordsFor(ctx, { customerId, reason: 'campaign' });
      const inWords = ways.map(({ channel }) => channel).filter((channel) => channel !== 'inPerson');
      expect(onList.get(customerId)).toEqual(inWords);
      expect(inWords[0]).toBe('post');
    }
    expect(onList.get(gone)).not.toEqual(onList.get(here));
  });
});
