import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/** An entry that was forgotten: its number, and the fingerprint that says that it is the same one. */
export interface ForgottenEntry {
  readonly customerId: number;
  readonly fingerprint: string;
}

const isEntry = (one: unknown): one is ForgottenEntry =>
  typeof one === 'object' &&
  one !== null &&
  'customerId' in one &&
  typeof one.customerId === 'number' &&
  'fingerprint' in one &&
  typeof one.fingerprint === 'string';

const fileOf = (dataDir: string): string => join(dataDir, 'forgotten.json');

/** Whom this computer has forgotten, kept beside the shop's file so that a restore does not bring them back. */
export function readForgotten(dataDir: string): readonly ForgottenEntry[] {
  try {
    const { forgotten } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as { forgotten?: unknown };
    if (!Array.isArray(forgotten) || !forgotten.every(isEntry))
      throw new Error('the list of whom to forget again is damaged');
    return forgotten;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Adds entries that are not on the list: written whole under another name, flushed, then renamed.
 * @throws what the file system reports; the list is then as it was
 */
export function rememberForgotten(dataDir: string, entries: readonly ForgottenEntry[]): void {
  const known = readForgotten(dataDir);
  const added = entries.filter(({ fingerprint }) => !known.some((one) => one.fingerprint === fingerprint));
  if (added.length === 0) return;
  mkdirSync(dataDir, { recursive: true });
  const temporary = join(dataDir, `.forgotten.${randomUUID().slice(0, 8)}.part`);
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeSync(handle, `${JSON.stringify({ format: 1, forgotten: [...known, ...added] })}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, fileOf(dataDir));
  } finally {
    rmSync(temporary, { force: true });
  }
}
