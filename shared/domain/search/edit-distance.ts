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
