import type { BusinessDay } from '../business-day/business-day.ts';

export type VoucherKind = 'birthday' | 'winBack' | 'referral' | 'surprise' | 'recovery';

/** What a voucher is worth: one piece of an item, money off, per cent off, or something given by hand. */
export type Benefit =
  | { readonly kind: 'item'; readonly itemId: number }
  | { readonly kind: 'amountOff'; readonly amount: number }
  | { readonly kind: 'percentOff'; readonly percent: number }
  | { readonly kind: 'thing' };

/** What decides whether a voucher can be used. */
export interface VoucherFacts {
  readonly customerId: number;
  /** Last day on which it can be used. */
  readonly expiresDay: BusinessDay;
  readonly isVoid: boolean;
  /** Whether a visit that stands has used it; an undo frees it again. */
  readonly isUsed: boolean;
}

export type VoucherState = 'usable' | 'used' | 'expired' | 'void';

/** State on a day. What happened to it counts before the calendar: a used voucher does not expire. */
export function voucherState(voucher: VoucherFacts, day: BusinessDay): VoucherState {
  if (voucher.isUsed) return 'used';
  if (voucher.isVoid) return 'void';
  return voucher.expiresDay < day ? 'expired' : 'usable';
}

export type VoucherObstacle = 'unknown' | 'used' | 'expired' | 'void' | 'otherCustomer';

/**
 * Why a voucher cannot be used; null when it can.
 * @param voucher undefined for a code that was never issued
 * @param customerIds whose voucher may be used: the customer, and who was merged into them; null asks about nobody
 */
export function voucherObstacle(
  voucher: VoucherFacts | undefined,
  day: BusinessDay,
  customerIds: readonly number[] | null,
): VoucherObstacle | null {
  if (!voucher) return 'unknown';
  const state = voucherState(voucher, day);
  if (state !== 'usable') return state;
  return customerIds !== null && !customerIds.includes(voucher.customerId) ? 'otherCustomer' : null;
}
