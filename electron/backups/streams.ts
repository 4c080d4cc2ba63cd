import { createHash, type Hash } from 'node:crypto';
import type { WritableFile } from '../platform/files.ts';

type Bytes = AsyncIterable<Uint8Array>;

/** Counts and hashes what passes, and lets it be stopped. */
export class Meter {
  bytes = 0;
  readonly #hash: Hash = createHash('sha256');
  #digest: string | null = null;

  /** SHA-256 of everything that passed, 64 hexadecimal digits; the stream has ended by then. */
  get sha256(): string {
    this.#digest ??= this.#hash.digest('hex');
    return this.#digest;
  }

  async *through(chunks: Bytes, passed?: (bytes: number) => void): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      this.#hash.update(chunk);
      this.bytes += chunk.byteLength;
      passed?.(this.bytes);
      yield chunk;
    }
  }
}

/** The first so many bytes of a stream, or all of a shorter one. */
export async function firstBytes(chunks: Bytes, count: number): Promise<Uint8Array> {
  let start = Buffer.alloc(0);
  for await (const chunk of chunks) {
    start = Buffer.concat([start, chunk]);
    if (start.byteLength >= count) break;
  }
  return start.subarray(0, count);
}

/** Whether two streams are the same bytes. Neither is read on after the first difference. */
export async function areSame(one: Bytes, other: Bytes): Promise<boolean> {
  const others = other[Symbol.asyncIterator]();
  let theirs: Uint8Array = new Uint8Array();
  try {
    for await (const chunk of one) {
      let ours = chunk;
      while (ours.byteLength > 0) {
        if (theirs.byteLength === 0) {
          const next = await others.next();
          if (next.done) return false;
          theirs = next.value;
          continue;
        }
        const count = Math.min(ours.byteLength, theirs.byteLength);
        if (Buffer.compare(ours.subarray(0, count), theirs.subarray(0, count)) !== 0) return false;
        [ours, theirs] = [ours.subarray(count), theirs.subarray(count)];
      }
    }
    for (;;) {
      if (theirs.byteLength > 0) return false;
      const next = await others.next();
      if (next.done) return true;
      theirs = next.value;
    }
  } finally {
    await others.return?.();
  }
}

/** Writes all of it, however little the disk takes at once. */
export async function writeAll(file: WritableFile, bytes: Uint8Array): Promise<void> {
  let rest = bytes;
  while (rest.byteLength > 0) {
    const written = await file.write(rest);
    // A disk that takes nothing and reports nothing would be asked for ever.
    if (written <= 0) throw Object.assign(new Error('the disk takes no more bytes'), { code: 'EIO' });
    rest = rest.subarray(written);
  }
}

/**
 * Bytes after which what was written is put on the medium. A check-in waits for its own few bytes to be there, and on many
 * file systems it waits for everything that lies before them: hundreds of megabytes put off to the end would hold it up.
 */
const syncEvery = 2 * 1024 * 1024;

/** Writes a stream to the medium; the file is closed in every case. */
export async function writeStream(file: WritableFile, chunks: Bytes): Promise<void> {
  let unsynced = 0;
  try {
    for await (const chunk of chunks) {
      await writeAll(file, chunk);
      unsynced += chunk.byteLength;
      if (unsynced < syncEvery) continue;
      await file.sync();
      unsynced = 0;
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Per cent of a whole, in whole steps, told only when it grows. */
export function percentOf(whole: number, from: number, share: number, tell: (percent: number) => void) {
  let told = -1;
  return (done: number) => {
    const part = whole === 0 ? 1 : Math.min(1, done / whole);
    const percent = from + Math.floor(part * share);
    if (percent <= told) return;
    told = percent;
    tell(percent);
  };
}
