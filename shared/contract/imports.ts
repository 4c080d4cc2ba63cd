import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { failures } from './failures.ts';
import { line, requestId } from './schema.ts';

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
  /** What was detected or chosen. */
  reading: z.object({
    encoding,
    delimiter,
    dateFormat: dateFormat.nullable(),
    dateAmbiguous: z.boolean(),
    decimal: decimalSign,
    hasHeader: z.boolean(),
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
    .input(z.object({ kind: z.enum(['visits', 'customers']), file, reading: readingOptions.optional() }))
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
};

export type ImportReport = z.infer<typeof importReport>;
export type ReadingOptions = z.infer<typeof readingOptions>;
