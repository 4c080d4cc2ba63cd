import { parseDay } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { rankedTier } from '../repositories/loyalty-facts.ts';
import { endTierHold, putCustomerTiers, putTierHold } from '../repositories/tiers.ts';
import { failure } from './failure.ts';
import { tierOn } from './loyalty-facts.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

interface Holding {
  readonly requestId: string;
  readonly customerId: number;
  /** Null ends the hold. */
  readonly tierId: number | null;
  /** Last day; null = until it is ended. */
  readonly untilDay: string | null;
}

async function writeHold(tx: WriteTx, ctx: ShopContext, input: Holding): Promise<number> {
  const { tierId } = input;
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  const { rules } = programmeOn(facts, day);
  const customerId = (await keptCustomer(tx, input.customerId))?.id;
  if (customerId === undefined) throw failure('NotFound', { what: 'customer', id: input.customerId });
  if (tierId === null) await endTierHold(tx, customerId);
  else {
    if (!rules.tiers?.levels.some((level) => level.id === tierId))
      throw failure('InvalidValue', { field: 'tierId' });
    const untilDay = input.untilDay === null ? null : parseDay(input.untilDay);
    if (input.untilDay !== null && (untilDay === null || untilDay < day))
      throw failure('InvalidValue', { field: 'untilDay' });
    const staffId = currentStaff(facts).id;
    await putTierHold(tx, {
      customer_id: customerId,
      tier_id: tierId,
      until_day: untilDay,
      at,
      staff_id: staffId,
    });
  }
  const { rank } = await rankedTier(tx, customerId);
  const tier = await tierOn(tx, rules, customerId, day);
  await putCustomerTiers(tx, [{ customerId, tierId: tier?.id ?? null, rank }]);
  return customerId;
}

/**
 * Holds a customer at a tier until a day, or ends that; a higher tier that is deserved counts all the same.
 * @returns the tier they have from now on
 * @throws Failure NotFound, InvalidValue (no such tier, a day in the past), RequestIdReused
 */
export function holdTier(ctx: ShopContext, input: Holding): Promise<{ tierId: number | null }> {
  return ctx.work.write(async (tx) => {
    const customerId = await writeOnce(tx, ctx, 'loyalty.holdTier', input, () => writeHold(tx, ctx, input));
    const { day } = present(ctx);
    const tier = await tierOn(tx, programmeOn(shopFacts(ctx), day).rules, customerId, day);
    return { tierId: tier?.id ?? null };
  });
}
