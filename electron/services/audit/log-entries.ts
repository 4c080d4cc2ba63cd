import type { LogEntry } from '#shared/contract/audit.ts';
import { kindOfCall } from '#shared/domain/audit/entry-kind.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { WatchedRow } from '../../reports/unusual-query.ts';
import type { AuditFacts } from './append-audit.ts';

const textOf = (value: unknown): string =>
  value === null || value === '' ? '–' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function changesOf({ before = {}, after = {} }: AuditFacts): LogEntry['changes'] {
  return Object.keys(after).map((field) => ({
    field,
    before: field in before ? textOf(before[field]) : null,
    after: textOf(after[field]),
  }));
}

/** A row of the log as the screens get it. */
export function logEntry({ row, unusual }: WatchedRow): LogEntry {
  const facts = row.facts === null ? {} : (JSON.parse(row.facts) as AuditFacts);
  return {
    key: row.number === null ? `visit-${row.visitId}` : `entry-${row.number}`,
    at: row.at,
    day: formatDay(row.day),
    staffName: row.staffName,
    approvedBy: row.approvedBy,
    aboutName: row.aboutName,
    kind: kindOfCall(row.call),
    isRefused: row.outcome === 'refused',
    customerName: row.customerName,
    amount: row.amount,
    changes: changesOf(facts),
    reason: facts.reason ?? row.reason,
    unusual,
  };
}
