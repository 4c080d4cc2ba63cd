import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import {
  checkVoucher,
  issueVoucher,
  setVoucherBudget,
  takeVoucherBack,
  voucherBudgets,
  voucherList,
} from '#electron/services/vouchers.ts';
import { voucher as voucherShape } from '#shared/contract/vouchers.ts';
import { displayVoucherCode, isVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  restarted,
  stampCard,
  type TestShop,
} from '#tests/support/shop.ts';

type Issued = Parameters<typeof issueVoucher>[1];

/** A voucher of three euros that can be used until the end of April, unless said otherwise. */
const issue = (ctx: ShopContext, customerId: number, change: Partial<Issued> = {}) =>
  issueVoucher(ctx, {
    requestId: aRequest(),
    customerId,
    kind: 'winBack',
    name: 'Three euros off',
    benefit: { kind: 'amountOff', amount: 300 },
    cost: 300,
    expiresDay: '2026-04-30',
    ...change,
  });

const use = (ctx: ShopContext, customerId: number | null, ...codes: readonly string[]) =>
  aVisit(ctx, customerId, { vouchers: codes.map((code) => ({ code })) });

async function aMember(): Promise<TestShop & { customerId: number }> {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  return { ...shop, customerId: await aCustomer(shop.ctx) };
}

/** Runs a use case that must be refused and leave everything as it was. */
async function refused(shop: TestShop, act: () => Promise<unknown>): Promise<unknown> {
  const before = allRows(shop);
  const failure = await act().then(
    () => 'it went through',
    (reason: unknown) => reason,
  );
  expect(allRows(shop)).toEqual(before);
  return failure;
}

describe('issuing a voucher', () => {
  it('writes it with a code of its own, and who issued it', async () => {
    const { ctx, customerId } = await aMember();
    const voucher = await issue(ctx, customerId);
    expect(voucherShape.parse(voucher)).toEqual({
      voucherId: voucher.voucherId,
      code: voucher.code,
      customerId,
      customerName: 'Aino Virtanen',
      kind: 'winBack',
      name: 'Three euros off',
      benefit: { kind: 'amountOff', amount: 300 },
      cost: 300,
      issuedDay: '2026-03-10',
      issuedBy: 'Owner',
      expiresDay: '2026-04-30',
      state: 'usable',
      usedAt: null,
    });
    expect(isVoucherCode(voucher.code)).toBe(true);
  });

  it('gives every voucher another code, over a restart as well', async () => {
    const shop = await aMember();
    const codes = [];
    for (let count = 0; count < 20; count += 1) codes.push((await issue(shop.ctx, shop.customerId)).code);
    const again = await restarted(shop);
    for (let count = 0; count < 20; count += 1) codes.push((await issue(again.ctx, shop.customerId)).code);
    expect(new Set(codes).size).toBe(40);
  });

  it('is done once per request, also when both come at once', async () => {
    const { ctx, customerId, number } = await aMember();
    const requestId = aRequest();
    const [first, second] = await Promise.all([
      issue(ctx, customerId, { requestId }),
      issue(ctx, customerId, { requestId }),
    ]);
    expect(second).toEqual(first);
    expect(number('SELECT count(*) FROM vouchers')).toBe(1);
    await expect(issue(ctx, customerId, { requestId, cost: 1 })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });

  it.each<[string, Partial<Issued>, object]>([
    ['somebody unknown', { customerId: 9 }, { code: 'NotFound', data: { what: 'customer', id: 9 } }],
    [
      'an item that is not there',
      { benefit: { kind: 'item', itemId: 9 } },
      { code: 'NotFound', data: { what: 'item', id: 9 } },
    ],
    [
      'a day that is over',
      { expiresDay: '2026-03-09' },
      { code: 'InvalidValue', data: { field: 'expiresDay' } },
    ],
    [
      'a day that does not exist',
      { expiresDay: '2026-02-30' },
      { code: 'InvalidValue', data: { field: 'expiresDay' } },
    ],
  ])('is refused for %s', async (_what, change, failure) => {
    const shop = await aMember();
    expect(await refused(shop, () => issue(shop.ctx, shop.customerId, change))).toMatchObject(failure);
  });
});

describe('the monthly budget', () => {
  const surprise = (cost: number) => ({ kind: 'surprise', cost }) as const;
  const left = async (ctx: ShopContext) =>
    (await voucherBudgets(ctx)).budgets.find((budget) => budget.kind === 'surprise');

  it('is kept, counts what was issued this month, and is not exceeded', async () => {
    const shop = await aMember();
    const { ctx, customerId } = shop;
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 1_000 });
    await issue(ctx, customerId, surprise(600));
    expect(await left(ctx)).toEqual({ kind: 'surprise', perMonth: 1_000, spent: 600 });
    expect(await refused(shop, () => issue(ctx, customerId, surprise(401)))).toMatchObject({
      code: 'BudgetExceeded',
      data: { kind: 'surprise', left: 400 },
    });
    await issue(ctx, customerId, surprise(400));
    // Other kinds have their own budget, or none.
    await issue(ctx, customerId, { kind: 'recovery', cost: 5_000 });
    await issue(ctx, customerId, { kind: 'birthday', cost: 5_000 });
  });

  it('begins anew with the next month, and is free again when it is lifted', async () => {
    const { ctx, clock, customerId } = await aMember();
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 500 });
    await issue(ctx, customerId, surprise(500));
    clock.set(momentAt('2026-04-01 03:59'));
    await expect(issue(ctx, customerId, surprise(1))).rejects.toMatchObject({ code: 'BudgetExceeded' });
    clock.set(momentAt('2026-04-01 04:00'));
    expect((await left(ctx))?.spent).toBe(0);
    await issue(ctx, customerId, surprise(500));
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: null });
    await issue(ctx, customerId, surprise(9_000));
  });

  it('is not eaten up by a request that comes again', async () => {
    const { ctx, customerId } = await aMember();
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 500 });
    const requestId = aRequest();
    const first = await issue(ctx, customerId, { ...surprise(500), requestId });
    expect(await issue(ctx, customerId, { ...surprise(500), requestId })).toEqual(first);
    expect((await left(ctx))?.spent).toBe(500);
  });

  it('holds against two that come at once', async () => {
    const { ctx, customerId, number } = await aMember();
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 500 });
    await Promise.allSettled([issue(ctx, customerId, surprise(300)), issue(ctx, customerId, surprise(300))]);
    expect(number('SELECT count(*) FROM vouchers')).toBe(1);
  });

  it('is set once per request: a late repetition does not undo a newer one', async () => {
    const { ctx } = await aMember();
    const first = { requestId: aRequest(), kind: 'surprise', perMonth: 500 } as const;
    await setVoucherBudget(ctx, first);
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 900 });
    await setVoucherBudget(ctx, first);
    expect((await left(ctx))?.perMonth).toBe(900);
  });
});

describe('using a voucher', () => {
  it('is written with the visit, shown on the receipt, and done once', async () => {
    const shop = await aMember();
    const { ctx, clock, customerId } = shop;
    const { code, voucherId } = await issue(ctx, customerId);
    expect((await customerCard(ctx, customerId)).vouchers.map((offer) => offer.code)).toEqual([code]);
    const receipt = await use(ctx, customerId, code);
    expect(receipt.vouchers).toEqual([{ code, name: 'Three euros off' }]);
    expect((await voucherList(ctx, { state: 'all', offset: 0, limit: 10 })).vouchers[0]).toMatchObject({
      voucherId,
      state: 'used',
      usedAt: clock.now(),
    });
    expect((await customerCard(ctx, customerId)).vouchers).toEqual([]);
    expect(await refused(shop, () => use(ctx, customerId, code))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { code, why: 'used' },
    });
  });

  it('by two at once is done by one of them', async () => {
    const { ctx, customerId, number } = await aMember();
    const { code } = await issue(ctx, customerId);
    const results = await Promise.allSettled([use(ctx, customerId, code), use(ctx, customerId, code)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(number('SELECT count(*) FROM visits')).toBe(1);
  });

  it('twice in one visit is refused', async () => {
    const shop = await aMember();
    const { code } = await issue(shop.ctx, shop.customerId);
    expect(await refused(shop, () => use(shop.ctx, shop.customerId, code, code))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'used' },
    });
  });

  it('with a request that comes again is one visit and answers the same', async () => {
    const { ctx, customerId, number } = await aMember();
    const { code } = await issue(ctx, customerId);
    const input = { requestId: aRequest(), customerId, amount: 450, vouchers: [{ code }] };
    const first = await checkIn(ctx, input);
    expect(await checkIn(ctx, input)).toEqual({ ...first, replayed: true });
    expect(number('SELECT count(*) FROM voucher_uses')).toBe(1);
  });

  it('gives it back when the visit is undone', async () => {
    const { ctx, customerId } = await aMember();
    const { code } = await issue(ctx, customerId);
    const { visitId } = await use(ctx, customerId, code);
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await checkVoucher(ctx, code)).toMatchObject({ state: 'usable', usedAt: null });
    expect((await use(ctx, customerId, code)).vouchers).toHaveLength(1);
  });

  it('reads the code as it is typed: in two groups, in small letters', async () => {
    const { ctx, customerId } = await aMember();
    const { code } = await issue(ctx, customerId);
    const typed = ` ${displayVoucherCode(code).toLowerCase()} `;
    expect((await checkVoucher(ctx, typed)).code).toBe(code);
    expect((await use(ctx, customerId, typed)).vouchers[0]?.code).toBe(code);
  });

  it('does not take a mistyped code for another: the check sign is wrong', async () => {
    const shop = await aMember();
    const { code } = await issue(shop.ctx, shop.customerId);
    const wrong = `${code.slice(0, 3)}${code[3] === '7' ? '8' : '7'}${code.slice(4)}`;
    expect(await refused(shop, () => use(shop.ctx, shop.customerId, wrong))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'unknown' },
    });
  });

  it('is for the customer it was issued to', async () => {
    const shop = await aMember();
    const { ctx, customerId } = shop;
    const other = await aCustomer(ctx, { name: 'Oona Laine' });
    const { code } = await issue(ctx, customerId);
    expect(await refused(shop, () => use(ctx, other, code))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'otherCustomer' },
    });
    expect(await refused(shop, () => use(ctx, null, code))).toMatchObject({ code: 'CustomerRequired' });
    // Whose it is can be asked.
    expect(await checkVoucher(ctx, code)).toMatchObject({ customerId, customerName: 'Aino Virtanen' });
  });

  it('is possible to the end of its last business day', async () => {
    const { ctx, clock, customerId } = await aMember();
    const [one, other] = [await issue(ctx, customerId), await issue(ctx, customerId)];
    clock.set(momentAt('2026-05-01 03:59'));
    await use(ctx, customerId, one.code);
    clock.set(momentAt('2026-05-01 04:00'));
    await expect(use(ctx, customerId, other.code)).rejects.toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'expired' },
    });
    await expect(checkVoucher(ctx, other.code)).rejects.toMatchObject({ data: { why: 'expired' } });
  });

  it('gives no stamp for the piece that it gives', async () => {
    const { ctx, customerId } = await aMember();
    const latte = await anItem(ctx);
    const on = { kind: 'items', scopes: [{ kind: 'item', itemId: latte.id }] } as const;
    await publishRules(ctx, { stampCards: [{ ...stampCard(ctx), on, perDay: null }] });
    const { code } = await issue(ctx, customerId, { benefit: { kind: 'item', itemId: latte.id } });
    const receipt = await aVisit(ctx, customerId, {
      amount: 960,
      items: [{ itemId: latte.id, quantity: 3 }],
      vouchers: [{ code }],
    });
    expect(receipt.changes[0]).toMatchObject({ kind: 'stamps', earned: 2 });
  });
});

describe('taking a voucher back', () => {
  const back = (ctx: ShopContext, voucherId: number, requestId = aRequest()) =>
    takeVoucherBack(ctx, { requestId, voucherId, reason: 'Issued twice' });

  it('leaves it void, whatever comes again', async () => {
    const shop = await aMember();
    const { ctx, customerId } = shop;
    const { code, voucherId } = await issue(ctx, customerId);
    const requestId = aRequest();
    expect((await back(ctx, voucherId, requestId)).state).toBe('void');
    expect((await back(ctx, voucherId, requestId)).state).toBe('void');
    expect((await back(ctx, voucherId)).state).toBe('void');
    expect(shop.rows('SELECT void_reason FROM vouchers')).toEqual([{ void_reason: 'Issued twice' }]);
    expect(await refused(shop, () => use(ctx, customerId, code))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { why: 'void' },
    });
  });

  it('is not done once it was used', async () => {
    const shop = await aMember();
    const { ctx, customerId } = shop;
    const { code, voucherId } = await issue(ctx, customerId);
    await use(ctx, customerId, code);
    expect(await refused(shop, () => back(ctx, voucherId))).toMatchObject({
      code: 'VoucherNotUsable',
      data: { code, why: 'used' },
    });
  });

  it('frees the budget it used', async () => {
    const { ctx, customerId } = await aMember();
    await setVoucherBudget(ctx, { requestId: aRequest(), kind: 'surprise', perMonth: 500 });
    const { voucherId } = await issue(ctx, customerId, { kind: 'surprise', cost: 500 });
    await back(ctx, voucherId);
    await issue(ctx, customerId, { kind: 'surprise', cost: 500 });
  });
});

describe('the list of vouchers', () => {
  it('tells them by their state, newest first, page by page', async () => {
    const { ctx, clock, customerId } = await aMember();
    const other = await aCustomer(ctx, { name: 'Oona Laine' });
    const used = await issue(ctx, customerId);
    await use(ctx, customerId, used.code);
    const voided = await issue(ctx, customerId);
    await takeVoucherBack(ctx, { requestId: aRequest(), voucherId: voided.voucherId, reason: 'Wrong' });
    const expired = await issue(ctx, customerId, { expiresDay: '2026-03-11' });
    const usable = await issue(ctx, other);
    clock.set(momentAt('2026-03-12 10:00'));
    const ids = async (
      state: 'usable' | 'used' | 'expired' | 'void' | 'all',
      page = { offset: 0, limit: 10 },
    ) => (await voucherList(ctx, { state, ...page })).vouchers.map((voucher) => voucher.voucherId);
    const all = [usable, expired, voided, used].map((voucher) => voucher.voucherId);
    expect(await ids('all')).toEqual(all);
    expect(await ids('all', { offset: 1, limit: 2 })).toEqual(all.slice(1, 3));
    expect(await ids('usable')).toEqual([usable.voucherId]);
    expect(await ids('used')).toEqual([used.voucherId]);
    expect(await ids('expired')).toEqual([expired.voucherId]);
    expect(await ids('void')).toEqual([voided.voucherId]);
    const own = await voucherList(ctx, { customerId, state: 'all', offset: 0, limit: 1 });
    expect(own).toMatchObject({ total: 3, vouchers: [{ voucherId: expired.voucherId }] });
  });
});
