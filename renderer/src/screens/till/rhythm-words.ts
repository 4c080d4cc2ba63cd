/** How often somebody comes, for a sentence: a fixed phrase, or every so many weeks or months. */
export type RhythmWords =
  | { readonly kind: 'daily' | 'everyOtherDay' | 'twiceAWeek' | 'weekly' | 'monthly' }
  | { readonly kind: 'weeks' | 'months'; readonly count: number };

/** The usual pause between visits (median, days) in words, to the nearest way people say it. */
export const rhythmWords = (days: number): RhythmWords => {
  if (days < 1.5) return { kind: 'daily' };
  if (days < 2.75) return { kind: 'everyOtherDay' };
  if (days < 5) return { kind: 'twiceAWeek' };
  if (days < 10.5) return { kind: 'weekly' };
  if (days < 27) return { kind: 'weeks', count: Math.round(days / 7) };
  if (days < 38) return { kind: 'monthly' };
  if (days < 59) return { kind: 'weeks', count: Math.round(days / 7) };
  return { kind: 'months', count: Math.max(2, Math.round(days / 30.4)) };
};
