import type { BusinessDay } from '../business-day/business-day.ts';

/** Prices kept for loyal people until a day. */
export interface PriceHold {
  readonly holdId: number;
  /** Everybody who has reached this tier, or one customer. */
  readonly for:
    | { readonly kind: 'tier'; readonly tierId: number }
    | { readonly kind: 'customer'; readonly customerId: number };
  /** Last day on which the prices are kept. */
  readonly untilDay: BusinessDay;
  /** Whether the owner has ended it before its day. */
  readonly isEnded: boolean;
  /** Item id -> minor units as they were when the hold began. */
  readonly prices: ReadonlyMap<number, number>;
}

/** For whom prices are asked. */
export interface HoldCustomer {
  readonly customerId: number;
  /** Tiers the customer has reached (`reachedLevels`): what is kept for gold holds for platinum too. */
  readonly tierIds: readonly number[];
}

/** Whether a hold counts for a customer on a day. */
export function holdApplies(hold: PriceHold, customer: HoldCustomer, day: BusinessDay): boolean {
  if (hold.isEnded || hold.untilDay < day) return false;
  return hold.for.kind === 'tier'
    ? customer.tierIds.includes(hold.for.tierId)
    : hold.for.customerId === customer.customerId;
}

/** What an item costs somebody. */
export interface EffectivePrice {
  /** Minor units. */
  readonly price: number;
  /** The hold that keeps it below today's price; null when today's price counts. */
  readonly holdId: number | null;
  /** Last day of that hold. */
  readonly untilDay: BusinessDay | null;
}

/**
 * Price of an item for a customer on a day: the lowest of today's price and those kept for them. A hold never makes
 * anything dearer, and an item that came later is not in it. Of two holds with one price the one that lasts longer is
 * named.
 */
export function effectivePrice(
  item: { readonly itemId: number; readonly price: number },
  holds: readonly PriceHold[],
  customer: HoldCustomer,
  day: BusinessDay,
): EffectivePrice {
  const today: EffectivePrice = { price: item.price, holdId: null, untilDay: null };
  return holds
    .filter((hold) => holdApplies(hold, customer, day))
    .reduce((best, hold) => {
      const price = hold.prices.get(item.itemId);
      if (price === undefined || price > best.price) return best;
      const lasts = best.untilDay !== null && hold.untilDay > best.untilDay;
      return price < best.price || lasts ? { price, holdId: hold.holdId, untilDay: hold.untilDay } : best;
    }, today);
}
