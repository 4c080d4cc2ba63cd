import { kindOfCall } from '#shared/domain/audit/entry-kind.ts';
import { toldByApproved } from '#shared/domain/audit/told-by-approved.ts';
import { type AuditThresholds, type Unusual, unusualOf } from '#shared/domain/audit/unusual.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { type LoggedRow, loggedBetween } from '../repositories/audit.ts';

/** A row of the log with why it may be worth a look; null where nothing is. */
export interface WatchedRow {
  readonly row: LoggedRow;
  readonly unusual: Unusual | null;
}

const watched = (row: LoggedRow) => ({
  kind: kindOfCall(row.call),
  at: row.at,
  staffId: row.staffId,
  customerId: row.customerId,
  isRefused: row.outcome === 'refused',
  isOwn: row.isOwn === 1,
  undoneAt: row.undoneAt,
});

/** The call that an approval allowed; null of every other row. */
function allowedCall({ call, facts }: LoggedRow): string | null {
  if (call !== 'staff.approve' || facts === null) return null;
  const { after } = JSON.parse(facts) as { readonly after?: { readonly call?: unknown } };
  return typeof after?.call === 'string' ? after.call : null;
}

/** The rows without those of which an approved call tells (`toldByApproved`). */
function withoutTold(rows: readonly LoggedRow[]): readonly LoggedRow[] {
  const told = toldByApproved(
    rows.map((row) => ({
      call: row.call,
      isRefused: row.outcome === 'refused',
      at: row.at,
      staffId: row.staffId,
      approverId: row.approverId,
      allowedCall: allowedCall(row),
    })),
  );
  return rows.filter((_row, place) => !told.has(place));
}

/** The rows of one business day, watched; an approval in place is one of them. */
export function watchedRows(logged: readonly LoggedRow[], thresholds: AuditThresholds): WatchedRow[] {
  const rows = withoutTold(logged);
  const unusual = unusualOf(rows.map(watched), thresholds);
  return rows.map((row, index) => ({ row, unusual: unusual[index] ?? null }));
}

/** More than anybody looks through; the total says how many there are. */
const mostEntries = 200;

/**
 * What is worth a look of some business days, newest first. A single correction by hand is marked on its day and is not
 * among them: corrections are what they are for.
 */
export async function unusualEntries(
  db: ReadDb,
  { from, to, thresholds }: { from: BusinessDay; to: BusinessDay; thresholds: AuditThresholds },
): Promise<{ total: number; rows: WatchedRow[] }> {
  const days = new Map<BusinessDay, LoggedRow[]>();
  for (const row of await loggedBetween(db, from, to)) {
    const ofDay = days.get(row.day);
    if (ofDay) ofDay.push(row);
    else days.set(row.day, [row]);
  }
  const found = [...days.values()]
    .flatMap((rows) => watchedRows(rows, thresholds))
    .filter(({ unusual }) => unusual !== null && unusual !== 'byHand');
  return { total: found.length, rows: found.slice(0, mostEntries) };
}
