import { fold } from '../search/fold.ts';

/** What a tag can be marked with beside its name. */
export const tagColours = ['green', 'blue', 'violet', 'red', 'amber'] as const;
export type TagColour = (typeof tagColours)[number];

/** Letters a tag's name may have. */
export const longestTag = 40;

/**
 * By what two names of a tag are the same: letters and digits without case or accents; a name of signs alone stands for
 * itself.
 */
export function tagKey(name: string): string {
  const folded = fold(name);
  return folded === '' ? name.normalize('NFC').trim() : folded;
}
