import { describe, expect, it } from 'vitest';
import { birthdaysDue } from '#electron/services/birthdays-due.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import {
  checkVoucher,
  issueVoucher,
  setVoucherBudget,
  takeVoucherBack,
  voucherBudgets,
  voucherList,
} from '#electron/services/vouchers.ts';
import { aCustomer, anItem, aRequest, aShop, aVisit, momentAt, type TestShop } from '#tests/support/shop.ts';

const page = { offset: 0, limit: 100 };

const issuing = (customerId: number, change: object = {}) => ({
  requestId: aRequest(),
  customerId,
  kind: 'surprise' as const,
  name: 'A coffee on the house',
  benefit: { kind: 'amountOff' as const, amount: 300 },
  cost: 120,
  expiresDay: '2026-03-31',
  ...change,
});

const issued = (shop: TestShop, customerId: number, change: object = {}) =>
  issueVoucher(shop.ctx, issuing(customerId, change));

const listed = async (shop: TestShop, state: 'usable' | 'used' | 'expired' | 'void' | 'all') =>
  (await voucherList(shop.ctx, { state, ...page })).vouchers.map((voucher) => voucher.voucherId);

describe('a voucher', () => {
  it('is issued once, with a code that a typing error does not turn into another', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    const asked = issuing(aino);
    const voucher = await issueVoucher(shop.ctx, asked);
    expect(voucher).toMatchObject({
      customerId: aino,
      customerName: 'Aino Virtanen',
      cost: 120,
      issuedDay: '2026-03-10',
      expiresDay: '2026-03-31',
      state: 'usable',
      usedAt: null,
    });
    expect(await issueVoucher(shop.ctx, asked)).toEqual(voucher);
    await expect(issueVoucher(shop.ctx, { ...asked, cost: 200 })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
    expect(shop.number('SELECT COUNT(*) FROM vouchers')).toBe(1);
    expect(await checkVoucher(shop.ctx, voucher.code.toLowerCase().replace('-', ' '))).toEqual(voucher);
    const wrong = `${voucher.code.slice(0, -1)}${voucher.code.endsWith('2') ? '3' : '2'}`;
    await expect(checkVoucher(shop.ctx, wrong)).rejects.toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'unknown' },
    });
  });

  it('is usable, used, usable again after an undo, and expired after its last day', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    const { code, voucherId } = await issued(shop, aino);
    const visit = await aVisit(shop.ctx, aino, { vouchers: [{ code }] });
    expect(await listed(shop, 'used')).toEqual([voucherId]);
    expect(await listed(shop, 'usable')).toEqual([]);
    await expect(checkVoucher(shop.ctx, code)).rejects.toMatchObject({ data: { why: 'used' } });
    const back = takeVoucherBack(shop.ctx, { requestId: aRequest(), voucherId, reason: 'Wrong one' });
    await expect(back).rejects.toMatchObject({ code: 'VoucherNotUsable', data: { why: 'used' } });
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: visit.visitId });
    expect(await listed(shop, 'usable')).toEqual([voucherId]);
    shop.clock.set(momentAt('2026-03-31 23:00'));
    expect((await checkVoucher(shop.ctx, code)).state).toBe('usable');
    shop.clock.set(momentAt('2026-04-01 10:00'));
    expect(await listed(shop, 'expired')).toEqual([voucherId]);
    await expect(checkVoucher(shop.ctx, code)).rejects.toMatchObject({ data: { why: 'expired' } });
  });

  it('can be taken back before it was used, and its money is free again', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    await setVoucherBudget(shop.ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 200 });
    const { code, voucherId } = await issued(shop, aino);
    await expect(issued(shop, aino)).rejects.toMatchObject({
      code: 'BudgetExceeded',
      data: { kind: 'surprise', left: 80 },
    });
    const asked = { requestId: aRequest(), voucherId, reason: 'Wrong customer' };
    expect((await takeVoucherBack(shop.ctx, asked)).state).toBe('void');
    expect((await takeVoucherBack(shop.ctx, asked)).state).toBe('void');
    await expect(checkVoucher(shop.ctx, code)).rejects.toMatchObject({ data: { why: 'void' } });
    expect(await listed(shop, 'void')).toEqual([voucherId]);
    await issued(shop, aino, { cost: 200 });
    expect((await voucherBudgets(shop.ctx)).budgets).toEqual([
      { kind: 'surprise', perMonth: 200, spent: 200 },
      { kind: 'recovery', perMonth: null, spent: 0 },
    ]);
    shop.clock.set(momentAt('2026-04-01 10:00'));
    expect((await voucherBudgets(shop.ctx)).budgets[0]).toMatchObject({ spent: 0 });
  });

  it('is refused for nobody, for an item there is not and for a day that is over', async () => {
    const shop = await aShop();
    const aino = await aCustomer(shop.ctx);
    const latte = await anItem(shop.ctx);
    await expect(issued(shop, 7)).rejects.toMatchObject({ code: 'NotFound', data: { what: 'customer' } });
    const item = (itemId: number) => ({ benefit: { kind: 'item', itemId } });
    await expect(issued(shop, aino, item(7))).rejects.toMatchObject({ data: { what: 'item' } });
    await expect(issued(shop, aino, { expiresDay: '2026-03-09' })).rejects.toMatchObject({
      code: 'InvalidValue',
    });
    expect((await issued(shop, aino, { ...item(latte.id), expiresDay: '2026-03-10' })).state).toBe('usable');
  });
});

describe('a budget', () => {
  it('is set once by a request: a late repetition does not undo a newer change', async () => {
    const shop = await aShop();
    const first = { requestId: aRequest(), kind: 'recovery' as const, perMonth: 500 };
    await setVoucherBudget(shop.ctx, first);
    await setVoucherBudget(shop.ctx, { ...first, requestId: aRequest(), perMonth: 900 });
    const { budgets } = await setVoucherBudget(shop.ctx, first);
    expect(budgets[1]).toEqual({ kind: 'recovery', perMonth: 900, spent: 0 });
    const other = setVoucherBudget(shop.ctx, { ...first, perMonth: 1 });
    await expect(other).rejects.toMatchObject({ code: 'RequestIdReused' });
    await setVoucherBudget(shop.ctx, { requestId: aRequest(), kind: 'recovery', perMonth: null });
    expect((await voucherBudgets(shop.ctx)).budgets[1]?.perMonth).toBeNull();
  });
});

describe('the birthdays of the coming days', () => {
  it('are those without a voucher yet, soonest first, over the end of the year', async () => {
    const shop = await aShop({ now: '2026-12-30 10:00' });
    const born = (name: string, day: number, month: number) =>
      aCustomer(shop.ctx, { name, birthday: { day, month, year: null } });
    const berit = await born('Berit', 2, 1);
    const aino = await born('Aino', 30, 12);
    const cilla = await born('Cilla', 31, 12);
    await born('Daga', 15, 1);
    await issued(shop, cilla, { kind: 'birthday', expiresDay: '2027-01-31' });
    expect(await birthdaysDue(shop.ctx, 7)).toEqual({
      people: [
        { customerId: aino, name: 'Aino', day: '2026-12-30' },
        { customerId: berit, name: 'Berit', day: '2027-01-02' },
      ],
    });
    expect((await birthdaysDue(shop.ctx, 0)).people).toHaveLength(1);
  });

  it('celebrate 29 February on 1 March of other years', async () => {
    const shop = await aShop({ now: '2027-02-27 10:00' });
    await aCustomer(shop.ctx, { name: 'Leap', birthday: { day: 29, month: 2, year: 2000 } });
    expect((await birthdaysDue(shop.ctx, 3)).people).toMatchObject([{ name: 'Leap', day: '2027-03-01' }]);
  });
});
