import { isBadgeCode, readRecoveryCode } from '#shared/domain/staff/secret-codes.ts';
import { findBadge, findStaffKey, putSignIn } from '../../repositories/staff.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { type Door, readDoor } from './door.ts';
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
  await tryPin(ctx, input.staffId, input.pin, (tx) => putSignIn(tx, input.staffId, ctx.clock.now()));
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
    await ctx.work.write((tx) => putSignIn(tx, key.staff_id, ctx.clock.now()));
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
  await setPinOf(ctx, { staffId, pin: input.pin, setBy: staffId });
  const recoveryCode = await makeRecovery(ctx, staffId);
  await ctx.work.write((tx) => putSignIn(tx, staffId, ctx.clock.now()));
  session.signIn(ctx, staffId);
  return { door: await readDoor(shop, session), recoveryCode };
}
