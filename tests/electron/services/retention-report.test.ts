import { describe, expect, it } from 'vitest';
import { reportSpan, retentionPeople, retentionReport } from '#electron/services/retention-report.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

async function aShopWithReports() {
  const shop = await aShop({ now: '2026-04-10 10:00' });
  const reports = reportsOf(shop);
  await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Aino' }));
  return { shop, ctx: shop.ctx, reports };
}

const april = { from: '2026-04-01', to: '2026-05-01', window: 60 };

describe('the retention report', () => {
  it('answers for a period of days, the last not included, and says whether it is over', async () => {
    const { shop, ctx, reports } = await aShopWithReports();
    expect(await retentionReport(ctx, reports, april)).toMatchObject({ ...april, N: 1, unfinished: true });
    expect(await retentionReport(ctx, reports, { ...april, to: '2026-04-10' })).toMatchObject({
      N: 0,
      unfinished: false,
    });
    shop.clock.set(momentAt('2026-05-01 04:00'));
    expect(await retentionReport(ctx, reports, april)).toMatchObject({ unfinished: false });
  });

  it('names the people behind a figure', async () => {
    const { ctx, reports } = await aShopWithReports();
    const page = { offset: 0, limit: 10 };
    expect(await retentionPeople(ctx, reports, { ...april, group: 'N', ...page })).toMatchObject({
      total: 1,
      people: [{ name: 'Aino', lastDay: '2026-04-10', visits: 1 }],
    });
  });

  it('knows the days there are', async () => {
    const { shop, ctx, reports } = await aShopWithReports();
    shop.clock.set(momentAt('2026-05-01 03:59'));
    expect(await reportSpan(ctx, reports)).toEqual({
      firstDay: '2026-04-10',
      lastDay: '2026-04-10',
      today: '2026-04-30',
    });
  });

  it.each([
    [{ from: '2026-02-30' }, 'from'],
    [{ to: '2026-13-01' }, 'to'],
    [{ to: '2026-04-01' }, 'to'],
    [{ to: '2026-03-01' }, 'to'],
    [{ from: '0001-01-05' }, 'from'],
  ])('refuses %j', async (wrong, field) => {
    const { ctx, reports } = await aShopWithReports();
    const refused = { code: 'InvalidValue', data: { field } };
    await expect(retentionReport(ctx, reports, { ...april, ...wrong })).rejects.toMatchObject(refused);
    const asked = retentionPeople(ctx, reports, { ...april, ...wrong, group: 'S', offset: 0, limit: 1 });
    await expect(asked).rejects.toMatchObject(refused);
  });
});
