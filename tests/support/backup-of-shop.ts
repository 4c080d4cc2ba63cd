import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compression } from '#electron/backups/codecs.ts';
import type { MadeFile, OpenedBackup } from '#electron/backups/jobs.ts';
import { makeBackupFile } from '#electron/backups/make-backup-file.ts';
import { openBackupFile } from '#electron/backups/open-backup-file.ts';
import { type Files, systemFiles } from '#electron/platform/files.ts';
import { aShop } from './shop.ts';
import { temporaryDirectory } from './temporary-directory.ts';

const never = new AbortController().signal;
const quiet = () => undefined;

/** Cheap to guess, so that a test can open thousands. */
const workFactor = 4;

export interface BackupOptions {
  readonly passphrase?: string | null;
  readonly compression?: Compression;
  /** Without endings. */
  readonly name?: string;
  readonly files?: Files;
  readonly signal?: AbortSignal;
  readonly tell?: (progress: { readonly stage: string; readonly percent: number }) => void;
}

/** A plain copy of a small shop with 60 kB that cannot be compressed away, as a backup starts from. */
export async function aCopyOfAShop(): Promise<string> {
  const shop = await aShop();
  const copy = join(temporaryDirectory(), 'copy.sqlite');
  shop.database.writer.exec("INSERT INTO preferences VALUES ('filler', hex(randomblob(60000)))");
  await shop.database.writer.backup(copy);
  shop.close();
  return copy;
}

/** Makes a backup of a copy in a folder, in this thread. */
export function backUp(copy: string, directory: string, options: BackupOptions = {}): Promise<MadeFile> {
  const { passphrase = null, compression, files = systemFiles, signal = never, tell = quiet } = options;
  const { name = 'regulars-cafe-20260101-120000' } = options;
  return makeBackupFile(
    {
      copy,
      directory,
      name,
      passphrase,
      manifest: { shop: { name: 'Café', createdAt: 1 }, appVersion: '1', hint: 'the dog', at: 2 },
    },
    { files, tell, signal, workFactor, ...(compression ? { compression } : {}) },
  );
}

export interface OpenBackupOptions {
  readonly passphrase?: string | null;
  /** Schema of the program. */
  readonly newest?: number;
  /** A new scratch file unless told. */
  readonly into?: string;
}

/** Opens a backup into a scratch file, in this thread. */
export function openBackup(file: string, options: OpenBackupOptions = {}): Promise<OpenedBackup> {
  const { passphrase = null, newest, into = join(temporaryDirectory(), 'opened.sqlite') } = options;
  return openBackupFile(
    { file, passphrase, into },
    { files: systemFiles, tell: quiet, signal: never, ...(newest === undefined ? {} : { newest }) },
  );
}

/** SHA-256 of a file. */
export const hashOfFile = (file: string): string =>
  createHash('sha256').update(readFileSync(file)).digest('hex');
