import { sql } from 'kysely';
import {
  addDays,
  type BusinessDay,
  minuteOfDay,
  type ShopCalendar,
} from '#shared/domain/business-day/business-day.ts';
import type { ExportCell } from '#shared/domain/exports/export-table.ts';
import type { ReadDb } from '../db/connection.ts';
import { rowsOf } from './standing-days.ts';

/** Days read at once. */
const daysAtOnce = 7;

export interface VisitRowsInput {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly calendar: ShopCalendar;
  readonly currencyDigits: number;
  /** What the origins are called. */
  readonly origins: Readonly<Record<'till' | 'import' | 'demo', string>>;
}

interface VisitRow {
  readonly visitId: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly customerId: number | null;
  readonly name: string | null;
  readonly amount: number | null;
  readonly returned: number | null;
  readonly staff: string;
  readonly items: string | null;
  readonly source: 'till' | 'import' | 'demo';
}

/** Standing check-ins of `[from, to)`; visits of merged entries are those of the one kept. */
function visitsBetween(db: ReadDb, from: number, to: number): Promise<VisitRow[]> {
  return rowsOf(
    db,
    sql<VisitRow>`
      SELECT v.id AS "visitId", v.at AS at, v.business_day AS day, k.id AS "customerId", k.name AS name,
        v.amount AS amount, s.name AS staff, v.source AS source,
        (SELECT 0 - SUM(r.amount) FROM visits AS r WHERE r.refunds_id = v.id) AS returned,
        (SELECT STRING_AGG(l.quantity || ' x ' || l.name, '; ' ORDER BY l.line)
          FROM visit_lines AS l WHERE l.visit_id = v.id) AS items
      FROM visits AS v
      JOIN staff AS s ON s.id = v.staff_id
      LEFT JOIN customers AS c ON c.id = v.customer_id
      LEFT JOIN customers AS k ON k.id = COALESCE(c.merged_into_id, c.id)
      WHERE v.business_day >= ${from} AND v.business_day < ${to} AND v.sign = 1
        AND NOT EXISTS (SELECT 1 FROM visits AS u WHERE u.reverses_id = v.id)
      ORDER BY v.business_day, v.at, v.id`,
  );
}

/** How many rows `visitRows` gives. */
export async function countVisitRows(db: ReadDb, { from, to }: VisitRowsInput): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ total: number | null }>`
      SELECT SUM(check_ins) AS total FROM day_totals WHERE business_day >= ${from} AND business_day < ${to}`,
  );
  return Number(row?.total ?? 0);
}

const text = (value: string | null): ExportCell => (value === null ? null : { kind: 'text', text: value });
const integer = (value: number | null): ExportCell => (value === null ? null : { kind: 'integer', value });

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** The visits of a period as rows of a table, some days at a time, with how many days are read. */
export async function* visitRows(db: ReadDb, input: VisitRowsInput) {
  const { from, to, calendar, currencyDigits: digits } = input;
  const money = (minor: number | null): ExportCell =>
    minor === null ? null : { kind: 'money', minor, digits };
  for (let day = from; day < to; day = addDays(day, daysAtOnce)) {
    const end = Math.min(to, day + daysAtOnce);
    const rows = (await visitsBetween(db, day, end)).map((row): readonly ExportCell[] => [
      { kind: 'day', day: row.day },
      text(clock(minuteOfDay(row.at, calendar))),
      integer(row.visitId),
      integer(row.customerId),
      text(row.name),
      money(row.amount),
      money(row.returned),
      text(row.staff),
      text(row.items),
      text(input.origins[row.source]),
    ]);
    yield { rows, done: end - from, total: to - from };
  }
}
