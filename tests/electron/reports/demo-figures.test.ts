import { describe, expect, it } from 'vitest';
import { cohortFigures } from '#electron/reports/cohort-query.ts';
import { figurePeople } from '#electron/reports/figure-names.ts';
import { firstReturnFigures } from '#electron/reports/first-return-query.ts';
import { milestonesPage } from '#electron/reports/milestone-query.ts';
import { retentionFigures } from '#electron/reports/retention-query.ts';
import { rfmFigures } from '#electron/reports/rfm-query.ts';
import { topCustomers, valueFigures } from '#electron/reports/value-query.ts';
import { demoShopOf, fillDemoShop } from '#electron/services/fill-demo-shop.ts';
import { present, shopFacts } from '#electron/services/shop-context.ts';
import { businessMonth, monthOf, monthRange } from '#shared/domain/business-day/business-day.ts';
import { demoFigures } from '#shared/domain/demo/demo-figures.ts';
import { planDemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import {
  activityBounds,
  factOf,
  kaplanMeier,
  paretoShare,
  retentionFromFacts,
} from '#shared/domain/retention/index.ts';
import { aShop } from '#tests/support/shop.ts';

describe('the demo shop', () => {
  it('has in its reports what its plan has in it', { timeout: 120_000 }, async () => {
    const shop = await aShop({ now: '2026-03-10 09:15' });
    const { ctx } = shop;
    const plan = planDemoShop(demoShopOf(ctx));
    const { people, months } = demoFigures(plan, demoShopOf(ctx));
    for await (const _step of fillDemoShop(ctx));
    const db = ctx.work.read;
    const { day: today } = present(ctx);
    const month = businessMonth(monthOf(today) - 1);
    const { from: start, to: end } = monthRange(month);
    const came = people.flatMap(({ days }, customerId) => {
      const own = days.filter((day) => day < end);
      return own[0] === undefined ? [] : [{ customerId, firstDay: own[0], days: own }];
    });
    expect(came.length).toBeGreaterThan(100);

    const period = { start, end, window: 60, today };
    const bounds = activityBounds(period, 60);
    const { S, E, N, R, kept, visits, retention } = retentionFromFacts(
      came.map((one) => factOf(one, period, bounds)),
      period,
    );
    const { checkIns, identified, amount, identifiedAmount } = months.get(month) ?? expect.unreachable();
    expect(await retentionFigures(db, period)).toMatchObject({
      ...{ S, E, N, R, kept, visits, retention, unfinished: false },
      ...{ checkIns, identifiedCheckIns: identified, amount, identifiedAmount },
    });
    expect(S).toBeGreaterThan(50);

    const { cohorts } = await cohortFigures(db, { to: end, today });
    for (const cohort of cohorts) {
      const newcomers = came.filter(({ firstDay }) => monthText(monthOf(firstDay)) === cohort.month);
      const second = newcomers.filter(({ firstDay, days }) =>
        days.some((each) => monthOf(each) === monthOf(firstDay) + 1),
      );
      expect([cohort.size, cohort.cells[1] ?? 0]).toEqual([newcomers.length, second.length]);
    }
    expect(cohorts.reduce((sum, one) => sum + one.size, 0)).toBe(came.length);

    const { n, events, median } = kaplanMeier(
      came.map(({ firstDay, days: [, second] }) =>
        second === undefined ? { days: end - 1 - firstDay, event: 0 } : { days: second - firstDay, event: 1 },
      ),
    );
    expect(await firstReturnFigures(db, { to: end, today })).toMatchObject({ n, events, median });

    const spent = new Map<number, number>();
    for (const visit of plan.visits) {
      if (visit.person === null || visit.day < start || visit.day >= end) continue;
      spent.set(visit.person, (spent.get(visit.person) ?? 0) + visit.amount);
    }
    const { programmes } = shopFacts(ctx);
    const value = await valueFigures(db, { start, end, today, tiers: [], versions: programmes });
    expect(value.period.pareto).toEqual(paretoShare([...spent.values()]));
    expect(value.sales).toMatchObject({ member: identifiedAmount, anonymous: amount - identifiedAmount });
    const top = await topCustomers(db, { start, end }, 5);
    expect(top.people.map((one) => one.spend)).toEqual([...spent.values()].sort((a, b) => b - a).slice(0, 5));
    expect(top.people[0]?.name).toBe(
      plan.people[[...spent].sort(([, a], [, b]) => b - a)[0]?.[0] ?? -1]?.name,
    );
    expect(await rfmFigures(db, { to: end, today })).toMatchObject({ customers: came.length, parts: 5 });

    // Behind a number of people stand as many names.
    const question = { ...period, tiers: [], segment: null };
    const reached = await milestonesPage(db, period, { offset: 0, limit: 1000 });
    const reachedBy = await figurePeople(db, question, { kind: 'milestones' });
    expect(reachedBy).toHaveLength(reached.people);
    expect(new Set(reachedBy.map((one) => one.customerId))).toEqual(
      new Set(reached.milestones.map((one) => one.customerId)),
    );
    expect(reached.total).toBeGreaterThan(reached.people - 1);
    const usedBy = await figurePeople(db, question, { kind: 'redeemed' });
    const rewarded = shop.rows<{ id: number }>(
      `SELECT DISTINCT customer_id AS id FROM visits WHERE id IN (SELECT visit_id FROM ledger_entries
        WHERE kind = 'redeem') AND business_day >= ? AND business_day < ?`,
      start,
      end,
    );
    expect(new Set(usedBy.map((one) => one.customerId))).toEqual(new Set(rewarded.map(({ id }) => id)));
    expect(usedBy.length).toBeGreaterThan(0);
    expect(usedBy.every(({ visits: times }) => times > 0)).toBe(true);
  });
});

const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
