import { createHash } from 'node:crypto';

/** 128 bits of SHA-256, hexadecimal: a short name of a long content. */
export const contentHash = (content: string): string =>
  createHash('sha256').update(content).digest('hex').slice(0, 32);

/**
 * Names rows by their content, so that a row imported once is known again in the same file, or in a later one that
 * holds the earlier rows and new ones. Rows that are the same are told apart by their number among themselves.
 */
export class ContentKeys {
  readonly #prefix: string;
  readonly #seen = new Map<string, number>();

  /** @param prefix keeps the keys of different kinds of rows apart */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  keyOf(content: readonly (string | number | null)[]): string {
    const hash = contentHash(JSON.stringify(content));
    const number = (this.#seen.get(hash) ?? 0) + 1;
    this.#seen.set(hash, number);
    return `${this.#prefix}:${hash}:${number}`;
  }
}
