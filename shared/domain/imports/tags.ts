import { tagKey } from '../tags/tag.ts';

/** Names of tags in a cell, split by semicolons, commas, bars or line ends; each once, as it is written first. */
export function parseTags(cell: string): readonly string[] {
  const names = cell
    .split(/[;,|\n]/)
    .map((name) => name.replace(/\s+/g, ' ').trim())
    .filter((name) => name !== '');
  const keys = names.map(tagKey);
  return names.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
