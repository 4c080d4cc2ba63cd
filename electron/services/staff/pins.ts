import { randomBytes } from 'node:crypto';
import { pinWeakness } from '#shared/domain/staff/pin-rules.ts';
import { readRecoveryCode, recoveryCode } from '#shared/domain/staff/secret-codes.ts';
import type { WriteTx } from '../../db/connection.ts';
import { loadStaffKeys, putStaffKey, removeAllStaffKeys } from '../../repositories/staff.ts';
import { appendAudit, done } from '../audit/append-audit.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { changeShop, currentStaff, type ShopContext, shopFacts } from '../shop-context.ts';
import { type Door, readDoor } from './door.ts';
import { noteSignIn } from './note-sign-in.ts';
import { hashSecret, isSecret, type SecretHash } from './secret-hash.ts';
import type { StaffSession } from './session.ts';
import { countWrongTry, forgetFailures, tryPin } from './try-pin.ts';

/**
 * Hashes a PIN that may be used. One that is easy to guess and one that somebody else has are refused alike, after the
 * same work, so that the refusal tells of nobody.
 * @throws Failure PinNotUsable
 */
export async function usablePin(ctx: ShopContext, staffId: number, pin: string): Promise<SecretHash> {
  const active = new Set(shopFacts(ctx).staff.flatMap(({ id, active: works }) => (works === 1 ? [id] : [])));
  const keys = await loadStaffKeys(ctx.work.read, 'pin');
  const others = keys.filter((key) => key.staff_id !== staffId && active.has(key.staff_id));
  const taken = await Promise.all(others.map((key) => isSecret(pin, key)));
  if (pinWeakness(pin) !== null || taken.includes(true)) throw failure('PinNotUsable');
  return hashSecret(pin);
}

interface NewPin {
  readonly staffId: number;
  readonly pin: string;
  readonly setBy: number;
}

/** Writes a PIN that was hashed; wrong tries at the old one no longer count. */
export async function putPin(
  tx: WriteTx,
  ctx: ShopContext,
  { staffId, pin, setBy }: NewPin,
  secret: SecretHash,
): Promise<void> {
  const at = ctx.clock.now();
  await putStaffKey(tx, { staff_id: staffId, kind: 'pin', ...secret, digits: pin.length, at, set_by: setBy });
  await forgetFailures(tx, staffId);
}

/** Gives somebody a PIN by a call, in the name of whoever set it. @throws Failure PinNotUsable */
export async function setPinOf(ctx: ShopContext, call: string, input: NewPin): Promise<void> {
  const secret = await usablePin(ctx, input.staffId, input.pin);
  await changeShop(ctx, async (tx) => {
    await putPin(tx, ctx, input, secret);
    await appendAudit(tx, ctx, done(call, { subjectId: input.staffId, by: input.setBy }));
  });
}

/** A new code that lets an owner in without the PIN, and what is kept of it. */
export async function newRecovery(): Promise<{ readonly code: string; readonly secret: SecretHash }> {
  const code = recoveryCode(randomBytes(32));
  return { code, secret: await hashSecret(readRecoveryCode(code) ?? code) };
}

/** Gives an owner a new recovery code; an earlier one is not valid any more. It is not kept. */
export async function makeRecovery(ctx: ShopContext, staffId: number): Promise<string> {
  const { code, secret } = await newRecovery();
  const at = ctx.clock.now();
  await ctx.work.write(async (tx) => {
    await putStaffKey(tx, {
      staff_id: staffId,
      kind: 'recovery',
      ...secret,
      digits: null,
      at,
      set_by: staffId,
    });
    await appendAudit(tx, ctx, done('staff.newRecoveryCode', { subjectId: staffId, by: staffId }));
  });
  return code;
}

/**
 * Sets a PIN for somebody. The first one is the owner's and switches signing in on: whoever set it is signed in.
 * @returns where that was the first, the recovery code to print now
 * @throws Failure NotFound, PinNotUsable, OwnerFirst
 */
export async function setPin(
  shop: OpenShop,
  session: StaffSession | null,
  input: { readonly staffId: number; readonly pin: string },
): Promise<{ door: Door; recoveryCode: string | null }> {
  const { ctx } = shop;
  const { staff, pinsOn } = shopFacts(ctx);
  const member = staff.find(({ id, active }) => id === input.staffId && active === 1);
  if (!member) throw failure('NotFound', { what: 'staff', id: input.staffId });
  if (!pinsOn && member.role !== 'owner') throw failure('OwnerFirst');
  const setBy = currentStaff(shopFacts(ctx)).id;
  await setPinOf(ctx, 'staff.setPin', { ...input, setBy });
  const isFirst = !pinsOn;
  const made = isFirst ? await makeRecovery(ctx, member.id) : null;
  if (isFirst) {
    await noteSignIn(ctx, 'staff.signIn', member.id);
    session?.signIn(ctx, member.id);
  }
  return { door: await readDoor(shop, session), recoveryCode: made };
}

/**
 * Changes one's own PIN, proven by the old one. A refused new one counts as a wrong try: it tells that somebody may have
 * it.
 * @throws Failure PinWait, PinWrong, PinNotUsable
 */
export async function changeOwnPin(
  shop: OpenShop,
  session: StaffSession | null,
  input: { readonly current: string; readonly pin: string },
): Promise<Door> {
  const { ctx } = shop;
  const { id: staffId } = currentStaff(shopFacts(ctx));
  await tryPin(ctx, staffId, input.current);
  const secret = await usablePin(ctx, staffId, input.pin).catch(async (error: unknown) => {
    await countWrongTry(ctx, staffId);
    throw error;
  });
  await changeShop(ctx, async (tx) => {
    await putPin(tx, ctx, { staffId, pin: input.pin, setBy: staffId }, secret);
    await appendAudit(tx, ctx, done('staff.changeOwnPin', { subjectId: staffId }));
  });
  return readDoor(shop, session);
}

/** A new recovery code for the owner who asks, to be printed now. @throws Failure OwnerFirst while there are no PINs */
export async function newRecoveryCode(ctx: ShopContext): Promise<{ recoveryCode: string }> {
  const facts = shopFacts(ctx);
  if (!facts.pinsOn) throw failure('OwnerFirst');
  const { id } = currentStaff(facts);
  return { recoveryCode: await makeRecovery(ctx, id) };
}

/** Takes away all PINs and staff cards: for a shop in which one person works. @throws Failure SeveralPeople */
export async function turnPinsOff(shop: OpenShop, session: StaffSession | null): Promise<Door> {
  const { ctx } = shop;
  await changeShop(ctx, async (tx) => {
    const working = shopFacts(ctx).staff.filter(({ active }) => active === 1);
    if (working.length > 1) throw failure('SeveralPeople');
    await removeAllStaffKeys(tx);
    await appendAudit(tx, ctx, done('staff.turnPinsOff'));
  });
  session?.lock();
  return readDoor(shop, session);
}
