import { beforeEach, describe, expect, it } from 'vitest';
import { addNote, answerConsent, changeCustomer, giveCard } from '#electron/services/change-customer.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { expireLots } from '#electron/services/daily-runs.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { previewMerge } from '#electron/services/preview-merge.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { scanCard } from '#electron/services/scan-card.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampCard,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';
import { reportsAtHand } from '#tests/support/whole-history.ts';

let shop: TestShop;

beforeEach(async () => {
  shop = await aShop({ now: '2026-03-10 10:00' });
});

const merge = (keepId: number, mergeId: number, requestId = aRequest()) =>
  mergeCustomers(shop.ctx, { requestId, keepId, mergeId });
const unmerge = (mergeId: number, requestId = aRequest()) =>
  unmergeCustomers(shop.ctx, { requestId, mergeId });

/** Balances and remainders of a customer, per unit of the programme. */
async function heldBy(customerId: number) {
  const { balances } = await customerCard(shop.ctx, customerId);
  return balances.map(({ balance, carryNum, carryDen }) => [balance, carryNum / carryDen]);
}

/** What a customer's wallet holds in open lots: when earned, when it ends, how much. */
const lotsOf = (customerId: number) =>
  shop.rows(
    `SELECT l.unit_id, l.business_day, l.programme_version_id, l.expires_day, l.remaining FROM lots AS l
      JOIN customers AS c ON c.wallet_id = l.wallet_id WHERE c.id = ? AND l.remaining > 0
      ORDER BY l.unit_id, l.business_day, l.remaining`,
    customerId,
  );

/** Everything that is derived or may be changed, of these customers. */
const stateOf = (...ids: readonly number[]) =>
  ids.map((id) => ({
    customer: shop.rows('SELECT * FROM customers WHERE id = ?', id),
    stats: shop.rows('SELECT * FROM customer_stats WHERE customer_id = ?', id),
    months: shop.rows('SELECT * FROM customer_month WHERE customer_id = ? ORDER BY month', id),
    balances: shop.rows(
      'SELECT b.* FROM balances AS b JOIN customers AS c ON c.wallet_id = b.wallet_id WHERE c.id = ?',
      id,
    ),
    lots: shop.rows(
      'SELECT l.* FROM lots AS l JOIN customers AS c ON c.wallet_id = l.wallet_id WHERE c.id = ? AND l.remaining > 0',
      id,
    ),
    cards: shop.rows('SELECT * FROM cards WHERE customer_id = ? ORDER BY code', id),
    notes: shop.rows('SELECT * FROM customer_notes WHERE customer_id = ?', id),
  }));

async function expectSound() {
  expect(brokenLaws(shop)).toEqual([]);
  expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
}

/** Two entries of one person: Aino came in January and March, "A. Virtanen" in February and on the same day in March. */
async function twoEntries() {
  const { ctx, clock } = shop;
  const kept = await aCustomer(ctx, { name: 'Aino Virtanen', cardCode: 'KEPT1' });
  const merged = await aCustomer(ctx, { name: 'A. Virtanen', cardCode: 'GONE1', phone: '040 123 4567' });
  for (const [who, when, amount] of [
    [kept, '2026-03-11 09:00', 450],
    [merged, '2026-03-12 09:00', 390],
    [kept, '2026-04-20 09:00', 275],
    [merged, '2026-04-20 15:00', 125],
  ] as const) {
    clock.set(momentAt(when));
    await aVisit(ctx, who, { amount });
  }
  return { kept, merged };
}

describe('merging two entries', () => {
  it('is seen before it is done', async () => {
    const { kept, merged } = await twoEntries();
    const preview = await previewMerge(shop.ctx, { keepId: kept, mergeId: merged });
    expect(preview).toMatchObject({
      kept: { customerId: kept, name: 'Aino Virtanen', visits: 2 },
      merged: { customerId: merged, name: 'A. Virtanen', visits: 2 },
      // 20 April is one day.
      visits: 3,
      cards: 2,
    });
    await merge(kept, merged);
    const { balances } = await customerCard(shop.ctx, kept);
    expect(balances.map(({ unitId, balance }) => [unitId, balance])).toEqual(
      preview.balances.map(({ unitId, after }) => [unitId, after]),
    );
    for (const unit of preview.balances) expect(unit.after).toBe(unit.kept + unit.merged);
    expect(preview.balances.some((unit) => unit.merged > 0)).toBe(true);
  });

  it('makes one of the visits, each day once', async () => {
    const { kept, merged } = await twoEntries();
    await merge(kept, merged);
    const profile = await customerProfile(shop.ctx, kept);
    expect(profile).toMatchObject({
      visits: 3,
      firstDay: '2026-03-11',
      lastDay: '2026-04-20',
      lastAt: momentAt('2026-04-20 15:00'),
      spend: 450 + 390 + 275 + 125,
      amountVisits: 4,
    });
    expect(profile.customer.merged.map(({ customerId }) => customerId)).toEqual([merged]);
    expect(shop.rows('SELECT month, visits, spend, age, prev FROM customer_month ORDER BY month')).toEqual([
      { month: 2026 * 12 + 2, visits: 2, spend: 840, age: 0, prev: null },
      { month: 2026 * 12 + 3, visits: 1, spend: 400, age: 1, prev: 2026 * 12 + 2 },
    ]);
    expect(shop.rows('SELECT customer_id FROM customer_stats')).toEqual([{ customer_id: kept }]);
    await expectSound();
  });

  it('takes every lot along with its day, end and version, and the remainders', async () => {
    const { kept, merged } = await twoEntries();
    const lots = [...lotsOf(kept), ...lotsOf(merged)];
    const held = [await heldBy(kept), await heldBy(merged)];
    await merge(kept, merged);
    expect(lotsOf(kept)).toHaveLength(lots.length);
    expect(lotsOf(kept)).toEqual(expect.arrayContaining(lots));
    expect(await heldBy(kept)).toEqual(
      held[0]?.map(([balance = 0, carry = 0], unit) => {
        const [more = 0, carried = 0] = held[1]?.[unit] ?? [];
        return [balance + more, carry + carried];
      }),
    );
    expect(lotsOf(merged)).toEqual([]);
    const names = shop.rows<{ why: string }>(
      `SELECT why FROM ledger_entries WHERE kind = 'transfer' ORDER BY id LIMIT 2`,
    );
    expect(names.map(({ why }) => JSON.parse(why))).toEqual([
      { kind: 'transferred', because: 'merge', name: 'Aino Virtanen' },
      { kind: 'transferred', because: 'merge', name: 'A. Virtanen' },
    ]);
  });

  it('lets the cards of both open the one kept', async () => {
    const { kept, merged } = await twoEntries();
    await merge(kept, merged);
    for (const code of ['KEPT1', 'GONE1']) {
      expect(await scanCard(shop.ctx, [code])).toMatchObject({ kind: 'customer', customerId: kept });
    }
    await unmerge(merged);
    expect(await scanCard(shop.ctx, ['GONE1'])).toMatchObject({ kind: 'customer', customerId: merged });
  });

  it('is done once per request', async () => {
    const { kept, merged } = await twoEntries();
    const requestId = aRequest();
    await merge(kept, merged, requestId);
    const after = stateOf(kept, merged);
    await merge(kept, merged, requestId);
    expect(stateOf(kept, merged)).toEqual(after);
    expect(shop.number('SELECT COUNT(*) FROM merges')).toBe(1);
    await expect(merge(merged, kept, requestId)).rejects.toMatchObject({ code: 'RequestIdReused' });
  });

  it('is refused for one entry, an unknown one and one that is part of another', async () => {
    const { kept, merged } = await twoEntries();
    const other = await aCustomer(shop.ctx, { name: 'Oona' });
    await expect(merge(kept, kept)).rejects.toMatchObject({ code: 'NotMergeable' });
    await expect(merge(kept, 9)).rejects.toMatchObject({ code: 'NotFound' });
    await expect(unmerge(merged)).rejects.toMatchObject({ code: 'NotMergeable' });
    await merge(kept, merged);
    const input = { keepId: other, mergeId: merged };
    await expect(merge(other, merged)).rejects.toMatchObject({ code: 'NotMergeable' });
    await expect(merge(merged, other)).rejects.toMatchObject({ code: 'NotMergeable' });
    await expect(previewMerge(shop.ctx, input)).rejects.toMatchObject({ code: 'NotMergeable' });
    expect(shop.number('SELECT COUNT(*) FROM merges')).toBe(1);
  });

  it('fills what the kept one does not know, keeps both allergies, and gives it all back', async () => {
    const { ctx } = shop;
    const kept = await aCustomer(ctx, { name: 'Aino', allergy: 'Nuts', email: 'aino@example.fi' });
    const merged = await aCustomer(ctx, {
      name: 'A. V.',
      phone: '040 123 4567',
      email: 'other@example.fi',
      allergy: 'Lactose',
      birthday: { day: 1, month: 2, year: null },
    });
    const before = stateOf(kept, merged);
    const customer = await merge(kept, merged);
    expect(customer).toMatchObject({
      phone: '+358401234567',
      email: 'aino@example.fi',
      allergy: 'Nuts; Lactose',
      birthday: { day: 1, month: 2, year: null },
    });
    await unmerge(merged);
    expect(stateOf(kept, merged)).toEqual(before);
    // What was changed since is not taken back.
    await merge(kept, merged);
    await changeCustomer(ctx, { requestId: aRequest(), customerId: kept, phone: '040 765 4321' });
    await unmerge(merged);
    const phones = shop.rows('SELECT phone, allergy FROM customers ORDER BY id');
    expect(phones).toEqual([
      { phone: '+358407654321', allergy: 'Nuts' },
      { phone: '+358401234567', allergy: 'Lactose' },
    ]);
  });
});

describe('taking a merge apart', () => {
  it('restores both as they were', async () => {
    const { kept, merged } = await twoEntries();
    await addNote(shop.ctx, { requestId: aRequest(), customerId: merged, text: 'By the window' });
    const before = stateOf(kept, merged);
    await merge(kept, merged);
    expect(stateOf(kept, merged)).not.toEqual(before);
    await unmerge(merged);
    expect(stateOf(kept, merged)).toEqual(before);
    await expectSound();
  });

  it('leaves with the kept one what happened in between', async () => {
    const { kept, merged } = await twoEntries();
    const { ctx, clock } = shop;
    await visitTimes(ctx, merged, 4);
    const before = { kept: await heldBy(kept), merged: await heldBy(merged) };
    await merge(kept, merged);
    clock.set(momentAt('2026-04-22 09:00'));
    const receipt = await aVisit(ctx, kept, { amount: 450 });
    await giveCard(ctx, { requestId: aRequest(), customerId: kept, code: 'NEW1' });
    await unmerge(merged);
    expect(await heldBy(merged)).toEqual(before.merged);
    const earned = (unitId: number) => receipt.changes.find((one) => one.unitId === unitId)?.earned ?? 0;
    const balances = (await customerCard(ctx, kept)).balances;
    expect(balances.map(({ balance }) => balance)).toEqual(
      balances.map(({ unitId }, unit) => (before.kept[unit]?.[0] ?? 0) + earned(unitId)),
    );
    expect((await customerProfile(ctx, kept)).visits).toBe(3);
    expect((await customerProfile(ctx, merged)).visits).toBe(2);
    expect(await scanCard(ctx, ['NEW1'])).toMatchObject({ customerId: kept });
    await expectSound();
  });

  it('leaves what was spent together owed where it was spent', async () => {
    const { ctx } = shop;
    const { size, unitId } = { ...stampCard(ctx), size: stampReward(ctx).price };
    const kept = await aCustomer(ctx, { name: 'Aino' });
    const merged = await aCustomer(ctx, { name: 'A. V.' });
    await visitTimes(ctx, kept, 2);
    await visitTimes(ctx, merged, size - 2);
    await merge(kept, merged);
    await aVisit(ctx, kept, { redeem: [{ rewardId: stampReward(ctx).id }] });
    await unmerge(merged);
    const stampsOf = async (id: number) =>
      (await customerCard(ctx, id)).balances.find((unit) => unit.unitId === unitId)?.balance;
    expect(await stampsOf(merged)).toBe(size - 2);
    // 2 of their own, 1 of the last visit, less a full card.
    expect(await stampsOf(kept)).toBe(3 - size);
    await expectSound();
  });
});

describe('a visit of a merged entry', () => {
  it('undone, takes its points from the kept one, and the merge can still be taken apart', async () => {
    const { ctx } = shop;
    const { kept, merged } = await twoEntries();
    const last = shop.number('SELECT MAX(id) FROM visits WHERE customer_id = ?', merged);
    const before = await heldBy(kept);
    await merge(kept, merged);
    const undone = await undoVisit(ctx, { requestId: aRequest(), visitId: last });
    expect(undone).toMatchObject({ customerId: kept, customerName: 'Aino Virtanen' });
    const now = (await customerCard(ctx, kept)).balances;
    expect(undone.changes.length).toBeGreaterThan(0);
    for (const { unitId, after } of undone.changes) {
      expect(after).toBe(now.find((unit) => unit.unitId === unitId)?.balance);
    }
    expect((await customerProfile(ctx, kept)).spend).toBe(450 + 390 + 275);
    await expectSound();
    await unmerge(merged);
    expect(await heldBy(kept)).toEqual(before);
    expect((await customerProfile(ctx, merged)).visits).toBe(1);
    const alone = await aCustomer(ctx, { name: 'Alone' });
    await aVisit(ctx, alone, { amount: 390 });
    expect(await heldBy(merged)).toEqual(await heldBy(alone));
    await expectSound();
  });

  it('given back in part, takes its points from the kept one', async () => {
    const { ctx } = shop;
    const { kept, merged } = await twoEntries();
    shop.clock.set(momentAt('2026-04-21 09:00'));
    const { visitId } = await aVisit(ctx, merged, { amount: 390 });
    await merge(kept, merged);
    const points = rulesOf(ctx).pointsUnitId;
    const pointsOf = async (id: number) => {
      const unit = (await customerCard(ctx, id)).balances.find((one) => one.unitId === points);
      return unit ? unit.balance + unit.carryNum / unit.carryDen : 0;
    };
    const before = await pointsOf(kept);
    await refundVisit(ctx, { requestId: aRequest(), visitId, amount: 195, returnRewards: false });
    const rate = rulesOf(ctx).points;
    expect(await pointsOf(kept)).toBeCloseTo(before - (195 * (rate?.points ?? 0)) / (rate?.per ?? 1));
    await expectSound();
  });
});

describe('what has expired while two entries were one', () => {
  /** A visit of an entry that is merged, and the day after its points and stamps have ended. */
  async function expiredTogether() {
    const { ctx, clock } = shop;
    const expiry = { kind: 'months', months: 1, graceDays: 0 } as const;
    await publishRules(ctx, { expiry: { points: expiry, stamps: expiry } });
    const kept = await aCustomer(ctx, { name: 'Aino' });
    const merged = await aCustomer(ctx, { name: 'A. V.' });
    const { visitId } = await aVisit(ctx, merged, { amount: 400 });
    await merge(kept, merged);
    clock.set(momentAt('2026-04-01 09:00'));
    await aVisit(ctx, kept, { amount: 400 });
    const before = await heldBy(kept);
    clock.set(momentAt('2026-04-10 09:00'));
    await expireLots(ctx, reportsAtHand(shop));
    const after = await heldBy(kept);
    expect(after.map(([balance = 0]) => balance)).not.toEqual(before.map(([balance = 0]) => balance));
    return { kept, merged, visitId, after };
  }
  const nothing = (held: readonly (readonly number[])[]) => held.every(([balance]) => balance === 0);

  it('ends on the day it would have ended anyway, and does not come back', async () => {
    const { kept, merged, after } = await expiredTogether();
    await unmerge(merged);
    expect(nothing(await heldBy(merged))).toBe(true);
    expect(await heldBy(kept)).toEqual(after);
    await expectSound();
  });

  it('is not owed when its visit is undone, merged or taken apart', async () => {
    const { kept, merged, visitId, after } = await expiredTogether();
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
    expect((await heldBy(kept)).map(([balance]) => balance)).toEqual(after.map(([balance]) => balance));
    await unmerge(merged);
    expect(nothing(await heldBy(merged))).toBe(true);
    await expectSound();
  });

  it('is not owed when its visit is undone afterwards', async () => {
    const { merged, visitId } = await expiredTogether();
    await unmerge(merged);
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
    expect(nothing(await heldBy(merged))).toBe(true);
    await expectSound();
  });
});

describe('consents of a merged entry', () => {
  it('count for the kept one; the newest answer stands', async () => {
    const { ctx, clock } = shop;
    const kept = await aCustomer(ctx, {
      name: 'Aino',
      consents: [{ purpose: 'membership', granted: true }],
    });
    const merged = await aCustomer(ctx, { name: 'A. V.', consents: [{ purpose: 'contact', granted: true }] });
    clock.pass(60);
    await answerConsent(ctx, {
      requestId: aRequest(),
      customerId: merged,
      purpose: 'membership',
      granted: false,
    });
    const customer = await merge(kept, merged);
    const answers = Object.fromEntries(customer.consents.map(({ purpose, granted }) => [purpose, granted]));
    expect(answers).toEqual({ membership: false, contact: true });
    const again = await unmerge(merged);
    expect(again.consents).toHaveLength(2);
  });
});
