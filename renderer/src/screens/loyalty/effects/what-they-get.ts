import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { previewEarning } from '#shared/domain/loyalty/earn.ts';
import { type ProgrammeRules, unitsOf } from '#shared/domain/loyalty/programme.ts';
import { totalGiveBack, visitsToReward } from '#shared/domain/loyalty/visits-to-reward.ts';

/** What one ordinary visit brings, and how far the rewards are with visits like that. */
export interface Brought {
  readonly stamps: number;
  readonly points: number;
  /** Rewards that are given; `visits` null = never reached by such visits. */
  readonly rewards: readonly { readonly id: number; readonly name: string; readonly visits: number | null }[];
  /** Share of the bill given back at most, at the shop's cost; null when nothing is reached. */
  readonly givesBack: number | null;
}

/**
 * An ordinary visit of `amount` minor units under some rules: without bonus windows, tiers and gifts, and without
 * knowing what was bought.
 */
export const whatTheyGet = (rules: ProgrammeRules, amount: number): Brought => {
  const ordinary = { ...rules, bonuses: [] };
  const earned = previewEarning(ordinary, {
    amount,
    lines: [],
    time: { day: businessDay(0), weekday: 4, minute: 720 },
    carry: noCarry,
    tier: null,
    earnedToday: () => 0,
  });
  const sumOf = (kind: 'stamps' | 'points') =>
    unitsOf(rules)
      .filter((unit) => unit.kind === kind)
      .reduce((sum, { unitId }) => sum + (earned.get(unitId) ?? 0), 0);
  return {
    stamps: sumOf('stamps'),
    points: sumOf('points'),
    rewards: rules.rewards
      .filter(({ active }) => active)
      .map((reward) => ({
        id: reward.id,
        name: reward.name,
        visits: visitsToReward(rules, reward, amount),
      })),
    givesBack: totalGiveBack(rules, amount),
  };
};
