import { isBadgeCode, readRecoveryCode } from '#shared/domain/staff/secret-codes.ts';
import { findBadge, findStaffKey } from '../../repositories/staff.ts';
import { appendAudit, done } from '../audit/append-audit.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { type Door, readDoor } from './door.ts';
import { noteSignIn, writeSignIn } from './note-sign-in.ts';
import { makeRecovery, setPinOf } from './pins.ts';
import { hashBadge, isSecret } from './secret-hash.ts';
import type { StaffSession } from './session.ts';
import { tryPin } from './try-pin.ts';

/**
 * Signs somebody in with their PIN; whoever was signed in on this screen is not any more.
 * @throws Failure PinWait, PinWrong
 */
export async function signIn(
  shop: OpenShop,
  session: StaffSession,
  input: { readonly staffId: number; readonly pin: string },
): Promise<Door> {
  const { ctx } = shop;
  await tryPin(ctx, input.staffId, input.pin, (tx) => writeSignIn(tx, ctx, 'staff.signIn', input.staffId));
  session.signIn(ctx, input.staffId);
  return readDoor(shop, session);
}

/** Signs in whoever the scanned staff card belongs to. @throws Failure CodeWrong */
export async function signInWithBadge(
  shop: OpenShop,
  session: StaffSession,
  codes: readonly string[],
): Promise<Door> {
  const { ctx } = shop;
  const { staff } = shopFacts(ctx);
  for (const code of codes.filter(isBadgeCode)) {
    const key = await findBadge(ctx.work.read, hashBadge(code));
    if (!key || !staff.some(({ id, active }) => id === key.staff_id && active === 1)) continue;
    await noteSignIn(ctx, 'staff.signInWithBadge', key.staff_id);
    session.signIn(ctx, key.staff_id);
    return readDoor(shop, session);
  }
  throw failure('CodeWrong');
}

/**
 * Lets an owner in who forgot the PIN: the printed code sets a new one, and a new code takes the place of the used one.
 * @returns the new recovery code, to be printed now; it is not kept
 * @throws Failure CodeWrong, PinNotUsable
 */
export async function recover(
  shop: OpenShop,
  session: StaffSession,
  input: { readonly code: string; readonly pin: string },
): Promise<{ door: Door; recoveryCode: string }> {
  const { ctx } = shop;
  const code = readRecoveryCode(input.code);
  const owners = shopFacts(ctx).staff.filter(({ role, active }) => role === 'owner' && active === 1);
  let found: number | null = null;
  for (const { id } of owners) {
    const key = (await findStaffKey(ctx.work.read, id, 'recovery')) ?? null;
    if ((await isSecret(code ?? '', key)) && code !== null) found = id;
  }
  if (found === null) throw failure('CodeWrong');
  const staffId = found;
  await setPinOf(ctx, 'staff.recover', { staffId, pin: input.pin, setBy: staffId });
  const recoveryCode = await makeRecovery(ctx, staffId);
  await noteSignIn(ctx, 'staff.signIn', staffId);
  session.signIn(ctx, staffId);
  return { door: await readDoor(shop, session), recoveryCode };
}

/**
 * Locks a screen, whatever the disk says: that it was locked is put into the log where it can be.
 * @returns the door as it is then
 */
export async function lockScreen(shop: OpenShop, session: StaffSession | null): Promise<Door> {
  const { ctx, backups } = shop;
  const staffId = session?.staffId(ctx) ?? null;
  session?.lock();
  if (staffId !== null) {
    const entry = done('staff.lock', { subjectId: staffId, by: staffId });
    await ctx.work
      .write((tx) => appendAudit(tx, ctx, entry))
      .catch((error: unknown) =>
        backups.safety.logger.warn('that the screen was locked could not be put into the log', { error }),
      );
  }
  return readDoor(shop, session);
}
