import { newRuleId, publishProgramme } from '#electron/services/programme.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import type { PointsRule, ProgrammeRules, Reward, StampCard } from '#shared/domain/loyalty/programme.ts';
import { aRequest, rulesOf } from './shop.ts';

/** So many points for so many minor units, with nothing special about it. */
export const pointsFor = (points: number, per: number, change: Partial<PointsRule> = {}): PointsRule => ({
  points,
  per,
  minAmount: 0,
  excluded: [],
  perItem: [],
  dailyCap: null,
  ...change,
});

/** A stamp a visit without a daily cap; ten make a full card unless said otherwise. */
export const aCard = (
  change: Partial<StampCard> & Pick<StampCard, 'unitId'>,
): ProgrammeRules['stampCards'][number] => ({
  name: 'Coffee',
  size: 10,
  stamps: 1,
  on: { kind: 'visit', minAmount: 0 },
  perDay: null,
  ...change,
});

/** A reward for everybody at any time; something given by hand that costs 1.00 unless said otherwise. */
export const aReward = (
  change: Partial<Reward> & Pick<Reward, 'id' | 'unitId'>,
): ProgrammeRules['rewards'][number] => ({
  name: 'Something nice',
  kind: 'freeItem',
  price: 10,
  itemId: null,
  percent: null,
  amountOff: null,
  partial: false,
  stock: null,
  firstDay: null,
  lastDay: null,
  tierId: null,
  onlyNew: false,
  cost: 100,
  active: true,
  ...change,
});

/** Unit of the shop's first stamp card, or a new one where the shop has none. */
export const cardUnitOf = (ctx: ShopContext): number =>
  rulesOf(ctx).stampCards[0]?.unitId ?? newRuleId(ctx, 'units').id;

/** A new id for a reward. */
export const newRewardId = (ctx: ShopContext): number => newRuleId(ctx, 'rewards').id;

/** Publishes what is in force with some of it changed, from today on or from a later day ("YYYY-MM-DD"). */
export function publishRules(
  ctx: ShopContext,
  change: Partial<ProgrammeRules>,
  effectiveFrom: string | null = null,
): ReturnType<typeof publishProgramme> {
  return publishProgramme(ctx, {
    requestId: aRequest(),
    rules: { ...rulesOf(ctx), ...change },
    effectiveFrom,
  });
}

/** A small programme as most tests need it: points for money, one stamp card by visits, rewards in either. */
export interface SmallProgramme {
  readonly points?: { readonly points: number; readonly per: number } | null;
  readonly stamps?: { readonly name: string; readonly size: number; readonly stampsPerVisit: number } | null;
  readonly rewards: readonly SmallReward[];
}

export interface SmallReward {
  /** Null = a new reward. */
  readonly id?: number | null;
  readonly name: string;
  readonly pricedIn: 'points' | 'stamps';
  readonly price: number;
  readonly itemId?: number | null;
  readonly amountOff?: number | null;
  readonly cost?: number;
}

/** The rules of a small programme, in the units the shop has. */
export function smallRules(
  base: ProgrammeRules,
  { points = null, stamps = null, rewards }: SmallProgramme,
  ids: { readonly stampUnitId: number; readonly nextReward: () => number },
): ProgrammeRules {
  return {
    ...base,
    points: points && pointsFor(points.points, points.per),
    stampCards: stamps
      ? [
          aCard({
            unitId: ids.stampUnitId,
            name: stamps.name,
            size: stamps.size,
            stamps: stamps.stampsPerVisit,
          }),
        ]
      : [],
    rewards: rewards.map(({ id, name, pricedIn, price, itemId = null, amountOff = null, cost = 100 }) =>
      aReward({
        id: id ?? ids.nextReward(),
        name,
        kind: amountOff === null ? 'freeItem' : 'amountOff',
        unitId: pricedIn === 'points' ? base.pointsUnitId : ids.stampUnitId,
        price,
        itemId,
        amountOff,
        cost,
      }),
    ),
  };
}

/** Publishes a small programme in a shop, in force at once. */
export function publishSmall(
  ctx: ShopContext,
  small: SmallProgramme,
  requestId = aRequest(),
): ReturnType<typeof publishProgramme> {
  const rules = smallRules(rulesOf(ctx), small, {
    stampUnitId: cardUnitOf(ctx),
    nextReward: () => newRewardId(ctx),
  });
  return publishProgramme(ctx, { requestId, rules, effectiveFrom: null });
}
