import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import type { WriteTx } from '../db/connection.ts';
import { insertVoucherUse, type UsedVoucher, voucherByCode } from '../repositories/vouchers.ts';
import { failure } from './failure.ts';

/** Why a voucher cannot be used; null when it can. */
export function voucherObstacle(
  voucher: UsedVoucher | undefined,
  day: BusinessDay,
  customerId: number | null,
): 'unknown' | 'used' | 'expired' | 'void' | 'otherCustomer' | null {
  if (!voucher) return 'unknown';
  if (voucher.voided_at !== null) return 'void';
  if (voucher.usedBy !== null) return 'used';
  if (voucher.expires_day < day) return 'expired';
  return customerId !== null && voucher.customer_id !== customerId ? 'otherCustomer' : null;
}

/**
 * The vouchers of codes as typed, each usable by this customer today.
 * @throws Failure VoucherNotUsable
 */
export async function usableByCode(
  tx: WriteTx,
  codes: readonly string[],
  customerId: number,
  day: BusinessDay,
): Promise<readonly UsedVoucher[]> {
  const vouchers: UsedVoucher[] = [];
  for (const typed of codes) {
    const code = normaliseVoucherCode(typed) ?? typed;
    const voucher = await voucherByCode(tx, code);
    const twice = vouchers.some((other) => other.code === code);
    const why = twice ? 'used' : voucherObstacle(voucher, day, customerId);
    if (!voucher || why !== null) throw failure('VoucherNotUsable', { code, why: why ?? 'unknown' });
    vouchers.push(voucher);
  }
  return vouchers;
}

/** Marks vouchers as used by a visit, in the visit's transaction. */
export async function redeemVouchers(
  tx: WriteTx,
  vouchers: readonly { readonly id: number }[],
  visitId: number,
): Promise<void> {
  for (const voucher of vouchers) await insertVoucherUse(tx, voucher.id, visitId);
}
