import type { Customer } from '#shared/contract/customers.ts';
import type { WriteTx } from '../db/connection.ts';
import { type CustomerRow, keptCustomer, updateCustomer, walletSharers } from '../repositories/customers.ts';
import { dropReserves, insertWallet } from '../repositories/wallet-transfers.ts';
import { customerView } from './customer-view.ts';
import { failure } from './failure.ts';
import { present, type ShopContext } from './shop-context.ts';
import { moveWallet } from './transfer-wallet.ts';
import { writeOnce } from './write-once.ts';

/** @throws Failure NotFound */
async function known(tx: WriteTx, customerId: number): Promise<CustomerRow> {
  const customer = await keptCustomer(tx, customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
  return customer;
}

/** What was collected alone comes along; what was collected with others stays with them. */
async function join(tx: WriteTx, ctx: ShopContext, joiner: CustomerRow, other: CustomerRow): Promise<void> {
  if (joiner.wallet_id === other.wallet_id) return;
  const from = { walletId: joiner.wallet_id, customerId: joiner.id, name: joiner.name };
  if ((await walletSharers(tx, from.walletId, joiner.id)).length > 0) {
    await dropReserves(tx, from.walletId, joiner.id);
  } else {
    const to = { walletId: other.wallet_id, customerId: joiner.id, name: other.name };
    await moveWallet(tx, ctx, { from, to, mergeId: null });
  }
  await updateCustomer(tx, joiner.id, { wallet_id: other.wallet_id });
}

/**
 * Shares the wallet of another customer from now on: one household, each with their own visits and rhythm.
 * @throws Failure NotFound, NotMergeable (with themselves), RequestIdReused
 */
export function joinHousehold(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly withId: number },
): Promise<Customer> {
  return ctx.work.write(async (tx) => {
    const customerId = await writeOnce(tx, ctx, 'customers.joinHousehold', input, async () => {
      const joiner = await known(tx, input.customerId);
      const other = await known(tx, input.withId);
      if (joiner.id === other.id) throw failure('NotMergeable', { customerId: input.withId });
      await join(tx, ctx, joiner, other);
      return joiner.id;
    });
    return customerView(tx, ctx, customerId);
  });
}

/**
 * Leaves a household with an empty wallet; what was collected together stays with the others. Nothing changes for
 * somebody who shares with nobody.
 * @throws Failure NotFound, RequestIdReused
 */
export function leaveHousehold(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number },
): Promise<Customer> {
  return ctx.work.write(async (tx) => {
    const customerId = await writeOnce(tx, ctx, 'customers.leaveHousehold', input, async () => {
      const leaver = await known(tx, input.customerId);
      if ((await walletSharers(tx, leaver.wallet_id, leaver.id)).length === 0) return leaver.id;
      const walletId = ctx.ids.next('wallets');
      await insertWallet(tx, walletId, present(ctx).at);
      await dropReserves(tx, leaver.wallet_id, leaver.id);
      await updateCustomer(tx, leaver.id, { wallet_id: walletId });
      return leaver.id;
    });
    return customerView(tx, ctx, customerId);
  });
}
