import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listItems } from '#electron/services/catalogue.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { present, shopFacts } from '#electron/services/shop-context.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { chooseReward, chooseVoucher } from '#renderer/src/screens/till/choose-reward.ts';
import { type EarningWorld, gainsOfCustomer } from '#renderer/src/screens/till/earning-preview.ts';
import { addItem, typeDigits } from '#renderer/src/screens/till/edit-entry.ts';
import { type Entry, emptyEntry, holdPrices } from '#renderer/src/screens/till/entry.ts';
import { offersFor, vouchersFor } from '#renderer/src/screens/till/reward-offers.ts';
import { paidAmount, redeemOf } from '#renderer/src/screens/till/settle-entry.ts';
import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard } from '#shared/contract/till.ts';
import { minuteOfDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aBonus, aLevel } from '#tests/shared/domain/loyalty/programmes.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCard, aReward, pointsFor, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  rulesOf,
  stampCard,
  type TestShop,
} from '#tests/support/shop.ts';

const factor = fc.constantFrom({ num: 1, den: 1 }, { num: 3, den: 2 }, { num: 2, den: 1 });
const cap = fc.option(fc.integer({ min: 1, max: 12 }));

/** What differs between the programmes that are tried. */
const someRules = fc.record({
  points: fc.integer({ min: 1, max: 7 }),
  per: fc.constantFrom(90, 100, 250, 700),
  minAmount: fc.constantFrom(0, 300),
  isExcluded: fc.boolean(),
  perItem: fc.nat(3),
  dailyCap: cap,
  perDay: cap,
  stamps: fc.integer({ min: 1, max: 3 }),
  bonus: factor,
  hours: fc.option(fc.constant({ from: 600, to: 780 })),
  applies: fc.constantFrom('points', 'stamps', 'both'),
  tier: factor,
  gift: fc.nat(3),
  reward: fc.constantFrom('freeItem', 'percentOff', 'amountOff', 'thanks'),
  partial: fc.boolean(),
});
type Chosen = typeof someRules extends fc.Arbitrary<infer T> ? T : never;

/** A visit as somebody enters it at the till. */
const someVisit = fc.record({
  who: fc.nat(1),
  pieces: fc.array(fc.nat(1), { maxLength: 4 }),
  typed: fc.option(fc.integer({ min: 1, max: 3000 })),
  rewards: fc.nat(2),
  takesVoucher: fc.boolean(),
  typesLast: fc.boolean(),
  pass: fc.constantFrom(0, 30, 24 * 60, 3 * 24 * 60),
});
type Visit = typeof someVisit extends fc.Arbitrary<infer T> ? T : never;

const secondCard = 7_001;

function rulesFrom(base: ProgrammeRules, unitId: number, itemId: number, chosen: Chosen) {
  const { points, per, minAmount, dailyCap, gift } = chosen;
  const scope = { kind: 'category', category: 'Bakery' } as const;
  const given = gift === 0 ? null : { unitId, amount: gift };
  return {
    points: pointsFor(points, per, {
      minAmount,
      dailyCap,
      excluded: chosen.isExcluded ? [scope] : [],
      perItem: chosen.perItem === 0 ? [] : [{ scope, points: chosen.perItem }],
    }),
    stampCards: [
      aCard({ unitId, stamps: chosen.stamps, perDay: chosen.perDay }),
      aCard({
        unitId: secondCard,
        name: 'Coffees',
        on: { kind: 'items', scopes: [{ kind: 'item', itemId }] },
      }),
    ],
    bonuses: [
      aBonus({ id: 1, weekdays: [], hours: chosen.hours, factor: chosen.bonus, applies: chosen.applies }),
    ],
    gifts: {
      signUp: given,
      referral: given && { referrer: given, friend: given },
      birthday: given && { gift: given, daysAround: 2 },
      milestones: given ? [{ visits: 3, gift: given }] : [],
    },
    rewards: [
      aReward({
        id: 501,
        unitId: base.pointsUnitId,
        price: 10,
        kind: chosen.reward,
        itemId: chosen.reward === 'freeItem' ? itemId : null,
        percent: chosen.reward === 'percentOff' ? 15 : null,
        amountOff: chosen.reward === 'amountOff' ? 333 : null,
        partial: chosen.partial,
      }),
      aReward({ id: 502, unitId, price: 3, itemId }),
      aReward({ id: 503, unitId: secondCard, price: 2 }),
    ],
    tiers: {
      basis: 'visits',
      window: { kind: 'rolling', days: 90 },
      graceDays: 0,
      levels: [aLevel({ id: 1 }), aLevel({ id: 2, name: 'Regular', from: 2, factor: chosen.tier })],
    },
  } as const satisfies Partial<ProgrammeRules>;
}

/** What the till knows of the shop at this moment. */
function worldOf({ ctx }: TestShop): EarningWorld {
  const { at, day } = present(ctx);
  const { items, calendar } = shopFacts(ctx);
  return {
    rules: rulesOf(ctx),
    time: { day, weekday: weekdayOf(day), minute: minuteOfDay(at, calendar) },
    categoryOf: (itemId) => items.get(itemId)?.category ?? '',
    asksAmount: true,
  };
}

/** The visit as it stands at the till just before Check in. */
function entered(items: readonly Item[], card: CustomerCard, visit: Visit): Entry {
  let entry = holdPrices(emptyEntry, card.heldPrices);
  const type = () => {
    if (visit.typed !== null) entry = typeDigits(entry, String(visit.typed));
  };
  if (!visit.typesLast) type();
  for (const place of visit.pieces) {
    const item = items[place];
    if (item) entry = addItem(entry, { itemId: item.id, name: item.name, unitPrice: item.price });
  }
  for (let count = 0; count < visit.rewards; count += 1) {
    const [offer] = offersFor(card, entry, items);
    if (offer) entry = chooseReward(entry, offer);
  }
  const [voucher] = vouchersFor(card, entry, items);
  if (voucher && visit.takesVoucher) entry = chooseVoucher(entry, voucher);
  if (visit.typesLast) type();
  return paidAmount(entry) === null ? typeDigits(entry, '450') : entry;
}

/** Two people, the second brought by the first, each with a voucher for an item. */
async function aCafe(chosen: Chosen) {
  const shop = await aShop({ now: '2026-03-10 09:40' });
  const { ctx } = shop;
  const latte = await anItem(ctx, { name: 'Latte', category: 'Coffee', price: 480 });
  await anItem(ctx, { name: 'Cake', category: 'Bakery', price: 520 });
  await publishRules(ctx, rulesFrom(rulesOf(ctx), stampCard(ctx).unitId, latte.id, chosen));
  const aino = await aCustomer(ctx, { birthday: { day: 12, month: 3, year: null } });
  const eero = await aCustomer(ctx, { name: 'Eero', referredById: aino });
  for (const customerId of [aino, eero]) {
    await issueVoucher(ctx, {
      requestId: aRequest(),
      customerId,
      kind: 'surprise',
      name: 'A latte',
      benefit: { kind: 'item', itemId: latte.id },
      cost: 100,
      expiresDay: '2026-12-31',
    });
  }
  return { shop, people: [aino, eero] };
}

it(
  'the till shows before the act what is written, whatever the rules and the order',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        someRules,
        fc.array(someVisit, { minLength: 4, maxLength: 12 }),
        async (chosen, visits) => {
          const { shop, people } = await aCafe(chosen);
          const items = await listItems(shop.ctx);
          for (const visit of visits) {
            shop.clock.pass(visit.pass);
            const customerId = people[visit.who] ?? 0;
            const card = await customerCard(shop.ctx, customerId);
            const entry = entered(items, card, visit);
            const { byUnit } = gainsOfCustomer(worldOf(shop), entry, card);
            const receipt = await checkIn(shop.ctx, {
              requestId: aRequest(),
              customerId,
              amount: paidAmount(entry),
              items: entry.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
              redeem: redeemOf(entry),
              vouchers: entry.vouchers.map(({ code }) => ({ code })),
            });
            expect(receipt.changes.map(({ unitId, earned }) => [unitId, earned])).toEqual(
              receipt.changes.map(({ unitId }) => [unitId, byUnit.get(unitId) ?? 0]),
            );
            for (const { before, earned, spent, after } of receipt.changes) {
              expect(after).toBe(before + earned - spent);
              expect(after).toBeGreaterThanOrEqual(0);
            }
          }
          shop.close();
        },
      ),
      { numRuns: rounds(25) },
    );
  },
  rounds(120_000),
);
