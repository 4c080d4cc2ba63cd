import { rmSync } from 'node:fs';
import type { WrittenExport } from '#shared/contract/exports.ts';

/** A written export with its bytes, or with the file that holds them when they are too many for the memory. */
export type ShelvedExport = { readonly file: WrittenExport } & (
  | { readonly bytes: Uint8Array }
  | { readonly path: string }
);

/** Exports that wait to be fetched. */
const mostKept = 2;

/** What was written and waits to be fetched; whatever gives way to something newer is gone, also from the disk. */
export class ExportShelf {
  readonly #kept = new Map<string, ShelvedExport>();
  readonly #writing = new Set<string>();

  /** Counts a file as wanted while it is being written. @returns ends that */
  hold(path: string): () => void {
    this.#writing.add(path);
    return () => this.#writing.delete(path);
  }

  /** Keeps an export; the oldest gives way to it. */
  put(written: ShelvedExport): void {
    this.#kept.set(written.file.token, written);
    const [oldest] = this.#kept.values();
    if (this.#kept.size <= mostKept || oldest === undefined) return;
    this.#kept.delete(oldest.file.token);
    if ('path' in oldest) rmSync(oldest.path, { force: true });
  }

  /** Gives everything up, from the disk too. */
  empty(): void {
    for (const one of this.#kept.values()) if ('path' in one) rmSync(one.path, { force: true });
    this.#kept.clear();
  }

  /** The export of a token; null when it is not kept any more. */
  get(token: string): ShelvedExport | null {
    return this.#kept.get(token) ?? null;
  }

  /** Files that are still wanted, or being written. */
  paths(): string[] {
    const kept = [...this.#kept.values()].flatMap((one) => ('path' in one ? [one.path] : []));
    return [...kept, ...this.#writing];
  }
}
