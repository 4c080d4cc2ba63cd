import { describe, expect, it, onTestFinished } from 'vitest';
import type { Logger } from '#electron/platform/logger.ts';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { runDaily } from '#electron/services/daily-runs.ts';
import { DailyTimer } from '#electron/services/daily-timer.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { pointsFor, publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, rulesOf, type TestShop } from '#tests/support/shop.ts';

/** A point a euro that ends after a month. */
async function anExpiringShop(now = '2026-01-05 10:00') {
  const shop = await aShop({ now });
  await publishRules(shop.ctx, {
    points: pointsFor(1, 100),
    expiry: { points: { kind: 'months', months: 1, graceDays: 0 }, stamps: { kind: 'never' } },
  });
  return { shop, unitId: rulesOf(shop.ctx).pointsUnitId, reports: reportsOf(shop) };
}

const balanceOf = (shop: TestShop, unitId: number) =>
  shop.number('SELECT SUM(balance) FROM balances WHERE unit_id = ?', unitId);

const expiries = (shop: TestShop) =>
  shop.rows(
    "SELECT change, date(business_day * 86400, 'unixepoch') AS day FROM ledger_entries WHERE kind = 'expire' ORDER BY id",
  );

describe('the daily run', () => {
  it('ends what has reached its day, once a business day, also after days off', async () => {
    const { shop, unitId, reports } = await anExpiringShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 1000 });
    expect(await runDaily(shop.ctx, reports)).toBe(true);
    expect(await runDaily(shop.ctx, reports)).toBe(false);
    shop.clock.set(momentAt('2026-02-04 23:00'));
    await aVisit(shop.ctx, aino, { amount: 300 });
    expect(await runDaily(shop.ctx, reports)).toBe(true);
    expect(expiries(shop)).toEqual([]);
    // Three days closed; still the business day before, at two in the morning of 8 February.
    shop.clock.set(momentAt('2026-02-08 02:00'));
    expect(await runDaily(shop.ctx, reports)).toBe(true);
    expect(expiries(shop)).toEqual([{ change: -10, day: '2026-02-07' }]);
    expect(balanceOf(shop, unitId)).toBe(3);
    shop.clock.set(momentAt('2026-02-08 03:59'));
    expect(await runDaily(shop.ctx, reports)).toBe(false);
    shop.clock.set(momentAt('2026-02-08 04:00'));
    expect(await runDaily(shop.ctx, reports)).toBe(true);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('leaves 50 of 100 old points, 80 spent and 50 new ones', async () => {
    const { shop, unitId, reports } = await anExpiringShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 10_000 });
    await publishRules(shop.ctx, {
      rewards: [
        {
          ...(rulesOf(shop.ctx).rewards[0] ?? expect.unreachable()),
          id: 77,
          unitId,
          kind: 'thanks',
          itemId: null,
          amountOff: null,
          price: 80,
          partial: false,
          stock: null,
          firstDay: null,
          lastDay: null,
          tierId: null,
          onlyNew: false,
          active: true,
        },
        ...rulesOf(shop.ctx).rewards,
      ],
    });
    shop.clock.set(momentAt('2026-01-20 10:00'));
    await aVisit(shop.ctx, aino, { amount: 5000, redeem: [{ rewardId: 77 }] });
    shop.clock.set(momentAt('2026-02-06 10:00'));
    await runDaily(shop.ctx, reports);
    expect(expiries(shop)).toEqual([{ change: -20, day: '2026-02-06' }]);
    expect(balanceOf(shop, unitId)).toBe(50);
  });

  it('does the rest after it was cut short, and nothing twice', async () => {
    const { shop, unitId, reports } = await anExpiringShop();
    for (let person = 0; person < 150; person += 1) {
      await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: `Person ${person}` }), { amount: 200 });
    }
    shop.clock.set(momentAt('2026-03-01 10:00'));
    const ending = new AbortController();
    // The first transactions are let through, then the program is closed.
    let writes = 0;
    const { work } = shop.ctx;
    const write = work.write.bind(work);
    work.write = (step, committed) => {
      writes += 1;
      if (writes === 2) ending.abort(new Error('closed'));
      return write(step, committed);
    };
    await expect(runDaily(shop.ctx, reports, ending.signal)).rejects.toThrow('closed');
    const first = expiries(shop).length;
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(150);
    expect(shop.rows("SELECT * FROM daily_runs WHERE name = 'loyalty'")).toEqual([]);
    expect(await runDaily(shop.ctx, reports)).toBe(true);
    expect(expiries(shop)).toHaveLength(150);
    expect(balanceOf(shop, unitId)).toBe(0);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('leaves alone what was spent between the question and the answer', async () => {
    const { shop, unitId, reports } = await anExpiringShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 1000 });
    shop.clock.set(momentAt('2026-03-01 10:00'));
    const run = runDaily(shop.ctx, reports);

    const request = { requestId: aRequest(), customerId: aino, unitId, reason: 'By hand' };
    await adjustBalance(shop.ctx, { ...request, change: -4 });
    await run;
    expect(expiries(shop)).toEqual([{ change: -6, day: '2026-03-01' }]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('keeps everybody’s tier all the while', async () => {
    const { shop, reports } = await anExpiringShop();
    const factor = { num: 1, den: 1 };
    await publishRules(shop.ctx, {
      tiers: {
        basis: 'visits',
        window: { kind: 'rolling', days: 30 },
        graceDays: 0,
        levels: [{ id: 901, name: 'Here', from: 1, benefits: '', factor }],
      },
    });
    const [aino, berit] = [await aCustomer(shop.ctx), await aCustomer(shop.ctx, { name: 'Berit' })];
    await aVisit(shop.ctx, aino);
    await aVisit(shop.ctx, berit);
    const tiers = () => shop.rows('SELECT customer_id, tier_id FROM customer_tiers ORDER BY customer_id');
    await runDaily(shop.ctx, reports);
    expect(tiers()).toEqual([
      { customer_id: aino, tier_id: 901 },
      { customer_id: berit, tier_id: 901 },
    ]);
    shop.clock.set(momentAt('2026-02-03 10:00'));
    await aVisit(shop.ctx, berit);
    shop.clock.set(momentAt('2026-02-04 10:00'));
    shop.database.writer.exec(`CREATE TRIGGER never_without BEFORE DELETE ON customer_tiers
      WHEN old.customer_id = ${berit} BEGIN SELECT RAISE(ABORT, 'a moment without a tier'); END`);
    await runDaily(shop.ctx, reports);
    expect(tiers()).toEqual([{ customer_id: berit, tier_id: 901 }]);
  });
});

interface Told {
  readonly message: string;
}

function aLog(): { logger: Logger; told: Told[] } {
  const told: Told[] = [];
  const tell = (message: string) => {
    told.push({ message });
  };
  return { logger: { info: tell, warn: tell, error: tell }, told };
}

describe('the daily timer', () => {
  it('runs at the start and when a day begins while the program is open, and not in between', async () => {
    const { shop, reports } = await anExpiringShop();
    await aVisit(shop.ctx, await aCustomer(shop.ctx), { amount: 1000 });
    const { logger, told } = aLog();
    const timer = new DailyTimer(shop.ctx, reports, logger);
    onTestFinished(() => timer.stop());
    await timer.look();
    await timer.look();
    shop.clock.pass(60 * 12);
    await timer.look();
    expect(told).toHaveLength(1);
    shop.clock.set(momentAt('2026-02-06 10:00'));
    await timer.look();
    expect(told).toEqual([{ message: 'the daily run is done' }, { message: 'the daily run is done' }]);
    expect(expiries(shop)).toHaveLength(1);
  });

  it('looks by itself', async () => {
    const { shop, reports } = await anExpiringShop();
    await aVisit(shop.ctx, await aCustomer(shop.ctx), { amount: 1000 });
    const { logger } = aLog();
    const timer = new DailyTimer(shop.ctx, reports, logger, { lookMs: 10 });
    onTestFinished(() => timer.stop());
    await timer.look();
    shop.clock.set(momentAt('2026-02-06 10:00'));
    await expect.poll(() => expiries(shop).length).toBe(1);
  });

  it('runs as soon as a new shop is set up', async () => {
    const { shop, reports } = await anExpiringShop();
    const { facts } = shop.ctx;
    shop.ctx.facts = null;
    const { logger, told } = aLog();
    const timer = new DailyTimer(shop.ctx, reports, logger, { lookForShopMs: 5 });
    onTestFinished(() => timer.stop());
    shop.ctx.facts = facts;
    await expect.poll(() => told).toEqual([{ message: 'the daily run is done' }]);
  });

  it('logs what failed and tries again later, and the till goes on', async () => {
    const { shop, reports } = await anExpiringShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 1000 });
    shop.clock.set(momentAt('2026-02-06 10:00'));
    shop.database.writer.exec(`CREATE TRIGGER no_expiry BEFORE INSERT ON ledger_entries
      WHEN new.kind = 'expire' BEGIN SELECT RAISE(ABORT, 'not today'); END`);
    const { logger, told } = aLog();
    const timer = new DailyTimer(shop.ctx, reports, logger);
    onTestFinished(() => timer.stop());
    await timer.look();
    expect(told).toEqual([{ message: 'the daily run failed and will be tried again' }]);
    expect((await aVisit(shop.ctx, aino)).visits).toBe(2);
    shop.database.writer.exec('DROP TRIGGER no_expiry');
    await timer.look();
    expect(told).toHaveLength(1);
    shop.clock.pass(10);
    await timer.look();
    expect(told.at(-1)).toEqual({ message: 'the daily run is done' });
    expect(expiries(shop)).toHaveLength(1);
  });

  it('waits for the first run of a new shop, and does nothing more once it was stopped', async () => {
    const { shop, reports } = await anExpiringShop();
    const { facts } = shop.ctx;
    shop.ctx.facts = null;
    const { logger, told } = aLog();
    const timer = new DailyTimer(shop.ctx, reports, logger);
    await timer.look();
    expect(told).toEqual([]);
    shop.ctx.facts = facts;
    await timer.look();
    expect(told).toHaveLength(1);
    await timer.stop();
    shop.clock.set(momentAt('2026-02-06 10:00'));
    await timer.look();
    expect(told).toHaveLength(1);
  });
});
