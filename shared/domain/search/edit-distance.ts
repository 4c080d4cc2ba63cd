/**
 * Whether two texts are equal or one edit apart: one letter added, left out, replaced, or two neighbours swapped
 * (Damerau-Levenshtein distance of at most 1). Compares UTF-16 units; meant for folded words.
 */
export function damerauWithinOne(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let first = 0;
  while (first < short.length && short[first] === long[first]) first += 1;
  if (short.length < long.length) return short.slice(first) === long.slice(first + 1);
  if (short.slice(first + 1) === long.slice(first + 1)) return true;
  const swapped = short[first] === long[first + 1] && short[first + 1] === long[first];
  return swapped && short.slice(first + 2) === long.slice(first + 2);
}

/**
 * Whether a word, or some beginning of it, is at most one edit away from what was typed: what a word looks like while it
 * is still being typed with one slip. Compares UTF-16 units; meant for folded words.
 */
export function beginsWithinOneEdit(word: string, typed: string): boolean {
  let first = 0;
  while (first < typed.length && word[first] === typed[first]) first += 1;
  const goesOn = (from: number, at: number) => word.startsWith(typed.slice(from), at);
  // In this order: nothing wrong or a letter too many, one replaced, one left out, two swapped.
  return (
    goesOn(first + 1, first) ||
    goesOn(first + 1, first + 1) ||
    goesOn(first, first + 1) ||
    (typed[first] === word[first + 1] &&
      typed[first + 1] === word[first] &&
      first + 1 < typed.length &&
      goesOn(first + 2, first + 2))
  );
}
