import { damerauWithinOne } from './edit-distance.ts';
import { foldTokens } from './fold.ts';

/** Shorter words differ by one letter too often to mean the same person ("Kai" and "Kaj", "Ada" and "Ida"). */
const shortestMisspeltWord = 4;

/**
 * Whether two names are likely to be one person, for the warning before a new customer is saved: the same after folding,
 * the same words in another order or written together ("Anna-Liisa", "Annaliisa"), or one word of at least four letters
 * one edit apart. Symmetric. A name without letters is like no other.
 */
export function nearIdenticalNames(a: string, b: string): boolean {
  const wordsOfA = foldTokens(a);
  const wordsOfB = foldTokens(b);
  if (wordsOfA.length === 0 || wordsOfB.length === 0) return false;
  if (wordsOfA.join('') === wordsOfB.join('')) return true;
  const onlyInA = without(wordsOfA, wordsOfB);
  const onlyInB = without(wordsOfB, wordsOfA);
  if (onlyInA.length === 0 && onlyInB.length === 0) return true;
  const [left, leftMore] = onlyInA;
  const [right, rightMore] = onlyInB;
  if (left === undefined || right === undefined || leftMore !== undefined || rightMore !== undefined)
    return false;
  return Math.min(left.length, right.length) >= shortestMisspeltWord && damerauWithinOne(left, right);
}

/** The words that remain when each word of the second list has cancelled one equal word of the first. */
function without(words: readonly string[], others: readonly string[]): readonly string[] {
  const remaining = [...words];
  for (const word of others) {
    const at = remaining.indexOf(word);
    if (at !== -1) remaining.splice(at, 1);
  }
  return remaining;
}
