import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerById } from '#electron/repositories/customers.ts';
import { walletBalances } from '#electron/repositories/ledger.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { Failure } from '#electron/services/failure.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { previewEarning } from '#shared/domain/loyalty/earn.ts';
import { aVisit } from '#tests/shared/domain/loyalty/programmes.ts';
import { aCheckIn, aLife, type Life, live, tillSteps } from '#tests/support/history.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aRequest, aShop, rulesOf } from '#tests/support/shop.ts';

const tables = [
  'customers',
  'wallets',
  'visits',
  'visit_lines',
  'ledger_entries',
  'ledger_draws',
  'lots',
  'balances',
  'customer_stats',
  'customer_month',
  'day_totals',
];

/** Every row of every table that a till writes. */
const everything = ({ shop }: Life) =>
  Object.fromEntries(tables.map((table) => [table, shop.rows(`SELECT * FROM ${table} ORDER BY 1, 2`)]));

const inAShop = async (test: (life: Life) => Promise<void>): Promise<void> => {
  const shop = await aShop({ now: '2026-01-30 20:00' });
  try {
    await test(await aLife(shop));
  } finally {
    shop.close();
  }
};

describe('the ledger, through any history at the till', () => {
  it(
    'breaks none of its laws after any step',
    async () => {
      await fc.assert(
        fc.asyncProperty(tillSteps, (steps) =>
          inAShop(async (life) => {
            for (const step of steps) {
              await live(life, step);
              expect(brokenLaws(life.shop)).toEqual([]);
            }
          }),
        ),
        { numRuns: rounds(20) },
      );
    },
    rounds(120_000),
  );

  it(
    'spends the oldest first: nothing is drawn from a lot while an older one holds something',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aCheckIn, { minLength: 10, maxLength: 30, size: 'max' }), (steps) =>
          inAShop(async (life) => {
            for (const step of steps) await live(life, step);
            const passedOver = life.shop.rows(`
            SELECT older.entry_id FROM lots AS older
            INNER JOIN lots AS newer ON newer.wallet_id = older.wallet_id AND newer.unit_id = older.unit_id
              AND newer.entry_id > older.entry_id
            WHERE older.remaining > 0 AND newer.remaining < newer.amount`);
            expect(passedOver).toEqual([]);
          }),
        ),
        { numRuns: rounds(10) },
      );
    },
    rounds(120_000),
  );

  it(
    'is back at the start when everything is undone, in any order',
    async () => {
      await fc.assert(
        fc.asyncProperty(tillSteps, fc.infiniteStream(fc.nat(1000)), (steps, order) =>
          inAShop(async (life) => {
            const { shop, standing } = life;
            const atStart = shop.rows('SELECT * FROM customer_stats ORDER BY customer_id');
            for (const step of steps) {
              // Further back than an owner may undo, nothing could be brought to the start again.
              if (step.kind !== 'pass') await live(life, step);
              else shop.clock.pass(step.minutes % 600);
            }
            while (standing.length > 0) {
              const [visit] = standing.splice((order.next().value ?? 0) % standing.length, 1);
              if (visit) await undoVisit(shop.ctx, { requestId: aRequest(), visitId: visit.visitId });
            }
            expect(
              shop.rows('SELECT * FROM balances WHERE balance <> 0 OR carry_num <> 0 OR carry_den <> 1'),
            ).toEqual([]);
            expect(shop.rows('SELECT * FROM lots WHERE remaining <> 0')).toEqual([]);
            expect(shop.rows('SELECT * FROM customer_stats ORDER BY customer_id')).toEqual(atStart);
            expect(shop.rows('SELECT * FROM customer_month')).toEqual([]);
            const sums = 'check_ins + identified + amount + identified_amount + amount_check_ins + rewards';
            expect(
              shop.rows(`SELECT * FROM day_totals WHERE ${sums} <> 0 OR check_ins <> 0 OR amount <> 0`),
            ).toEqual([]);
            expect(brokenLaws(shop)).toEqual([]);
          }),
        ),
        { numRuns: rounds(15) },
      );
    },
    rounds(120_000),
  );

  it(
    'is not changed by any request that comes again',
    async () => {
      await fc.assert(
        fc.asyncProperty(tillSteps, (steps) =>
          inAShop(async (life) => {
            // A refused request may be granted later, when the balance is there: it is no repetition.
            for (const step of steps) await live(life, step);
            const before = everything(life);
            for (const { send, done } of [...life.sent]) {
              if (!done) continue;
              await send();
              expect(everything(life)).toEqual(before);
            }
          }),
        ),
        { numRuns: rounds(10) },
      );
    },
    rounds(120_000),
  );
});

describe('points, while nothing is undone', () => {
  it(
    'are the whole part of the exact sum of all amounts, and the rest is carried exactly',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 1500 }), { minLength: 1, maxLength: 25 }),
          (amounts) =>
            inAShop(async ({ shop, people: [customerId = 0] }) => {
              const rules = rulesOf(shop.ctx);
              const rule = rules.points ?? expect.fail('the programme gives points');
              for (const amount of amounts) {
                await checkIn(shop.ctx, { requestId: aRequest(), customerId, amount });
              }
              // Counted apart from the product's own fractions: so many points for every `per` cents of the sum.
              const exact = BigInt(amounts.reduce((sum, amount) => sum + amount, 0)) * BigInt(rule.points);
              const whole = Number(exact / BigInt(rule.per));
              const rest = Number(exact % BigInt(rule.per)) / rule.per;
              const customer = await customerById(shop.ctx.work.read, customerId);
              const balances = await walletBalances(shop.ctx.work.read, customer?.wallet_id ?? 0);
              const points = balances.find((row) => row.unitId === rules.pointsUnitId);
              const { balance, carry } = points ?? { balance: 0, carry: noCarry };
              expect(balance).toBe(whole);
              expect(carry.num / carry.den).toBe(rest);
            }),
        ),
        { numRuns: rounds(15) },
      );
    },
    rounds(120_000),
  );
});

describe('what the till shows before the act', () => {
  it(
    'is what is written: the same function, the same sums',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(aCheckIn, { minLength: 3, maxLength: 15 }), (steps) =>
          inAShop(async (life) => {
            const { shop, people } = life;
            const rules = rulesOf(shop.ctx);
            for (const step of steps) {
              const customerId = people[step.who ?? 0] ?? 0;
              const customer = await customerById(shop.ctx.work.read, customerId);
              const balances = await walletBalances(shop.ctx.work.read, customer?.wallet_id ?? 0);
              const carry = balances.find((row) => row.unitId === rules.pointsUnitId)?.carry ?? noCarry;
              const preview = previewEarning(rules, aVisit({ amount: step.amount, carry }));
              const receipt = await checkIn(shop.ctx, {
                requestId: aRequest(),
                customerId,
                amount: step.amount,
              });
              for (const { unitId, earned } of receipt.changes) expect(earned).toBe(preview.get(unitId) ?? 0);
              const earned = receipt.changes
                .filter((change) => change.earned > 0)
                .map(({ unitId }) => unitId);
              expect(earned).toEqual([...preview].flatMap(([unitId, sum]) => (sum > 0 ? [unitId] : [])));
              for (const { before, earned, spent, after } of receipt.changes)
                expect(after).toBe(before + earned - spent);
            }
          }),
        ),
        { numRuns: rounds(10) },
      );
    },
    rounds(120_000),
  );
});

describe('a request sent again', () => {
  it('is answered with what was answered the first time, and says that it is a repetition', async () => {
    await inAShop(async ({ shop, people: [anna = 0, bert = 0] }) => {
      const { ctx } = shop;
      const rewards = rulesOf(ctx).rewards.map((reward) => ({ rewardId: reward.id }));
      for (const amount of [700, null, 350]) {
        const input = { requestId: aRequest(), customerId: anna, amount };
        const receipt = await checkIn(ctx, input);
        expect(await checkIn(ctx, input)).toEqual({ ...receipt, replayed: true });
      }
      const redeeming = { requestId: aRequest(), customerId: anna, amount: 120, redeem: rewards };
      const receipt = await checkIn(ctx, redeeming);
      expect(receipt.rewards).toHaveLength(2);
      expect(await checkIn(ctx, redeeming)).toEqual({ ...receipt, replayed: true });
      const undo = { requestId: aRequest(), visitId: receipt.visitId };
      const undone = await undoVisit(ctx, undo);
      expect(await undoVisit(ctx, undo)).toEqual({ ...undone, replayed: true });
      const walkIn = { requestId: aRequest(), customerId: null, amount: 999 };
      const sold = await checkIn(ctx, walkIn);
      expect(await checkIn(ctx, walkIn)).toEqual({ ...sold, replayed: true });
      const move = { requestId: aRequest(), visitId: sold.visitId, customerId: bert };
      const moved = await moveVisit(ctx, move);
      expect(await moveVisit(ctx, move)).toEqual({ ...moved, replayed: true });
    });
  });

  it('with other content is refused', async () => {
    await inAShop(async ({ shop, people: [anna = 0, bert = 0] }) => {
      const input = { requestId: aRequest(), customerId: anna, amount: 700 };
      const { visitId } = await checkIn(shop.ctx, input);
      const other = [{ amount: 701 }, { amount: null }, { customerId: bert }, { customerId: null }];
      for (const change of other) {
        await expect(checkIn(shop.ctx, { ...input, ...change })).rejects.toThrow(
          new Failure('RequestIdReused', undefined),
        );
      }
      await expect(undoVisit(shop.ctx, { requestId: input.requestId, visitId })).rejects.toThrow(
        'RequestIdReused',
      );
    });
  });
});
