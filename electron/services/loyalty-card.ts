import type { Balance, CustomerCard } from '#shared/contract/till.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, Reward, TierLevel } from '#shared/domain/loyalty/programme.ts';
import { type RewardFacts, rewardObstacle } from '#shared/domain/loyalty/redeem.ts';
import { bestStanding } from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb } from '../db/connection.ts';
import { type CustomerRow, walletSharers } from '../repositories/customers.ts';
import { parkedOfCustomer } from '../repositories/parked.ts';
import { customerDays } from '../repositories/visits.ts';
import { usableVouchers } from '../repositories/vouchers.ts';
import { keptPrices } from './kept-prices.ts';
import { earnedToday, type FactsOf, giftFacts, rewardFacts, tierOn } from './loyalty-facts.ts';
import type { ShopFacts } from './shop-context.ts';

type LoyaltyCard = Pick<
  CustomerCard,
  'rewards' | 'vouchers' | 'tier' | 'nextTier' | 'earning' | 'heldPrices' | 'household' | 'parkedId'
>;

function rewardOffer(
  rules: ProgrammeRules,
  reward: Reward,
  facts: RewardFacts,
): CustomerCard['rewards'][number] {
  const obstacle = rewardObstacle(rules, reward, facts);
  const { id: rewardId, name, kind, unitId, price, itemId, percent, amountOff, partial } = reward;
  return {
    rewardId,
    name,
    kind,
    unitId,
    price,
    itemId,
    percent,
    amountOff,
    partial,
    obstacle,
    ready: obstacle === null,
  };
}

function tierView(rules: ProgrammeRules, tier: TierLevel | null): CustomerCard['tier'] {
  if (!tier || !rules.tiers) return null;
  const index = rules.tiers.levels.findIndex((level) => level.id === tier.id);
  return { tierId: tier.id, name: tier.name, index, of: rules.tiers.levels.length, benefits: tier.benefits };
}

/** Visits or money missing to the next level; rankings have no such number. */
async function nextTierOf(
  db: ReadDb,
  rules: ProgrammeRules,
  customerId: number,
  tier: TierLevel | null,
  day: BusinessDay,
): Promise<CustomerCard['nextTier']> {
  const { tiers } = rules;
  if (!tiers || tiers.basis === 'rank') return null;
  const next = tiers.levels.find((level) => level.from > (tier?.from ?? -1));
  if (!next) return null;
  const days = (await customerDays(db, customerId)).map((visited) => ({
    day: visited.day,
    amount: visited.amount ?? 0,
  }));
  const standing = bestStanding({ ...tiers, graceDays: 0 }, days, day);
  return { name: next.name, missing: Math.max(0, next.from - standing) };
}

/** The part of the till's customer card that the programme decides. */
export async function loyaltyCard(
  db: ReadDb,
  facts: ShopFacts,
  rules: ProgrammeRules,
  row: CustomerRow,
  about: { readonly day: BusinessDay; readonly balances: readonly Balance[]; readonly customer: FactsOf },
): Promise<LoyaltyCard> {
  const { day, balances, customer } = about;
  const tier = await tierOn(db, rules, row.id, day);
  const available = await rewardFacts(db, rules, {
    customerId: row.id,
    walletId: row.wallet_id,
    day,
    tier,
    balanceOf: (unitId) => balances.find((unit) => unit.unitId === unitId)?.balance ?? 0,
  });
  const gifts = await giftFacts(db, rules, customer, day);
  const earned = await earnedToday(db, rules, customer, day);
  return {
    rewards: rules.rewards
      .filter((reward) => reward.active)
      .map((reward) => rewardOffer(rules, reward, available)),
    vouchers: (await usableVouchers(db, row.id, day)).map(({ code, name, kind, benefit, expires_day }) => ({
      code,
      name,
      kind,
      benefit: JSON.parse(benefit) as CustomerCard['vouchers'][number]['benefit'],
      expiresDay: formatDay(expires_day),
    })),
    tier: tierView(rules, tier),
    nextTier: await nextTierOf(db, rules, row.id, tier, day),
    earning: {
      tierId: tier?.id ?? null,
      earnedToday: [...earned].map(([unitId, amount]) => ({ unitId, amount })),
      ...gifts,
      given: [...(gifts.given ?? [])],
    },
    heldPrices: (await keptPrices(db, facts, rules, row.id, day)).map(({ itemId, price, untilDay }) => ({
      itemId,
      price,
      untilDay: formatDay(untilDay),
    })),
    household: await walletSharers(db, row.wallet_id, row.id),
    parkedId: await parkedOfCustomer(db, row.id),
  };
}
