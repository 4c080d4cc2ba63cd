import { createHash } from 'node:crypto';
import type { Schema } from './schema.ts';

export type AuditRow = Readonly<Schema['audit_entries']>;

/** What stands before the first entry. */
export const noHash = '';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Hash of what is personal of an entry; without the salt it cannot be guessed from. */
export const factsHash = (salt: string, facts: string): string => sha256(`${salt}\n${facts}`);

/** Hash of an entry together with the one before it. */
export function entryHash(row: Omit<AuditRow, 'hash'>): string {
  return sha256(
    JSON.stringify([
      ...[row.previous_hash, row.number, row.at, row.business_day, row.staff_id, row.approved_by],
      ...[row.call, row.outcome, row.customer_id, row.subject_id, row.facts_hash],
    ]),
  );
}
