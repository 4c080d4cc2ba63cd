import type { WriteTx } from '../../db/connection.ts';
import { putSignIn } from '../../repositories/staff.ts';
import { appendAudit, done } from '../audit/append-audit.ts';
import type { ShopContext } from '../shop-context.ts';

/** Writes down, in the transaction that proved it, that somebody is here. */
export async function writeSignIn(
  tx: WriteTx,
  ctx: ShopContext,
  call: string,
  staffId: number,
): Promise<void> {
  await putSignIn(tx, staffId, ctx.clock.now());
  await appendAudit(tx, ctx, done(call, { subjectId: staffId, by: staffId }));
}

/** The same in a transaction of its own. */
export function noteSignIn(ctx: ShopContext, call: string, staffId: number): Promise<void> {
  return ctx.work.write((tx) => writeSignIn(tx, ctx, call, staffId));
}
