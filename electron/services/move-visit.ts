import type { Receipt } from '#shared/contract/till.ts';
import type { Benefit } from '#shared/domain/loyalty/vouchers.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { customerForCheckIn, keptCustomer } from '../repositories/customers.ts';
import { entriesOfVisit } from '../repositories/ledger.ts';
import { visitById, visitLines, visitOfRequest } from '../repositories/visits.ts';
import { vouchersOfVisit } from '../repositories/vouchers.ts';
import { failure } from './failure.ts';
import { receiptOfVisit } from './receipt-of-visit.ts';
import { recordVisit } from './record-visit.ts';
import { redeemVouchers } from './redeem-vouchers.ts';
import { reverseVisit, reversibleVisit } from './reverse-visit.ts';
import { programmeOfVisit, type ShopContext, shopFacts } from './shop-context.ts';

/**
 * Moves a visit to the customer who really came: reversed there, written here with the same time, amount, lines and
 * rewards, under the programme it was written under, in one transaction.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired, SameCustomer, InsufficientBalance, RequestIdReused
 */
export function moveVisit(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly visitId: number; readonly customerId: number },
): Promise<Receipt> {
  return ctx.work.write(async (tx) => {
    const facts = shopFacts(ctx);
    const target = await keptCustomer(tx, input.customerId);
    const isTarget = async (visitorId: number | null) =>
      visitorId !== null && (await keptCustomer(tx, visitorId))?.id === target?.id;
    const earlier = await visitOfRequest(tx, input.requestId);
    if (earlier) {
      if (earlier.moved_from_id !== input.visitId || !(await isTarget(earlier.customer_id))) {
        throw failure('RequestIdReused');
      }
      return receiptOfVisit(tx, facts, earlier);
    }
    const visit = await reversibleVisit(tx, ctx, input.visitId);
    if (await isTarget(visit.customer_id)) throw failure('SameCustomer', { customerId: input.customerId });
    const entries = await entriesOfVisit(tx, visit.id);
    const rewards = entries.flatMap((entry) => {
      const why = JSON.parse(entry.why) as Why;
      const spend = 0 - entry.change;
      return entry.kind === 'redeem' && why.kind === 'reward' ? [{ rewardId: why.rewardId, spend }] : [];
    });
    const vouchers = await vouchersOfVisit(tx, visit.id);
    await reverseVisit(tx, ctx, visit, {
      requestId: `${input.requestId}:from`,
      reason: null,
      why: { kind: 'moved' },
    });
    // Read after the reversal: moving between members of one wallet must see what was just given back.
    const customer = await customerForCheckIn(tx, input.customerId);
    if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
    const recorded = await recordVisit(tx, ctx, {
      requestId: input.requestId,
      customer,
      at: visit.at,
      day: visit.business_day,
      amount: visit.amount,
      lines: await visitLines(tx, visit.id),
      rewards,
      vouchers: vouchers.map((voucher) => JSON.parse(voucher.benefit) as Benefit),
      staffId: visit.staff_id,
      source: visit.source,
      programme: programmeOfVisit(facts, visit),
      // A visit that earned nothing (imported history) earns nothing at its new place either.
      earns: visit.source === 'till' || entries.some((entry) => entry.kind === 'earn'),
      movedFromId: visit.id,
      importId: visit.import_id,
    });
    // A voucher stays used: it was handed in, whoever the visit was written for.
    await redeemVouchers(tx, vouchers, recorded.visitId);
    const written = await visitById(tx, recorded.visitId);
    if (!written) throw new Error('the moved visit was not written');
    return { ...(await receiptOfVisit(tx, facts, written)), replayed: false };
  });
}
