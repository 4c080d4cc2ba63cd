import { canonicalContent } from './canonical-content.ts';

/** A closed month as it was frozen. */
export type ClosedMonth = {
  /** 1, 2, 3 ... in the order of closing. */
  readonly number: number;
  /** Its canonical content. */
  readonly content: string;
  /** The hash of the close before it; null for the first. */
  readonly previousHash: string | null;
  readonly hash: string;
};

/** The text whose SHA-256 is a close's hash: its number, its content and the hash before it. */
export function hashedText(close: Pick<ClosedMonth, 'number' | 'content' | 'previousHash'>): string {
  const { number, content, previousHash } = close;
  return canonicalContent({ number, content, previousHash });
}

/**
 * What is wrong with a close:
 * - content: it is not what was hashed
 * - link: it does not follow the close before it
 * - missing: the number before it is not there
 */
export type BrokenClose = { readonly number: number; readonly what: 'content' | 'link' | 'missing' };

/**
 * Checks the chain of closes, in the order of their numbers; empty when nothing was tampered with. `hashOf` is the
 * SHA-256 of a text, in the caller's spelling. Cutting off the newest closes leaves an intact chain: keep the last hash
 * elsewhere (on the printed report) to notice that.
 */
export function brokenCloses(
  closes: readonly ClosedMonth[],
  hashOf: (text: string) => string,
): readonly BrokenClose[] {
  const broken: BrokenClose[] = [];
  let before: ClosedMonth | null = null;
  for (const close of [...closes].sort((a, b) => a.number - b.number)) {
    if (close.number !== (before?.number ?? 0) + 1) broken.push({ number: close.number, what: 'missing' });
    else if (close.previousHash !== (before?.hash ?? null))
      broken.push({ number: close.number, what: 'link' });
    if (hashOf(hashedText(close)) !== close.hash) broken.push({ number: close.number, what: 'content' });
    before = close;
  }
  return broken;
}
