import { sql } from 'kysely';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import { withoutIndex } from '../db/without-index.ts';
import {
  expectedCustomers,
  type MonthCorrections,
  monthsToCorrect,
  statsToCorrect,
} from './expected-customers.ts';
import { putStats } from './summaries.ts';
import { inPortions, type Those } from './summary-rebuild.ts';

const monthColumns = ['month', 'customer_id', 'visits', 'spend', 'age', 'prev'] as const;

type MonthRow = Readonly<Record<(typeof monthColumns)[number], number | null>>;

/** Rows in one statement: each run of a statement costs about as much as writing one of these rows. */
const rowsAtOnce = 16;

/** From so many rows on the index by customer is made anew after them. */
const manyRows = 50_000;

const hole = (column: string, row: number) => `${column}_${row}`;

/** Writes so many rows with one statement. */
const putMonths = (rows: number) =>
  statement<Readonly<Record<string, number | null>>>()((db, p) =>
    db
      .insertInto('customer_month')
      .columns(monthColumns)
      .expression(
        sql`VALUES ${sql.join(
          Array.from(
            { length: rows },
            (_, row) => sql`(${sql.join(monthColumns.map((column) => p(hole(column, row))))})`,
          ),
        )}`,
      )
      .onConflict((conflict) =>
        conflict.columns(['month', 'customer_id']).doUpdateSet((eb) => ({
          visits: eb.ref('excluded.visits'),
          spend: eb.ref('excluded.spend'),
          age: eb.ref('excluded.age'),
          prev: eb.ref('excluded.prev'),
        })),
      ),
  );

const putOneMonth = putMonths(1);
const putManyMonths = putMonths(rowsAtOnce);

/** The parameters of one statement. */
function paramsOf(rows: readonly MonthRow[]): Record<string, number | null> {
  const params: Record<string, number | null> = {};
  for (const [index, row] of rows.entries())
    for (const column of monthColumns) params[hole(column, index)] = row[column];
  return params;
}

const removeStats = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_stats').where('customer_id', '=', p('customerId')),
);

const removeMonth = statement<{ month: BusinessMonth; customerId: number }>()((db, p) =>
  db.deleteFrom('customer_month').where('month', '=', p('month')).where('customer_id', '=', p('customerId')),
);

/** A list of rows for each statement, made when it is its turn: all of them at once would be as large as the table. */
function* statementsOf(
  months: MonthCorrections['months'],
  size: number,
): Generator<Record<string, number | null>> {
  for (let start = 0; start + size <= months.length; start += size) {
    const rows = months.slice(start, start + size);
    yield paramsOf(rows.map(({ customerId, part }) => ({ customer_id: customerId, ...part })));
  }
}

async function putAllMonths(tx: WriteTx, months: MonthCorrections['months']): Promise<void> {
  const whole = months.length - (months.length % rowsAtOnce);
  await tx.runAll(putManyMonths, statementsOf(months.slice(0, whole), rowsAtOnce));
  await tx.runAll(putOneMonth, statementsOf(months.slice(whole), 1));
}

/**
 * Makes `customer_stats` and `customer_month` what the append-only visits say: all rows are made anew and compared, and
 * those that differ are written, so a sound shop's file stays as it is.
 */
export async function rebuildCustomerSummaries(tx: WriteTx, customers: Those): Promise<void> {
  for (const portion of inPortions(customers)) {
    const expected = await expectedCustomers(tx, portion);
    const [stats, extraStats] = await statsToCorrect(tx, portion, expected);
    const { months, extra } = await monthsToCorrect(tx, portion, expected);
    await tx.runAll(
      removeStats,
      extraStats.map((customerId) => ({ customerId })),
    );
    await tx.runAll(removeMonth, extra);
    await tx.runAll(
      putStats,
      stats.map(({ customerId, stats: sums }) => ({
        customer_id: customerId,
        first_day: sums.firstDay,
        last_day: sums.lastDay,
        last_at: sums.lastAt,
        visits: sums.visits,
        check_ins: sums.checkIns,
        spend: sums.spend,
        amount_check_ins: sums.amountCheckIns,
      })),
    );
    const put = () => putAllMonths(tx, months);
    if (months.length < manyRows) await put();
    else await withoutIndex(tx, 'customer_month_by_customer', put);
  }
}
