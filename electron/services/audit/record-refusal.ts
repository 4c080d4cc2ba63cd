import { Failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { actingFor } from '../staff/actor.ts';
import type { StaffSession } from '../staff/session.ts';
import { appendAudit } from './append-audit.ts';

/** What somebody who is signed in was not let do. */
const notLet: readonly string[] = ['NotAllowed', 'ApprovalNeeded', 'OwnerOnly'];
/** Wrong PINs, codes and staff cards. */
const notProven: readonly string[] = ['PinWrong', 'PinWait', 'CodeWrong'];

/** What comes to a screen on which nobody is signed in, and is written in nobody's name. */
const beforeTheDoor: readonly string[] = ['staff.signIn', 'staff.signInWithBadge', 'staff.recover'];

const fieldOf = (input: unknown, name: string): unknown =>
  typeof input === 'object' && input !== null
    ? (input as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** A write that came to a locked screen; what only asks, such as a screen that was just locked, is no attempt. */
const isWriteWhileLocked = (error: Failure, input: unknown): boolean =>
  error.code === 'Locked' && typeof fieldOf(input, 'requestId') === 'string';

/** Whose PIN was tried, if there is such a person. */
function triedFor(open: OpenShop, input: unknown): number | null {
  const staffId = fieldOf(input, 'staffId');
  return shopFacts(open.ctx).staff.find(({ id }) => id === staffId)?.id ?? null;
}

/**
 * Writes an attempt that was refused into the log, in the name of whoever made it; every other failure is none.
 * @throws StorageRefused when it cannot be written
 */
export async function recordRefusal(
  error: unknown,
  shop: () => OpenShop,
  session: StaffSession | null,
  { call, input }: { readonly call: string; readonly input: unknown },
): Promise<void> {
  if (!(error instanceof Failure) || session === null) return;
  const isTry = notProven.includes(error.code);
  if (!isTry && !notLet.includes(error.code) && !isWriteWhileLocked(error, input)) return;
  const open = shop();
  const signedIn = session.staffId(open.ctx);
  const staffId = beforeTheDoor.includes(call) ? null : signedIn;
  const { ctx } = staffId === null ? open : actingFor(open, { staffId, approvedBy: null });
  const entry = {
    ...{ call, outcome: 'refused' as const, customerId: null, facts: {} },
    subjectId: isTry ? triedFor(open, input) : null,
    by: staffId,
  };
  await ctx.work.write((tx) => appendAudit(tx, ctx, entry));
}
