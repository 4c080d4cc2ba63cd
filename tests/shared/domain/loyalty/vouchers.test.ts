import { describe, expect, it } from 'vitest';
import { addDays, monthOf } from '#shared/domain/business-day/business-day.ts';
import {
  type BudgetedVoucher,
  fitsBudget,
  leftOfBudget,
  spentOfBudget,
  type VoucherFacts,
  voucherObstacle,
  voucherState,
} from '#shared/domain/loyalty/vouchers.ts';
import { dayOf } from './programmes.ts';

const last = dayOf('2026-04-30');
const voucher = (change: Partial<VoucherFacts> = {}): VoucherFacts => ({
  customerId: 7,
  expiresDay: last,
  isVoid: false,
  isUsed: false,
  ...change,
});

describe('the state of a voucher', () => {
  it.each([
    ['on its last day', {}, last, 'usable'],
    ['the day after', {}, addDays(last, 1), 'expired'],
    ['used in time, later', { isUsed: true }, addDays(last, 9), 'used'],
    ['taken back', { isVoid: true }, last, 'void'],
    ['taken back, later', { isVoid: true }, addDays(last, 9), 'void'],
  ] as const)('%s', (_when, change, day, expected) => {
    expect(voucherState(voucher(change), day)).toBe(expected);
  });
});

describe('a voucher at the till', () => {
  it('is for its customer and who was merged into them', () => {
    expect(voucherObstacle(voucher(), last, [7])).toBeNull();
    expect(voucherObstacle(voucher(), last, [3, 7])).toBeNull();
    expect(voucherObstacle(voucher(), last, [3])).toBe('otherCustomer');
    expect(voucherObstacle(voucher(), last, null)).toBeNull();
  });

  it('is refused with its reason first', () => {
    expect(voucherObstacle(undefined, last, [7])).toBe('unknown');
    expect(voucherObstacle(voucher({ isUsed: true }), last, [3])).toBe('used');
    expect(voucherObstacle(voucher(), addDays(last, 1), [7])).toBe('expired');
    expect(voucherObstacle(voucher({ isVoid: true }), last, [7])).toBe('void');
  });
});

describe('a month’s budget', () => {
  const issued = (change: Partial<BudgetedVoucher>): BudgetedVoucher => ({
    kind: 'surprise',
    cost: 300,
    issuedDay: dayOf('2026-04-15'),
    isVoid: false,
    ...change,
  });
  const april = monthOf(last);

  it('counts what was issued in the month and not taken back, used or not', () => {
    const vouchers = [
      issued({}),
      issued({ cost: 450, issuedDay: dayOf('2026-04-01') }),
      issued({ issuedDay: dayOf('2026-03-31') }),
      issued({ issuedDay: dayOf('2026-05-01') }),
      issued({ isVoid: true }),
      issued({ kind: 'recovery', cost: 1500 }),
    ];
    expect(spentOfBudget(vouchers, 'surprise', april)).toBe(750);
    expect(spentOfBudget(vouchers, 'recovery', april)).toBe(1500);
    expect(spentOfBudget([], 'surprise', april)).toBe(0);
  });

  it.each([
    [2000, 750, 1250],
    [2000, 2000, 0],
    [2000, 2500, 0],
    [0, 0, 0],
    [null, 9900, null],
  ])('of %s with %i spent leaves %s', (perMonth, spent, left) => {
    expect(leftOfBudget(perMonth, spent)).toBe(left);
  });

  it('is not exceeded', () => {
    expect(fitsBudget(1000, 700, 300)).toBe(true);
    expect(fitsBudget(1000, 701, 300)).toBe(false);
    expect(fitsBudget(null, 99_999, 300)).toBe(true);
  });
});
