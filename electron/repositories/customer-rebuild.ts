import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { putRows } from '../db/put-rows.ts';
import { statement } from '../db/statement.ts';
import { withoutIndexes } from '../db/without-indexes.ts';
import {
  type CustomerSums,
  expectedCustomers,
  type MonthCorrections,
  monthsToCorrect,
  statsToCorrect,
} from './expected-customers.ts';
import { inPortions, type Those } from './summary-rebuild.ts';

/** From so many rows on the indexes beside the key are made anew after them. */
const manyRows = { stats: 10_000, months: 50_000 };

const statsIndexes = ['customer_stats_by_last', 'customer_stats_by_visits', 'customer_stats_by_spend'];
const monthIndexes = ['customer_month_by_customer'];

const putStats = putRows(
  'customer_stats',
  ['customer_id', 'first_day', 'last_day', 'last_at', 'visits', 'check_ins', 'spend', 'amount_check_ins'],
  ['customer_id'],
);

const putMonths = putRows(
  'customer_month',
  ['month', 'customer_id', 'visits', 'spend', 'age', 'prev'],
  ['month', 'customer_id'],
);

const removeStats = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_stats').where('customer_id', '=', p('customerId')),
);

const removeMonth = statement<{ month: BusinessMonth; customerId: number }>()((db, p) =>
  db.deleteFrom('customer_month').where('month', '=', p('month')).where('customer_id', '=', p('customerId')),
);

const statsRow = ({ customerId, stats }: CustomerSums) => [
  customerId,
  stats.firstDay,
  stats.lastDay,
  stats.lastAt,
  stats.visits,
  stats.checkIns,
  stats.spend,
  stats.amountCheckIns,
];

const monthRow = ({ customerId, part }: MonthCorrections['months'][number]) => [
  part.month,
  customerId,
  part.visits,
  part.spend,
  part.age,
  part.prev,
];

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
    const putAllStats = () => putStats(tx, stats.map(statsRow));
    if (stats.length < manyRows.stats) await putAllStats();
    else await withoutIndexes(tx, statsIndexes, putAllStats);
    const putAllMonths = () => putMonths(tx, months.map(monthRow));
    if (months.length < manyRows.months) await putAllMonths();
    else await withoutIndexes(tx, monthIndexes, putAllMonths);
  }
}
