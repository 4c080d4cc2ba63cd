import { beforeEach, describe, expect, it } from 'vitest';
import { customerCard } from '#electron/services/customer-card.ts';
import { customerProfile } from '#electron/services/customer-profile.ts';
import { joinHousehold, leaveHousehold } from '#electron/services/household.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { park } from '#electron/services/parked-check-ins.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  liftDailyCaps,
  stampCard,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

let shop: TestShop;
let aino: number;
let oona: number;

beforeEach(async () => {
  shop = await aShop();
  await liftDailyCaps(shop.ctx);
  aino = await aCustomer(shop.ctx, { name: 'Aino' });
  oona = await aCustomer(shop.ctx, { name: 'Oona' });
});

const join = (customerId: number, withId: number, requestId = aRequest()) =>
  joinHousehold(shop.ctx, { requestId, customerId, withId });
const leave = (customerId: number, requestId = aRequest()) =>
  leaveHousehold(shop.ctx, { requestId, customerId });

async function stampsOf(customerId: number): Promise<number> {
  const { balances } = await customerCard(shop.ctx, customerId);
  return balances.find((unit) => unit.unitId === stampCard(shop.ctx).unitId)?.balance ?? 0;
}

async function expectSound() {
  expect(brokenLaws(shop)).toEqual([]);
  expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
}

describe('a household', () => {
  it('collects in one wallet, into which both bring what they have; visits stay their own', async () => {
    await visitTimes(shop.ctx, aino, 2);
    await visitTimes(shop.ctx, oona, 3);
    const customer = await join(aino, oona);
    expect(customer.household).toEqual([{ customerId: oona, name: 'Oona' }]);
    expect(await stampsOf(aino)).toBe(5);
    expect(await stampsOf(oona)).toBe(5);
    await aVisit(shop.ctx, aino);
    expect(await stampsOf(oona)).toBe(6);
    expect((await customerProfile(shop.ctx, oona)).spend).toBe(3 * 450);
    expect((await customerProfile(shop.ctx, aino)).spend).toBe(3 * 450);
    expect((await customerCard(shop.ctx, oona)).household).toEqual([{ customerId: aino, name: 'Aino' }]);
    const names = shop.rows<{ why: string }>("SELECT why FROM ledger_entries WHERE kind = 'transfer'");
    expect(names.length).toBeGreaterThan(1);
    for (const { why } of names) {
      expect(JSON.parse(why)).toEqual({ kind: 'transferred', because: 'household', name: 'Oona' });
    }
    await expectSound();
  });

  it('pays rewards for any of its members out of what all have collected', async () => {
    const { price, id: rewardId } = stampReward(shop.ctx);
    await visitTimes(shop.ctx, aino, price - 1);
    await visitTimes(shop.ctx, oona, 1);
    await join(aino, oona);
    const receipt = await aVisit(shop.ctx, oona, { redeem: [{ rewardId }] });
    expect(receipt.rewards).toHaveLength(1);
    expect(await stampsOf(aino)).toBe(1);
    await expectSound();
  });

  it('is joined by a third, and by somebody who leaves another household without its wallet', async () => {
    const liisa = await aCustomer(shop.ctx, { name: 'Liisa' });
    const pekka = await aCustomer(shop.ctx, { name: 'Pekka' });
    await visitTimes(shop.ctx, liisa, 2);
    await join(pekka, liisa);
    await visitTimes(shop.ctx, aino, 1);
    await join(aino, oona);
    const { household } = await join(pekka, aino);
    expect(household.map(({ name }) => name)).toEqual(['Aino', 'Oona']);
    expect(await stampsOf(pekka)).toBe(1);
    expect(await stampsOf(liisa)).toBe(2);
    await expectSound();
  });

  it('is left with an empty wallet; what was collected together stays', async () => {
    await visitTimes(shop.ctx, aino, 2);
    await join(aino, oona);
    const customer = await leave(aino);
    expect(customer.household).toEqual([]);
    expect(await stampsOf(aino)).toBe(0);
    expect(await stampsOf(oona)).toBe(2);
    await aVisit(shop.ctx, aino);
    expect([await stampsOf(aino), await stampsOf(oona)]).toEqual([1, 2]);
    await expectSound();
  });

  it('of one cannot be left: nothing is lost', async () => {
    await visitTimes(shop.ctx, aino, 2);
    const wallets = shop.number('SELECT COUNT(*) FROM wallets');
    await leave(aino);
    expect(await stampsOf(aino)).toBe(2);
    expect(shop.number('SELECT COUNT(*) FROM wallets')).toBe(wallets);
  });

  it('is joined and left once per request', async () => {
    const [joining, leaving] = [aRequest(), aRequest()];
    await join(aino, oona, joining);
    await leave(aino, leaving);
    await join(aino, oona, joining);
    expect((await customerCard(shop.ctx, aino)).household).toEqual([]);
    await join(aino, oona);
    await leave(aino, leaving);
    expect((await customerCard(shop.ctx, aino)).household).toHaveLength(1);
    await expect(join(oona, aino, joining)).rejects.toMatchObject({ code: 'RequestIdReused' });
    await expect(join(aino, aino)).rejects.toMatchObject({ code: 'NotMergeable' });
  });

  it('owes what is undone of the time before it', async () => {
    const { price, id: rewardId } = stampReward(shop.ctx);
    await visitTimes(shop.ctx, oona, price - 1);
    const { visitId } = await aVisit(shop.ctx, aino);
    await join(aino, oona);
    await aVisit(shop.ctx, oona, { redeem: [{ rewardId }] });
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId });
    expect(await stampsOf(oona)).toBe(0);
    expect(await stampsOf(aino)).toBe(0);
    await expectSound();
  });

  it('keeps what a check-in set aside will spend; who leaves has no claim on it', async () => {
    const { price, id: rewardId } = stampReward(shop.ctx);
    await visitTimes(shop.ctx, aino, price);
    const content = { customerId: aino, amount: 450, items: [], redeem: [{ rewardId }], vouchers: [] };
    await park(shop.ctx, { requestId: aRequest(), ...content });
    await join(aino, oona);
    const asks = () => aVisit(shop.ctx, oona, { redeem: [{ rewardId }] });
    await expect(asks()).rejects.toMatchObject({ code: 'InsufficientBalance' });
    await leave(aino);
    expect((await asks()).rewards).toHaveLength(1);
  });

  it('counts a daily cap once for a person who joins in the middle of the day', async () => {
    const capped = await aShop({ kind: 'cafe' });
    const { ctx } = capped;
    const perDay = stampCard(ctx).perDay ?? 0;
    expect(perDay).toBeGreaterThan(0);
    const [one, other] = [await aCustomer(ctx, { name: 'One' }), await aCustomer(ctx, { name: 'Other' })];
    for (let visit = 0; visit < perDay; visit += 1) await aVisit(ctx, one);
    await joinHousehold(ctx, { requestId: aRequest(), customerId: one, withId: other });
    const { changes } = await aVisit(ctx, one);
    expect(changes.find((unit) => unit.unitId === stampCard(ctx).unitId)).toMatchObject({
      earned: 0,
      after: perDay,
    });
  });
});

describe('merging somebody of a household', () => {
  it('takes the person out of it and leaves the wallet to the others', async () => {
    const twice = await aCustomer(shop.ctx, { name: 'Aino V.' });
    await join(twice, oona);
    await visitTimes(shop.ctx, twice, 3);
    await visitTimes(shop.ctx, aino, 1);
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: twice });
    expect(await stampsOf(aino)).toBe(1);
    expect(await stampsOf(oona)).toBe(3);
    expect((await customerCard(shop.ctx, oona)).household).toEqual([]);
    expect((await customerProfile(shop.ctx, aino)).spend).toBe(4 * 450);
    await unmergeCustomers(shop.ctx, { requestId: aRequest(), mergeId: twice });
    expect((await customerCard(shop.ctx, oona)).household).toEqual([{ customerId: twice, name: 'Aino V.' }]);
    expect(await stampsOf(twice)).toBe(3);
    await expectSound();
  });

  it('with the other one of the household keeps the one wallet', async () => {
    await join(aino, oona);
    await visitTimes(shop.ctx, aino, 3);
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: oona });
    expect(await stampsOf(aino)).toBe(3);
    await unmergeCustomers(shop.ctx, { requestId: aRequest(), mergeId: oona });
    expect(await stampsOf(oona)).toBe(3);
    await expectSound();
  });

  it('gives back every lot also when the kept one has joined a household since', async () => {
    const twice = await aCustomer(shop.ctx, { name: 'Aino V.' });
    await visitTimes(shop.ctx, aino, 1);
    await visitTimes(shop.ctx, oona, 2);
    // The newest lots: if any could be given back in their place, older ones would be.
    shop.clock.pass(2 * 24 * 60);
    await visitTimes(shop.ctx, twice, 3);
    const lotsOf = (customerId: number, column: 'entry_id' | 'business_day') =>
      shop.rows(
        `SELECT l.${column}, l.remaining FROM lots AS l JOIN customers AS c ON c.wallet_id = l.wallet_id
          WHERE c.id = ? AND l.remaining > 0 ORDER BY l.unit_id, l.business_day, l.remaining, l.entry_id`,
        customerId,
      );
    const before = lotsOf(twice, 'entry_id');
    const newest = shop.number('SELECT MAX(business_day) FROM lots');
    await mergeCustomers(shop.ctx, { requestId: aRequest(), keepId: aino, mergeId: twice });
    await join(aino, oona);
    expect(await stampsOf(oona)).toBe(6);
    await unmergeCustomers(shop.ctx, { requestId: aRequest(), mergeId: twice });
    expect([await stampsOf(twice), await stampsOf(oona), await stampsOf(aino)]).toEqual([3, 3, 3]);
    expect(lotsOf(twice, 'entry_id')).toEqual(before);
    for (const lot of lotsOf(oona, 'business_day')) expect(lot.business_day).toBeLessThan(newest);
    await expectSound();
  });
});
