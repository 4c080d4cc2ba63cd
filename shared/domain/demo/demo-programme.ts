import { type PresetBase, type PresetKind, presetRules } from '../loyalty/presets.ts';
import type { ProgrammeRules, Reward } from '../loyalty/programme.ts';
import { shopPrice } from '../money/price-level.ts';

interface MadeUp {
  readonly preset: PresetKind;
  /** What a full stamp card costs the shop, hundredths of a euro. */
  readonly fullCard: number;
  /** What points give back at the shop's cost, basis points of the bill. */
  readonly pointsRate: number;
  /** Most that may be given back, basis points of the bill. */
  readonly giveBackLimit: number | null;
}

const madeUp = {
  cafe: { preset: 'goldMug', fullCard: 85, pointsRate: 124, giveBackLimit: 350 },
  salon: { preset: 'topTwenty', fullCard: 900, pointsRate: 350, giveBackLimit: 600 },
  other: { preset: 'pointsOnly', fullCard: 0, pointsRate: 0, giveBackLimit: null },
} as const satisfies Record<string, MadeUp>;

/** The programme of a made-up shop: a starter programme with tiers, of which the owner has said what the rewards cost. */
export function demoProgramme(kind: keyof typeof madeUp, base: PresetBase): ProgrammeRules {
  const { preset, fullCard, pointsRate, giveBackLimit } = madeUp[kind];
  const rules = presetRules(preset, base);
  const costOf = ({ unitId, price }: Reward): number =>
    unitId === rules.pointsUnitId
      ? Math.round((price * (rules.points?.per ?? 0) * pointsRate) / 10_000)
      : shopPrice(fullCard, base.currency);
  const rewards = rules.rewards.map((reward) =>
    reward.cost > 0 ? reward : { ...reward, cost: costOf(reward) },
  );
  return { ...rules, rewards, giveBackLimit };
}
