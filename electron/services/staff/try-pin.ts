import { freeTries, mayTryAt, tryBegins, tryWasRight } from '#shared/domain/staff/pin-waits.ts';
import type { WriteTx } from '../../db/connection.ts';
import { findPinFailures, findStaffKey, putPinFailures } from '../../repositories/staff.ts';
import { failure } from '../failure.ts';
import { type ShopContext, shopFacts } from '../shop-context.ts';
import { isSecret } from './secret-hash.ts';

/** Wrong PINs of the shop as a whole, and of people who do not exist. */
const wholeShop = 0;
const strangers = -1;

/** Counts a try as wrong before it is looked at. @throws Failure PinWait while nobody may try */
async function beginTry(tx: WriteTx, subject: number, now: number): Promise<number> {
  const own = await findPinFailures(tx, subject);
  const shop = await findPinFailures(tx, wholeShop);
  const [ownBefore, shopBefore] = [{ failures: own.failures, lastAt: own.last_at }, { fullAt: shop.full_at }];
  const from = mayTryAt(ownBefore, shopBefore, now);
  if (from > now) throw failure('PinWait', { seconds: Math.ceil((from - now) / 1000) });
  const [ownAfter, shopAfter] = tryBegins(ownBefore, shopBefore, now);
  await putPinFailures(tx, { ...own, failures: ownAfter.failures, last_at: ownAfter.lastAt });
  await putPinFailures(tx, { ...shop, full_at: shopAfter.fullAt });
  return ownAfter.failures;
}

async function forgetTry(tx: WriteTx, subject: number): Promise<void> {
  const shop = await findPinFailures(tx, wholeShop);
  const [own, shopAfter] = tryWasRight({ fullAt: shop.full_at });
  await putPinFailures(tx, { subject, failures: own.failures, last_at: own.lastAt, full_at: 0 });
  await putPinFailures(tx, { ...shop, full_at: shopAfter.fullAt });
}

/**
 * Checks somebody's PIN. A try is on disk as a wrong one before its hash is worked out and is taken off when it was right,
 * so neither many at once nor pulling the plug gives a guess away; somebody who does not exist, or has no PIN, costs the
 * same work.
 * @param proven runs in the transaction that forgets the try
 * @throws Failure PinWait, PinWrong
 */
export async function tryPin(
  ctx: ShopContext,
  staffId: number,
  pin: string,
  proven: (tx: WriteTx) => Promise<void> = async () => undefined,
): Promise<void> {
  const member = shopFacts(ctx).staff.find(({ id, active }) => id === staffId && active === 1);
  const subject = member?.id ?? strangers;
  const counts = (ctx.triesIn ?? ctx).work;
  const { failures, key } = await counts.write(async (tx) => ({
    failures: await beginTry(tx, subject, ctx.clock.now()),
    key: (await findStaffKey(tx, subject, 'pin')) ?? null,
  }));
  if (!(await isSecret(pin, key))) {
    throw failure('PinWrong', { left: Math.max(0, freeTries - failures) });
  }
  if (counts !== ctx.work) await counts.write((tx) => forgetTry(tx, subject));
  await ctx.work.write(async (tx) => {
    if (counts === ctx.work) await forgetTry(tx, subject);
    await proven(tx);
  });
}

/** Counts a wrong try that no PIN was compared for. */
export async function countWrongTry(ctx: ShopContext, staffId: number): Promise<void> {
  await (ctx.triesIn ?? ctx).work.write((tx) => beginTry(tx, staffId, ctx.clock.now()));
}

/** A PIN that somebody proved with another secret is clean again. */
export async function forgetFailures(tx: WriteTx, staffId: number): Promise<void> {
  await putPinFailures(tx, { subject: staffId, failures: 0, last_at: 0, full_at: 0 });
}
