import fc from 'fast-check';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { RewardChoice } from '#shared/domain/loyalty/redeem.ts';
import {
  aBonus,
  aPointsRule,
  aProgramme,
  aReward,
  aStampCard,
  cake,
  freeCoffee,
  giftCard,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

export const itemUnit = 3;
export const units = [pointsUnit, stampUnit, itemUnit] as const;
const expiryRule = fc.constantFrom<ProgrammeRules['expiry']['points']>(
  { kind: 'never' },
  { kind: 'months', months: 1, graceDays: 3 },
  { kind: 'endOf', period: 'month', later: 0, graceDays: 0 },
  { kind: 'endOf', period: 'quarter', later: 0, graceDays: 14 },
  { kind: 'inactivity', months: 1, graceDays: 0 },
);

/** Rules that earn in every way there is, with rewards cheap enough to be reached. */
export const someRules: fc.Arbitrary<ProgrammeRules> = fc
  .record({
    points: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom(30, 50, 70, 100, 130, 170),
    minAmount: fc.constantFrom(0, 200),
    dailyCap: fc.constantFrom(null, null, 6, 20),
    perItem: fc.constantFrom(0, 2),
    perDay: fc.constantFrom(null, 1, 2),
    factor: fc.constantFrom({ num: 2, den: 1 }, { num: 3, den: 2 }, { num: 4, den: 3 }),
    excludes: fc.boolean(),
    pointsExpiry: expiryRule,
    stampsExpiry: expiryRule,
  })
  .map((draw) =>
    aProgramme({
      points: aPointsRule({
        points: draw.points,
        per: draw.per,
        minAmount: draw.minAmount,
        dailyCap: draw.dailyCap,
        excluded: draw.excludes ? [{ kind: 'category', category: giftCard.category }] : [],
        perItem:
          draw.perItem > 0 ? [{ scope: { kind: 'item', itemId: cake.itemId }, points: draw.perItem }] : [],
      }),
      stampCards: [
        aStampCard({ perDay: draw.perDay }),
        aStampCard({
          unitId: itemUnit,
          name: 'Cakes',
          stamps: 2,
          on: { kind: 'items', scopes: [{ kind: 'category', category: cake.category }] },
        }),
      ],
      bonuses: [aBonus({ weekdays: [2, 5], factor: draw.factor, applies: 'both' })],
      rewards: [
        aReward({ id: 1, price: 10, amountOff: 150, partial: true }),
        { ...freeCoffee, price: 3 },
        aReward({ id: 3, unitId: itemUnit, price: 4, kind: 'thanks', amountOff: null }),
        aReward({ id: 4, price: 7, kind: 'percentOff', percent: 15, amountOff: null }),
      ],
      expiry: { points: draw.pointsExpiry, stamps: draw.stampsExpiry },
    }),
  );

/** One thing that happens; numbers are taken modulo what there is. */
export type Step =
  | {
      readonly kind: 'visit';
      readonly customer: number;
      readonly basket: readonly number[];
      readonly tier: number;
      readonly rewards: readonly RewardChoice[];
      readonly later: number;
    }
  | { readonly kind: 'undo'; readonly visit: number }
  | {
      readonly kind: 'refund';
      readonly visit: number;
      readonly percent: number;
      readonly returnRewards: boolean;
    }
  | { readonly kind: 'gift'; readonly customer: number; readonly unit: number; readonly amount: number }
  | { readonly kind: 'adjust'; readonly customer: number; readonly unit: number; readonly change: number }
  | { readonly kind: 'expire'; readonly later: number }
  | { readonly kind: 'merge' }
  | { readonly kind: 'unmerge' }
  | { readonly kind: 'rules'; readonly version: number }
  | { readonly kind: 'retry'; readonly request: number };

const index = fc.nat({ max: 40 });
const customer = fc.integer({ min: 0, max: 1 });
const unit = fc.integer({ min: 0, max: 2 });

const visitStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('visit' as const),
  customer,
  basket: fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 }),
  tier: fc.integer({ min: 0, max: 2 }),
  rewards: fc.array(
    fc.record({
      rewardId: fc.integer({ min: 1, max: 4 }),
      spend: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    { maxLength: 2 },
  ),
  later: fc.constantFrom(0, 0, 1, 2, 9),
});

const otherStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('undo' as const), visit: index }),
  fc.record({
    kind: fc.constant('refund' as const),
    visit: index,
    percent: fc.constantFrom(10, 33, 50, 100),
    returnRewards: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('gift' as const),
    customer,
    unit,
    amount: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({
    kind: fc.constant('adjust' as const),
    customer,
    unit,
    change: fc.integer({ min: -6, max: 6 }),
  }),
  fc.record({ kind: fc.constant('rules' as const), version: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('retry' as const), request: index }),
);

const expireStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.constant('expire' as const),
  later: fc.constantFrom(0, 5, 20, 40),
});
const mergeStep: fc.Arbitrary<Step> = fc.constantFrom<Step>({ kind: 'merge' }, { kind: 'unmerge' });

/** Histories of up to forty steps; `without` leaves kinds of steps out. */
export function someSteps(without: readonly ('expire' | 'merge')[] = []): fc.Arbitrary<Step[]> {
  const step = fc.oneof(
    { weight: 6, arbitrary: visitStep },
    { weight: 5, arbitrary: otherStep },
    ...(without.includes('expire') ? [] : [{ weight: 1, arbitrary: expireStep }]),
    ...(without.includes('merge') ? [] : [{ weight: 1, arbitrary: mergeStep }]),
  );
  return fc.array(step, { minLength: 1, maxLength: 40 });
}
