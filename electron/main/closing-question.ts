import type { BackupsOverview } from '#shared/contract/backups.ts';

/** What is asked when the window is closed. */
export type ClosingQuestion =
  | { readonly kind: 'nothing' }
  /** The backup is old, and one can be made now. */
  | { readonly kind: 'offer'; readonly placeId: string; readonly placeLabel: string }
  /** The backup is old, and there is nowhere to write one. */
  | { readonly kind: 'noPlace' };

/** Whether closing is worth a question: only when the newest backup is older than the owner wants it. */
export function closingQuestion(
  overview: Pick<BackupsOverview, 'attention' | 'places'> | null,
): ClosingQuestion {
  if (!overview?.attention.includes('backupOld')) return { kind: 'nothing' };
  const ready = overview.places.filter(({ state }) => state === 'ready');
  const place = ready.find(({ kind }) => kind === 'stick') ?? ready[0];
  return place ? { kind: 'offer', placeId: place.id, placeLabel: place.label } : { kind: 'noPlace' };
}
