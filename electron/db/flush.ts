import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Waits until a file (or on Linux and macOS a folder) is on the disk. */
export function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** The same for the names in a folder; Windows keeps them by itself and refuses to be asked. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder);
}
