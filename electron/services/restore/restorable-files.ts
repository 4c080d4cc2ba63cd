import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Restorable } from '#shared/contract/backups.ts';
import { readSnapshotName } from '#shared/domain/backup/backup-names.ts';
import {
  isBeforeMigration,
  readBackupName,
  readSetAsideName,
} from '#shared/domain/backup/set-aside-names.ts';
import type { Safety } from '../../safety.ts';
import type { RestoreDesk } from './restore-desk.ts';

/** What the name of a file alone says. */
type Named = Pick<Restorable, 'kind' | 'encrypted'> & { readonly at: number | null };

/** Whether a file can be gone back to, by its name; null for every other file. */
function readName(name: string): Named | null {
  const backup = readBackupName(name);
  if (backup) return { kind: 'backup', ...backup };
  const snapshot = readSnapshotName(name);
  if (snapshot) return { kind: 'snapshot', at: snapshot.at, encrypted: false };
  const setAsideAt = readSetAsideName(name);
  if (setAsideAt !== null) return { kind: 'setAside', at: setAsideAt, encrypted: false };
  return isBeforeMigration(name) ? { kind: 'snapshot', at: null, encrypted: false } : null;
}

/** A file with what its manifest says about it; null when it is not there, or no file. */
async function describeFile(
  safety: Safety,
  file: string,
  placeLabel: string,
  named: Named,
): Promise<Restorable | null> {
  const facts = await stat(file).catch(() => null);
  if (!facts?.isFile()) return null;
  // A manifest that cannot be read says nothing; the backup itself may still be whole.
  const manifest = await safety.client.inspect(file).catch(() => null);
  return {
    file,
    kind: named.kind,
    placeLabel,
    at: manifest?.at ?? named.at ?? Math.round(facts.mtimeMs),
    bytes: facts.size,
    encrypted: manifest?.encrypted ?? named.encrypted,
    hint: manifest?.hint ?? '',
    shopName: manifest?.shop.name ?? null,
    schemaVersion: manifest?.schemaVersion ?? null,
    counts: manifest?.counts ?? null,
  };
}

async function inFolder(safety: Safety, folder: string, label: string): Promise<Restorable[]> {
  const names = await readdir(folder).catch(() => []);
  const found = names.map((name) => {
    const named = readName(name);
    return named ? describeFile(safety, join(folder, name), label, named) : null;
  });
  return (await Promise.all(found)).filter((one) => one !== null);
}

/** What was typed: a folder to look into, or one file, whatever it is called. */
async function typed(safety: Safety, path: string): Promise<Restorable[]> {
  const full = resolve(path);
  const facts = await stat(full).catch(() => null);
  if (facts?.isDirectory()) return inFolder(safety, full, basename(full) || full);
  if (!facts?.isFile()) return [];
  const name = basename(full);
  const named = readName(name) ?? { kind: 'backup', at: null, encrypted: name.endsWith('.age') };
  const one = await describeFile(safety, full, basename(dirname(full)), named);
  return one ? [one] : [];
}

/**
 * Everything that can be gone back to: on every stick that is plugged in, in the known folders and a typed one, and on this
 * computer (without a label). Newest first.
 */
export async function restorableFiles(
  { safety }: RestoreDesk,
  { folder }: { readonly folder: string | null },
): Promise<{ choices: Restorable[]; canChooseFolder: boolean }> {
  const drives = await safety.drives.look();
  const { folders } = safety.record.settings();
  const found = await Promise.all([
    inFolder(safety, safety.directory, ''),
    ...drives.map(({ path, label }) => inFolder(safety, path, label)),
    ...folders.map((path) => inFolder(safety, path, basename(path) || path)),
    folder === null ? [] : typed(safety, folder),
  ]);
  const byFile = new Map(found.flat().map((one) => [one.file, one]));
  const choices = [...byFile.values()].sort((a, b) => b.at - a.at);
  return { choices, canChooseFolder: safety.chooseFile !== null };
}
