import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { id, line, moment, requestId } from './schema.ts';

export const encoding = z.enum(['utf-8', 'windows-1252', 'windows-1254']);
export const dateFormat = z.enum(['y-m-d', 'd.m.y', 'd/m/y', 'm/d/y', 'y/m/d', 'y.m.d', 'd-m-y', 'yyyymmdd']);
export const decimalSign = z.enum(['.', ',']);
export const delimiter = z.enum([',', ';', '\t', '|']);

/** What we need of a Blob or File; declared here because `shared` knows neither the DOM nor Node. */
export interface FileBytes {
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The file's bytes (a Blob or File), or its text when it was read already. */
export const file = z.custom<FileBytes | string>(
  (value) =>
    typeof value === 'string' || (typeof value === 'object' && value !== null && 'arrayBuffer' in value),
);

/** How to read the file; everything left out is detected. */
export const readingOptions = z.object({
  encoding: encoding.optional(),
  delimiter: delimiter.optional(),
  dateFormat: dateFormat.optional(),
  decimal: decimalSign.optional(),
  hasHeader: z.boolean().optional(),
  /** Sheet of a workbook; the first with something in it when left out. */
  sheet: z.string().max(200).optional(),
});

/** Column numbers (from 0) of the fields of a visit; what is left out is guessed from the header. */
export const visitColumns = z.object({
  customer: z.int().min(0).optional(),
  date: z.int().min(0).optional(),
  amount: z.int().min(0).nullable().optional(),
  time: z.int().min(0).nullable().optional(),
  name: z.int().min(0).nullable().optional(),
});

export const customerColumns = z.object({
  name: z.int().min(0).optional(),
  lastName: z.int().min(0).nullable().optional(),
  ref: z.int().min(0).nullable().optional(),
  phone: z.int().min(0).nullable().optional(),
  email: z.int().min(0).nullable().optional(),
  birthday: z.int().min(0).nullable().optional(),
  card: z.int().min(0).nullable().optional(),
  since: z.int().min(0).nullable().optional(),
  note: z.int().min(0).nullable().optional(),
  tags: z.int().min(0).nullable().optional(),
});

export const importKind = z.enum(['visits', 'customers', 'balances']);

/** Column numbers (from 0) of a file of opening balances; one of the first four tells whose they are. */
export const balanceColumns = z.object({
  ref: z.int().min(0).nullable().optional(),
  card: z.int().min(0).nullable().optional(),
  phone: z.int().min(0).nullable().optional(),
  name: z.int().min(0).nullable().optional(),
  points: z.int().min(0).optional(),
});

export const rowProblem = z.object({
  /** Line of the file, from 1, counting the header. */
  row: z.int(),
  code: z.enum([
    'noCustomer',
    'noName',
    'badDate',
    'futureDate',
    'badAmount',
    'negativeAmount',
    'badPhone',
    'badBirthday',
    'badCard',
    'cardTaken',
    'tooFewColumns',
    'tooLong',
    'unknownCustomer',
    'badPoints',
    'noPoints',
    'hasOpening',
  ]),
  value: z.string(),
});

export const importReport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  /** Rows that are (or would be) written. */
  written: z.int(),
  /** Rows written by an earlier import of the same data. */
  already: z.int(),
  refused: z.int(),
  newCustomers: z.int(),
  matchedCustomers: z.int(),
  /** For visits: customer-days, first and last day, sum. */
  visits: z.int(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  amount: z.int(),
  problems: z.array(rowProblem),
  /** Tags that people are (or would be) given, the most given first. Of imports before there were any: none. */
  tags: z.array(z.object({ name: z.string(), isNew: z.boolean(), people: z.int() })).default(() => []),
  /** What was detected or chosen. */
  reading: z.object({
    encoding,
    delimiter,
    dateFormat: dateFormat.nullable(),
    dateAmbiguous: z.boolean(),
    decimal: decimalSign,
    hasHeader: z.boolean(),
    /** Sheets of a workbook, none of a text file, and the one that was read. */
    sheets: z.array(z.string()),
    sheet: z.string().nullable(),
  }),
  columns: z.record(z.string(), z.int().nullable()),
});

const importEvent = eventIterator(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('progress'),
      stage: z.enum(['reading', 'checking', 'writing', 'summaries']),
      done: z.int(),
      total: z.int(),
    }),
    z.object({ kind: z.literal('done'), report: importReport }),
  ]),
);

/** Something that an undo leaves, because something was built upon it since. */
export const undoStay = z.object({
  what: z.enum(['visit', 'customer', 'detail', 'balance', 'tag']),
  why: z.enum([
    'moved',
    'refunded',
    'spent',
    'visited',
    'holds',
    'consented',
    'linked',
    'changed',
    'unrecorded',
    'worn',
    'asked',
  ]),
  count: z.int(),
  /** A few of those it is about. */
  names: z.array(z.string()),
});

/** What undoing an import takes back (or would), and what stays. */
export const importUndo = z.object({
  importId: id,
  kind: importKind,
  fileName: z.string(),
  at: moment,
  undoneAt: moment.nullable(),
  takes: z.object({
    visits: z.int(),
    customers: z.int(),
    /** Fields, cards and notes of customers who were there before. */
    details: z.int(),
    balances: z.int(),
    /** Tags that the import made; an undo of an earlier version did not say. */
    tags: z.int().default(0),
  }),
  stays: z.array(undoStay),
});

const importErrors = {
  ShopNotReady: failures.ShopNotReady,
  UnreadableFile: failures.UnreadableFile,
  MissingColumn: failures.MissingColumn,
  DiskFull: failures.DiskFull,
  ReadOnly: failures.ReadOnly,
  Unknown: failures.Unknown,
};
const writeErrors = { ...importErrors, RequestIdReused: failures.RequestIdReused };

export const imports = {
  /** First rows and guessed columns of a file, nothing written. */
  preview: oc
    .errors(importErrors)
    .input(z.object({ kind: importKind, file, reading: readingOptions.optional() }))
    .output(
      z.object({
        header: z.array(z.string()),
        sample: z.array(z.array(z.string())),
        rows: z.int(),
        reading: importReport.shape.reading,
        columns: z.record(z.string(), z.int().nullable()),
      }),
    ),
  /** Past visits. One transaction; `dryRun` writes nothing; the same file again changes nothing. */
  visits: oc
    .errors(writeErrors)
    .input(
      z.object({
        requestId,
        fileName: line(255).optional(),
        file,
        reading: readingOptions.optional(),
        columns: visitColumns.optional(),
        dryRun: z.boolean().default(false),
        /** Let the imported visits earn by today's programme. */
        earn: z.boolean().default(false),
      }),
    )
    .output(importEvent),
  customers: oc
    .errors(writeErrors)
    .input(
      z.object({
        requestId,
        fileName: line(255).optional(),
        file,
        reading: readingOptions.optional(),
        columns: customerColumns.optional(),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(importEvent),
  /** What customers held in an earlier system: once for each of them and unit, as entries of the ledger. */
  balances: oc
    .errors({ ...writeErrors, InvalidValue: failures.InvalidValue })
    .input(
      z.object({
        requestId,
        fileName: line(255).optional(),
        file,
        reading: readingOptions.optional(),
        columns: balanceColumns.optional(),
        /** Points, or a stamp card, of the programme in force. */
        unitId: id,
        dryRun: z.boolean().default(false),
      }),
    )
    .output(importEvent),
  /** Imports so far, the newest first. */
  list: oc.errors(callFailures).output(
    z.object({
      imports: z.array(
        z.object({
          importId: id,
          kind: importKind,
          fileName: z.string(),
          at: moment,
          staffName: z.string(),
          /** Rows that were written. */
          written: z.int(),
          undoneAt: moment.nullable(),
          /** How much of an undone import stays. */
          stays: z.int(),
        }),
      ),
    }),
  ),
  /** What `undo` would do now; writes nothing. */
  previewUndo: oc
    .errors({ ...callFailures, NotFound: failures.NotFound })
    .input(z.object({ importId: id }))
    .output(importUndo),
  /**
   * Takes back everything an import wrote that nothing was built upon since, in one transaction. Undone again, it takes
   * back what has become free; the same request again changes nothing. Afterwards the file can be imported again.
   */
  undo: oc
    .errors({ ...onceFailures, NotFound: failures.NotFound })
    .input(z.object({ requestId, importId: id }))
    .output(importUndo),
};

export type ImportUndo = z.infer<typeof importUndo>;
export type UndoStay = z.infer<typeof undoStay>;
export type ImportReport = z.infer<typeof importReport>;
export type ReadingOptions = z.infer<typeof readingOptions>;
