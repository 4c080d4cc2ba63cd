import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';

/** A file that is being written. */
export interface WritableFile {
  /** Writes some of the bytes and says how many: a disk may take fewer than it was given. */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves when everything written is on the medium. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** What backups need of the file system: a layer of its own, so that tests can make any of it fail. */
export interface Files {
  /** Makes a file that must not exist yet, readable by its owner alone. */
  create(path: string): Promise<WritableFile>;
  read(path: string): AsyncIterable<Uint8Array>;
  /** The whole of a small file as text. */
  readText(path: string): Promise<string>;
  /** Names in a folder, hidden ones too. */
  list(path: string): Promise<readonly string[]>;
  /** Bytes; null where there is no such file. */
  size(path: string): Promise<number | null>;
  rename(from: string, to: string): Promise<void>;
  /** Removes a file, or does nothing where there is none. */
  remove(path: string): Promise<void>;
  /** Puts the names of a folder on the medium, where the system can. */
  syncFolder(path: string): Promise<void>;
}

/** Large enough to be quick on a stick, small enough that a stop is noticed at once. */
const chunkBytes = 512 * 1024;

function writable(handle: FileHandle): WritableFile {
  return {
    write: async (bytes) => (await handle.write(bytes)).bytesWritten,
    sync: () => handle.sync(),
    close: () => handle.close(),
  };
}

const hasCode = (error: unknown, codes: readonly string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** What file systems of sticks and network drives say that cannot flush a folder at all. */
const cannotSync = ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR', 'EBADF'];

/** The file system of this computer. */
export const systemFiles: Files = {
  create: async (path) => writable(await open(path, 'wx', 0o600)),
  read: (path) => createReadStream(path, { highWaterMark: chunkBytes }),
  readText: (path) => readFile(path, 'utf8'),
  list: (path) => readdir(path),
  size: async (path) => {
    try {
      return (await stat(path)).size;
    } catch (error) {
      if (hasCode(error, ['ENOENT'])) return null;
      throw error;
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  syncFolder: async (path) => {
    // Windows cannot flush a folder; NTFS journals its names.
    if (process.platform === 'win32') return;
    const handle = await open(path, 'r');
    try {
      await handle.sync();
    } catch (error) {
      if (!hasCode(error, cannotSync)) throw error;
    } finally {
      await handle.close();
    }
  },
};
