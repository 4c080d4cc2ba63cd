import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import { type LedgerEntry, standingEntries } from '../repositories/ledger.ts';
import { addRewardCount } from '../repositories/loyalty-facts.ts';
import { addDayTotals, type DayChange } from '../repositories/summaries.ts';
import { insertVisit, isReversed, refundedAmount, type VisitRow, visitById } from '../repositories/visits.ts';
import { failure } from './failure.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { mayReverse } from './staff/admit.ts';
import { inWalletsOf } from './wallets-of-entries.ts';

/** How long an owner may undo; staff may for the rest of the business day. */
const ownerUndoDays = 31;

/**
 * The visit that a request wants to undo, move or refund.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired, ApprovalNeeded
 */
export async function reversibleVisit(tx: WriteTx, ctx: ShopContext, visitId: number): Promise<VisitRow> {
  const visit = await visitById(tx, visitId);
  if (visit?.sign !== 1) throw failure('NotFound', { what: 'visit', id: visitId });
  if (await isReversed(tx, visitId)) throw failure('AlreadyUndone', { visitId });
  if (visit.business_day < present(ctx).day - ownerUndoDays) throw failure('UndoExpired', { visitId });
  mayReverse(shopFacts(ctx), visit, present(ctx).day);
  return visit;
}

/** Rewards with a limited stock go back to it. */
export async function returnStock(
  tx: WriteTx,
  ctx: ShopContext,
  redeemed: readonly LedgerEntry[],
): Promise<void> {
  const rewards = new Map(
    shopFacts(ctx).programmes.flatMap((version) =>
      version.rules.rewards.map((one) => [one.id, one] as const),
    ),
  );
  for (const entry of redeemed) {
    const why = JSON.parse(entry.why) as Why;
    if (why.kind === 'reward' && (rewards.get(why.rewardId)?.stock ?? null) !== null) {
      await addRewardCount(tx, why.rewardId, -1);
    }
  }
}

/** What asks for a reversal, and why. */
interface ReversalRequest {
  readonly requestId: string;
  readonly reason: string | null;
  readonly why: Why;
}

/**
 * Writes the row that reverses a visit and reverses every ledger entry of it, inside the caller's transaction, but for the
 * summaries. The reversal carries the visit's own day, so that every day's sums are right; the ledger entries carry today.
 * @returns the id of the reversing row, and what it adds to the totals of its day
 */
export async function writeReversal(
  tx: WriteTx,
  ctx: ShopContext,
  visit: VisitRow,
  request: ReversalRequest,
): Promise<{ readonly id: number; readonly day: DayChange }> {
  const facts = shopFacts(ctx);
  const now = present(ctx);
  const staffId = currentStaff(facts).id;
  const kept = (visit.amount ?? 0) - (await refundedAmount(tx, visit.id));
  const id = ctx.ids.next('visits');
  await insertVisit(tx, {
    ...visit,
    id,
    request_id: request.requestId,
    sign: -1,
    at: now.at,
    // What was returned already is off the sum: the visit and its rows come to nothing together.
    amount: visit.amount === null ? null : 0 - kept,
    staff_id: staffId,
    reverses_id: visit.id,
    refunds_id: null,
    moved_from_id: null,
    reason: request.reason,
  });
  const entries = await standingEntries(tx, visit.id);
  const rewards = entries.filter((entry) => entry.kind === 'redeem');
  const { at, day, month } = now;
  const programmeVersionId = programmeOn(facts, day).versionId;
  await inWalletsOf(
    tx,
    ctx,
    entries,
    { visitId: id, at, day, month, staffId, programmeVersionId },
    (wallet, own) => wallet.reverse(own, request.why),
  );
  await returnStock(tx, ctx, rewards);
  return {
    id,
    day: {
      business_day: visit.business_day,
      check_ins: -1,
      identified: visit.customer_id === null ? 0 : -1,
      amount: 0 - kept,
      identified_amount: visit.customer_id === null ? 0 : 0 - kept,
      amount_check_ins: visit.amount === null ? 0 : -1,
      rewards: 0 - rewards.length,
    },
  };
}

/** Reverses a visit and keeps the summaries in step. @returns the id of the reversing row */
export async function reverseVisit(
  tx: WriteTx,
  ctx: ShopContext,
  visit: VisitRow,
  request: ReversalRequest,
): Promise<number> {
  const { id, day } = await writeReversal(tx, ctx, visit, request);
  if (visit.customer_id !== null) await rebuildCustomer(tx, visit.customer_id);
  await addDayTotals(tx, day);
  return id;
}
