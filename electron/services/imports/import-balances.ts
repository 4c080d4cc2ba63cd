import type { FileBytes, ImportReport, ReadingOptions } from '#shared/contract/imports.ts';
import { type BalanceColumns, detectDecimal } from '#shared/domain/imports/index.ts';
import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import { unitsOf } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb, WriteTx } from '../../db/connection.ts';
import { failure } from '../failure.ts';
import { WalletPosting } from '../post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { balanceColumns } from './columns.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { type ImportEvent, type ImportProgress, readingOf } from './import-report.ts';
import { earlierReport, keepImport } from './keep-import.ts';
import { type BalancePlan, type BalanceReading, planBalances } from './plan-balances.ts';
import { type CsvFile, noWorkbooks, readCsvFile, samplesOf, type WorkbookReader } from './read-csv-file.ts';
import { recordAdded } from './record-changes.ts';

export interface ImportBalancesInput {
  readonly requestId: string;
  readonly fileName?: string | undefined;
  readonly file: FileBytes | string;
  readonly reading?: ReadingOptions | undefined;
  /** Column numbers from 0; null = not in the file, left out = guessed. */
  readonly columns?: { readonly [K in keyof BalanceColumns]?: number | null | undefined } | undefined;
  /** Points, or a stamp card, of the programme in force. */
  readonly unitId: number;
  readonly dryRun: boolean;
}

function reportOf(file: CsvFile, reading: BalanceReading, plan: BalancePlan, dryRun: boolean): ImportReport {
  return {
    dryRun,
    rows: file.rows.length,
    written: plan.balances.length,
    already: plan.already,
    refused: plan.problems.count,
    newCustomers: 0,
    matchedCustomers: plan.balances.length + plan.already,
    visits: 0,
    firstDay: null,
    lastDay: null,
    amount: plan.balances.reduce((sum, { points }) => sum + points, 0),
    problems: plan.problems.listed,
    tags: [],
    reading: readingOf(file, { format: null, ambiguous: false }, reading.decimal),
    columns: { ...reading.columns },
  };
}

/** Credits what everybody brings along; it ends as what is earned today does. */
async function writeBalances(
  tx: WriteTx,
  ctx: ShopContext,
  plan: BalancePlan,
  writing: {
    readonly importId: number;
    readonly unitId: number;
    readonly signal: AbortSignal;
    readonly report: (step: ImportProgress) => void;
  },
): Promise<void> {
  const facts = shopFacts(ctx);
  const { at, day, month } = present(ctx);
  const { rules, versionId } = programmeOn(facts, day);
  const expires = expiryDay(expiryRuleOf(rules, writing.unitId), day);
  const total = plan.balances.length;
  for (const [index, { customerId, walletId, points }] of plan.balances.entries()) {
    const wallet = await WalletPosting.open(tx, ctx.ids, {
      ...{ walletId, customerId, visitId: null, at, day, month },
      staffId: currentStaff(facts).id,
      programmeVersionId: versionId,
    });
    const entryId = await wallet.adjust(writing.unitId, points, { kind: 'openingBalance' }, expires);
    await wallet.close();
    await recordAdded(tx, writing.importId, customerId, { field: 'entry', after: String(entryId) });
    if (index % rowsPerTurn !== rowsPerTurn - 1) continue;
    writing.report({ kind: 'progress', stage: 'writing', done: index + 1, total });
    await giveWay(writing.signal);
  }
  writing.report({ kind: 'progress', stage: 'writing', done: total, total });
  await giveWay(writing.signal);
}

/** @throws Failure InvalidValue for a unit that the programme in force does not have */
function assertUnit(ctx: ShopContext, unitId: number): void {
  const { rules } = programmeOn(shopFacts(ctx), present(ctx).day);
  if (!unitsOf(rules).some((unit) => unit.unitId === unitId))
    throw failure('InvalidValue', { field: 'unitId' });
}

async function runImport(
  ctx: ShopContext,
  input: ImportBalancesInput,
  report: (step: ImportProgress) => void,
  { signal, workbooks }: { readonly signal: AbortSignal; readonly workbooks: WorkbookReader },
): Promise<ImportReport> {
  assertUnit(ctx, input.unitId);
  const earlier = await earlierReport(ctx.work.read, 'balances', input);
  if (earlier) return earlier;
  const options = input.reading ?? {};
  const file = await readCsvFile(input.file, options, workbooks, signal, (done, total) =>
    report({ kind: 'progress', stage: 'reading', done, total }),
  );
  const columns = balanceColumns(file, input.columns);
  const reading: BalanceReading = {
    columns,
    decimal: options.decimal ?? detectDecimal(samplesOf(file.rows, columns.points)),
    unitId: input.unitId,
    country: shopFacts(ctx).shop.country,
  };
  const planned = (db: ReadDb) => planBalances(db, file, reading, signal);
  if (input.dryRun) return reportOf(file, reading, await planned(ctx.work.read), true);
  return ctx.work.write(async (tx) => {
    signal.throwIfAborted();
    const done = await earlierReport(tx, 'balances', input);
    if (done) return done;
    const plan = await planned(tx);
    const result = reportOf(file, reading, plan, false);
    // The same file again changes nothing, not even the list of imports.
    if (plan.balances.length === 0) return result;
    const kept = { kind: 'balances', fileHash: file.hash, report: result } as const;
    const importId = await keepImport(tx, ctx, input, kept);
    await writeBalances(tx, ctx, plan, { importId, unitId: input.unitId, signal, report });
    return result;
  });
}

/**
 * Imports what customers held in an earlier system, once for each of them and unit, as entries of the ledger: everything
 * is checked first, then one transaction writes all of it, or nothing. Only those who are customers here already.
 * @throws Failure ShopNotReady, InvalidValue, UnreadableFile, MissingColumn, RequestIdReused; StorageRefused; the
 * signal's reason
 */
export async function* importBalances(
  ctx: ShopContext,
  input: ImportBalancesInput,
  signal?: AbortSignal,
  workbooks: WorkbookReader = noWorkbooks,
): AsyncGenerator<ImportEvent, void, undefined> {
  const report = yield* streamProgress<ImportProgress, ImportReport>(
    (step, stop) => runImport(ctx, input, step, { signal: stop, workbooks }),
    signal,
  );
  yield { kind: 'done', report };
}
