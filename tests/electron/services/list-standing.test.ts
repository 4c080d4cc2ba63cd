import { expect, it } from 'vitest';
import { answerConsent } from '#electron/services/change-customer.ts';
import { standingColumns, standingsOf } from '#electron/services/list-standing.ts';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { present } from '#electron/services/shop-context.ts';
import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import { aLevel } from '#tests/shared/domain/loyalty/programmes.ts';
import { publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

it('tells the tier, the state and the day expected, and nothing estimated of who said no', async () => {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx, clock } = shop;
  const { writer } = shop.database;
  expect(await standingColumns(ctx)).toMatchObject({ outlooks: false });
  const level = aLevel();
  await publishRules(ctx, {
    tiers: { basis: 'visits', window: { kind: 'calendarYear' }, graceDays: 0, levels: [level] },
  });
  const [aino, oona, twin] = [await aCustomer(ctx), await aCustomer(ctx), await aCustomer(ctx)];
  const first = present(ctx).day;
  await aVisit(ctx, aino);
  clock.set(momentAt('2026-03-11 10:00'));
  for (const id of [aino, oona]) await aVisit(ctx, id);
  const keep = writer.prepare(
    `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day, year_spend)
     VALUES (?, ?, ?, 'slipping', 'late', 7, 0, ?, 0)`,
  );
  for (const id of [aino, oona]) keep.run(id, first + 1, first + 1, first + 8);
  writer.prepare('INSERT OR REPLACE INTO customer_tiers VALUES (?, ?, NULL)').run(aino, level.id);

  const told = await standingsOf(ctx, [aino, oona, twin]);
  // Oona came once: one visit is no rhythm that would bring her back on a day.
  const slipping = { state: 'slipping', expectedDay: formatDay(addDays(first, 8)) };
  expect(told(aino)).toEqual({ tier: { name: level.name, index: 0, of: 1 }, outlook: slipping });
  expect(told(oona)).toEqual({ tier: null, outlook: { state: 'slipping', expectedDay: null } });
  expect(told(twin)).toEqual({ tier: null, outlook: null });
  expect(await standingColumns(ctx)).toMatchObject({ tiers: true });

  // Who came since is on track; a no given under a merged entry is the person's.
  clock.set(momentAt('2026-03-13 10:00'));
  await aVisit(ctx, aino);
  await answerConsent(ctx, {
    ...{ requestId: aRequest(), customerId: twin },
    ...{ purpose: 'profiling', granted: false },
  });
  await mergeCustomers(ctx, { requestId: aRequest(), keepId: oona, mergeId: twin });
  const later = await standingsOf(ctx, [aino, oona]);
  expect(later(aino).outlook).toEqual({ state: 'onTrack', expectedDay: '2026-03-20' });
  expect(later(oona).outlook).toBeNull();
});
