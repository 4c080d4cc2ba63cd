import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import {
  expectedCustomers,
  type MonthCorrections,
  monthsToCorrect,
  statsToCorrect,
} from './expected-customers.ts';
import { type MonthChange, putStats } from './summaries.ts';
import { inPortions, type Those } from './summary-rebuild.ts';

type MonthRow = { [K in keyof MonthChange]: MonthChange[K] };

const putMonth = statement<MonthRow>()((db, p) =>
  db
    .insertInto('customer_month')
    .values({
      month: p('month'),
      customer_id: p('customer_id'),
      visits: p('visits'),
      spend: p('spend'),
      age: p('age'),
      prev: p('prev'),
    })
    .onConflict((conflict) =>
      conflict.columns(['month', 'customer_id']).doUpdateSet((eb) => ({
        visits: eb.ref('excluded.visits'),
        spend: eb.ref('excluded.spend'),
        age: eb.ref('excluded.age'),
        prev: eb.ref('excluded.prev'),
      })),
    ),
);

const removeStats = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_stats').where('customer_id', '=', p('customerId')),
);

const removeMonth = statement<{ month: BusinessMonth; customerId: number }>()((db, p) =>
  db.deleteFrom('customer_month').where('month', '=', p('month')).where('customer_id', '=', p('customerId')),
);

/** One row after another: all of them at once would be as large as the table. */
function* rowsOf(months: MonthCorrections['months']): Generator<MonthRow> {
  for (const { customerId, part } of months) yield { customer_id: customerId, ...part };
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
    await tx.runAll(putMonth, rowsOf(months));
  }
}
