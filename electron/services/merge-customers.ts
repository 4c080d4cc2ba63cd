import type { Customer } from '#shared/contract/customers.ts';
import { compareLevels } from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import {
  type Belongings,
  belongingsOf,
  type CustomerTierRow,
  customerTierOf,
  handOver,
  putCustomerTier,
  putTierHold,
  type TierHoldRow,
  tierHoldOf,
} from '../repositories/belongings.ts';
import {
  type CustomerRow,
  customerById,
  sameCustomer,
  updateCustomer,
  walletSharers,
} from '../repositories/customers.ts';
import { erasureOf } from '../repositories/erase-person.ts';
import {
  endMerge,
  insertMerge,
  type MergeRow,
  mergeOf,
  setMergeDetails,
  setMergedInto,
} from '../repositories/merges.ts';
import { clearCustomerSummaries } from '../repositories/summaries.ts';
import { dropReserves, insertWallet, moveReservesOf, walletById } from '../repositories/wallet-transfers.ts';
import { customerView } from './customer-view.ts';
import { failure } from './failure.ts';
import { type FieldChange, fieldsBefore, fieldsFromMerged } from './merge-fields.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { moveWallet, returnTransfers } from './transfer-wallet.ts';
import { writeOnce } from './write-once.ts';

/** Something of which a customer has one: what each had, and what the kept one has afterwards. */
interface OneOfTwo<T> {
  readonly kept: T | null;
  readonly merged: T | null;
  readonly after: T | null;
}

/** What an unmerge restores beside wallets and visits. */
interface MergeDetails {
  readonly things: Belongings;
  /** Entries that were part of the merged one before. */
  readonly entries: readonly number[];
  readonly fields: readonly FieldChange[];
  readonly hold: OneOfTwo<TierHoldRow>;
  readonly tier: OneOfTwo<CustomerTierRow>;
}

/** @throws Failure NotFound, NotMergeable when it is part of another entry */
export async function separateCustomer(db: ReadDb, customerId: number): Promise<CustomerRow> {
  const row = await customerById(db, customerId);
  if (!row) throw failure('NotFound', { what: 'customer', id: customerId });
  if (row.merged_into_id !== null || (await erasureOf(db, customerId)))
    throw failure('NotMergeable', { customerId });
  return row;
}

/** The better of two: a hold at the higher tier and, among equals, the one that lasts longer. */
function betterHold(ctx: ShopContext, kept: TierHoldRow | null, merged: TierHoldRow | null) {
  if (!kept || !merged) return kept ?? merged;
  const { tiers } = programmeOn(shopFacts(ctx), present(ctx).day).rules;
  const level = (hold: TierHoldRow) => tiers?.levels.find((one) => one.id === hold.tier_id) ?? null;
  const higher = tiers ? compareLevels(tiers, level(kept), level(merged)) : 0;
  const until = (hold: TierHoldRow) => hold.until_day ?? Number.POSITIVE_INFINITY;
  return higher > 0 || (higher === 0 && until(kept) >= until(merged)) ? kept : merged;
}

/** Until the next daily run the better rank stands. */
function betterTier(kept: CustomerTierRow | null, merged: CustomerTierRow | null) {
  if (!kept || !merged) return kept ?? merged;
  const rank = (row: CustomerTierRow) => row.rank ?? Number.POSITIVE_INFINITY;
  return rank(merged) < rank(kept) ? merged : kept;
}

async function takeOverTiers(tx: WriteTx, ctx: ShopContext, kept: CustomerRow, merged: CustomerRow) {
  const holds = { kept: await tierHoldOf(tx, kept.id), merged: await tierHoldOf(tx, merged.id) };
  const hold = { ...holds, after: betterHold(ctx, holds.kept, holds.merged) };
  await putTierHold(tx, kept.id, hold.after);
  await putTierHold(tx, merged.id, null);
  const rows = { kept: await customerTierOf(tx, kept.id), merged: await customerTierOf(tx, merged.id) };
  const tier = { ...rows, after: betterTier(rows.kept, rows.merged) };
  await putCustomerTier(tx, kept.id, tier.after);
  await putCustomerTier(tx, merged.id, null);
  return { hold, tier };
}

/** Whether everything in the merged one's wallet goes along: not while others of a household use it. */
export async function bringsWallet(db: ReadDb, kept: CustomerRow, merged: CustomerRow): Promise<boolean> {
  if (kept.wallet_id === merged.wallet_id) return false;
  return (await walletSharers(db, merged.wallet_id, merged.id)).length === 0;
}

async function bringWallet(
  tx: WriteTx,
  ctx: ShopContext,
  { kept, merged, mergeId }: { kept: CustomerRow; merged: CustomerRow; mergeId: number },
): Promise<void> {
  if (await bringsWallet(tx, kept, merged)) {
    const from = { walletId: merged.wallet_id, customerId: merged.id, name: merged.name };
    const to = { walletId: kept.wallet_id, customerId: kept.id, name: kept.name };
    await moveWallet(tx, ctx, { from, to, mergeId });
  } else if (kept.wallet_id !== merged.wallet_id) {
    await dropReserves(tx, merged.wallet_id, merged.id);
  }
}

async function writeMerge(tx: WriteTx, ctx: ShopContext, kept: CustomerRow, merged: CustomerRow) {
  const { at } = present(ctx);
  const mergeId = ctx.ids.next('merges');
  await insertMerge(tx, {
    id: mergeId,
    kept_id: kept.id,
    merged_id: merged.id,
    at,
    staff_id: currentStaff(shopFacts(ctx)).id,
    undone_at: null,
    details: '{}',
  });
  await bringWallet(tx, ctx, { kept, merged, mergeId });
  const all = await belongingsOf(tx, merged.id);
  const things = { ...all, brought: all.brought.filter((id) => id !== kept.id) };
  await handOver(tx, things, merged.id, kept.id);
  const fields = fieldsFromMerged(kept, merged);
  const columns = Object.fromEntries(fields.map(({ column, after }) => [column, after]));
  // A reference of another system is one customer's alone.
  if ('external_ref' in columns) await updateCustomer(tx, merged.id, { external_ref: null });
  if (fields.length > 0) await updateCustomer(tx, kept.id, columns);
  const entries = (await sameCustomer(tx, merged.id)).filter((id) => id !== merged.id);
  await setMergedInto(tx, [merged.id, ...entries], kept.id);
  const details: MergeDetails = { things, entries, fields, ...(await takeOverTiers(tx, ctx, kept, merged)) };
  await setMergeDetails(tx, mergeId, JSON.stringify(details));
  await clearCustomerSummaries(tx, merged.id);
  await rebuildCustomer(tx, kept.id);
}

/**
 * Two entries for one person become one: visits of both count for the one kept; cards, notes, vouchers and everything in
 * the wallet go along. Nothing is erased, so that it can be taken apart again.
 * @throws Failure NotFound, NotMergeable (the same entry, or one that is part of another), RequestIdReused
 */
export function mergeCustomers(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly keepId: number; readonly mergeId: number },
): Promise<Customer> {
  const { keepId, mergeId } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'customers.merge', input, async () => {
      const kept = await separateCustomer(tx, keepId);
      const merged = await separateCustomer(tx, mergeId);
      if (keepId === mergeId) throw failure('NotMergeable', { customerId: mergeId });
      await writeMerge(tx, ctx, kept, merged);
      return keepId;
    });
    return customerView(tx, ctx, keepId);
  });
}

/** What the kept one has now goes back to what it had, unless it was changed since. */
async function restoreTiers(
  tx: WriteTx,
  { hold, tier }: MergeDetails,
  keptId: number,
  mergedId: number,
): Promise<void> {
  const isSame = (row: object | null, after: object | null) =>
    JSON.stringify(row) === JSON.stringify(after && { ...after, customer_id: keptId });
  if (isSame(await tierHoldOf(tx, keptId), hold.after)) await putTierHold(tx, keptId, hold.kept);
  await putTierHold(tx, mergedId, hold.merged);
  if (isSame(await customerTierOf(tx, keptId), tier.after)) await putCustomerTier(tx, keptId, tier.kept);
  await putCustomerTier(tx, mergedId, tier.merged);
}

/** The wallet is used again with all that had gone; one that has become part of another household's is not. */
async function returnWallet(
  tx: WriteTx,
  ctx: ShopContext,
  merge: MergeRow,
  about: { readonly kept: CustomerRow; readonly merged: CustomerRow; readonly parked: readonly number[] },
): Promise<void> {
  const { kept, merged, parked } = about;
  const walletId = merged.wallet_id;
  const { moved_into_id: intoId, moved_by_id: movedById } = await walletById(tx, walletId);
  if (intoId === null) return;
  if (movedById === merge.id) {
    const from = { walletId, customerId: merged.id, name: merged.name };
    await returnTransfers(tx, ctx, { id: merge.id, merged: from, keptName: kept.name });
    await moveReservesOf(tx, parked, kept.wallet_id, walletId);
    return;
  }
  const ownId = ctx.ids.next('wallets');
  await insertWallet(tx, ownId, present(ctx).at);
  await updateCustomer(tx, merged.id, { wallet_id: ownId });
}

async function writeUnmerge(tx: WriteTx, ctx: ShopContext, merge: MergeRow): Promise<void> {
  const { kept_id: keptId, merged_id: mergedId } = merge;
  const kept = await separateCustomer(tx, keptId);
  const merged = await customerById(tx, mergedId);
  if (!merged) throw failure('NotFound', { what: 'customer', id: mergedId });
  const details = JSON.parse(merge.details) as MergeDetails;
  await endMerge(tx, merge.id, present(ctx).at);
  await setMergedInto(tx, [mergedId], null);
  await setMergedInto(tx, details.entries, mergedId);
  const columns = fieldsBefore(kept, details.fields);
  if (Object.keys(columns).length > 0) await updateCustomer(tx, keptId, columns);
  if ('external_ref' in columns) await updateCustomer(tx, mergedId, { external_ref: kept.external_ref });
  await handOver(tx, details.things, keptId, mergedId);
  await restoreTiers(tx, details, keptId, mergedId);
  await returnWallet(tx, ctx, merge, { kept, merged, parked: details.things.parked });
  await rebuildCustomer(tx, keptId);
  await rebuildCustomer(tx, mergedId);
}

/**
 * Takes a merged entry out again: it gets back its visits, cards and whatever of its wallet has neither been spent nor
 * expired since. What happened to the kept one in between stays there.
 * @returns the entry that is its own again
 * @throws Failure NotFound, NotMergeable (not merged, or the kept one is part of another itself), RequestIdReused
 */
export function unmergeCustomers(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly mergeId: number },
): Promise<Customer> {
  const { mergeId } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'customers.unmerge', input, async () => {
      if (!(await customerById(tx, mergeId))) throw failure('NotFound', { what: 'customer', id: mergeId });
      const merge = await mergeOf(tx, mergeId);
      if (!merge || (await erasureOf(tx, mergeId))) throw failure('NotMergeable', { customerId: mergeId });
      await writeUnmerge(tx, ctx, merge);
      return mergeId;
    });
    return customerView(tx, ctx, mergeId);
  });
}
