import type { AuditKind } from './entry-kind.ts';

/** From when on something is worth a look. None of it is wrong by itself, and nobody is ranked by it. */
export const auditThresholds = {
  /** Corrections of points by the same person on one day. */
  adjustments: 5,
  /** Check-ins of the same customer within `burstMinutes`. */
  burst: 3,
  burstMinutes: 10,
  /** Minutes after the check-in from which an undo is late. */
  undoMinutes: 60,
} as const;

export type Unusual = 'refused' | 'byHand' | 'manyAdjustments' | 'burst' | 'lateUndo' | 'merge' | 'forgotten';

/** What is looked at of an entry of one day. */
export interface WatchedEntry {
  readonly kind: AuditKind;
  readonly at: number;
  readonly staffId: number | null;
  readonly customerId: number | null;
  readonly isRefused: boolean;
  /** Of an undo: when the check-in was. */
  readonly undoneAt: number | null;
}

const minuteMs = 60_000;

function burstsOf(entries: readonly WatchedEntry[]): ReadonlySet<WatchedEntry> {
  const found = new Set<WatchedEntry>();
  const span = auditThresholds.burstMinutes * minuteMs;
  for (const entry of entries) {
    if (entry.kind !== 'checkIn' || entry.customerId === null) continue;
    const near = entries.filter(
      (one) =>
        one.kind === 'checkIn' &&
        one.customerId === entry.customerId &&
        one.at >= entry.at &&
        one.at <= entry.at + span,
    );
    if (near.length >= auditThresholds.burst) for (const one of near) found.add(one);
  }
  return found;
}

/** Why entries of one day are worth a look, in the order of the entries; null where nothing is. */
export function unusualOf(entries: readonly WatchedEntry[]): readonly (Unusual | null)[] {
  const bursts = burstsOf(entries);
  const adjustmentsBy = new Map<number | null, number>();
  for (const { kind, staffId, isRefused } of entries) {
    if (kind === 'points' && !isRefused) adjustmentsBy.set(staffId, (adjustmentsBy.get(staffId) ?? 0) + 1);
  }
  return entries.map((entry): Unusual | null => {
    if (entry.isRefused) return 'refused';
    if (bursts.has(entry)) return 'burst';
    if (entry.kind === 'merge' || entry.kind === 'forgotten') return entry.kind;
    if (entry.kind === 'points')
      return (adjustmentsBy.get(entry.staffId) ?? 0) > auditThresholds.adjustments
        ? 'manyAdjustments'
        : 'byHand';
    const isLate =
      entry.undoneAt !== null && entry.at - entry.undoneAt >= auditThresholds.undoMinutes * minuteMs;
    return entry.kind === 'undo' && isLate ? 'lateUndo' : null;
  });
}
