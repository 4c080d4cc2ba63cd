import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import type { ExportContent, ExportFormat, WrittenExport } from '#shared/contract/exports.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import {
  addDays,
  type BusinessDay,
  formatDay,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import { csvFormatOf } from '#shared/domain/exports/csv-text.ts';
import type { ExportTable } from '#shared/domain/exports/export-table.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import { figuresOfUnit } from '#shared/domain/month-close/month-figures.ts';
import { formatNumber } from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import type { LongTable } from '../../reports/export-run.ts';
import { daysBetween } from '../../repositories/summaries.ts';
import { closedMonths, findClose, readContent, restatementsOf, sealedText } from '../closed-months.ts';
import { failure } from '../failure.ts';
import { monthNamed, unitFacts } from '../month-figures.ts';
import type { OpenShop } from '../open-shop.ts';
import { spanQuestion } from '../report-questions.ts';
import { peopleQuestion, segmentById } from '../segments.ts';
import { present, shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { closeTables, frozenTable } from './close-tables.ts';
import {
  columnsTable,
  daysTable,
  explainedColumns,
  figuresTable,
  rollForwardTable,
  type TableKey,
  tableOf,
} from './export-tables.ts';
import { fileSafe, filled } from './file-name.ts';
import { figuresToExport, noteSaved, type SavedMonth } from './saved-month.ts';

export interface ExportInput {
  readonly content: ExportContent;
  readonly format: ExportFormat;
  readonly language: Language;
}

export type ExportEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly file: WrittenExport };

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};

/** What is to be written, and what the file is called. */
interface Plan {
  readonly name: string;
  readonly tables: readonly ExportTable[];
  readonly long: LongTable | null;
  /** The figures of a month that are in the file: its export step is then done. */
  readonly figures: SavedMonth | null;
  /** The file itself where it is no table. */
  readonly sealed?: { readonly text: string; readonly rows: number };
}

const digitsOf = ({ ctx }: OpenShop): number => currencyDigits(shopFacts(ctx).shop.currency);

type Of<K extends ExportContent['kind']> = Extract<ExportContent, { kind: K }>;

/** The month's tables: all of them in a workbook, one of them in a CSV file. */
async function monthPlan(
  shop: OpenShop,
  content: Of<'month'>,
  { format, language }: ExportInput,
): Promise<Plan> {
  if (format === 'csv' && content.table === null) throw failure('InvalidValue', { field: 'table' });
  const { from, to } = monthRange(monthNamed(content.month));
  const figures = await figuresToExport(shop, content.month);
  const digits = digitsOf(shop);
  const tables = {
    figures: figuresTable(figures, digits, language),
    rollForward: rollForwardTable(figures, digits, language),
    days: daysTable(await daysBetween(shop.ctx.work.read, from, to), digits, language),
  };
  const { files } = resources[language].exports;
  const hasFigures = content.table === null || content.table === 'figures';
  return {
    name: filled(files[content.table ?? 'month'], { month: content.month }),
    tables: content.table === null ? Object.values(tables) : [tables[content.table]],
    long: null,
    figures: hasFigures ? { month: content.month, figures } : null,
  };
}

/** A close as it was frozen, whether in force or not; read-only, so nothing of it settles a step. */
async function closePlan(
  shop: OpenShop,
  { number }: Of<'close'>,
  { format, language }: ExportInput,
): Promise<Plan> {
  const { ctx } = shop;
  const { row, close } = await findClose(ctx.work.read, number);
  const content = readContent(row.content);
  const { files } = resources[language].exports;
  const about = { number: String(number), month: close.month };
  const rest = { long: null, figures: null };
  const digits = digitsOf(shop);
  const frozen = content?.figures ?? [];
  if (format === 'json') {
    const sealed = { text: sealedText(row), rows: frozen.length };
    return { name: filled(files.sealed, about), tables: [], ...rest, sealed };
  }
  const name = filled(files.close, about);
  if (format === 'csv') return { name, tables: [frozenTable(frozen, digits, language)], ...rest };
  const { lines } = await restatementsOf(ctx, shop.figures, { number });
  const { closes } = await closedMonths(ctx);
  const chain = [...closes].reverse();
  return { name, tables: closeTables({ close, content, lines, chain }, digits, language), ...rest };
}

/** First and last day of a span, for its file's name. */
function spanName(template: string, from: BusinessDay, to: BusinessDay): string {
  return filled(template, { from: formatDay(from), to: formatDay(addDays(to, -1)) });
}

async function reconciliationPlan(
  shop: OpenShop,
  content: Of<'reconciliation'>,
  { language }: ExportInput,
): Promise<Plan> {
  const { start, end } = spanQuestion(shop.ctx, content);
  const units = await unitFacts(shop.ctx, shop.figures, content);
  return {
    name: spanName(resources[language].exports.files.reconciliation, start, end),
    tables: [rollForwardTable(units.flatMap(figuresOfUnit), digitsOf(shop), language)],
    long: null,
    figures: null,
  };
}

function visitsPlan(shop: OpenShop, content: Of<'visits'>, { language }: ExportInput): Plan {
  const { start, end } = spanQuestion(shop.ctx, content);
  const { files, origins } = resources[language].exports;
  return {
    name: spanName(files.visits, start, end),
    tables: [],
    long: {
      table: tableOf('visits', language, []),
      source: {
        kind: 'visits',
        from: start,
        to: end,
        calendar: shopFacts(shop.ctx).calendar,
        currencyDigits: digitsOf(shop),
        origins,
      },
    },
    figures: null,
  };
}

async function segmentPlan(
  shop: OpenShop,
  { which }: Of<'segment'>,
  { language }: ExportInput,
): Promise<Plan> {
  const { ctx } = shop;
  const { files, sheets, answers } = resources[language].exports;
  const question = await peopleQuestion(ctx, which);
  const name = 'segmentId' in which ? (await segmentById(ctx.work.read, which.segmentId)).name : null;
  return {
    name: name === null ? sheets.segment : filled(files.segment, { name }),
    tables: [],
    long: {
      table: tableOf('segment', language, []),
      source: { kind: 'segment', question, currencyDigits: digitsOf(shop), answers },
    },
    figures: null,
  };
}

function planOf(shop: OpenShop, input: ExportInput): Plan | Promise<Plan> {
  const { content, format } = input;
  if (format === 'json' && content.kind !== 'close') throw failure('InvalidValue', { field: 'format' });
  switch (content.kind) {
    case 'close':
      return closePlan(shop, content, input);
    case 'month':
      return monthPlan(shop, content, input);
    case 'reconciliation':
      return reconciliationPlan(shop, content, input);
    case 'segment':
      return segmentPlan(shop, content, input);
    case 'visits':
      return visitsPlan(shop, content, input);
    default:
      return assertNever(content);
  }
}

/** How a language's spreadsheets read CSV. */
export const csvOf = (language: Language) =>
  csvFormatOf(formatNumber(0.5, language, 1).includes(',') ? ',' : '.');

/** Writes the tables in the worker. @throws Failure TooManyRows */
async function* writtenTables(
  shop: OpenShop,
  plan: Plan,
  { format, language }: ExportInput,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportEvent, { readonly bytes: Uint8Array; readonly rows: number }, undefined> {
  const all = [...plan.tables, ...(plan.long ? [plan.long.table] : [])];
  const request = {
    format: format === 'csv' ? { kind: format, csv: csvOf(language) } : { kind: 'xlsx' as const },
    tables: plan.tables,
    long: plan.long,
    columns: columnsTable(all, language),
  } as const;
  const outcome = yield* streamProgress(
    (tell: (event: ExportEvent) => void, stop) =>
      shop.reports.run('writeExport', request, (progress) => tell({ kind: 'progress', ...progress }), stop),
    signal,
  );
  if (outcome.kind === 'tooManyRows') {
    throw failure('TooManyRows', { rows: outcome.rows, max: outcome.max });
  }
  return outcome;
}

/**
 * Writes an export in the worker and keeps it to be fetched. Ends when its reader leaves.
 * @throws Failure InvalidValue, NotFound, SegmentNotUsable, TooManyRows
 */
export async function* exportFile(
  shop: OpenShop,
  input: ExportInput,
  signal?: AbortSignal,
): AsyncGenerator<ExportEvent, void, undefined> {
  const plan = await planOf(shop, input);
  const outcome = plan.sealed
    ? { bytes: new TextEncoder().encode(plan.sealed.text), rows: plan.sealed.rows }
    : yield* writtenTables(shop, plan, input, signal);
  const file: WrittenExport = {
    token: randomUUID(),
    fileName: `${fileSafe(plan.name)}.${input.format}`,
    mediaType: mediaTypes[input.format],
    bytes: outcome.bytes.byteLength,
    rows: outcome.rows,
    at: present(shop.ctx).at,
  };
  shop.exports.put({ file, bytes: outcome.bytes });
  if (plan.figures) await noteSaved(shop, plan.figures);
  yield { kind: 'done', file };
}

/** A written export as a file; the bytes of a large one stay on the disk until they are read. @throws Failure ExportGone */
export async function fetchExport(shop: OpenShop, input: { readonly token: string }): Promise<File> {
  const found = shop.exports.get(input.token);
  if (!found) throw failure('ExportGone');
  const { fileName, mediaType } = found.file;
  if ('bytes' in found) return new File([new Uint8Array(found.bytes)], fileName, { type: mediaType });
  const blob = await openAsBlob(found.path).catch(() => {
    throw failure('ExportGone');
  });
  return new File([blob], fileName, { type: mediaType });
}

/** What the columns of a table are called and mean. */
export function exportColumns(input: { readonly kind: TableKey; readonly language: Language }) {
  return { columns: explainedColumns(input.kind, input.language) };
}
