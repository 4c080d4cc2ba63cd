import type { BalanceChange } from '#shared/contract/till.ts';
import type { ReadDb } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { visitById, visitOfRequest } from '../repositories/visits.ts';
import { changesOfVisit } from './balance-changes.ts';
import { failure } from './failure.ts';
import { reverseVisit, reversibleVisit } from './reverse-visit.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

export interface Undone {
  readonly visitId: number;
  readonly undoneVisitId: number;
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly amount: number | null;
  readonly changes: BalanceChange[];
  readonly replayed: boolean;
}

async function undone(
  db: ReadDb,
  ctx: ShopContext,
  ids: { readonly reversalId: number; readonly visitId: number },
  replayed: boolean,
): Promise<Undone> {
  const visit = await visitById(db, ids.visitId);
  const customer = visit?.customer_id ? await keptCustomer(db, visit.customer_id) : undefined;
  const { rules } = programmeOn(shopFacts(ctx), present(ctx).day);
  return {
    visitId: ids.reversalId,
    undoneVisitId: ids.visitId,
    customerId: customer?.id ?? null,
    customerName: customer?.name ?? null,
    amount: visit?.amount ?? null,
    changes: await changesOfVisit(db, rules, ids.reversalId),
    replayed,
  };
}

/**
 * Undoes a visit by reversing entries; nothing is erased.
 * @throws Failure NotFound, AlreadyUndone, UndoExpired, ApprovalNeeded, RequestIdReused
 */
export function undoVisit(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly visitId: number; readonly reason?: string | undefined },
): Promise<Undone> {
  return ctx.work.write(async (tx) => {
    const earlier = await visitOfRequest(tx, input.requestId);
    if (earlier) {
      if (earlier.reverses_id !== input.visitId) throw failure('RequestIdReused');
      return undone(tx, ctx, { reversalId: earlier.id, visitId: input.visitId }, true);
    }
    const visit = await reversibleVisit(tx, ctx, input.visitId);
    const reason = input.reason ?? null;
    const reversalId = await reverseVisit(tx, ctx, visit, {
      requestId: input.requestId,
      reason,
      why: { kind: 'undo', reason },
    });
    return undone(tx, ctx, { reversalId, visitId: visit.id }, false);
  });
}
