import { open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskSpace } from '../platform/disk-space.ts';
import { lengthenedBy } from './move-log.ts';
import type { UnitOfWork } from './unit-of-work.ts';

/** Milliseconds for the till between two of them, beside what the disk takes. */
const pauseMs = 10;

/** The log is made as long as this part of the shop's file: the look of every night writes less. */
const partOfFile = 1 / 8;
/** A disk has so many times as much to spare, or its room is left to the shop. */
const timesToSpare = 16;

/** Bytes of a page in the log, with what stands before it. */
const pageInLog = 4096 + 24;

/** Bytes of the log for a shop's file of so many; 0 where it is so small that the log never grows by much. */
function roomFor(fileBytes: number, longestPages: number): number {
  const bytes = Math.min(Math.floor(fileBytes * partOfFile), longestPages * pageInLog);
  return bytes < lengthenedBy ? 0 : bytes;
}

/**
 * Makes the file of the write-ahead log as long as it will become, once and a little at a time. Where the file grows, each
 * commit waits until the file system has noted its new length, and for whatever other programs have it write at that moment;
 * where it is long enough, for the commit's own pages alone. SQLite writes it from the beginning again once it was moved, and
 * removes it when the shop is closed.
 * @param longestPages pages at which the log is moved in any case
 * @param goesOn asked before each part
 */
export async function makeRoomInLog(
  work: UnitOfWork,
  longestPages: number,
  goesOn: () => boolean,
): Promise<void> {
  const bytes = roomFor((await stat(work.file)).size, longestPages);
  const space = await diskSpace(dirname(work.file));
  if (bytes === 0 || space === null || space.freeBytes < bytes * timesToSpare) return;
  const log = await open(`${work.file}-wal`, 'r+');
  try {
    while (goesOn() && (await work.lengthenLog(log.fd, bytes))) {
      // Otherwise the next check-in would find all of it waiting for the disk.
      await log.datasync();
      await pause(pauseMs);
    }
  } finally {
    await log.close();
  }
}
