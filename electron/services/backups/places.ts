import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, open, rm, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import type { BackupPlaceInfo } from '#shared/contract/backups.ts';
import { placeState } from '#shared/domain/backup/places.ts';
import type { Safety } from '../../safety.ts';
import { failure } from '../failure.ts';

type Found = Pick<BackupPlaceInfo, 'kind' | 'label' | 'path' | 'pluggedSince'>;

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

async function placeOf({ diskSpace }: Safety, found: Found, needsBytes: number): Promise<BackupPlaceInfo> {
  const [isThere, writable, space] = await Promise.all([
    isFolder(found.path),
    isWritable(found.path),
    diskSpace(found.path),
  ]);
  const freeBytes = space?.freeBytes ?? null;
  return {
    id: found.path,
    ...found,
    freeBytes,
    totalBytes: space?.totalBytes ?? null,
    state: placeState({ isThere, isWritable: writable, freeBytes, needsBytes }),
  };
}

/** Sticks that are plugged in, then folders that were chosen, as they are now. @param needsBytes what a backup takes at most */
export async function backupPlaces(safety: Safety, needsBytes: number): Promise<BackupPlaceInfo[]> {
  const sticks = safety.drives.drives;
  const { folders } = safety.record.settings();
  const found: Found[] = [
    ...sticks.map(({ path, label, pluggedSince }) => ({ kind: 'stick' as const, path, label, pluggedSince })),
    ...folders
      .filter((path) => !sticks.some((stick) => stick.path === path))
      .map((path) => ({ kind: 'folder' as const, path, label: basename(path) || path, pluggedSince: null })),
  ];
  return Promise.all(found.map((one) => placeOf(safety, one, needsBytes)));
}

/** Writes a file and takes it away again: rights alone do not say whether a network folder takes anything. */
async function canWriteInto(path: string): Promise<boolean> {
  const probe = join(path, `.regulars-${randomUUID().slice(0, 8)}.part`);
  try {
    await (await open(probe, 'wx')).close();
    return true;
  } catch {
    return false;
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

/** Adds a folder to the places. @throws Failure InvalidValue when it is no folder that can be written into */
export async function addFolder({ record }: Safety, path: string): Promise<void> {
  const folder = resolve(path);
  if (!isAbsolute(path) || !(await isFolder(folder)) || !(await canWriteInto(folder)))
    throw failure('InvalidValue', { field: 'path' });
  const { folders } = record.settings();
  if (!folders.includes(folder)) record.changeSettings({ folders: [...folders, folder] });
}

/** Forgets a folder; the backups in it stay. */
export function removeFolder({ record }: Safety, path: string): void {
  record.changeSettings({ folders: record.settings().folders.filter((folder) => folder !== path) });
}
