import { Failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { actingFor } from '../staff/actor.ts';
import type { StaffSession } from '../staff/session.ts';
import { appendAudit } from './append-audit.ts';

/** What somebody who is signed in was not let do. */
const refusals: readonly string[] = ['NotAllowed', 'ApprovalNeeded'];

/**
 * Writes an attempt that was refused into the log, in the name of whoever made it; every other failure is none.
 * @throws StorageRefused when it cannot be written
 */
export async function recordRefusal(
  error: unknown,
  shop: () => OpenShop,
  session: StaffSession | null,
  call: string,
): Promise<void> {
  if (!(error instanceof Failure) || !refusals.includes(error.code) || session === null) return;
  const open = shop();
  const staffId = session.staffId(open.ctx);
  if (staffId === null) return;
  const { ctx } = actingFor(open, { staffId, approvedBy: null });
  const entry = { call, outcome: 'refused' as const, customerId: null, subjectId: null, facts: {} };
  await ctx.work.write((tx) => appendAudit(tx, ctx, entry));
}
