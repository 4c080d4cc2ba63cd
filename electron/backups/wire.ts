import type { Reply } from '../platform/worker-line.ts';
import type { DrillCheck } from './jobs.ts';
import {
  type BackupJob,
  BackupProblem,
  BackupRefusal,
  type CopyJob,
  type MadeFile,
  type OpenedBackup,
  type OpenJob,
} from './jobs.ts';

/** What the worker is asked to do. */
export type Work =
  | { readonly kind: 'copy'; readonly job: CopyJob }
  | { readonly kind: 'make'; readonly job: BackupJob }
  | { readonly kind: 'open'; readonly job: OpenJob }
  | { readonly kind: 'prove'; readonly job: { readonly file: string } };

export type WorkResult<K extends Work['kind']> = K extends 'copy'
  ? null
  : K extends 'make'
    ? MadeFile
    : K extends 'open'
      ? OpenedBackup
      : DrillCheck[];

export type Order = ({ readonly id: number } & Work) | { readonly id: number; readonly kind: 'stop' };

/** An error on its way between two threads, where classes and fields of errors are lost. */
export type WireError =
  | {
      readonly type: 'problem';
      readonly why: BackupProblem['why'];
      readonly message: string;
      readonly stack: string;
    }
  | {
      readonly type: 'refusal';
      readonly why: BackupRefusal['why'];
      readonly hint: string;
      readonly fileSchema: number | null;
      readonly message: string;
      readonly stack: string;
    }
  | {
      readonly type: 'other';
      readonly code: string | null;
      readonly message: string;
      readonly stack: string;
    };

export type WorkReply = Reply<{ readonly error: WireError }>;

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `\ncaused by ${error.cause.stack ?? error.cause.message}` : '';
}

export function toWire(error: unknown): WireError {
  const known = error instanceof Error ? error : new Error(String(error));
  const facts = { message: known.message, stack: `${known.stack ?? ''}${causeOf(known)}` };
  if (error instanceof BackupProblem) return { type: 'problem', why: error.why, ...facts };
  if (error instanceof BackupRefusal) {
    const { why, hint, fileSchema } = error;
    return { type: 'refusal', why, hint, fileSchema, ...facts };
  }
  const code = 'code' in known && typeof known.code === 'string' ? known.code : null;
  return { type: 'other', code, ...facts };
}

export function fromWire(wire: WireError): Error {
  const { stack } = wire;
  switch (wire.type) {
    case 'problem':
      return Object.assign(new BackupProblem(wire.why), { stack });
    case 'refusal':
      return Object.assign(new BackupRefusal(wire.why, wire), { stack });
    case 'other':
      return Object.assign(new Error(wire.message), { stack }, wire.code === null ? {} : { code: wire.code });
  }
}
