import { weekdayOf } from '../business-day/business-day.ts';
import { isMore } from './bonus-windows.ts';
import type { BonusWindow, ProgrammeRules, Reward } from './programme.ts';
import { giveBackRate, totalGiveBack, visitsToReward } from './visits-to-reward.ts';

/** Rewards further away than this are out of reach. */
export const mostVisitsToReward = 80;

/** Something to say about a draft, where it is typed. `block` forbids publishing, `warn` does not. */
export type ProgrammeIssue =
  | { readonly code: 'nothingEarned'; readonly level: 'block' }
  | { readonly code: 'rewardWithoutUnit'; readonly level: 'block'; readonly rewardId: number }
  | { readonly code: 'rewardDatesReversed'; readonly level: 'block'; readonly rewardId: number }
  | { readonly code: 'rewardTierMissing'; readonly level: 'block'; readonly rewardId: number }
  | {
      readonly code: 'rewardOutOfReach';
      readonly level: 'warn';
      readonly rewardId: number;
      readonly visits: number | null;
    }
  | {
      readonly code: 'giveBackOverLimit';
      readonly level: 'warn';
      readonly rewardId: number;
      readonly rate: number;
      readonly limit: number;
    }
  | { readonly code: 'rewardWithoutCost'; readonly level: 'warn'; readonly rewardId: number }
  | {
      readonly code: 'bonusesOverlap';
      readonly level: 'warn';
      readonly bonusId: number;
      readonly otherId: number;
    }
  | { readonly code: 'bonusDatesReversed'; readonly level: 'block'; readonly bonusId: number }
  | { readonly code: 'bonusNeverCounts'; readonly level: 'warn'; readonly bonusId: number }
  | { readonly code: 'tiersNotRising'; readonly level: 'block'; readonly tierId: number }
  | { readonly code: 'capBelowOne'; readonly level: 'block'; readonly unitId: number }
  | {
      readonly code: 'giftWithoutUnit';
      readonly level: 'block';
      readonly occasion: 'signUp' | 'referral' | 'birthday' | 'milestone';
    }
  /**
   * A unit people hold that the draft gives them nothing for: their balance could not be used. A warning where there is
   * something, but not for everybody or not for ever.
   */
  | {
      readonly code: 'unitStranded';
      readonly level: 'block' | 'warn';
      readonly unitId: number;
      readonly name: string;
    };

/** Minutes of a window as stretches that do not pass midnight. */
function stretches(hours: BonusWindow['hours']): readonly (readonly [number, number])[] {
  if (!hours) return [[0, 1440]];
  const { from, to } = hours;
  return from <= to
    ? [[from, to]]
    : [
        [from, 1440],
        [0, to],
      ];
}

/** Weekdays of a window on which it really comes: a window of a few dates does not meet every weekday. */
function weekdaysOf(
  weekdays: readonly number[],
  firstDay: BonusWindow['firstDay'],
  lastDay: BonusWindow['lastDay'],
): ReadonlySet<number> {
  const wanted = weekdays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : weekdays;
  if (firstDay === null || lastDay === null || lastDay - firstDay >= 6) return new Set(wanted);
  const first = weekdayOf(firstDay);
  const met = Array.from(
    { length: Math.max(0, lastDay - firstDay + 1) },
    (_, days) => ((first - 1 + days) % 7) + 1,
  );
  return new Set(met.filter((weekday) => wanted.includes(weekday)));
}

const later = (a: BonusWindow['firstDay'], b: BonusWindow['firstDay']) =>
  a === null ? b : b === null || a > b ? a : b;
const earlier = (a: BonusWindow['lastDay'], b: BonusWindow['lastDay']) =>
  a === null ? b : b === null || a < b ? a : b;

/** Whether two windows can be open at one moment for one thing. */
function overlaps(a: BonusWindow, b: BonusWindow): boolean {
  if (a.applies !== 'both' && b.applies !== 'both' && a.applies !== b.applies) return false;
  const firstDay = later(a.firstDay, b.firstDay);
  const lastDay = earlier(a.lastDay, b.lastDay);
  if (firstDay !== null && lastDay !== null && lastDay < firstDay) return false;
  const shared = weekdaysOf(b.weekdays, firstDay, lastDay);
  if (![...weekdaysOf(a.weekdays, firstDay, lastDay)].some((weekday) => shared.has(weekday))) return false;
  return stretches(a.hours).some(([from, to]) =>
    stretches(b.hours).some(([start, end]) => from < end && start < to),
  );
}

/** Whether a window ever gives more to anybody. */
function counts(rules: ProgrammeRules, bonus: BonusWindow): boolean {
  const { factor, hours, weekdays, firstDay, lastDay, applies } = bonus;
  if (!isMore(factor) || (hours && hours.from === hours.to)) return false;
  if (weekdaysOf(weekdays, firstDay, lastDay).size === 0) return false;
  const forPoints = applies !== 'stamps' && rules.points !== null;
  // Half a stamp is none: 3/2 of one stamp is one.
  const forStamps =
    applies !== 'points' &&
    rules.stampCards.some(
      (card) => card.on.kind === 'items' || Math.floor((card.stamps * factor.num) / factor.den) > card.stamps,
    );
  return forPoints || forStamps;
}

function bonusIssues(rules: ProgrammeRules): ProgrammeIssue[] {
  return rules.bonuses.flatMap((bonus, index): ProgrammeIssue[] => {
    const { id: bonusId, firstDay, lastDay } = bonus;
    if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
      return [{ code: 'bonusDatesReversed', level: 'block', bonusId }];
    }
    if (!counts(rules, bonus)) return [{ code: 'bonusNeverCounts', level: 'warn', bonusId }];
    return rules.bonuses
      .slice(index + 1)
      .filter((other) => counts(rules, other) && overlaps(bonus, other))
      .map((other) => ({ code: 'bonusesOverlap', level: 'warn', bonusId, otherId: other.id }));
  });
}

function rewardIssues(rules: ProgrammeRules, typicalAmount: number): ProgrammeIssue[] {
  const units = new Set([
    ...rules.stampCards.map((card) => card.unitId),
    ...(rules.points ? [rules.pointsUnitId] : []),
  ]);
  return rules.rewards.flatMap((reward): ProgrammeIssue[] => {
    const { id: rewardId, firstDay, lastDay } = reward;
    if (!reward.active) return [];
    if (!units.has(reward.unitId)) return [{ code: 'rewardWithoutUnit', level: 'block', rewardId }];
    if (firstDay !== null && lastDay !== null && lastDay < firstDay) {
      return [{ code: 'rewardDatesReversed', level: 'block', rewardId }];
    }
    if (reward.tierId !== null && !rules.tiers?.levels.some((level) => level.id === reward.tierId)) {
      return [{ code: 'rewardTierMissing', level: 'block', rewardId }];
    }
    const visits = visitsToReward(rules, reward, typicalAmount);
    if (visits === null || visits > mostVisitsToReward) {
      return [{ code: 'rewardOutOfReach', level: 'warn', rewardId, visits }];
    }
    if (reward.cost === 0 && reward.kind !== 'thanks' && reward.kind !== 'experience') {
      return [{ code: 'rewardWithoutCost', level: 'warn', rewardId }];
    }
    return [];
  });
}

/**
 * Every reward that alone gives back more than the owner's limit; else, where points and stamps together do, the one
 * with the largest part.
 */
function giveBackIssues(rules: ProgrammeRules, typicalAmount: number): ProgrammeIssue[] {
  if (rules.giveBackLimit === null) return [];
  const limit = rules.giveBackLimit / 10_000;
  const rates = rules.rewards.flatMap((reward) => {
    const visits = reward.active ? visitsToReward(rules, reward, typicalAmount) : null;
    const rate = giveBackRate(reward.cost, visits, typicalAmount);
    return rate === null ? [] : [{ rewardId: reward.id, rate }];
  });
  const issue = (rewardId: number, rate: number): ProgrammeIssue => ({
    code: 'giveBackOverLimit',
    level: 'warn',
    rewardId,
    rate,
    limit,
  });
  const alone = rates.filter(({ rate }) => rate > limit);
  if (alone.length > 0) return alone.map(({ rewardId, rate }) => issue(rewardId, rate));
  const total = totalGiveBack(rules, typicalAmount) ?? 0;
  const [largest] = [...rates].sort((a, b) => b.rate - a.rate);
  return largest && total > limit ? [issue(largest.rewardId, total)] : [];
}

/** A reward that everybody can have at any time. */
const isForEverybody = (reward: Reward): boolean =>
  reward.tierId === null && reward.lastDay === null && reward.stock === null && !reward.onlyNew;

/** Units that people hold and could not use, or not all of them. */
function strandedUnits(
  rules: ProgrammeRules,
  heldUnits: readonly { readonly unitId: number; readonly name: string }[],
): ProgrammeIssue[] {
  return heldUnits.flatMap(({ unitId, name }): ProgrammeIssue[] => {
    const rewards = rules.rewards.filter((reward) => reward.active && reward.unitId === unitId);
    if (rewards.some(isForEverybody)) return [];
    return [{ code: 'unitStranded', level: rewards.length === 0 ? 'block' : 'warn', unitId, name }];
  });
}

function tierIssues(rules: ProgrammeRules): ProgrammeIssue[] {
  const { tiers } = rules;
  if (!tiers) return [];
  return tiers.levels.flatMap((level, index): ProgrammeIssue[] => {
    const below = tiers.levels[index - 1];
    if (!below) return [];
    // Levels are listed from low to high; a ranking holds fewer people the higher it is, and 0 means everybody.
    const rises =
      tiers.basis === 'rank'
        ? level.from > 0 && (below.from === 0 || level.from < below.from)
        : level.from > below.from;
    return rises ? [] : [{ code: 'tiersNotRising', level: 'block', tierId: level.id }];
  });
}

function giftIssues(rules: ProgrammeRules, units: ReadonlySet<number>): ProgrammeIssue[] {
  const { signUp, referral, birthday, milestones } = rules.gifts;
  const given = [
    ...(signUp ? [['signUp', signUp] as const] : []),
    ...(referral ? [['referral', referral.referrer] as const, ['referral', referral.friend] as const] : []),
    ...(birthday ? [['birthday', birthday.gift] as const] : []),
    ...milestones.map(({ gift }) => ['milestone', gift] as const),
  ];
  return given
    .filter(([, gift]) => !units.has(gift.unitId))
    .map(([occasion]) => ({ code: 'giftWithoutUnit', level: 'block', occasion }));
}

/**
 * Everything worth saying about a draft before it is published.
 * @param typicalAmount what a visit usually brings, minor units: for reach and give-back
 * @param heldUnits units in which customers hold something
 */
export function checkProgramme(
  rules: ProgrammeRules,
  typicalAmount: number,
  heldUnits: readonly { readonly unitId: number; readonly name: string }[],
): readonly ProgrammeIssue[] {
  const units = new Set([
    ...rules.stampCards.map((card) => card.unitId),
    ...(rules.points ? [rules.pointsUnitId] : []),
  ]);
  const caps = [
    ...rules.stampCards.map((card) => ({ unitId: card.unitId, cap: card.perDay })),
    ...(rules.points ? [{ unitId: rules.pointsUnitId, cap: rules.points.dailyCap }] : []),
  ];
  return [
    ...(units.size === 0 ? [{ code: 'nothingEarned', level: 'block' } as const] : []),
    ...caps
      .filter(({ cap }) => cap !== null && cap < 1)
      .map(({ unitId }) => ({ code: 'capBelowOne', level: 'block', unitId }) as const),
    ...strandedUnits(rules, heldUnits),
    ...bonusIssues(rules),
    ...rewardIssues(rules, typicalAmount),
    ...giveBackIssues(rules, typicalAmount),
    ...tierIssues(rules),
    ...giftIssues(rules, units),
  ];
}
