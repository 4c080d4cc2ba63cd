import type { BalanceChange } from '#shared/contract/till.ts';
import { refundPoints } from '#shared/domain/loyalty/refund.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import { customerById } from '../repositories/customers.ts';
import { entriesOfVisit, expiredOfLot, type LedgerEntry, refundedPoints } from '../repositories/ledger.ts';
import { addDayTotals } from '../repositories/summaries.ts';
import { insertVisit, refundedAmount, type VisitRow, visitOfRequest } from '../repositories/visits.ts';
import { changesOfVisit } from './balance-changes.ts';
import { failure } from './failure.ts';
import { type Posting, WalletPosting } from './post-ledger.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { reversibleVisit } from './reverse-visit.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

export interface RefundInput {
  readonly requestId: string;
  readonly visitId: number;
  /** Minor units returned. */
  readonly amount: number;
  /** Whether rewards used with the visit come back too. */
  readonly returnRewards: boolean;
  readonly reason?: string | undefined;
}

export interface Refund {
  readonly refundId: number;
  readonly visitId: number;
  /** What can still be returned, minor units. */
  readonly left: number;
  readonly changes: BalanceChange[];
  readonly replayed: boolean;
}

/** Points of the returned money go back; the remainder follows exactly, so parts add up to the whole. */
async function takeBackPoints(
  tx: WriteTx,
  wallet: WalletPosting,
  entry: LedgerEntry,
  visit: VisitRow,
  input: RefundInput,
): Promise<void> {
  const why = JSON.parse(entry.why) as Why;
  if (entry.kind !== 'earn' || why.kind !== 'pointsForAmount') return;
  const earning = {
    why,
    change: entry.change,
    carry: { num: entry.carry_num, den: entry.carry_den },
    paid: visit.amount ?? 0,
    // The row of this refund is written already.
    refundedBefore: (await refundedAmount(tx, visit.id)) - input.amount,
    takenBack: 0 - (await refundedPoints(tx, visit.id, entry.unit_id)),
    expired: await expiredOfLot(tx, entry.id),
  };
  const { change, carry } = refundPoints(earning, input.amount, wallet.carryOf(entry.unit_id));
  const reason = input.reason ?? null;
  await wallet.takeBack(entry.unit_id, change, carry, { kind: 'refund', amount: input.amount, reason });
}

async function refundLoyalty(
  tx: WriteTx,
  ctx: ShopContext,
  visit: VisitRow,
  posting: Posting,
  input: RefundInput,
) {
  const wallet = await WalletPosting.open(tx, ctx.ids, posting);
  const entries = await entriesOfVisit(tx, visit.id);
  for (const entry of entries) await takeBackPoints(tx, wallet, entry, visit, input);
  if (input.returnRewards) {
    const redeemed = entries.filter(
      (entry) => entry.kind === 'redeem' && entry.wallet_id === posting.walletId,
    );
    await wallet.reverse(redeemed, { kind: 'refund', amount: input.amount, reason: input.reason ?? null });
  }
  await wallet.close();
}

/**
 * Returns a part of the money of a visit. The visit stands; a row beside it carries the returned money on the visit's
 * own day, and the points of that part are taken back. What was spent already leaves the balance below zero, which is
 * shown and settled by the next earning.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired, NotRefundable, RequestIdReused
 */
export function refundVisit(ctx: ShopContext, input: RefundInput): Promise<Refund> {
  const facts = shopFacts(ctx);
  return ctx.work.write(async (tx) => {
    const now = present(ctx);
    const programme = programmeOn(facts, now.day);
    const answer = async (visit: VisitRow, refundId: number, replayed: boolean): Promise<Refund> => ({
      refundId,
      visitId: visit.id,
      left: (visit.amount ?? 0) - (await refundedAmount(tx, visit.id)),
      changes: await changesOfVisit(tx, programme.rules, refundId),
      replayed,
    });
    const earlier = await visitOfRequest(tx, input.requestId);
    const visit = await reversibleVisit(tx, ctx, input.visitId);
    if (earlier) {
      if (earlier.refunds_id !== input.visitId) throw failure('RequestIdReused');
      return answer(visit, earlier.id, true);
    }
    const left = (visit.amount ?? 0) - (await refundedAmount(tx, visit.id));
    if (input.amount > left) throw failure('NotRefundable', { visitId: visit.id, left });
    const staffId = currentStaff(facts).id;
    const refundId = ctx.ids.next('visits');
    await insertVisit(tx, {
      ...visit,
      id: refundId,
      request_id: input.requestId,
      sign: 0,
      at: now.at,
      amount: 0 - input.amount,
      staff_id: staffId,
      reverses_id: null,
      refunds_id: visit.id,
      moved_from_id: null,
      reason: input.reason ?? null,
    });
    if (visit.customer_id !== null) {
      const customer = await customerById(tx, visit.customer_id);
      if (!customer) throw failure('NotFound', { what: 'customer', id: visit.customer_id });
      await refundLoyalty(
        tx,
        ctx,
        visit,
        {
          walletId: customer.wallet_id,
          customerId: customer.id,
          visitId: refundId,
          at: now.at,
          day: now.day,
          month: now.month,
          staffId,
          programmeVersionId: programme.versionId,
        },
        input,
      );
      await rebuildCustomer(tx, customer.id);
    }
    await addDayTotals(tx, {
      business_day: visit.business_day,
      check_ins: 0,
      identified: 0,
      amount: 0 - input.amount,
      identified_amount: visit.customer_id === null ? 0 : 0 - input.amount,
      amount_check_ins: 0,
      rewards: 0,
    });
    return answer(visit, refundId, false);
  });
}
