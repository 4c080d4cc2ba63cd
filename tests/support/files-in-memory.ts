import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

const memory = '/dev/shm';
const prefix = 'regulars-tests-';

/** What all workers together never come near. */
const enoughBytes = 2 * 1024 ** 3;

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return process.platform === 'linux' && bavail * bsize >= enoughBytes;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Global set-up of the unit tests: where Linux keeps files in memory, the tests put theirs there, so that thousands of
 * commits do not wait for a disk. What a disk does is tried by the faults, on one. `TMPDIR` still decides, where given.
 */
export function setup(): (() => void) | undefined {
  if (process.env.TMPDIR !== undefined || !hasRoom()) return undefined;
  // A run that was itself killed must not keep memory.
  for (const name of readdirSync(memory).filter((one) => one.startsWith(prefix)))
    if (!isRunning(Number(name.slice(prefix.length))))
      rmSync(join(memory, name), { recursive: true, force: true });
  const directory = join(memory, `${prefix}${process.pid}`);
  mkdirSync(directory, { recursive: true });
  process.env.TMPDIR = directory;
  return () => rmSync(directory, { recursive: true, force: true });
}
