import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollForwards } from '#electron/reports/reconciliation-query.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { gainsOfCustomer } from '#renderer/src/screens/till/earning-preview.ts';
import { spendsOf } from '#renderer/src/screens/till/settle-entry.ts';
import { businessDayAt, minuteOfDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest, aShop } from '#tests/support/shop.ts';
import {
  aWholeLife,
  type LivedVisit,
  liveVisit,
  liveWhole,
  reversibleSteps,
  type WholeLife,
  wholeSteps,
} from '#tests/support/whole-history.ts';
import { anyRules } from '#tests/support/whole-rules.ts';

const tables = [
  'visits',
  'visit_lines',
  'ledger_entries',
  'ledger_draws',
  'lots',
  'balances',
  'customer_stats',
  'customers',
  'wallets',
  'merges',
  'wallet_transfers',
  'day_totals',
  'voucher_uses',
  'reward_counts',
];

/** Every row of every table that the programme writes. */
const everything = ({ shop }: WholeLife) =>
  Object.fromEntries(tables.map((table) => [table, shop.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)]));

const inAShop = async (
  rules: Parameters<typeof aWholeLife>[1],
  test: (life: WholeLife) => Promise<void>,
): Promise<void> => {
  // Two days before the birthday, a Sunday.
  const shop = await aShop({ now: '2026-02-01 11:00' });
  try {
    await test(await aWholeLife(shop, rules));
  } finally {
    shop.close();
  }
};

/** The roll-forward of every unit for `[from, to)` closes, and opens with what the one before closed with. */
async function expectReconciled({ shop, named }: WholeLife, cuts: readonly number[]): Promise<void> {
  const units = [named.pointsUnitId, named.visitCard, named.itemCard];
  const days = [0, ...cuts.map((cut) => 20_480 + cut), 40_000].sort((a, b) => a - b);
  const closed = new Map<number, number>();
  for (const [index, to] of days.entries()) {
    if (index === 0) continue;
    const from = days[index - 1] ?? 0;
    const range = { from, to, unitIds: units } as unknown as Parameters<typeof rollForwards>[1];
    for (const roll of await rollForwards(shop.ctx.work.read, range)) {
      const { unitId, opening, earned, adjusted, redeemed, expired, closing } = roll;
      expect(opening).toBe(closed.get(unitId) ?? 0);
      expect(closing).toBe(opening + earned + adjusted - redeemed - expired);
      closed.set(unitId, closing);
    }
  }
  for (const unitId of units) {
    const held = shop.number('SELECT COALESCE(SUM(balance), 0) FROM balances WHERE unit_id = ?', unitId);
    expect(closed.get(unitId)).toBe(held);
  }
}

describe('the whole programme, through any history', () => {
  it(
    'breaks no law of the ledger after any step, and every sum can be made anew',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          anyRules,
          wholeSteps,
          fc.array(fc.nat(400), { maxLength: 4 }),
          (rules, steps, cuts) =>
            inAShop(rules, async (life) => {
              for (const step of steps) {
                await liveWhole(life, step);
                expect(brokenLaws(life.shop)).toEqual([]);
              }
              expect(await driftCheck(life.shop.ctx.work.read)).toEqual([]);
              await expectReconciled(life, cuts);
            }),
        ),
        { numRuns: rounds(25) },
      );
    },
    rounds(240_000),
  );

  it(
    'is back at the start when everything is undone, refunds and merges and all, in any order',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyRules, reversibleSteps, fc.infiniteStream(fc.nat(1000)), (rules, steps, order) =>
          inAShop(rules, async (life) => {
            const { shop, standing } = life;
            for (const step of steps) await liveWhole(life, step);
            let merged = [...life.people];
            while (standing.length > 0 || merged.length > 0) {
              if (merged.length > 0 && (order.next().value ?? 0) % 2 === 0) {
                const [who] = merged;
                merged = merged.slice(1);
                await liveWhole(life, { kind: 'unmerge', who: life.people.indexOf(who ?? 0) });
                continue;
              }
              if (standing.length === 0) continue;
              const [visitId] = standing.splice((order.next().value ?? 0) % standing.length, 1);
              if (visitId !== undefined) await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
            }
            expect(shop.rows('SELECT * FROM balances WHERE balance <> 0 OR carry_num <> 0')).toEqual([]);
            expect(shop.rows('SELECT * FROM lots WHERE remaining <> 0')).toEqual([]);
            expect(shop.rows('SELECT * FROM customer_stats WHERE visits <> 0 OR spend <> 0')).toEqual([]);
            expect(shop.rows('SELECT * FROM reward_counts WHERE given <> 0')).toEqual([]);
            expect(
              shop.rows('SELECT * FROM day_totals WHERE check_ins <> 0 OR amount <> 0 OR rewards <> 0'),
            ).toEqual([]);
            expect(brokenLaws(shop)).toEqual([]);
          }),
        ),
        { numRuns: rounds(20) },
      );
    },
    rounds(240_000),
  );

  it(
    'is not changed by any request that comes again',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyRules, wholeSteps, (rules, steps) =>
          inAShop(rules, async (life) => {
            for (const step of steps) await liveWhole(life, step);
            const before = everything(life);
            for (const { send } of [...life.granted]) await send();
            expect(everything(life)).toEqual(before);
          }),
        ),
        { numRuns: rounds(10) },
      );
    },
    rounds(240_000),
  );
});

/** What the till said before the act is what the receipt says after it. */
function expectForetold({ shop, items }: WholeLife, { card, entry, rules, receipt }: LivedVisit): void {
  const facts = shop.ctx.facts ?? expect.fail('a shop');
  const now = shop.clock.now();
  const day = businessDayAt(now, facts.calendar);
  const world = {
    rules,
    time: { day, weekday: weekdayOf(day), minute: minuteOfDay(now, facts.calendar) },
    categoryOf: (itemId: number) => items.find((item) => item.id === itemId)?.category ?? '',
    asksAmount: true,
  };
  const gains = gainsOfCustomer(world, entry, card);
  const spends = spendsOf(entry);
  for (const { unitId, before, earned, spent, after } of receipt.changes) {
    expect(earned).toBe(gains.byUnit.get(unitId) ?? 0);
    const chosen = entry.rewards.filter((reward) => reward.unitId === unitId);
    expect(spent).toBe(chosen.reduce((sum, { rewardId }) => sum + (spends.get(rewardId) ?? 0), 0));
    expect(before).toBe(card.balances.find((balance) => balance.unitId === unitId)?.balance);
    expect(after).toBe(before + earned - spent);
  }
}

describe('what the till shows before the act', () => {
  it(
    'is what is written, with rewards, vouchers, gifts, bonuses, caps and tiers',
    async () => {
      let visits = 0;
      await fc.assert(
        fc.asyncProperty(anyRules, wholeSteps, (rules, steps) =>
          inAShop(rules, async (life) => {
            for (const step of steps) {
              if (step.kind !== 'visit') {
                await liveWhole(life, step);
                continue;
              }
              const lived = await liveVisit(life, step);
              // Only what the till itself offered is asked for: the service has no reason to refuse it.
              if (!lived)
                expect.fail(
                  `the service refuses what the till offered: ${JSON.stringify(life.refused.at(-1))}`,
                );
              expectForetold(life, lived);
              visits += 1;
            }
          }),
        ),
        { numRuns: rounds(25) },
      );
      expect(visits).toBeGreaterThan(50);
    },
    rounds(240_000),
  );
});
