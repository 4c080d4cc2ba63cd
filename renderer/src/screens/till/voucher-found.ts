import type { Item } from '#shared/contract/items.ts';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { offeredVoucher } from './reward-offers.ts';
import type { TillAction } from './till-state.ts';

/** Opens whom a voucher was given to, and uses it with their visit. */
export const voucherFound = (
  voucher: Voucher,
  items: readonly Item[],
): Extract<TillAction, { type: 'voucherFound' }> => ({
  type: 'voucherFound',
  person: { customerId: voucher.customerId, name: voucher.customerName },
  offer: offeredVoucher(voucher, items),
});
