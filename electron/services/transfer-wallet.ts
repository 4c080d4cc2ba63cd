import { negateCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { compareLots } from '#shared/domain/loyalty/lots.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import { customerById, walletSharers } from '../repositories/customers.ts';
import { type LedgerEntry, openLots } from '../repositories/ledger.ts';
import { mergeById } from '../repositories/merges.ts';
import {
  entryById,
  expiredOfLot,
  insertTransfer,
  moveReserves,
  onwardTransfers,
  setMovedInto,
  type TransferPart,
  transfersOfMerge,
  walletById,
} from '../repositories/wallet-transfers.ts';
import { type Posting, WalletPosting } from './post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** One end of a transfer. */
export interface WalletOf {
  readonly walletId: number;
  /** In whose name the entries are written. */
  readonly customerId: number;
  /** What the other end calls this one. */
  readonly name: string;
}

/** A wallet that goes into another one, and why. */
export interface WalletMove {
  readonly from: WalletOf;
  readonly to: WalletOf;
  /** The merge that moves it; null where its owner joins a household. */
  readonly mergeId: number | null;
}

/** What the entries of transfers have in common: they belong to no visit. */
function postingNow(ctx: ShopContext): Omit<Posting, 'walletId' | 'customerId'> {
  const facts = shopFacts(ctx);
  const { at, day, month } = present(ctx);
  const programmeVersionId = programmeOn(facts, day).versionId;
  return { visitId: null, at, day, month, staffId: currentStaff(facts).id, programmeVersionId };
}

/** Wallets of one transaction, each opened once, so that their balances in memory are right. */
class OpenWallets {
  readonly #tx: WriteTx;
  readonly #ctx: ShopContext;
  readonly #wallets = new Map<number, WalletPosting>();

  constructor(tx: WriteTx, ctx: ShopContext) {
    this.#tx = tx;
    this.#ctx = ctx;
  }

  async of(walletId: number, customerId: number): Promise<WalletPosting> {
    const known = this.#wallets.get(walletId);
    if (known) return known;
    const posting = { ...postingNow(this.#ctx), walletId, customerId };
    const wallet = await WalletPosting.open(this.#tx, this.#ctx.ids, posting);
    this.#wallets.set(walletId, wallet);
    return wallet;
  }

  async close(): Promise<void> {
    for (const wallet of this.#wallets.values()) await wallet.close();
  }
}

/**
 * Moves everything of a wallet into another, as `transferAll` of `shared/domain/loyalty/transfers.ts` does in memory:
 * every lot keeps its amount, its end and the version that earned it; remainders and debts go along.
 */
async function transferAll(tx: WriteTx, ctx: ShopContext, { from, to, mergeId }: WalletMove): Promise<void> {
  const wallets = new OpenWallets(tx, ctx);
  const [source, target] = [
    await wallets.of(from.walletId, from.customerId),
    await wallets.of(to.walletId, to.customerId),
  ];
  const because = mergeId === null ? 'household' : 'merge';
  const went: Why = { kind: 'transferred', because, name: to.name };
  // Into a household one comes with somebody; from an entry that is the same person, things come.
  const came: Why = { kind: 'transferred', because, name: mergeId === null ? to.name : from.name };
  const keep = (outId: number, inId: number) => insertTransfer(tx, { outId, inId }, mergeId);
  for (const unitId of source.units) {
    const lots = [...(await openLots(tx, from.walletId, unitId))].sort(compareLots);
    for (const { lotId, remaining, day, versionId, expiresDay } of lots) {
      const outId = await source.transferOut(unitId, { lotId, amount: remaining }, went);
      await keep(outId, await target.transferIn(unitId, remaining, came, { day, versionId, expiresDay }));
    }
    const owed = await source.owedIn(unitId);
    const carry = source.carryOf(unitId);
    if (owed === 0 && carry.num === noCarry.num) continue;
    // What is owed is paid here by a credit and owed there; the remainder goes with it.
    const { day, programmeVersionId: versionId } = postingNow(ctx);
    const credit = { day, versionId, expiresDay: null };
    const outId = await source.transferIn(unitId, owed, went, credit, negateCarry(carry));
    await keep(outId, await target.transferDebt(unitId, owed, came, carry));
  }
  await wallets.close();
}

/** Moves a wallet that nobody uses any more into another one; what comes back to it later goes the same way. */
export async function moveWallet(tx: WriteTx, ctx: ShopContext, move: WalletMove): Promise<void> {
  const { from, to, mergeId } = move;
  await transferAll(tx, ctx, move);
  await setMovedInto(tx, from.walletId, { intoId: to.walletId, mergeId });
  await moveReserves(tx, from.walletId, to.walletId);
}

/**
 * After something was undone or returned in a wallet: if all of it has gone into another one meanwhile, this goes after
 * it, from wallet to wallet, to the one that is in use.
 */
export async function transferOnward(
  tx: WriteTx,
  ctx: ShopContext,
  wallet: { readonly walletId: number; readonly customerId: number },
): Promise<void> {
  let { walletId, customerId } = wallet;
  for (;;) {
    const { moved_into_id: intoId, moved_by_id: mergeId } = await walletById(tx, walletId);
    if (intoId === null) return;
    const merge = mergeId === null ? undefined : await mergeById(tx, mergeId);
    const target = merge?.kept_id ?? customerId;
    const [sharer] = merge ? [] : await walletSharers(tx, intoId, customerId);
    const [here, there] = [await customerById(tx, customerId), await customerById(tx, target)];
    await transferAll(tx, ctx, {
      from: { walletId, customerId, name: here?.name ?? '' },
      to: { walletId: intoId, customerId: target, name: sharer?.name ?? there?.name ?? '' },
      mergeId,
    });
    [walletId, customerId] = [intoId, target];
  }
}

/** Takes one transfer back, after whatever was done with it further on. */
async function returnPart(
  tx: WriteTx,
  wallets: OpenWallets,
  part: TransferPart,
  whyOf: (entry: LedgerEntry) => Why,
): Promise<readonly LedgerEntry[]> {
  const taken = await entryById(tx, part.inId);
  const given = await entryById(tx, part.outId);
  const touched: LedgerEntry[] = [];
  for (const onward of [...(await onwardTransfers(tx, taken.id))].reverse()) {
    touched.push(...(await returnPart(tx, wallets, onward, whyOf)));
  }
  const expired = taken.change > 0 ? await expiredOfLot(tx, taken.id) : 0;
  for (const entry of [taken, given]) {
    const wallet = await wallets.of(entry.wallet_id, entry.customer_id);
    await wallet.reverseOne(entry, whyOf(entry), expired);
  }
  return [...touched, taken, given];
}

/**
 * Takes back what a merge has moved, the last transfer first, as `returnTransfers` of
 * `shared/domain/loyalty/transfers.ts` does: what was spent since stays owed where it was spent, what has expired since
 * does not come back.
 */
export async function returnTransfers(
  tx: WriteTx,
  ctx: ShopContext,
  merge: { readonly id: number; readonly merged: WalletOf; readonly keptName: string },
): Promise<void> {
  const { merged } = merge;
  const wallets = new OpenWallets(tx, ctx);
  const whyOf = (entry: LedgerEntry): Why => {
    const name = entry.wallet_id === merged.walletId ? merge.keptName : merged.name;
    return { kind: 'transferred', because: 'unmerge', name };
  };
  const touched: LedgerEntry[] = [];
  for (const part of [...(await transfersOfMerge(tx, merge.id))].reverse()) {
    touched.push(...(await returnPart(tx, wallets, part, whyOf)));
  }
  await wallets.close();
  await setMovedInto(tx, merged.walletId, { intoId: null, mergeId: null });
  const others = new Map(touched.map((entry) => [entry.wallet_id, entry.customer_id]));
  for (const [walletId, customerId] of others) await transferOnward(tx, ctx, { walletId, customerId });
}
