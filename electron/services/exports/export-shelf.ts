import type { WrittenExport } from '#shared/contract/exports.ts';

/** A written export with its bytes. */
export interface ShelvedExport {
  readonly file: WrittenExport;
  readonly bytes: Uint8Array;
}

/** Exports that wait to be fetched. */
const mostKept = 2;

/** What was written and waits to be fetched, in memory alone: an export is never left behind on the disk. */
export class ExportShelf {
  readonly #kept = new Map<string, ShelvedExport>();

  /** Keeps an export; the oldest gives way to it. */
  put(written: ShelvedExport): void {
    this.#kept.set(written.file.token, written);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
  }

  /** The export of a token; null when it is not kept any more. */
  get(token: string): ShelvedExport | null {
    return this.#kept.get(token) ?? null;
  }
}
