import { describe, expect, it } from 'vitest';
import { demoShopOf, fillDemoShop } from '#electron/services/fill-demo-shop.ts';
import { today, usuallyHere } from '#electron/services/today.ts';
import { isOwnCardCode } from '#shared/domain/card-code/card-code.ts';
import { demoFigures } from '#shared/domain/demo/demo-figures.ts';
import { planDemoShop } from '#shared/domain/demo/plan-demo-shop.ts';
import { resources } from '#shared/i18n/resources.ts';
import { aShop, rulesOf, stampCard, type TestShop } from '#tests/support/shop.ts';
import { disagreements } from '#tests/support/shop-file.ts';

async function fill(shop: TestShop): Promise<{ done: number; total: number }[]> {
  const progress: { done: number; total: number }[] = [];
  for await (const step of fillDemoShop(shop.ctx)) progress.push(step);
  return progress;
}

describe('fillDemoShop', () => {
  it('writes exactly the planned shop, by the rules of live check-ins', async () => {
    const shop = await aShop({ language: 'fi', now: '2026-03-10 09:15' });
    const plan = planDemoShop(demoShopOf(shop.ctx));
    const figures = demoFigures(plan, demoShopOf(shop.ctx));

    const progress = await fill(shop);
    expect(progress.at(-1)).toEqual({ done: plan.visits.length, total: plan.visits.length });
    expect(progress.length).toBeGreaterThan(10);
    expect(progress.map(({ done }) => done)).toEqual(progress.map(({ done }) => done).sort((a, b) => a - b));

    expect(shop.number("SELECT count(*) FROM visits WHERE source = 'demo' AND sign = 1")).toBe(
      plan.visits.length,
    );
    expect(shop.number('SELECT count(*) FROM visits')).toBe(plan.visits.length);
    expect(shop.number('SELECT count(*) FROM visit_lines')).toBe(
      plan.visits.reduce((sum, { lines }) => sum + lines.length, 0),
    );
    for (const [what, query] of Object.entries(disagreements)) expect(shop.rows(query), what).toEqual([]);

    const months = shop.rows<{
      month: number;
      checkIns: number;
      identified: number;
      amount: number;
      rewards: number;
    }>(
      `SELECT v.business_month AS month, count(*) AS checkIns, count(v.customer_id) AS identified, sum(v.amount) AS amount,
        (SELECT count(*) FROM ledger_entries e WHERE e.kind = 'redeem' AND e.business_month = v.business_month) AS rewards
      FROM visits v GROUP BY 1 ORDER BY 1`,
    );
    expect(months).toEqual(
      [...figures.months].map(([month, { checkIns, identified, amount, rewards }]) => ({
        month,
        checkIns,
        identified,
        amount,
        rewards,
      })),
    );

    const [stamps, points] = [stampCard(shop.ctx).unitId, rulesOf(shop.ctx).pointsUnitId];
    const people = shop.rows<{ name: string; visits: number; spend: number; stamps: number; points: number }>(
      `SELECT c.name, s.visits, s.spend,
        coalesce((SELECT balance FROM balances b WHERE b.wallet_id = c.wallet_id AND b.unit_id = ?), 0) AS stamps,
        coalesce((SELECT balance FROM balances b WHERE b.wallet_id = c.wallet_id AND b.unit_id = ?), 0) AS points
      FROM customers c JOIN customer_stats s ON s.customer_id = c.id ORDER BY c.id`,
      stamps,
      points,
    );
    expect(people).toEqual(
      figures.people.map(({ days, spend, wallet }, place) => ({
        name: plan.people[place]?.name,
        visits: days.length,
        spend,
        stamps: wallet.balanceOf(stamps),
        points: wallet.balanceOf(points),
      })),
    );

    // A second look at what the till shows first.
    const now = await today(shop.ctx, 200);
    expect(now.checkIns).toBe(plan.visits.filter(({ day }) => day === plan.visits.at(-1)?.day).length);
    expect(now.newCustomers).toBeGreaterThanOrEqual(1);
    expect((await usuallyHere(shop.ctx)).length).toBe(6);
    const items = shop.rows<{ name: string }>(
      'SELECT name FROM items WHERE quick_position IS NOT NULL ORDER BY quick_position',
    );
    expect(items.slice(0, 2).map(({ name }) => name)).toEqual([
      resources.fi.demo.items.filterCoffee,
      resources.fi.demo.items.oatFlatWhite,
    ]);
    expect(shop.ctx.facts?.items.size).toBe(plan.items.length);
    const cards = shop.rows<{ code: string }>('SELECT code FROM cards');
    expect(cards.length).toBe(plan.people.filter(({ hasCard }) => hasCard).length);
    expect(cards.every(({ code }) => isOwnCardCode(code))).toBe(true);
    expect(
      shop.number(
        'SELECT count(*) FROM customers c JOIN cards k ON k.customer_id = c.id WHERE k.issued_at <> c.created_at',
      ),
    ).toBe(0);
  });

  it('keeps nothing when whoever watches it leaves', async () => {
    const shop = await aShop({ kind: 'salon' });
    for await (const { done, total } of fillDemoShop(shop.ctx)) if (done > total / 10) break;
    for (const table of ['visits', 'customers', 'wallets', 'items', 'ledger_entries', 'day_totals']) {
      expect(shop.number(`SELECT count(*) FROM ${table}`), table).toBe(0);
    }
    // The shop can still be filled afterwards.
    const progress = await fill(shop);
    expect(shop.number('SELECT count(*) FROM visits')).toBe(progress.at(-1)?.total);
  });
});
