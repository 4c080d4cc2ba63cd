import type { Why } from '#shared/domain/loyalty/earn.ts';
import type { WriteTx } from '../db/connection.ts';
import { customerById } from '../repositories/customers.ts';
import { entriesOfVisit } from '../repositories/ledger.ts';
import { addDayTotals } from '../repositories/summaries.ts';
import { insertVisit, isReversed, type VisitRow, visitById } from '../repositories/visits.ts';
import { failure } from './failure.ts';
import { WalletPosting } from './post-ledger.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** How long an owner may undo; staff may for the rest of the business day. */
const ownerUndoDays = 31;

/**
 * The visit that a request wants to undo or move.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired
 */
export async function reversibleVisit(tx: WriteTx, ctx: ShopContext, visitId: number): Promise<VisitRow> {
  const visit = await visitById(tx, visitId);
  if (visit?.sign !== 1) throw failure('NotFound', { what: 'visit', id: visitId });
  if (await isReversed(tx, visitId)) throw failure('AlreadyUndone', { visitId });
  if (visit.business_day < present(ctx).day - ownerUndoDays) throw failure('UndoExpired', { visitId });
  return visit;
}

/**
 * Writes the row that reverses a visit and reverses every ledger entry of it, inside the caller's transaction.
 * The reversal carries the visit's own day, so that every day's sums are right; the ledger entries carry today.
 * @returns the id of the reversing row
 */
export async function reverseVisit(
  tx: WriteTx,
  ctx: ShopContext,
  visit: VisitRow,
  request: { readonly requestId: string; readonly reason: string | null; readonly why: Why },
): Promise<number> {
  const facts = shopFacts(ctx);
  const now = present(ctx);
  const staffId = currentStaff(facts).id;
  const id = ctx.ids.next('visits');
  await insertVisit(tx, {
    ...visit,
    id,
    request_id: request.requestId,
    sign: -1,
    at: now.at,
    amount: visit.amount === null ? null : 0 - visit.amount,
    staff_id: staffId,
    reverses_id: visit.id,
    moved_from_id: null,
    reason: request.reason,
  });
  const rewards = (await entriesOfVisit(tx, visit.id)).filter((entry) => entry.kind === 'redeem').length;
  if (visit.customer_id !== null) {
    const customer = await customerById(tx, visit.customer_id);
    if (!customer) throw failure('NotFound', { what: 'customer', id: visit.customer_id });
    const wallet = await WalletPosting.open(tx, ctx.ids, {
      walletId: customer.wallet_id,
      customerId: customer.id,
      visitId: id,
      at: now.at,
      day: now.day,
      month: now.month,
      staffId,
      programmeVersionId: programmeOn(facts, now.day).versionId,
    });
    await wallet.reverseVisit(visit.id, request.why);
    await wallet.close();
    await rebuildCustomer(tx, customer.id);
  }
  await addDayTotals(tx, {
    business_day: visit.business_day,
    check_ins: -1,
    identified: visit.customer_id === null ? 0 : -1,
    amount: 0 - (visit.amount ?? 0),
    identified_amount: visit.customer_id === null ? 0 : 0 - (visit.amount ?? 0),
    amount_check_ins: visit.amount === null ? 0 : -1,
    rewards: 0 - rewards,
  });
  return id;
}
