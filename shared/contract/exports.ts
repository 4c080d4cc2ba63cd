import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures } from './failures.ts';
import type { FileBytes } from './imports.ts';
import { month } from './month-close.ts';
import { day, moment } from './schema.ts';
import { whichPeople } from './segment-filter.ts';
import { language } from './settings.ts';

/** What can be exported; every kind is one or several tables. `to` is the day after the last. */
export const exportContent = z.discriminatedUnion('kind', [
  /** The month's figures, points roll-forward and days. A CSV file holds one of them. */
  z.object({
    kind: z.literal('month'),
    month,
    table: z.enum(['figures', 'rollForward', 'days']).nullable(),
  }),
  /**
   * A close to be checked by somebody else. XLSX: seal, frozen figures with their wording, steps, what has changed since,
   * and every other close; CSV: the frozen figures; JSON: the very text whose SHA-256 is the close's check sum.
   */
  z.object({ kind: z.literal('close'), number: z.int().min(1) }),
  z.object({ kind: z.literal('segment'), which: whichPeople }),
  z.object({ kind: z.literal('reconciliation'), from: day, to: day }),
  z.object({ kind: z.literal('visits'), from: day, to: day }),
]);

/** JSON is for a close only. */
export const exportFormat = z.enum(['csv', 'xlsx', 'json']);

/** Tables whose columns are explained. */
export const explainedTable = z.enum([
  ...['figures', 'rollForward', 'days', 'segment', 'visits'],
  ...['close', 'frozen', 'steps', 'restated', 'chain'],
] as const);

/** A written export, waiting to be fetched. */
export const writtenExport = z.object({
  token: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  rows: z.int(),
  at: moment,
});

/** The file's bytes with its name (a File). */
export const exportFile = z.custom<FileBytes & { readonly name: string; readonly type: string }>(
  (value) => typeof value === 'object' && value !== null && 'arrayBuffer' in value && 'name' in value,
);

const { InvalidValue, NotFound, SegmentNotUsable, TooManyRows, ExportGone, OnlyInTheWindow } = failures;

const exportEvents = eventIterator(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
    z.object({ kind: z.literal('done'), file: writtenExport }),
  ]),
);

export const exports = {
  /**
   * Writes an export in the worker. Texts and the decimal sign are those of `language`. An XLSX file ends with a sheet
   * that explains every column; for a CSV file ask `columns`.
   */
  write: oc
    .errors({
      ...callFailures,
      InvalidValue,
      NotFound,
      SegmentNotUsable,
      TooManyRows,
    })
    .input(z.object({ content: exportContent, format: exportFormat, language }))
    .output(exportEvents),
  /** Writes every table of the shop into a ZIP archive: CSV, JSON lines and a data dictionary in `language`. */
  everything: oc.errors(callFailures).input(z.object({ language })).output(exportEvents),
  /** Fetches a written export; it can be fetched again until the next ones push it out. */
  fetch: oc
    .errors({ ...callFailures, ExportGone })
    .input(z.object({ token: z.string().max(64) }))
    .output(exportFile),
  /**
   * The report that is on the screen as a PDF, in the desktop app; in a browser it prints by itself. `number`: the close
   * it shows; null: the open month, whose export is then done.
   */
  reportPdf: oc
    .errors({ ...callFailures, InvalidValue, OnlyInTheWindow })
    .input(z.object({ month, number: z.int().min(1).nullable(), language }))
    .output(exportFile),
  /** What the columns of an export mean. */
  columns: oc
    .errors(callFailures)
    .input(z.object({ kind: explainedTable, language }))
    .output(z.object({ columns: z.array(z.object({ name: z.string(), explanation: z.string() })) })),
};

export type ExportContent = z.infer<typeof exportContent>;
export type ExplainedTable = z.infer<typeof explainedTable>;
export type ExportFormat = z.infer<typeof exportFormat>;
export type WrittenExport = z.infer<typeof writtenExport>;
