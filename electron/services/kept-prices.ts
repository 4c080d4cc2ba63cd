import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb } from '../db/connection.ts';
import { hasPriceHolds, heldPrices } from '../repositories/vouchers.ts';
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
  if (!(await hasPriceHolds(db, day))) return [];
  const tier = await tierOn(db, rules, customerId, day);
  const holds = await heldPrices(db, customerId, tier?.id ?? 0, day);
  return [...facts.items.values()].flatMap((item) => {
    const kept = holds
      .flatMap(({ prices, untilDay }) => {
        const price = prices[String(item.id)];
        return price === undefined ? [] : [{ itemId: item.id, price, untilDay }];
      })
      .sort((a, b) => a.price - b.price)[0];
    return kept && kept.price < item.price ? [kept] : [];
  });
}
