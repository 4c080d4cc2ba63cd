import type { MergePreview } from '#shared/contract/customers.ts';
import { unitsOf } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb } from '../db/connection.ts';
import { type CustomerRow, customerCards } from '../repositories/customers.ts';
import { walletBalances } from '../repositories/ledger.ts';
import { loadUnits } from '../repositories/programmes.ts';
import { customerDays } from '../repositories/visits.ts';
import { failure } from './failure.ts';
import { bringsWallet, separateCustomer } from './merge-customers.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

async function activeCards(db: ReadDb, customerId: number): Promise<number> {
  return (await customerCards(db, customerId)).filter((card) => card.state === 'active').length;
}

/** Balances of both and what they make together; of a wallet that others go on using nothing comes along. */
async function balancesOf(
  ctx: ShopContext,
  kept: CustomerRow,
  merged: CustomerRow,
): Promise<MergePreview['balances']> {
  const db = ctx.work.read;
  const inUse = unitsOf(programmeOn(shopFacts(ctx), present(ctx).day).rules);
  const isUsed = (unitId: number) => inUse.some((unit) => unit.unitId === unitId);
  // Those of the programme first, in its order, as they stand everywhere else.
  const others = (await loadUnits(db)).filter((unit) => !isUsed(unit.id));
  const units = [...inUse, ...others.map(({ id: unitId, kind, name }) => ({ unitId, kind, name }))];
  const mine = await walletBalances(db, kept.wallet_id);
  const theirs = (await bringsWallet(db, kept, merged)) ? await walletBalances(db, merged.wallet_id) : [];
  return units.flatMap(({ unitId, kind, name }) => {
    const [ours, comes] = [mine, theirs].map(
      (rows) => rows.find((row) => row.unitId === unitId)?.balance ?? 0,
    );
    const sides = { kept: ours ?? 0, merged: comes ?? 0 };
    if (!isUsed(unitId) && sides.kept === 0 && sides.merged === 0) return [];
    return [{ unitId, kind, name, ...sides, after: sides.kept + sides.merged }];
  });
}

/**
 * What merging two entries will do.
 * @throws Failure NotFound, NotMergeable
 */
export async function previewMerge(
  ctx: ShopContext,
  input: { readonly keepId: number; readonly mergeId: number },
): Promise<MergePreview> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const kept = await separateCustomer(db, input.keepId);
  const merged = await separateCustomer(db, input.mergeId);
  if (kept.id === merged.id) throw failure('NotMergeable', { customerId: merged.id });
  const keptDays = (await customerDays(db, kept.id)).map(({ day }) => day);
  const mergedDays = (await customerDays(db, merged.id)).map(({ day }) => day);
  return {
    kept: { customerId: kept.id, name: kept.name, visits: keptDays.length },
    merged: { customerId: merged.id, name: merged.name, visits: mergedDays.length },
    visits: new Set([...keptDays, ...mergedDays]).size,
    balances: await balancesOf(ctx, kept, merged),
    cards: (await activeCards(db, kept.id)) + (await activeCards(db, merged.id)),
  };
}
