import { businessDayAt, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { endPriceHold, insertPriceHold, isPriceHold, priceHolds } from '../repositories/price-holds.ts';
import { failure } from './failure.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

interface Holding {
  readonly requestId: string;
  readonly for:
    | { readonly kind: 'tier'; readonly tierId: number }
    | { readonly kind: 'customer'; readonly customerId: number };
  /** Last day. */
  readonly untilDay: string;
}

async function writeHold(tx: WriteTx, ctx: ShopContext, input: Holding): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  const untilDay = parseDay(input.untilDay);
  if (untilDay === null || untilDay < day) throw failure('InvalidValue', { field: 'untilDay' });
  const whom = input.for;
  const customer = whom.kind === 'customer' ? await keptCustomer(tx, whom.customerId) : undefined;
  if (whom.kind === 'customer' && !customer)
    throw failure('NotFound', { what: 'customer', id: whom.customerId });
  const levels = programmeOn(facts, day).rules.tiers?.levels ?? [];
  if (whom.kind === 'tier' && !levels.some((level) => level.id === whom.tierId))
    throw failure('InvalidValue', { field: 'tierId' });
  const sold = [...facts.items.values()].filter((item) => item.active === 1);
  const id = ctx.ids.next('price_holds');
  await insertPriceHold(tx, {
    id,
    tier_id: whom.kind === 'tier' ? whom.tierId : null,
    customer_id: customer?.id ?? null,
    until_day: untilDay,
    prices: JSON.stringify(Object.fromEntries(sold.map((item) => [item.id, item.price]))),
    at,
    staff_id: currentStaff(facts).id,
    ended_at: null,
  });
  return id;
}

/**
 * Keeps today's prices for everybody of a tier (and of those above it) or for one customer, until a day.
 * @throws Failure NotFound (customer), InvalidValue (no such tier, a day in the past), RequestIdReused
 */
export async function holdPrices(ctx: ShopContext, input: Holding): Promise<{ holdId: number }> {
  const holdId = await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'vouchers.holdPrices', input, () => writeHold(tx, ctx, input)),
  );
  return { holdId };
}

/** Ends a hold before its day. @throws Failure InvalidValue (no such hold), RequestIdReused */
export async function endHold(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly holdId: number },
): Promise<{ holdId: number }> {
  const holdId = await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'vouchers.endHold', input, async () => {
      if (!(await isPriceHold(tx, input.holdId))) throw failure('InvalidValue', { field: 'holdId' });
      await endPriceHold(tx, input.holdId, present(ctx).at);
      return input.holdId;
    }),
  );
  return { holdId };
}

/** Prices kept today, newest first, with how many items cost more by now. */
export async function heldPrices(ctx: ShopContext) {
  const facts = shopFacts(ctx);
  const { day } = present(ctx);
  const levels = facts.programmes.flatMap((version) => version.rules.tiers?.levels ?? []);
  return {
    holds: (await priceHolds(ctx.work.read, day)).map((hold) => {
      const whom = hold.for;
      const tier = levels.findLast((level) => whom.kind === 'tier' && level.id === whom.tierId);
      const raised = [...hold.prices].filter(
        ([itemId, price]) => (facts.items.get(itemId)?.price ?? 0) > price,
      );
      return {
        holdId: hold.holdId,
        tierId: whom.kind === 'tier' ? whom.tierId : null,
        customerId: whom.kind === 'customer' ? whom.customerId : null,
        forName: hold.customerName ?? tier?.name ?? '',
        sinceDay: formatDay(businessDayAt(hold.at, facts.calendar)),
        untilDay: formatDay(hold.untilDay),
        raised: raised.length,
      };
    }),
  };
}
