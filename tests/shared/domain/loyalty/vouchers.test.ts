import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import { type VoucherFacts, voucherObstacle, voucherState } from '#shared/domain/loyalty/vouchers.ts';
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
