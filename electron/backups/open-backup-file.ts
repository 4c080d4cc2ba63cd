import { pipeline } from 'node:stream/promises';
import BetterSqlite3 from 'better-sqlite3';
import { migrations } from '#migrations/index.ts';
import { latestSchema } from '../db/migrate.ts';
import type { Files } from '../platform/files.ts';
import { decompressor, type Kind, kindOf, markBytes, unlock } from './codecs.ts';
import { BackupRefusal, type Manifest, type OpenedBackup, type OpenJob } from './jobs.ts';
import { readManifest } from './manifest.ts';
import {
  bytesByHeader,
  headerBytes,
  NotAShop,
  quickCheck,
  readingAlone,
  type ShopInFile,
  shopIn,
} from './shop-in-file.ts';
import { firstBytes, Meter, percentOf, writeStream } from './streams.ts';

export interface OpenOptions {
  readonly files: Files;
  readonly tell: (progress: { readonly percent: number }) => void;
  readonly signal: AbortSignal;
  /** Schema of the program; a newer file is refused. */
  readonly newest?: number;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** What the system says when this computer's own disk is the trouble, not the backup. */
const ownDisk = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EEXIST', 'EMFILE', 'EFBIG']);

/** A source that went away in the middle. */
const gone = new Set(['ENOENT', 'ENODEV', 'ENXIO', 'ENOTCONN']);

/** Wraps a part of the way so that what goes wrong in it has a reason of ours. */
async function* blaming(
  chunks: AsyncIterable<Uint8Array>,
  reasonOf: (error: unknown) => unknown,
): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw error instanceof BackupRefusal ? error : reasonOf(error);
  }
}

const refused = (why: BackupRefusal['why'], manifest: Manifest | null, cause?: unknown) =>
  new BackupRefusal(why, {
    hint: manifest?.hint ?? '',
    fileSchema: manifest?.schemaVersion ?? null,
    cause,
  });

/** One backup on its way back. */
class Opening {
  readonly #job: OpenJob;
  readonly #options: OpenOptions;
  #manifest: Manifest | null = null;
  #bytes = 0;
  /** False when the file has another hash than its manifest says: one of the two was harmed. */
  #isAsWritten = true;

  constructor(job: OpenJob, options: OpenOptions) {
    this.#job = job;
    this.#options = options;
  }

  #refuse(why: BackupRefusal['why'], cause?: unknown): BackupRefusal {
    return refused(why, this.#manifest, cause);
  }

  /** The file's bytes; a medium that cannot give them back is told apart from one that has gone. */
  #stored(): AsyncIterable<Uint8Array> {
    const { files, signal } = this.#options;
    return blaming(files.read(this.#job.file), (error) => {
      if (signal.aborted) return error;
      return this.#refuse(gone.has(codeOf(error)) ? 'gone' : 'damaged', error);
    });
  }

  /** Compares the file with its manifest, before anything is made of it; its first bytes say what it is. */
  async #look(): Promise<Kind> {
    const { files, tell, signal } = this.#options;
    const size = await files.size(this.#job.file);
    if (size === null) throw this.#refuse('gone');
    this.#bytes = size;
    this.#manifest = await readManifest(files, this.#job.file);
    const meter = new Meter();
    const told = percentOf(size, 0, 25, (percent) => tell({ percent }));
    let start = Buffer.alloc(0);
    for await (const chunk of meter.through(this.#stored(), told)) {
      signal.throwIfAborted();
      if (start.byteLength < markBytes) start = Buffer.concat([start, chunk.subarray(0, markBytes)]);
      if (this.#manifest === null && start.byteLength >= markBytes) break;
    }
    const kind = kindOf(start);
    if (this.#manifest === null) return this.#ofUnknown(kind, size);
    this.#isAsWritten = meter.sha256 === this.#manifest.sha256;
    return kind;
  }

  /** A file without a manifest is a backup when it begins like one. */
  #ofUnknown(kind: Kind, size: number): Kind {
    if (kind !== 'other') return kind;
    const isNamedLikeOurs = /\.sqlite(\.zst|\.gz)?(\.age)?$/.test(this.#job.file);
    if (!isNamedLikeOurs) throw this.#refuse('notABackup');
    throw this.#refuse(size < markBytes ? 'truncated' : 'damaged');
  }

  #unlocked(): AsyncIterable<Uint8Array> {
    const { passphrase } = this.#job;
    if (passphrase === null || passphrase === '') throw this.#refuse('passphraseNeeded');
    return blaming(unlock(this.#stored(), passphrase), (error) => {
      if (this.#options.signal.aborted) return error;
      const isWrong = error instanceof Error && error.message.includes('no identity matched');
      return this.#refuse(isWrong ? 'wrongPassphrase' : 'damaged', error);
    });
  }

  /** The compressed stream, whatever was around it, and how it is compressed. */
  async #compressed(kind: Kind): Promise<{ chunks: AsyncIterable<Uint8Array>; kind: Kind }> {
    if (kind !== 'age') return { chunks: this.#stored(), kind };
    const inner = this.#unlocked()[Symbol.asyncIterator]();
    const first = await inner.next();
    if (first.done) throw this.#refuse('truncated');
    async function* whole() {
      yield first.value;
      for (;;) {
        const next = await inner.next();
        if (next.done) return;
        yield next.value;
      }
    }
    return { chunks: whole(), kind: kindOf(first.value) };
  }

  /** Unlocks and decompresses into the scratch file. */
  async #unpack(kind: Kind): Promise<Meter> {
    const { files, signal, tell } = this.#options;
    const compressed = await this.#compressed(kind);
    const plain = new Meter();
    const expected = this.#manifest?.plainBytes ?? this.#bytes * 4;
    const told = percentOf(expected, 25, 60, (percent) => tell({ percent }));
    if (compressed.kind === 'other' || compressed.kind === 'age') throw this.#refuse('damaged');
    const into = await files.create(this.#job.into);
    const write = async (chunks: AsyncIterable<Uint8Array>) => writeStream(into, plain.through(chunks, told));
    if (compressed.kind === 'sqlite') {
      await write(compressed.chunks);
      return plain;
    }
    const decompress = decompressor(compressed.kind);
    if (!decompress) {
      await into.close();
      throw new Error('this run time cannot read zstd');
    }
    try {
      await pipeline(compressed.chunks, decompress, write, { signal });
    } catch (error) {
      throw this.#whyUnpacking(error);
    }
    return plain;
  }

  /**
   * A file that is not what its manifest says is refused, unless the very same shop comes out of it: then it is the
   * manifest that was harmed.
   */
  async #unpackAsWritten(kind: Kind): Promise<void> {
    if (this.#manifest === null || this.#isAsWritten) {
      await this.#unpack(kind);
      return;
    }
    const { bytes, plainSha256 } = this.#manifest;
    let why: unknown = null;
    try {
      if ((await this.#unpack(kind)).sha256 === plainSha256) return;
    } catch (error) {
      if (!(error instanceof BackupRefusal) || error.why === 'gone') throw error;
      why = error;
    }
    throw this.#refuse(this.#bytes < bytes ? 'truncated' : 'damaged', why);
  }

  #whyUnpacking(error: unknown): unknown {
    if (error instanceof BackupRefusal || this.#options.signal.aborted) return error;
    const code = codeOf(error);
    if (ownDisk.has(code) || code === 'EIO') return error;
    const isShort =
      code === 'Z_BUF_ERROR' || (error instanceof Error && /unexpected end/i.test(error.message));
    return this.#refuse(isShort ? 'truncated' : 'damaged', error);
  }

  /** A log beside a plain database belongs to it: what stands there is moved into the copy. */
  async #takeLog(kind: Kind): Promise<void> {
    const { files } = this.#options;
    const log = `${this.#job.file}-wal`;
    if (kind !== 'sqlite' || !(await files.size(log))) return;
    await writeStream(await files.create(`${this.#job.into}-wal`), files.read(log));
    const database = new BetterSqlite3(this.#job.into);
    try {
      database.pragma('wal_checkpoint(TRUNCATE)');
    } finally {
      database.close();
    }
  }

  /** Reads the unpacked file as SQLite: whole, ours, not newer than we are. */
  async #check(): Promise<ShopInFile> {
    const { files, newest = latestSchema(migrations) } = this.#options;
    const bytes = (await files.size(this.#job.into)) ?? 0;
    const start = await firstBytes(files.read(this.#job.into), headerBytes);
    if (bytesByHeader(start) > bytes) throw this.#refuse('truncated');
    try {
      return await readingAlone(this.#job.into, async (database) => {
        const schemaVersion = Number(database.pragma('user_version', { simple: true }));
        quickCheck(database);
        if (schemaVersion > newest)
          throw new BackupRefusal('newerSchema', {
            hint: this.#manifest?.hint ?? '',
            fileSchema: schemaVersion,
          });
        return shopIn(database);
      });
    } catch (error) {
      if (error instanceof BackupRefusal) throw error;
      if (error instanceof NotAShop || /no such table/.test(String(error)))
        throw this.#refuse('notABackup', error);
      if (ownDisk.has(codeOf(error)) || codeOf(error) === 'SQLITE_FULL') throw error;
      // Everything else SQLite says of a file that nobody else has open is about the file.
      throw this.#refuse('damaged', error);
    }
  }

  async run(): Promise<OpenedBackup> {
    const { files, tell, signal } = this.#options;
    try {
      const kind = await this.#look();
      await this.#unpackAsWritten(kind);
      await this.#takeLog(kind);
      signal.throwIfAborted();
      tell({ percent: 88 });
      const shop = await this.#check();
      tell({ percent: 100 });
      return { file: this.#job.into, manifest: this.#manifest, ...shop };
    } catch (error) {
      for (const end of ['', '-wal', '-shm']) await files.remove(this.#job.into + end).catch(() => undefined);
      throw error;
    }
  }
}

/**
 * Opens a backup completely into a scratch file: compared with its manifest, unlocked, decompressed, read as SQLite. Takes
 * compressed and plain files, locked or not, with or without a manifest.
 * @throws BackupRefusal with the reason; the signal's reason; what this computer's disk reports. No scratch file stays.
 */
export function openBackupFile(job: OpenJob, options: OpenOptions): Promise<OpenedBackup> {
  return new Opening(job, options).run();
}
