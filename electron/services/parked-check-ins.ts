import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { redeem } from '#shared/domain/loyalty/redeem.ts';
import type { WriteTx } from '../db/connection.ts';
import { customerForCheckIn, keptCustomer } from '../repositories/customers.ts';
import { walletBalances } from '../repositories/ledger.ts';
import { deleteParked, insertParked, parkedCheckIns } from '../repositories/parked.ts';
import { failure } from './failure.ts';
import { rewardFacts, tierOn } from './loyalty-facts.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** A check-in as it is set aside. */
export interface ParkedContent {
  readonly customerId: number | null;
  readonly amount: number | null;
  readonly items: { readonly itemId: number; readonly quantity: number }[];
  readonly redeem: { readonly rewardId: number; readonly spend?: number | undefined }[];
  readonly vouchers: { readonly code: string }[];
}

/** What the chosen rewards will cost, per unit: it stays reserved, so that nobody of the household spends it meanwhile. */
async function reservesOf(tx: WriteTx, ctx: ShopContext, content: ParkedContent, day: BusinessDay) {
  if (content.customerId === null || content.redeem.length === 0) return [];
  const { rules } = programmeOn(shopFacts(ctx), day);
  const customer = await customerForCheckIn(tx, content.customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: content.customerId });
  const { walletId } = customer;
  const balances = await walletBalances(tx, walletId);
  const facts = await rewardFacts(tx, rules, {
    customerId: customer.id,
    walletId,
    day,
    tier: await tierOn(tx, rules, customer.id, day),
    balanceOf: (unitId) => balances.find((row) => row.unitId === unitId)?.balance ?? 0,
    choices: content.redeem,
  });
  const result = redeem(rules, content.redeem, facts);
  if (result.kind === 'notAvailable') {
    throw failure('RewardNotAvailable', { rewardId: result.rewardId, obstacle: result.obstacle });
  }
  if (result.kind === 'insufficient') {
    const { unitId, balance, price } = result;
    throw failure('InsufficientBalance', { unitId, balance, price });
  }
  const sums = new Map<number, number>();
  for (const { reward, change } of result.redemptions) {
    sums.set(reward.unitId, (sums.get(reward.unitId) ?? 0) - change);
  }
  return [...sums].map(([unitId, amount]) => ({ walletId, unitId, amount }));
}

/** Check-ins that were set aside, newest first. */
export async function listParked(ctx: ShopContext, db = ctx.work.read) {
  shopFacts(ctx);
  return (await parkedCheckIns(db)).map((row) => ({
    ...(JSON.parse(row.content) as ParkedContent),
    parkedId: row.id,
    at: row.at,
    customerName: row.customerName,
  }));
}

/**
 * Sets a check-in aside; the same `requestId` again sets nothing aside twice.
 * @throws Failure NotFound, RewardNotAvailable, InsufficientBalance, RequestIdReused
 */
export function park(ctx: ShopContext, input: ParkedContent & { readonly requestId: string }) {
  return ctx.work.write(async (tx) => {
    const { requestId: _, ...asked } = input;
    const { at, day } = present(ctx);
    const staffId = currentStaff(shopFacts(ctx)).id;
    const customer = asked.customerId === null ? undefined : await keptCustomer(tx, asked.customerId);
    if (asked.customerId !== null && !customer)
      throw failure('NotFound', { what: 'customer', id: asked.customerId });
    const customerId = customer?.id ?? null;
    const content = { ...asked, customerId };
    const parkedId = await writeOnce(tx, ctx, 'till.park', input, async () => {
      const id = ctx.ids.next('parked_check_ins');
      const row = { id, customer_id: customerId, content: JSON.stringify(content), at, staff_id: staffId };
      await insertParked(tx, row, await reservesOf(tx, ctx, content, day));
      return id;
    });
    // Also when it was finished meanwhile: a late repetition sets nothing aside again.
    return { ...content, parkedId, at, customerName: customer?.name ?? null };
  });
}

/** Gives up a check-in that was set aside; releasing it twice is the same. @throws Failure RequestIdReused */
export function release(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly parkedId: number },
): Promise<{ parkedId: number }> {
  return ctx.work.write(async (tx) => ({
    parkedId: await writeOnce(tx, ctx, 'till.release', input, async () => {
      await deleteParked(tx, input.parkedId);
      return input.parkedId;
    }),
  }));
}
