import { mayApprove } from '#shared/domain/staff/permissions.ts';
import { appendAudit, done } from '../audit/append-audit.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import type { StaffSession } from './session.ts';
import { tryPin } from './try-pin.ts';

/**
 * Allows one call that waits on this screen, by the PIN of somebody who may do it alone; whoever is signed in stays.
 * @throws Failure ApprovalGone, NotAllowed, PinWait, PinWrong
 */
export async function approve(
  shop: OpenShop,
  session: StaffSession,
  input: { readonly askId: string; readonly staffId: number; readonly pin: string },
): Promise<{ approved: true }> {
  const { ctx } = shop;
  const call = session.asked(input.askId, ctx.clock.now());
  if (call === null) throw failure('ApprovalGone');
  await tryPin(ctx, input.staffId, input.pin);
  const approver = shopFacts(ctx).staff.find(({ id }) => id === input.staffId);
  if (!approver || !mayApprove(approver.role, call)) throw failure('NotAllowed');
  await ctx.work.write((tx) =>
    appendAudit(
      tx,
      ctx,
      done('staff.approve', { subjectId: approver.id, by: approver.id, facts: { after: { call } } }),
    ),
  );
  session.grant(input.askId, approver.id, ctx.clock.now());
  return { approved: true };
}
