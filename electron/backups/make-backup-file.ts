import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { BackupStage } from '#shared/contract/backups.ts';
import { unfinishedLike } from '#shared/domain/backup/backup-names.ts';
import type { Files } from '../platform/files.ts';
import {
  type Compression,
  compressor,
  decompressor,
  endings,
  lock,
  ownCompression,
  unlock,
  usualWorkFactor,
} from './codecs.ts';
import { type BackupJob, BackupProblem, type MadeFile, type MakeProgress, type Manifest } from './jobs.ts';
import { manifestFile, manifestText } from './manifest.ts';
import { quickCheck, readingAlone, type ShopInFile, shopIn } from './shop-in-file.ts';
import { areSame, Meter, percentOf, writeAll, writeStream } from './streams.ts';

export interface MakeOptions {
  readonly files: Files;
  readonly tell: (progress: MakeProgress) => void;
  readonly signal: AbortSignal;
  readonly compression?: Compression;
  /** log2 of the rounds of scrypt. */
  readonly workFactor?: number;
}

/** Where each stage begins, per cent of the whole. */
const begins: Readonly<Record<Exclude<BackupStage, 'copy'>, number>> = {
  check: 0,
  lock: 15,
  write: 20,
  readBack: 55,
  prove: 70,
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Whether it is the file system that speaks (`EIO`), not a library that reads a stream (`Z_DATA_ERROR`, `ERR_...`). */
const isOfSystem = (error: unknown): boolean => /^E(?!RR_)[A-Z0-9]+$/.test(codeOf(error));

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(codeOf(error));

/** One backup on its way; every step leaves the target such that what is there is whole or has no backup's name. */
class Making {
  readonly #job: BackupJob;
  readonly #files: Files;
  readonly #options: MakeOptions;
  readonly #compression: Compression;
  readonly #file: string;
  /** Hidden and unlike a backup's name until it is proven. */
  readonly #part: string;
  readonly #manifestPart: string;

  constructor(job: BackupJob, options: MakeOptions) {
    this.#job = job;
    this.#files = options.files;
    this.#options = options;
    this.#compression = options.compression ?? ownCompression;
    const ending = `.sqlite${endings[this.#compression]}${job.passphrase === null ? '' : '.age'}`;
    this.#file = join(job.directory, job.name + ending);
    this.#part = join(job.directory, `.${job.name}${ending}.part`);
    this.#manifestPart = `${this.#part}-manifest`;
  }

  #say(stage: Exclude<BackupStage, 'copy'>, percent = begins[stage]): void {
    this.#options.signal.throwIfAborted();
    this.#options.tell({ stage, percent });
  }

  /**
   * Opens a file as SQLite and counts what is in it.
   * @param check reads every page first; not again for what is byte for byte the same as a file that was checked
   * @throws BackupProblem
   */
  async #openShop(file: string, check: boolean): Promise<ShopInFile> {
    try {
      return await readingAlone(file, async (database) => {
        if (check) quickCheck(database);
        return shopIn(database);
      });
    } catch (error) {
      if (isFull(error)) throw new BackupProblem('localDiskFull', { cause: error });
      // Nobody else has the file open: what SQLite says is about the file.
      throw new BackupProblem('check', { cause: error });
    }
  }

  /** Compresses, locks and writes the copy under its hidden name. */
  async #write(plainBytes: number): Promise<{ plain: Meter; written: Meter }> {
    const { copy, passphrase } = this.#job;
    const { signal, tell, workFactor = usualWorkFactor } = this.#options;
    const [plain, written] = [new Meter(), new Meter()];
    const told = percentOf(plainBytes, begins.write, begins.readBack - begins.write, (percent) =>
      tell({ stage: 'write', percent }),
    );
    const file = await this.#files.create(this.#part);
    await pipeline(
      plain.through(this.#files.read(copy), told),
      compressor(this.#compression),
      async (compressed) =>
        writeStream(
          file,
          written.through(passphrase === null ? compressed : lock(compressed, passphrase, workFactor)),
        ),
      { signal },
    );
    return { plain, written };
  }

  /** Reads what was written and compares it with what should have been. */
  async #readBack(written: Meter): Promise<void> {
    const again = new Meter();
    const told = percentOf(written.bytes, begins.readBack, begins.prove - begins.readBack, (percent) =>
      this.#say('readBack', percent),
    );
    for await (const _chunk of again.through(this.#files.read(this.#part), told));
    if (again.bytes !== written.bytes || again.sha256 !== written.sha256) throw new BackupProblem('check');
  }

  /**
   * Goes the whole way back: what comes out of the file in the target, unlocked and decompressed, is compared with the copy
   * byte for byte, and then these bytes are opened as a shop. Written to this computer's disk once more they would keep the
   * check-ins waiting that want it meanwhile, and would be no others.
   */
  async #prove(plain: Meter, shop: ShopInFile): Promise<void> {
    const { copy, passphrase } = this.#job;
    // Before the lock is opened: that alone takes seconds.
    this.#say('prove');
    const again = new Meter();
    const told = percentOf(plain.bytes, begins.prove, 20, (percent) => this.#say('prove', percent));
    const decompress = decompressor(this.#compression);
    if (!decompress) throw new BackupProblem('check');
    const stored = this.#files.read(this.#part);
    let isSame = false;
    try {
      await pipeline(
        passphrase === null ? stored : unlock(stored, passphrase),
        decompress,
        async (chunks) => {
          isSame = await areSame(again.through(chunks, told), this.#files.read(copy));
        },
        { signal: this.#options.signal },
      );
    } catch (error) {
      this.#options.signal.throwIfAborted();
      throw error instanceof BackupProblem || isOfSystem(error)
        ? error
        : new BackupProblem('check', { cause: error });
    }
    if (!isSame || again.sha256 !== plain.sha256) throw new BackupProblem('check');
    const opened = await this.#openShop(copy, false);
    if (JSON.stringify(opened) !== JSON.stringify(shop)) throw new BackupProblem('check');
    this.#say('prove', 98);
  }

  #manifest(shop: ShopInFile, plain: Meter, written: Meter): Manifest {
    const { manifest, passphrase } = this.#job;
    return {
      format: 1,
      product: 'Regulars',
      appVersion: manifest.appVersion,
      schemaVersion: shop.schemaVersion,
      shop: manifest.shop,
      at: manifest.at,
      counts: shop.counts,
      encrypted: passphrase !== null,
      hint: passphrase === null ? '' : manifest.hint,
      compression: this.#compression,
      bytes: written.bytes,
      sha256: written.sha256,
      plainSha256: plain.sha256,
      plainBytes: plain.bytes,
    };
  }

  /** Gives the proven backup its name, and its manifest one beside it. */
  async #publish(facts: Manifest): Promise<void> {
    const beside = await this.#files.create(this.#manifestPart);
    try {
      await writeAll(beside, Buffer.from(manifestText(facts), 'utf8'));
      await beside.sync();
    } finally {
      await beside.close();
    }
    this.#options.signal.throwIfAborted();
    await this.#files.rename(this.#part, this.#file);
    try {
      await this.#files.rename(this.#manifestPart, manifestFile(this.#file));
      await this.#files.syncFolder(this.#job.directory);
    } catch (error) {
      // What is reported as failed must not stay as if it had not.
      await this.#remove(this.#file);
      await this.#remove(manifestFile(this.#file));
      throw error;
    }
  }

  async #remove(path: string): Promise<void> {
    // A stick that was pulled out takes its unfinished file with it; its name says that it is none.
    await this.#files.remove(path).catch(() => undefined);
  }

  /** What earlier backups of this shop left unfinished, because the power went or the stick was pulled out. */
  async #removeLeftovers(): Promise<void> {
    const { directory, name } = this.#job;
    const isLeftover = unfinishedLike(name);
    const names = await this.#files.list(directory);
    for (const other of names) if (isLeftover(other)) await this.#remove(join(directory, other));
  }

  async run(): Promise<MadeFile> {
    const { directory, copy } = this.#job;
    try {
      this.#say('check');
      await this.#removeLeftovers();
      const shop = await this.#openShop(copy, true);
      const plainBytes = (await this.#files.size(copy)) ?? 0;
      this.#say('lock');
      const { plain, written } = await this.#write(plainBytes);
      await this.#readBack(written);
      await this.#prove(plain, shop);
      await this.#publish(this.#manifest(shop, plain, written));
      return {
        file: join(directory, basename(this.#file)),
        bytes: written.bytes,
        sha256: written.sha256,
        counts: shop.counts,
        schemaVersion: shop.schemaVersion,
      };
    } finally {
      await this.#remove(this.#part);
      await this.#remove(this.#manifestPart);
    }
  }
}

/**
 * Makes a backup of a copy of the shop: checks it, compresses, locks and writes it under a hidden name, reads it back,
 * unlocks and decompresses it, compares every byte with the copy and opens that once more, and only then gives it its name
 * and its manifest. Nothing is left in the target otherwise.
 * @throws BackupProblem `check` when what was read back is not what was written; the signal's reason; NotWhole for a copy
 * that is not whole; what the file system reports
 */
export function makeBackupFile(job: BackupJob, options: MakeOptions): Promise<MadeFile> {
  return new Making(job, options).run();
}
