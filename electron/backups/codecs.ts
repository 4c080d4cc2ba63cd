import type { Transform } from 'node:stream';
import { ReadableStream } from 'node:stream/web';
// Named imports would not load where the run time has no zstd yet.
import zlib from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';

export type Compression = 'zstd' | 'gzip';

/** zstd where this run time has it; gzip can be read everywhere. */
export const ownCompression: Compression = typeof zlib.createZstdCompress === 'function' ? 'zstd' : 'gzip';

/** Endings of the names of compressed files, as the standard tools expect them. */
export const endings: Readonly<Record<Compression, string>> = { zstd: '.zst', gzip: '.gz' };

/** What leaves a codec at once. Each portion costs a turn of the thread that works it out, so small ones double the time. */
const portionBytes = 512 * 1024;
/** Two portions may wait on each side: the next is read and hashed while the one before is worked out. */
const portions = { chunkSize: portionBytes, highWaterMark: 2 * portionBytes };

/** Compresses with a checksum in the stream, so that a changed byte is noticed without the manifest too. */
export function compressor(compression: Compression): Transform {
  if (compression === 'gzip') return zlib.createGzip({ ...portions, level: 1 });
  const { ZSTD_c_checksumFlag: checksum, ZSTD_c_compressionLevel: level } = zlib.constants;
  return zlib.createZstdCompress({ ...portions, params: { [checksum]: 1, [level]: 1 } });
}

/** Undoes it. @returns null where this run time cannot read zstd */
export function decompressor(compression: Compression): Transform | null {
  if (compression === 'gzip') return zlib.createGunzip(portions);
  if (typeof zlib.createZstdDecompress !== 'function') return null;
  return zlib.createZstdDecompress(portions);
}

/** log2 of the rounds that make a guess at a passphrase expensive: about 2 seconds here, paid once to lock and once to prove. */
export const usualWorkFactor = 17;

type Bytes = AsyncIterable<Uint8Array>;

/** The same stream object; Node and the browser's library declare it apart. */
type AgeStream = Parameters<Decrypter['decrypt']>[0] & object;
const webStream = (bytes: Bytes) => ReadableStream.from(bytes) as unknown as Exclude<AgeStream, Uint8Array>;
const bytesOf = (stream: unknown) => stream as Bytes;

/** Locks a stream with a passphrase, in the age format. */
export async function* lock(
  plain: Bytes,
  passphrase: string,
  workFactor: number,
): AsyncGenerator<Uint8Array> {
  const age = new Encrypter();
  age.setPassphrase(passphrase);
  age.setScryptWorkFactor(workFactor);
  yield* bytesOf(await age.encrypt(webStream(plain)));
}

/**
 * Unlocks it. Keyboards write the same `ä` in more than one way: the passphrase is tried composed, as it is set, and as it
 * was typed where that is another text, for a file that was locked elsewhere.
 * @throws Error of the age library: a wrong passphrase, or a changed or shortened stream
 */
export async function* unlock(locked: Bytes, passphrase: string): AsyncGenerator<Uint8Array> {
  const age = new Decrypter();
  for (const text of new Set([passphrase.normalize('NFC'), passphrase])) age.addPassphrase(text);
  yield* bytesOf(await age.decrypt(webStream(locked)));
}

/** What the first bytes of a file say it is. */
export type Kind = 'age' | Compression | 'sqlite' | 'other';

const marks: readonly (readonly [Kind, Uint8Array])[] = [
  ['age', Buffer.from('age-encryption.org/v1\n', 'latin1')],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['sqlite', Buffer.from('SQLite format 3\u0000', 'latin1')],
];

/** Bytes of a file that `kindOf` has to see. */
export const markBytes = 32;

export function kindOf(start: Uint8Array): Kind {
  const bytes = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  return marks.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0] ?? 'other';
}
