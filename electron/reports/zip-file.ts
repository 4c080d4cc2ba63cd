import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate } from 'fflate';

/** Text held back before it is compressed. */
const charactersAtOnce = 256 * 1024;

/** Compressing harder takes twice as long and saves a tenth. */
const level = 3;

/** A ZIP archive that is written to a file while it is made: memory stays the same however large it becomes. */
export class ZipFile {
  readonly #descriptor: number;
  readonly #zip: Zip;
  readonly #encoder = new TextEncoder();
  readonly #modified: Date;
  #bytes = 0;
  #failed: unknown = null;

  /** @param modified the time its files carry */
  constructor(path: string, modified: Date) {
    this.#modified = modified;
    this.#descriptor = openSync(path, 'wx', 0o600);
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failed = error;
      else this.#write(chunk);
    });
  }

  #write(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; ) at += writeSync(this.#descriptor, chunk, at);
    this.#bytes += chunk.length;
  }

  #check(): void {
    if (this.#failed) throw this.#failed;
  }

  /** Writes one file whose text comes in pieces; between portions `pause` lets other work run. */
  async add(name: string, pieces: Iterable<string>, pause: () => Promise<void>): Promise<void> {
    const file = new ZipDeflate(name, { level });
    file.mtime = this.#modified;
    this.#zip.add(file);
    let held = '';
    for (const piece of pieces) {
      held += piece;
      if (held.length < charactersAtOnce) continue;
      file.push(this.#encoder.encode(held));
      this.#check();
      held = '';
      await pause();
    }
    file.push(this.#encoder.encode(held), true);
    this.#check();
  }

  /** Ends the archive and puts it on the disk. @returns its size in bytes */
  end(): number {
    this.#zip.end();
    this.#check();
    fsyncSync(this.#descriptor);
    closeSync(this.#descriptor);
    return this.#bytes;
  }

  /** Gives the file up, unfinished. */
  abandon(): void {
    this.#zip.terminate();
    closeSync(this.#descriptor);
  }
}
