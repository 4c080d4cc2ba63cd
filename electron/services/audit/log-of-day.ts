import type { LogEntry, LogOfDay } from '#shared/contract/audit.ts';
import { kindOfCall } from '#shared/domain/audit/entry-kind.ts';
import { unusualOf } from '#shared/domain/audit/unusual.ts';
import { formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { type LoggedRow, loggedOn } from '../../repositories/audit.ts';
import { failure } from '../failure.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
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

const watched = (row: LoggedRow) => ({
  kind: kindOfCall(row.call),
  at: row.at,
  staffId: row.staffId,
  customerId: row.customerId,
  isRefused: row.outcome === 'refused',
  undoneAt: row.undoneAt,
});

/**
 * Everything that was done on a business day, newest first, with why it may be worth a look.
 * @param day today unless given
 * @throws Failure InvalidValue
 */
export async function logOfDay(
  ctx: ShopContext,
  input: { readonly day?: string | undefined },
): Promise<LogOfDay> {
  shopFacts(ctx);
  const today = present(ctx).day;
  const day = input.day === undefined ? today : parseDay(input.day);
  if (day === null) throw failure('InvalidValue', { field: 'day' });
  const rows = await loggedOn(ctx.work.read, day);
  const unusual = unusualOf(rows.map(watched));
  return {
    day: formatDay(day),
    today: formatDay(today),
    entries: rows.map((row, index) => {
      const facts = row.facts === null ? {} : (JSON.parse(row.facts) as AuditFacts);
      return {
        key: row.number === null ? `visit-${row.visitId}` : `entry-${row.number}`,
        at: row.at,
        staffName: row.staffName,
        approvedBy: row.approvedBy,
        aboutName: row.aboutName,
        kind: kindOfCall(row.call),
        isRefused: row.outcome === 'refused',
        customerName: row.customerName,
        amount: row.amount,
        changes: changesOf(facts),
        reason: facts.reason ?? row.reason,
        unusual: unusual[index] ?? null,
      };
    }),
  };
}
