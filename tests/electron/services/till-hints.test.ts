import { expect, it } from 'vitest';
import { customerCard } from '#electron/services/customer-card.ts';
import { giveTreat } from '#electron/services/playbook-words.ts';
import { allPlaybooks, savePlaybook } from '#electron/services/playbooks.ts';
import { drawDailySurprises } from '#electron/services/surprises.ts';
import { setVoucherBudget } from '#electron/services/vouchers.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

interface Looked {
  readonly state: 'onTrack' | 'late' | 'atRisk';
  readonly waited?: number;
  readonly expected?: number;
  readonly spend?: number;
}

/** What the newest look says of somebody who was here on the last day with a visit, days counted from it. */
function looked(shop: TestShop, id: number, { state, waited = 28, expected = 7, spend = 0 }: Looked): void {
  const lastDay = shop.number('SELECT last_day FROM customer_stats WHERE customer_id = ?', id);
  shop.database.writer
    .prepare(
      `INSERT INTO customer_outlook (customer_id, business_day, last_day, state, because, usual_gap, waited, expected_day,
        year_spend) VALUES (?, ?, ?, ?, 'late', 7.4, ?, ?, ?)`,
    )
    .run(id, lastDay + waited, lastDay, state, waited, lastDay + expected, spend);
}

const hintOf = async (shop: TestShop, id: number, kind: string) =>
  (await customerCard(shop.ctx, id)).hints.find((hint) => hint.kind === kind);

it('says of somebody late how often they come and when they were expected, until they were here', async () => {
  const shop = await aShop({ now: '2026-02-03 10:00' });
  const people = [];
  for (const name of ['Late', 'At risk', 'On track', 'Not late yet']) {
    const id = await aCustomer(shop.ctx, { name });
    await aVisit(shop.ctx, id);
    people.push(id);
  }
  const [late = 0, atRisk = 0, onTrack = 0, notYet = 0] = people;
  shop.clock.set(momentAt('2026-02-10 10:00'));
  for (const id of people) await aVisit(shop.ctx, id);
  const once = await aCustomer(shop.ctx, { name: 'Came once' });
  await aVisit(shop.ctx, once);
  looked(shop, once, { state: 'atRisk' });
  looked(shop, late, { state: 'late' });
  looked(shop, atRisk, { state: 'atRisk' });
  looked(shop, onTrack, { state: 'onTrack' });
  looked(shop, notYet, { state: 'late', waited: 5, expected: 40 });
  shop.clock.set(momentAt('2026-03-10 10:00'));
  expect(await hintOf(shop, late, 'late')).toEqual({
    ...{ kind: 'late', usualGapDays: 7, waitedDays: 28, expectedDay: '2026-02-17' },
  });
  expect(await hintOf(shop, atRisk, 'late')).toBeDefined();
  // Nothing is usual of somebody who came once.
  expect(await hintOf(shop, once, 'late')).toBeUndefined();
  expect(await hintOf(shop, onTrack, 'late')).toBeUndefined();
  expect(await hintOf(shop, notYet, 'late')).toBeUndefined();
  await aVisit(shop.ctx, late);
  expect(await hintOf(shop, late, 'late')).toBeUndefined();
});

it('surprises one a day, goes on to more of those drawn the more visits went by, and nobody twice', async () => {
  const shop = await aShop({ now: '2026-03-04 10:00' });
  const people: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    const id = await aCustomer(shop.ctx, { name: `Person ${index}` });
    await aVisit(shop.ctx, id);
    // The first eight spent most; the last of them is not expected about now.
    looked(shop, id, { state: 'onTrack', waited: 6, expected: index === 7 ? 30 : 6, spend: 4000 - index });
    people.push(id);
  }
  shop.clock.set(momentAt('2026-03-10 10:00'));
  const reports = reportsOf(shop);
  const gift = async (id: number) => hintOf(shop, id, 'surprise');
  const drawn = () =>
    shop.rows<{ id: number }>('SELECT customer_id AS id FROM surprises').map(({ id }) => id);
  expect(await drawDailySurprises(shop.ctx, reports)).toBe(true);
  expect(await drawDailySurprises(shop.ctx, reports)).toBe(false);
  const picks = drawn();
  // All seven who may come today and are worth it were drawn, and the first five have their turn when the day begins.
  expect([...picks].sort()).toEqual(people.slice(0, 7).sort());
  const inTurn = async () => {
    const hints = await Promise.all(people.map(async (id) => ({ id, hint: await gift(id) })));
    return hints.filter(({ hint }) => hint !== undefined).map(({ id }) => id);
  };
  const firstInTurn = await inTurn();
  expect(firstInTurn).toHaveLength(5);
  expect(picks).toEqual(expect.arrayContaining(firstInTurn));
  // Ten visits of others later nobody was surprised: it goes on to the others who were drawn.
  for (const id of people.slice(8, 17)) await aVisit(shop.ctx, id);
  expect(await inTurn()).toEqual(firstInTurn);
  await aVisit(shop.ctx, people[17] ?? 0);
  expect((await inTurn()).sort()).toEqual([...picks].sort());
  // What is left of the month is too little: nothing is offered that could not be given.
  const budget = (perMonth: number | null) =>
    setVoucherBudget(shop.ctx, { requestId: aRequest(), kind: 'surprise', perMonth });
  const [first = 0, second = 0] = picks;
  await budget(100);
  expect(await gift(first)).toBeUndefined();
  await budget(null);
  expect(await gift(first)).toMatchObject({ kind: 'surprise' });
  await giveTreat(shop.ctx, { requestId: aRequest(), customerId: first, reason: null });
  expect(await gift(first)).toBeUndefined();
  expect(await gift(second)).toBeUndefined();
  shop.clock.set(momentAt('2026-03-11 10:00'));
  await drawDailySurprises(shop.ctx, reports);
  expect(drawn()).not.toContain(first);
  expect(drawn().length).toBeGreaterThan(0);
  expect(shop.number("SELECT COUNT(*) FROM preferences WHERE name = 'surpriseKey'")).toBe(1);
  // A playbook that gives nothing draws nobody.
  const { playbooks } = await allPlaybooks(shop.ctx);
  const own = playbooks.find(({ situation }) => situation === 'onTrackHigh');
  if (!own) throw new Error('no playbook');
  const { channels, tone, allowance, words } = own;
  await savePlaybook(shop.ctx, {
    ...{ requestId: aRequest(), situation: 'onTrackHigh' },
    content: { channels, tone, allowance, words, gift: null },
  });
  expect(await gift(drawn()[0] ?? 0)).toBeUndefined();
  shop.clock.set(momentAt('2026-03-12 10:00'));
  await drawDailySurprises(shop.ctx, reports);
  expect(drawn()).toEqual([]);
});
