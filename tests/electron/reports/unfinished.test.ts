import { describe, expect, it } from 'vitest';
import { cohortFigures } from '#electron/reports/cohort-query.ts';
import { firstReturnFigures } from '#electron/reports/first-return-query.ts';
import { trendPoints } from '#electron/reports/trend-query.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { aCustomer, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

const dayOf = (text: string) => parseDay(text) ?? expect.unreachable();

/** Somebody new on the first days of January, March and April; the first comes again in February and April. */
async function aSpring() {
  const shop = await aShop({ now: '2026-01-01 10:00' });
  const visit = async (day: string, customerId: number) => {
    shop.clock.set(momentAt(`${day} 10:00`));
    await aVisit(shop.ctx, customerId);
  };
  const [first, second, third] = [
    await aCustomer(shop.ctx, { name: 'Aino' }),
    await aCustomer(shop.ctx, { name: 'Oona' }),
    await aCustomer(shop.ctx, { name: 'Sami' }),
  ];
  await visit('2026-01-01', first);
  await visit('2026-02-10', first);
  await visit('2026-03-01', second);
  await visit('2026-04-01', first);
  await visit('2026-04-01', third);
  return shop.ctx.work.read;
}

describe('a month that has not ended', () => {
  it.each(['2026-04-01', '2026-04-15', '2026-04-30'])(
    'has no cell in the cohorts on %s, and its newcomers are counted',
    async (today) => {
      const db = await aSpring();
      const { cohorts, columns } = await cohortFigures(db, { to: dayOf('2026-05-01'), today: dayOf(today) });
      expect(cohorts).toEqual([
        { month: '2026-01', size: 1, cells: [1, 1, 0, null] },
        { month: '2026-03', size: 1, cells: [1, null] },
        { month: '2026-04', size: 1, cells: [null] },
      ]);
      expect(columns.map(({ rate }) => [rate.successes, rate.n])).toEqual([
        [2, 2],
        [1, 1],
        [0, 1],
        [0, 0],
      ]);
      expect(columns[3]?.rate).toMatchObject({ share: null, say: 'noData' });
    },
  );

  it('has its cell on the day after', async () => {
    const db = await aSpring();
    const upTo = { to: dayOf('2026-05-01'), today: dayOf('2026-05-01') };
    expect((await cohortFigures(db, upTo)).cohorts.at(0)?.cells).toEqual([1, 1, 0, 1]);
  });

  it('keeps a rate of return back until the last newcomer has had the days, the last one over', async () => {
    const db = await aSpring();
    const months = async (today: string) =>
      (await firstReturnFigures(db, { to: dayOf('2026-12-31'), today: dayOf(today) })).months;
    // 31 January and 30 days: 2 March must be over.
    expect((await months('2026-03-02'))[0]).toMatchObject({ returned: [null, null, null] });
    expect((await months('2026-03-03'))[0]).toMatchObject({
      month: '2026-01',
      newcomers: 1,
      returned: [{ successes: 0, n: 1, say: 'counts' }, null, null],
    });
    expect((await months('2026-04-02'))[0]?.returned[1]).toMatchObject({ successes: 1, n: 1 });
  });

  it('is said to be so in the trend, and so is a record that begins too late', async () => {
    const db = await aSpring();
    const april = { start: dayOf('2026-04-01'), end: dayOf('2026-05-01'), window: 60 };
    const { points } = await trendPoints(db, { ...april, today: dayOf('2026-04-10'), periods: 4 });
    expect(points.map(({ from, unfinished, recordTooShort }) => [from, unfinished, recordTooShort])).toEqual([
      ['2026-01-01', false, true],
      ['2026-02-01', false, true],
      ['2026-03-01', false, true],
      ['2026-04-01', true, false],
    ]);
    expect(points[0]?.retention).toMatchObject({ n: 0, share: null, say: 'noData' });
  });
});
