import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { effectivePrice } from '#shared/domain/loyalty/price-hold.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { reachedLevels } from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb } from '../db/connection.ts';
import { priceHolds } from '../repositories/price-holds.ts';
import { tierOn } from './loyalty-facts.ts';
import type { ShopFacts } from './shop-context.ts';

/** A price kept for somebody that is lower than today's. */
export interface KeptPrice {
  readonly itemId: number;
  /** Minor units. */
  readonly price: number;
  readonly untilDay: BusinessDay;
}

/** Old prices that hold for a customer on a day; the lowest of several. */
export async function keptPrices(
  db: ReadDb,
  facts: ShopFacts,
  rules: ProgrammeRules,
  customerId: number,
  day: BusinessDay,
): Promise<readonly KeptPrice[]> {
  const holds = await priceHolds(db, day);
  if (holds.length === 0) return [];
  const { tiers } = rules;
  const reached = tiers ? reachedLevels(tiers, await tierOn(db, rules, customerId, day)) : [];
  const customer = { customerId, tierIds: reached.map((level) => level.id) };
  return [...facts.items.values()].flatMap(({ id, price }) => {
    const kept = effectivePrice({ itemId: id, price }, holds, customer, day);
    return kept.untilDay !== null && kept.price < price
      ? [{ itemId: id, price: kept.price, untilDay: kept.untilDay }]
      : [];
  });
}
