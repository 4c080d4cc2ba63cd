import type { AuditKind } from './entry-kind.ts';

/** From when on something is worth a look. None of it is wrong by itself, and nobody is ranked by it. */
export interface AuditThresholds {
  /** Corrections of points by the same person on one day that are usual. */
  readonly adjustments: number;
  /** Check-ins of the same customer within `burstMinutes` from which they are several. */
  readonly burst: number;
  readonly burstMinutes: number;
  /** Minutes after the check-in from which an undo is late. */
  readonly undoMinutes: number;
}

/** Until the owner says otherwise. */
export const usualThresholds: AuditThresholds = {
  adjustments: 5,
  burst: 3,
  burstMinutes: 10,
  undoMinutes: 60,
};

export type Unusual =
  | 'refused'
  | 'ownCard'
  | 'byHand'
  | 'manyAdjustments'
  | 'burst'
  | 'lateUndo'
  | 'merge'
  | 'forgotten';

/** What is looked at of an entry of one day. */
export interface WatchedEntry {
  readonly kind: AuditKind;
  readonly at: number;
  readonly staffId: number | null;
  readonly customerId: number | null;
  readonly isRefused: boolean;
  /** Done by somebody for their own entry among the customers. */
  readonly isOwn: boolean;
  /** Of an undo: when the check-in was. */
  readonly undoneAt: number | null;
}

const minuteMs = 60_000;

/** What somebody gains by when they do it for themselves. */
const ofOwnCard: ReadonlySet<AuditKind> = new Set(['checkIn', 'refund', 'points', 'voucher', 'tier']);

function burstsOf(
  entries: readonly WatchedEntry[],
  { burst, burstMinutes }: AuditThresholds,
): ReadonlySet<WatchedEntry> {
  const found = new Set<WatchedEntry>();
  const span = burstMinutes * minuteMs;
  for (const entry of entries) {
    if (entry.kind !== 'checkIn' || entry.customerId === null) continue;
    const near = entries.filter(
      (one) =>
        one.kind === 'checkIn' &&
        one.customerId === entry.customerId &&
        one.at >= entry.at &&
        one.at <= entry.at + span,
    );
    if (near.length >= burst) for (const one of near) found.add(one);
  }
  return found;
}

/** Why entries of one day are worth a look, in the order of the entries; null where nothing is. */
export function unusualOf(
  entries: readonly WatchedEntry[],
  thresholds: AuditThresholds = usualThresholds,
): readonly (Unusual | null)[] {
  const bursts = burstsOf(entries, thresholds);
  const adjustmentsBy = new Map<number | null, number>();
  for (const { kind, staffId, isRefused } of entries) {
    if (kind === 'points' && !isRefused) adjustmentsBy.set(staffId, (adjustmentsBy.get(staffId) ?? 0) + 1);
  }
  return entries.map((entry): Unusual | null => {
    if (entry.isRefused) return 'refused';
    if (entry.isOwn && ofOwnCard.has(entry.kind)) return 'ownCard';
    if (bursts.has(entry)) return 'burst';
    if (entry.kind === 'merge' || entry.kind === 'forgotten') return entry.kind;
    if (entry.kind === 'points')
      return (adjustmentsBy.get(entry.staffId) ?? 0) > thresholds.adjustments ? 'manyAdjustments' : 'byHand';
    const isLate = entry.undoneAt !== null && entry.at - entry.undoneAt >= thresholds.undoMinutes * minuteMs;
    return entry.kind === 'undo' && isLate ? 'lateUndo' : null;
  });
}
