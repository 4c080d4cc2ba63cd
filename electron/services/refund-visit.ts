import type { BalanceChange } from '#shared/contract/till.ts';
import { refundPoints } from '#shared/domain/loyalty/refund.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { type LedgerEntry, refundsOfEarning, standingEntries } from '../repositories/ledger.ts';
import { addDayTotals } from '../repositories/summaries.ts';
import {
  insertVisit,
  refundedAmount,
  type VisitRow,
  visitById,
  visitOfRequest,
} from '../repositories/visits.ts';
import { expiredOfLot } from '../repositories/wallet-transfers.ts';
import { changesOfVisit } from './balance-changes.ts';
import { failure } from './failure.ts';
import type { WalletPosting } from './post-ledger.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { returnStock, reversibleVisit } from './reverse-visit.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { inWalletsOf } from './wallets-of-entries.ts';

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

/** A refund while it is written. */
interface Returning {
  readonly visit: VisitRow;
  readonly refundedBefore: number;
  readonly refunded: number;
  readonly returnRewards: boolean;
  readonly why: Why;
}

/** Points of the returned money go back with the remainder, so parts add up to the whole. */
async function refundEarning(
  tx: WriteTx,
  wallet: WalletPosting,
  entry: LedgerEntry,
  returning: Returning,
): Promise<void> {
  const earning = {
    why: JSON.parse(entry.why) as Why,
    change: entry.change,
    carry: { num: entry.carry_num, den: entry.carry_den },
    paid: returning.visit.amount ?? 0,
    refundedBefore: returning.refundedBefore,
    refunds: await refundsOfEarning(tx, entry.id),
    expired: await expiredOfLot(tx, entry.id),
  };
  const back = refundPoints(earning, returning.refunded, wallet.carryOf(entry.unit_id));
  await wallet.refund(entry, back, returning.why);
}

const isForMoney = (entry: LedgerEntry): boolean =>
  entry.kind === 'earn' && (JSON.parse(entry.why) as Why).kind === 'pointsForAmount';

/** The same as `WalletModel.refund`: a share of the points; all of the stamps and gifts once no money is left. */
async function refundEntries(
  tx: WriteTx,
  wallet: WalletPosting,
  entries: readonly LedgerEntry[],
  returning: Returning,
): Promise<void> {
  const { visit, refundedBefore, refunded, returnRewards, why } = returning;
  const isWhole = refundedBefore + refunded >= (visit.amount ?? 0);
  for (const entry of [...entries].reverse()) {
    if (isForMoney(entry)) await refundEarning(tx, wallet, entry, returning);
    else if (entry.kind === 'redeem' ? returnRewards : isWhole) await wallet.reverseOne(entry, why);
  }
}

async function writeRefund(
  tx: WriteTx,
  ctx: ShopContext,
  visit: VisitRow,
  input: RefundInput,
): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day, month } = present(ctx);
  const refundedBefore = await refundedAmount(tx, visit.id);
  const left = (visit.amount ?? 0) - refundedBefore;
  if (input.amount > left) throw failure('NotRefundable', { visitId: visit.id, left });
  const staffId = currentStaff(facts).id;
  const visitId = ctx.ids.next('visits');
  const reason = input.reason ?? null;
  await insertVisit(tx, {
    ...visit,
    id: visitId,
    request_id: input.requestId,
    sign: 0,
    at,
    amount: 0 - input.amount,
    staff_id: staffId,
    reverses_id: null,
    refunds_id: visit.id,
    moved_from_id: null,
    reason,
  });
  const own = (await standingEntries(tx, visit.id)).filter((entry) => entry.visit_id === visit.id);
  const programmeVersionId = programmeOn(facts, day).versionId;
  const why = { kind: 'refund', amount: input.amount, reason } as const;
  const { returnRewards } = input;
  const returning = { visit, refundedBefore, refunded: input.amount, returnRewards, why };
  await inWalletsOf(
    tx,
    ctx,
    own,
    { visitId, at, day, month, staffId, programmeVersionId },
    (wallet, entries) => refundEntries(tx, wallet, entries, returning),
  );
  const rewards = returnRewards ? own.filter((entry) => entry.kind === 'redeem') : [];
  await returnStock(tx, ctx, rewards);
  if (visit.customer_id !== null) await rebuildCustomer(tx, visit.customer_id);
  await addDayTotals(tx, {
    business_day: visit.business_day,
    check_ins: 0,
    identified: 0,
    amount: 0 - input.amount,
    identified_amount: visit.customer_id === null ? 0 : 0 - input.amount,
    amount_check_ins: 0,
    rewards: 0 - rewards.length,
  });
  return visitId;
}

async function refundView(
  db: ReadDb,
  ctx: ShopContext,
  visit: VisitRow,
  written: { readonly refundId: number; readonly replayed: boolean },
): Promise<Refund> {
  const { rules } = programmeOn(shopFacts(ctx), present(ctx).day);
  return {
    ...written,
    visitId: visit.id,
    left: (visit.amount ?? 0) - (await refundedAmount(db, visit.id)),
    changes: await changesOfVisit(db, rules, written.refundId),
  };
}

/**
 * Returns a part of the money of a visit. The visit stands; a row beside it carries the returned money on the visit's
 * own day, and the points of that part are taken back. What was spent already leaves the balance below zero, which is
 * shown and settled by the next earning.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired, NotRefundable, RequestIdReused
 */
export function refundVisit(ctx: ShopContext, input: RefundInput): Promise<Refund> {
  shopFacts(ctx);
  return ctx.work.write(async (tx) => {
    const earlier = await visitOfRequest(tx, input.requestId);
    if (earlier) {
      const visit = await visitById(tx, input.visitId);
      const isSame = earlier.refunds_id === input.visitId && earlier.amount === 0 - input.amount;
      if (!visit || !isSame) throw failure('RequestIdReused');
      return refundView(tx, ctx, visit, { refundId: earlier.id, replayed: true });
    }
    const visit = await reversibleVisit(tx, ctx, input.visitId);
    const refundId = await writeRefund(tx, ctx, visit, input);
    return refundView(tx, ctx, visit, { refundId, replayed: false });
  });
}
