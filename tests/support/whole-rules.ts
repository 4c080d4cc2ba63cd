import fc from 'fast-check';
import type { Factor, ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aCard, aReward, pointsFor } from './rules.ts';

/** What rules name, as this shop numbers it. */
export interface NamedByRules {
  readonly pointsUnitId: number;
  readonly visitCard: number;
  readonly itemCard: number;
  readonly coffee: number;
  readonly cake: number;
  readonly rewards: readonly number[];
  readonly tiers: readonly number[];
  readonly bonusId: number;
}

const expiry = fc.constantFrom<ProgrammeRules['expiry']['points']>(
  { kind: 'never' },
  { kind: 'months', months: 1, graceDays: 3 },
  { kind: 'endOf', period: 'month', later: 0, graceDays: 0 },
  { kind: 'endOf', period: 'quarter', later: 0, graceDays: 14 },
  { kind: 'inactivity', months: 1, graceDays: 0 },
);
const factor = fc.constantFrom<Factor>({ num: 2, den: 1 }, { num: 3, den: 2 }, { num: 4, den: 3 });

/** Rules that use everything there is, with rewards cheap enough to be reached; to be numbered by a shop. */
export const anyRules: fc.Arbitrary<(named: NamedByRules) => ProgrammeRules> = fc
  .record({
    points: fc.integer({ min: 1, max: 3 }),
    per: fc.constantFrom(30, 50, 70, 100, 130, 170),
    minAmount: fc.constantFrom(0, 200),
    dailyCap: fc.constantFrom(null, null, 6, 20),
    perItem: fc.constantFrom(0, 2),
    perDay: fc.constantFrom(null, 1, 2),
    bonus: factor,
    tier: fc.option(factor),
    excludes: fc.boolean(),
    gifts: fc.boolean(),
    pointsExpiry: expiry,
    stampsExpiry: expiry,
  })
  .map((draw) => (named) => rulesFor(draw, named));

interface Draw {
  readonly points: number;
  readonly per: number;
  readonly minAmount: number;
  readonly dailyCap: number | null;
  readonly perItem: number;
  readonly perDay: number | null;
  readonly bonus: Factor;
  readonly tier: Factor | null;
  readonly excludes: boolean;
  readonly gifts: boolean;
  readonly pointsExpiry: ProgrammeRules['expiry']['points'];
  readonly stampsExpiry: ProgrammeRules['expiry']['points'];
}

function giftsOf({ gifts }: Draw, { pointsUnitId, visitCard }: NamedByRules): ProgrammeRules['gifts'] {
  if (!gifts) return { signUp: null, referral: null, birthday: null, milestones: [] };
  return {
    signUp: { unitId: visitCard, amount: 1 },
    referral: { referrer: { unitId: pointsUnitId, amount: 5 }, friend: { unitId: visitCard, amount: 1 } },
    birthday: { gift: { unitId: pointsUnitId, amount: 7 }, daysAround: 5 },
    milestones: [{ visits: 3, gift: { unitId: pointsUnitId, amount: 4 } }],
  };
}

function tiersOf({ tier }: Draw, { tiers: [low = 0, high = 0] }: NamedByRules): ProgrammeRules['tiers'] {
  if (tier === null) return null;
  return {
    basis: 'visits',
    window: { kind: 'rolling', days: 30 },
    graceDays: 3,
    levels: [
      { id: low, name: 'Friend', from: 0, benefits: '', factor: { num: 1, den: 1 } },
      { id: high, name: 'Regular', from: 3, benefits: '', factor: tier },
    ],
  };
}

function rewardsOf(draw: Draw, named: NamedByRules): ProgrammeRules['rewards'] {
  const { pointsUnitId, visitCard, itemCard, coffee, cake, tiers } = named;
  const [part = 0, free = 0, thanks = 0, percent = 0, fresh = 0] = named.rewards;
  return [
    aReward({
      ...{ id: part, unitId: pointsUnitId, name: 'Up to 1.50 off', kind: 'amountOff' },
      ...{ price: 10, amountOff: 150, partial: true },
    }),
    aReward({ id: free, unitId: visitCard, name: 'Free coffee', price: 3, itemId: coffee }),
    aReward({ id: thanks, unitId: itemCard, name: 'Our thanks', kind: 'thanks', price: 4, stock: 2 }),
    aReward({
      id: percent,
      unitId: pointsUnitId,
      name: '15 % off',
      kind: 'percentOff',
      percent: 15,
      price: 7,
    }),
    aReward({
      ...{ id: fresh, unitId: pointsUnitId, name: 'A first cake', kind: 'addOn', price: 2, itemId: cake },
      ...{ onlyNew: true, tierId: draw.tier === null ? null : (tiers[0] ?? null) },
    }),
  ];
}

function rulesFor(draw: Draw, named: NamedByRules): ProgrammeRules {
  const { pointsUnitId, visitCard, itemCard, cake, bonusId } = named;
  return {
    pointsUnitId,
    points: pointsFor(draw.points, draw.per, {
      minAmount: draw.minAmount,
      dailyCap: draw.dailyCap,
      excluded: draw.excludes ? [{ kind: 'category', category: 'Gift cards' }] : [],
      perItem: draw.perItem > 0 ? [{ scope: { kind: 'item', itemId: cake }, points: draw.perItem }] : [],
    }),
    stampCards: [
      aCard({ unitId: visitCard, size: 3, perDay: draw.perDay }),
      aCard({
        ...{ unitId: itemCard, name: 'Cakes', size: 4, stamps: 2 },
        on: { kind: 'items', scopes: [{ kind: 'category', category: 'Cakes' }] },
      }),
    ],
    bonuses: [
      {
        ...{ id: bonusId, name: 'Tuesday and Friday', weekdays: [2, 5], hours: null },
        ...{ firstDay: null, lastDay: null, factor: draw.bonus, applies: 'both' },
      },
    ],
    gifts: giftsOf(draw, named),
    rewards: rewardsOf(draw, named),
    expiry: { points: draw.pointsExpiry, stamps: draw.stampsExpiry },
    tiers: tiersOf(draw, named),
    giveBackLimit: null,
  };
}
