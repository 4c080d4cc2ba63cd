import { minorUnitsPerEuro } from '../money/price-level.ts';
import type { ProgrammeRules, Reward, StampCard, TierScheme } from './programme.ts';

export type PresetKind = 'stamps' | 'goldMug' | 'salon' | 'topTwenty' | 'silverGoldPlatinum' | 'pointsOnly';

/** Starter programmes that fit a kind of shop, the suggested one first. */
export const presetsFor = {
  cafe: ['stamps', 'goldMug', 'silverGoldPlatinum', 'pointsOnly'],
  salon: ['salon', 'topTwenty', 'silverGoldPlatinum', 'pointsOnly'],
  other: ['pointsOnly', 'stamps', 'silverGoldPlatinum'],
} as const satisfies Record<string, readonly PresetKind[]>;

/** Names that a preset gives to what it makes; from the translations. */
export interface PresetNames {
  readonly stampCard: string;
  readonly stampReward: string;
  readonly pointsReward: string;
  readonly moneyOff: string;
  readonly tiers: Readonly<
    Record<'friend' | 'regular' | 'goldMug' | 'silver' | 'gold' | 'platinum' | 'top' | 'everybody', string>
  >;
  readonly benefits: Readonly<
    Record<'friend' | 'regular' | 'goldMug' | 'silver' | 'gold' | 'platinum' | 'top', string>
  >;
}

/** What presets need of the shop: units that exist already are kept, new ids come from the caller. */
export interface PresetBase {
  readonly currency: string;
  /** Decimal digits of the currency. */
  readonly digits: number;
  readonly pointsUnitId: number;
  readonly stampUnitId: number;
  readonly names: PresetNames;
  readonly nextId: (kind: 'rewards' | 'tiers') => number;
}

/**
 * Minor units that earn one point: the power of ten below a euro's worth, so that a cup of coffee earns a few points in
 * every currency ("setiap Rp10.000 = 1 poin", a point per 10 kr).
 */
export function pointsPer(currency: string, digits: number): number {
  const perEuro = minorUnitsPerEuro(currency);
  // Seven Danish crowns are a euro, but nobody counts in single crowns.
  if (currency === 'DKK') return 10 * 10 ** digits;
  return Math.max(10 ** digits, 10 ** Math.floor(Math.log10(perEuro)));
}

const plain = { num: 1, den: 1 };

function reward(
  base: PresetBase,
  over: Pick<Reward, 'name' | 'kind' | 'unitId' | 'price'> & Partial<Reward>,
): Reward {
  return {
    id: base.nextId('rewards'),
    itemId: null,
    percent: null,
    amountOff: null,
    partial: false,
    stock: null,
    firstDay: null,
    lastDay: null,
    tierId: null,
    onlyNew: false,
    cost: 0,
    active: true,
    ...over,
  };
}

function stampsWith(base: PresetBase, size: number): { card: StampCard; reward: Reward } {
  const { names, stampUnitId: unitId } = base;
  return {
    card: { unitId, name: names.stampCard, size, stamps: 1, on: { kind: 'visit', minAmount: 0 }, perDay: 2 },
    reward: reward(base, { name: names.stampReward, kind: 'freeItem', unitId, price: size }),
  };
}

/** 10 visits in 90 days make a regular, 25 the gold mug (ux.md, screen 4). */
function goldMugTiers(base: PresetBase): TierScheme {
  const { tiers, benefits } = base.names;
  return {
    basis: 'visits',
    window: { kind: 'rolling', days: 90 },
    graceDays: 30,
    levels: [
      { id: base.nextId('tiers'), name: tiers.friend, from: 0, benefits: benefits.friend, factor: plain },
      { id: base.nextId('tiers'), name: tiers.regular, from: 10, benefits: benefits.regular, factor: plain },
      {
        id: base.nextId('tiers'),
        name: tiers.goldMug,
        from: 25,
        benefits: benefits.goldMug,
        factor: { num: 3, den: 2 },
      },
    ],
  };
}

/** The twenty who brought most in the last year. */
function topTwentyTiers(base: PresetBase): TierScheme {
  const { tiers, benefits } = base.names;
  return {
    basis: 'rank',
    window: { kind: 'rolling', days: 365 },
    graceDays: 30,
    levels: [
      { id: base.nextId('tiers'), name: tiers.everybody, from: 0, benefits: '', factor: plain },
      { id: base.nextId('tiers'), name: tiers.top, from: 20, benefits: benefits.top, factor: plain },
    ],
  };
}

function metalTiers(base: PresetBase): TierScheme {
  const { tiers, benefits } = base.names;
  const per = pointsPer(base.currency, base.digits);
  return {
    basis: 'spend',
    window: { kind: 'calendarYear' },
    // What a year has earned lasts to the end of the next one, leap years included.
    graceDays: 366,
    levels: [
      { id: base.nextId('tiers'), name: tiers.silver, from: 0, benefits: benefits.silver, factor: plain },
      {
        id: base.nextId('tiers'),
        name: tiers.gold,
        from: 300 * per,
        benefits: benefits.gold,
        factor: { num: 5, den: 4 },
      },
      {
        id: base.nextId('tiers'),
        name: tiers.platinum,
        from: 800 * per,
        benefits: benefits.platinum,
        factor: { num: 3, den: 2 },
      },
    ],
  };
}

/**
 * A complete starter programme. A café gives a stamp a visit (two a day at most) and the free coffee for ten, beside a
 * point per unit of money; a salon a card of eight; the others points alone, 100 points for five points' worth of money.
 */
export function presetRules(kind: PresetKind, base: PresetBase): ProgrammeRules {
  const per = pointsPer(base.currency, base.digits);
  const { pointsUnitId, names } = base;
  const points = { points: 1, per, minAmount: 0, excluded: [], perItem: [], dailyCap: null };
  const money = (price: number, units: number) =>
    reward(base, {
      name: names.moneyOff,
      kind: 'amountOff',
      unitId: pointsUnitId,
      price,
      amountOff: units * per,
      cost: units * per,
    });
  const thing = (price: number) =>
    reward(base, { name: names.pointsReward, kind: 'freeItem', unitId: pointsUnitId, price });
  const common = {
    pointsUnitId,
    points,
    bonuses: [],
    gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
    expiry: { points: { kind: 'never' }, stamps: { kind: 'never' } },
    giveBackLimit: null,
  } as const;
  const carded = (size: number, price: number, tiers: TierScheme | null): ProgrammeRules => {
    const { card, reward: free } = stampsWith(base, size);
    return { ...common, stampCards: [card], rewards: [free, thing(price)], tiers };
  };
  switch (kind) {
    case 'stamps':
      return carded(10, 500, null);
    case 'goldMug':
      return carded(10, 500, goldMugTiers(base));
    case 'salon':
      return carded(8, 400, null);
    case 'topTwenty':
      return carded(8, 400, topTwentyTiers(base));
    case 'silverGoldPlatinum':
      return { ...common, stampCards: [], rewards: [money(100, 5)], tiers: metalTiers(base) };
    case 'pointsOnly':
      return { ...common, stampCards: [], rewards: [money(100, 5)], tiers: null };
  }
}
