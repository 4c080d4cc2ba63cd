import type { WriteTx } from '../db/connection.ts';
import type { LedgerEntry } from '../repositories/ledger.ts';
import { type Posting, WalletPosting } from './post-ledger.ts';
import type { ShopContext } from './shop-context.ts';
import { transferOnward } from './transfer-wallet.ts';

/**
 * Takes back entries of a visit, each in the wallet it was written to: gifts for others stand in theirs. What this
 * leaves in a wallet that has gone into another one goes after it.
 * @param posting what the rows have in common, whosever wallet it is
 * @param act is called once per wallet with its entries in the order they were written
 */
export async function inWalletsOf(
  tx: WriteTx,
  ctx: ShopContext,
  entries: readonly LedgerEntry[],
  posting: Omit<Posting, 'walletId' | 'customerId'>,
  act: (wallet: WalletPosting, own: readonly LedgerEntry[]) => Promise<void>,
): Promise<void> {
  const owners = new Map(entries.map((entry) => [entry.wallet_id, entry.customer_id]));
  for (const [walletId, customerId] of owners) {
    const wallet = await WalletPosting.open(tx, ctx.ids, { ...posting, walletId, customerId });
    await act(
      wallet,
      entries.filter((entry) => entry.wallet_id === walletId),
    );
    await wallet.close();
    await transferOnward(tx, ctx, { walletId, customerId });
  }
}
