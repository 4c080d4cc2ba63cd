import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { BackupRecord } from './backups/backup-record.ts';
import { BackupsClient } from './backups/backups-client.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { type DiskSpace, diskSpace } from './platform/disk-space.ts';
import { type Drive, type DriveWatch, watchDrives } from './platform/drives.ts';
import type { Logger } from './platform/logger.ts';

/** Shows a dialog of the system; null when nothing was chosen. */
export type Choose = () => Promise<string | null>;

/** What keeps the shop's data safe on this computer; lives as long as the program, also while no shop is open. */
export interface Safety {
  /** `backups/` of the data directory: snapshots, what a restore set aside, the record. */
  readonly directory: string;
  /** For scratch copies; emptied at every start. */
  readonly workDirectory: string;
  readonly version: string;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly record: BackupRecord;
  readonly drives: DriveWatch;
  readonly client: BackupsClient;
  readonly diskSpace: (path: string) => Promise<DiskSpace | null>;
  /** null where the host can show no dialogs. */
  readonly chooseFolder: Choose | null;
  readonly chooseFile: Choose | null;
  close(): Promise<void>;
}

export interface SafetyOptions {
  readonly dataDir: string;
  readonly version: string;
  /** The built backups worker. */
  readonly workerUrl: URL;
  readonly logger: Logger;
  readonly clock?: Clock | undefined;
  /** What is plugged in; the system's own list unless told. */
  readonly listDrives?: (() => Promise<readonly Drive[]>) | undefined;
  readonly diskSpace?: ((path: string) => Promise<DiskSpace | null>) | undefined;
  readonly chooseFolder?: Choose | null | undefined;
  readonly chooseFile?: Choose | null | undefined;
}

/** Composes record, drives and worker of a data directory. The caller holds the directory's lock. */
export function openSafety(options: SafetyOptions): Safety {
  const { dataDir, version, workerUrl, logger, clock = systemClock, listDrives } = options;
  const directory = join(dataDir, 'backups');
  const workDirectory = join(directory, '.work');
  try {
    rmSync(workDirectory, { recursive: true, force: true });
  } catch (error) {
    logger.warn('scratch copies of before could not be removed', { error });
  }
  const drives = watchDrives(listDrives ? { clock, list: listDrives } : { clock });
  const client = new BackupsClient(workerUrl, logger);
  return {
    directory,
    workDirectory,
    version,
    clock,
    logger,
    record: new BackupRecord(directory),
    drives,
    client,
    diskSpace: options.diskSpace ?? diskSpace,
    chooseFolder: options.chooseFolder ?? null,
    chooseFile: options.chooseFile ?? null,
    close: async () => {
      drives.close();
      await client.close();
    },
  };
}
