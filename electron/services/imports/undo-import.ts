import type { ImportUndo } from '#shared/contract/imports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { ReadDb, WriteTx } from '../../db/connection.ts';
import { rebuildCustomerSummaries } from '../../repositories/customer-rebuild.ts';
import { type CustomerRow, updateCustomer } from '../../repositories/customers.ts';
import { type ImportChange, removeImportChange } from '../../repositories/import-changes.ts';
import { removeCard, removeNote, visitsById, withdrawCustomer } from '../../repositories/import-undo.ts';
import { type ImportRow, importById, setImportUndone } from '../../repositories/imports.ts';
import {
  addDayTotals,
  clearCustomerSummaries,
  customerStats,
  type DayChange,
} from '../../repositories/summaries.ts';
import { inPortions } from '../../repositories/summary-rebuild.ts';
import { removeTag, takeTagOff } from '../../repositories/tags.ts';
import { forgetCustomerTiers } from '../../repositories/tiers.ts';
import { failure } from '../failure.ts';
import { writeReversal } from '../reverse-visit.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from '../shop-context.ts';
import { inWalletsOf } from '../wallets-of-entries.ts';
import { writeOnce } from '../write-once.ts';
import { fieldColumns, type ImportedField } from './customer-fields.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { planUndo, type UndoPlan, undoOf } from './plan-undo.ts';
import { nameOfWithdrawn } from './unnamed-customer.ts';

const never = new AbortController().signal;

async function importToUndo(db: ReadDb, importId: number): Promise<ImportRow> {
  const row = await importById(db, importId);
  if (!row) throw failure('NotFound', { what: 'import', id: importId });
  return row;
}

/**
 * What undoing an import would do now. Writes nothing.
 * @throws Failure ShopNotReady, NotFound
 */
export async function previewUndo(
  ctx: ShopContext,
  { importId }: { readonly importId: number },
  signal: AbortSignal = never,
): Promise<ImportUndo> {
  shopFacts(ctx);
  const row = await importToUndo(ctx.work.read, importId);
  return undoOf(row, await planUndo(ctx.work.read, row, signal));
}

/** Adds up what reversals take from each day. */
class DaySums {
  readonly #days = new Map<BusinessDay, DayChange>();

  add(change: DayChange): void {
    const known = this.#days.get(change.business_day);
    if (!known) {
      this.#days.set(change.business_day, change);
      return;
    }
    this.#days.set(change.business_day, {
      business_day: change.business_day,
      check_ins: known.check_ins + change.check_ins,
      identified: known.identified + change.identified,
      amount: known.amount + change.amount,
      identified_amount: known.identified_amount + change.identified_amount,
      amount_check_ins: known.amount_check_ins + change.amount_check_ins,
      rewards: known.rewards + change.rewards,
    });
  }

  get all(): DayChange[] {
    return [...this.#days.values()];
  }
}

/** Reverses visits with what they earned. @returns the customers they were of */
async function takeVisitsBack(
  tx: WriteTx,
  ctx: ShopContext,
  visitIds: readonly number[],
  signal: AbortSignal,
): Promise<ReadonlySet<number>> {
  const customers = new Set<number>();
  const days = new DaySums();
  for (let start = 0; start < visitIds.length; start += rowsPerTurn) {
    for (const visit of await visitsById(tx, visitIds.slice(start, start + rowsPerTurn))) {
      const reversal = await writeReversal(tx, ctx, visit, {
        requestId: `undo:${visit.id}`,
        reason: null,
        why: { kind: 'importUndone' },
      });
      days.add(reversal.day);
      if (visit.customer_id !== null) customers.add(visit.customer_id);
    }
    await giveWay(signal);
  }
  for (const day of days.all) await addDayTotals(tx, day);
  return customers;
}

async function takeBalancesBack(
  tx: WriteTx,
  ctx: ShopContext,
  balances: UndoPlan['balances'],
  signal: AbortSignal,
): Promise<void> {
  const { at, day, month } = present(ctx);
  const facts = shopFacts(ctx);
  const posting = {
    ...{ visitId: null, at, day, month, staffId: currentStaff(facts).id },
    programmeVersionId: programmeOn(facts, day).versionId,
  };
  for (const [index, { change, entry }] of balances.entries()) {
    await inWalletsOf(tx, ctx, [entry], posting, (wallet, own) =>
      wallet.reverse(own, { kind: 'importUndone' }),
    );
    await removeImportChange(tx, change);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
}

/** The day somebody joined, as it was before history moved it back; never later than a visit that stays. */
async function joinedAgain(
  tx: WriteTx,
  { customer_id: id, before }: ImportChange,
): Promise<Partial<CustomerRow>> {
  const joined = Number(before) as BusinessDay;
  const first = (await customerStats(tx, id))?.first_day ?? joined;
  return { customer_since: first < joined ? first : joined };
}

/** Takes away a card, a note or a tag that a customer got. @returns false for anything else, which is left as it is */
async function takeAddedAway(tx: WriteTx, change: ImportChange): Promise<boolean> {
  const { customer_id: customerId, field, after } = change;
  if (field === 'card') await removeCard(tx, after, customerId);
  else if (field === 'note') await removeNote(tx, after);
  else if (field === 'tag') await takeTagOff(tx, [customerId], Number(after));
  else return false;
  return true;
}

/** Puts a field of a customer back to what stood there. */
async function putFieldBack(tx: WriteTx, change: ImportChange): Promise<void> {
  const { customer_id: customerId, field, before } = change;
  const fields =
    field === 'since'
      ? await joinedAgain(tx, change)
      : fieldColumns(field as Exclude<ImportedField, 'since'>, before);
  await updateCustomer(tx, customerId, fields);
}

/** Puts fields of customers back to what stood there, and takes cards, notes and tags away. */
async function takeDetailsBack(
  tx: WriteTx,
  changes: readonly ImportChange[],
  signal: AbortSignal,
): Promise<void> {
  for (const [index, change] of changes.entries()) {
    if (!(await takeAddedAway(tx, change))) await putFieldBack(tx, change);
    await removeImportChange(tx, change);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
}

/** Removes tags that an import made. */
async function takeTagsBack(tx: WriteTx, ctx: ShopContext, made: readonly ImportChange[]): Promise<void> {
  for (const change of made) {
    await removeTag(tx, Number(change.after), present(ctx).at);
    await removeImportChange(tx, change);
  }
}

/** Takes customers back of whom nothing is left. */
async function withdraw(
  tx: WriteTx,
  ctx: ShopContext,
  customerIds: readonly number[],
  belongings: readonly ImportChange[],
  signal: AbortSignal,
): Promise<void> {
  const leaving = new Set(customerIds);
  const name = nameOfWithdrawn(shopFacts(ctx).shop.language);
  for (const change of belongings) {
    if (!leaving.has(change.customer_id)) continue;
    await takeAddedAway(tx, change);
    await removeImportChange(tx, change);
  }
  for (const [index, id] of customerIds.entries()) {
    await withdrawCustomer(tx, id, { name, folded: fold(name) });
    await clearCustomerSummaries(tx, id);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  await forgetCustomerTiers(tx, customerIds);
}

async function undo(tx: WriteTx, ctx: ShopContext, row: ImportRow, signal: AbortSignal): Promise<void> {
  const plan = await planUndo(tx, row, signal);
  const visited = await takeVisitsBack(tx, ctx, plan.visitIds, signal);
  await takeBalancesBack(tx, ctx, plan.balances, signal);
  for (const portion of inPortions([...visited])) {
    await rebuildCustomerSummaries(tx, portion);
    await giveWay(signal);
  }
  await takeDetailsBack(tx, plan.changes, signal);
  await withdraw(tx, ctx, plan.customerIds, plan.belongings, signal);
  await takeTagsBack(tx, ctx, plan.madeTags);
  const { at } = present(ctx);
  await setImportUndone(tx, row.id, {
    undone_at: at,
    undone_by: currentStaff(shopFacts(ctx)).id,
    undone: JSON.stringify(undoOf({ ...row, undone_at: at }, plan)),
  });
}

/**
 * Takes back everything an import wrote that nothing was built upon since: visits and balances by reversing entries,
 * fields to what stood there before, customers of whom nothing else is known. One transaction. Undone again, it takes
 * back what has become free since. The same request again changes nothing.
 * @throws Failure ShopNotReady, NotFound, RequestIdReused
 */
export function undoImport(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly importId: number },
  signal: AbortSignal = never,
): Promise<ImportUndo> {
  shopFacts(ctx);
  return ctx.work.write(async (tx) => {
    signal.throwIfAborted();
    const row = await importToUndo(tx, input.importId);
    await writeOnce(tx, ctx, 'imports.undo', input, async () => {
      await undo(tx, ctx, row, signal);
      return row.id;
    });
    const { undone } = await importToUndo(tx, input.importId);
    // We wrote it ourselves, so it is trusted as it is.
    return JSON.parse(undone ?? '') as ImportUndo;
  });
}
