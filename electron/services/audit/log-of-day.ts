import type { LogOfDay, UnusualLog } from '#shared/contract/audit.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { watchedRows } from '../../reports/unusual-query.ts';
import { loggedBetween } from '../../repositories/audit.ts';
import { failure } from '../failure.ts';
import type { ReportsAsked } from '../reports-asked.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { logEntry } from './log-entries.ts';
import { readThresholds } from './thresholds.ts';

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
  const db = ctx.work.read;
  const rows = watchedRows(await loggedBetween(db, day, day), await readThresholds(db));
  return { day: formatDay(day), today: formatDay(today), entries: rows.map(logEntry) };
}

/** So many days are looked through for what is unusual. */
export const unusualDays = 30;

/** What is worth a look of the last days, newest first, with the bounds it goes by. */
export async function unusualLog(ctx: ShopContext, reports: ReportsAsked): Promise<UnusualLog> {
  const to = present(ctx).day;
  const thresholds = await readThresholds(ctx.work.read);
  const from = addDays(to, 1 - unusualDays);
  const { total, rows } = await reports.ask('unusualEntries', { from, to, thresholds });
  return { days: unusualDays, total, entries: rows.map(logEntry), thresholds };
}
