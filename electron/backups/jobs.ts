import type * as z from 'zod';
import type { BackupStage, DrillResult, ShopCounts } from '#shared/contract/backups.ts';
import type { failures } from '#shared/contract/failures.ts';

/** What the manifest beside a backup says about the shop, beside what is counted and measured. */
export interface ManifestFacts {
  readonly shop: { readonly name: string; readonly createdAt: number };
  readonly appVersion: string;
  readonly hint: string;
  readonly at: number;
}

/** The shop's file, which is in use, and where a copy of it as it is now goes. */
export interface CopyJob {
  readonly source: string;
  /** Must not exist. */
  readonly file: string;
}

/** A copy of the shop that is to become a backup. */
export interface BackupJob {
  /** Plain SQLite file; stays as it is. */
  readonly copy: string;
  /** Where the backup is written. */
  readonly directory: string;
  /** Its name without endings. */
  readonly name: string;
  readonly passphrase: string | null;
  readonly manifest: ManifestFacts;
}

/** A backup that was written, read back, opened and counted. */
export interface MadeFile {
  /** Full path. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly counts: ShopCounts;
  readonly schemaVersion: number;
}

/** A backup that is to be opened completely. */
export interface OpenJob {
  readonly file: string;
  readonly passphrase: string | null;
  /** Where the plain SQLite file is written; must not exist. */
  readonly into: string;
}

/** The small readable file beside a backup. */
export interface Manifest {
  readonly format: 1;
  readonly product: string;
  readonly appVersion: string;
  readonly schemaVersion: number;
  readonly shop: { readonly name: string; readonly createdAt: number };
  readonly at: number;
  readonly counts: ShopCounts;
  readonly encrypted: boolean;
  readonly hint: string;
  readonly compression: 'zstd' | 'gzip';
  readonly bytes: number;
  /** Of the backup file. */
  readonly sha256: string;
  /** Of the plain SQLite file. */
  readonly plainSha256: string;
  readonly plainBytes: number;
}

/** A backup that was opened completely. */
export interface OpenedBackup {
  /** The plain SQLite file. */
  readonly file: string;
  readonly manifest: Manifest | null;
  readonly counts: ShopCounts;
  readonly schemaVersion: number;
  readonly shopName: string;
  readonly shopCreatedAt: number;
  readonly currency: string;
}

export interface MakeProgress {
  readonly stage: BackupStage;
  /** Of the whole job. */
  readonly percent: number;
}

export type DrillCheck = DrillResult['checks'][number];

type ProblemWhy = z.infer<typeof failures.BackupFailed.data>['why'];
type RefusalWhy = z.infer<typeof failures.BackupRefused.data>['why'];

/** A backup could not be written; nothing is left behind. */
export class BackupProblem extends Error {
  readonly why: ProblemWhy;
  constructor(why: ProblemWhy, options?: ErrorOptions) {
    super(`the backup cannot be made: ${why}`, options);
    this.name = 'BackupProblem';
    this.why = why;
  }
}

/** A file cannot be gone back to. */
export class BackupRefusal extends Error {
  readonly why: RefusalWhy;
  readonly hint: string;
  readonly fileSchema: number | null;
  constructor(why: RefusalWhy, options: { hint?: string; fileSchema?: number | null; cause?: unknown } = {}) {
    super(`the backup cannot be opened: ${why}`, { cause: options.cause });
    this.name = 'BackupRefusal';
    this.why = why;
    this.hint = options.hint ?? '';
    this.fileSchema = options.fileSchema ?? null;
  }
}
