import type { Receipt } from '#shared/contract/till.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { ReadDb } from '../db/connection.ts';
import { customerById, keptCustomer } from '../repositories/customers.ts';
import { entriesOfVisit } from '../repositories/ledger.ts';
import { customerStats } from '../repositories/summaries.ts';
import { type VisitRow, visitLines } from '../repositories/visits.ts';
import { vouchersOfVisit } from '../repositories/vouchers.ts';
import { balancesAtVisit } from './balance-changes.ts';
import { programmeOfVisit, type ShopFacts } from './shop-context.ts';

/** The receipt of a visit written earlier: what a repeated request is answered with. */
export async function receiptOfVisit(db: ReadDb, facts: ShopFacts, visit: VisitRow): Promise<Receipt> {
  const { rules } = programmeOfVisit(facts, visit);
  const customer = visit.customer_id === null ? undefined : await customerById(db, visit.customer_id);
  // The visit of a merged entry is shown for the one kept; its balance then stands in the wallet it was written to.
  const kept = customer && (await keptCustomer(db, customer.id));
  const redeemed = (await entriesOfVisit(db, visit.id)).filter((entry) => entry.kind === 'redeem');
  return {
    visitId: visit.id,
    at: visit.at,
    day: formatDay(visit.business_day),
    customerId: kept?.id ?? null,
    customerName: kept?.name ?? null,
    amount: visit.amount,
    lines: await visitLines(db, visit.id),
    rewards: redeemed.flatMap((entry) => {
      const why = JSON.parse(entry.why) as Why;
      return why.kind === 'reward' ? [{ rewardId: why.rewardId, name: why.rewardName }] : [];
    }),
    vouchers: (await vouchersOfVisit(db, visit.id)).map(({ code, name }) => ({ code, name })),
    changes: customer ? await balancesAtVisit(db, rules, visit.id, customer.wallet_id) : [],
    visits: kept ? ((await customerStats(db, kept.id))?.visits ?? 0) : null,
    staffName: facts.staff.find((member) => member.id === visit.staff_id)?.name ?? '',
    replayed: true,
  };
}
