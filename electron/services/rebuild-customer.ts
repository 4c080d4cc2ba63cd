import { summarise, type VisitStats } from '#shared/domain/visits/summarise.ts';
import type { WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { addCustomerMonth, clearCustomerMonths, setCustomerStats } from '../repositories/summaries.ts';
import { customerDays, newestVisits } from '../repositories/visits.ts';

/**
 * Makes a customer's sums and months anew from the append-only visits: after an undo, a back-dated visit or a merge. The
 * visits of a merged entry are those of the one kept.
 */
export async function rebuildCustomer(tx: WriteTx, visitorId: number): Promise<VisitStats> {
  const customerId = (await keptCustomer(tx, visitorId))?.id ?? visitorId;
  const [newest] = await newestVisits(tx, customerId, 1);
  const { stats, months } = summarise(await customerDays(tx, customerId), newest?.at ?? null);
  await setCustomerStats(tx, {
    customer_id: customerId,
    first_day: stats.firstDay,
    last_day: stats.lastDay,
    last_at: stats.lastAt,
    visits: stats.visits,
    check_ins: stats.checkIns,
    spend: stats.spend,
    amount_check_ins: stats.amountCheckIns,
  });
  await clearCustomerMonths(tx, customerId);
  for (const part of months) {
    await addCustomerMonth(tx, { customer_id: customerId, ...part });
  }
  return stats;
}
