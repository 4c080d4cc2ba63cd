import {
  addDays,
  type BusinessDay,
  businessMonth,
  monthOf,
  monthRange,
} from '../business-day/business-day.ts';
import type { ExpiryRule, ProgrammeRules } from './programme.ts';

/** The same date so many months later; a date that month does not have becomes its last. */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const month = monthOf(day);
  const date = day - monthRange(month).from;
  const { from, to } = monthRange(businessMonth(month + months));
  return addDays(from, Math.min(date, to - from - 1));
}

const monthsOf = { month: 1, quarter: 3, year: 12 } as const;

/**
 * First day on which a lot earned on `day` is gone, grace included; null when time alone does not end it.
 * Fixed when it is earned: later rules do not shorten it.
 */
export function expiryDay(rule: ExpiryRule, day: BusinessDay): BusinessDay | null {
  switch (rule.kind) {
    case 'never':
    case 'inactivity':
      return null;
    case 'months':
      return addDays(addMonths(day, rule.months), rule.graceDays);
    case 'endOf': {
      const length = monthsOf[rule.period];
      const first = Math.floor(monthOf(day) / length) * length;
      const next = businessMonth(first + length * (rule.later + 1));
      return addDays(monthRange(next).from, rule.graceDays);
    }
  }
}

/** The rule of a unit. */
export function expiryRuleOf(rules: ProgrammeRules, unitId: number): ExpiryRule {
  return unitId === rules.pointsUnitId ? rules.expiry.points : rules.expiry.stamps;
}

/**
 * First day on which points of a silent customer are gone; null without such a rule.
 * @param since the later of the last visit and the day on which they were earned
 */
export function inactivityDay(rule: ExpiryRule, since: BusinessDay): BusinessDay | null {
  if (rule.kind !== 'inactivity') return null;
  return addDays(addMonths(since, rule.months), rule.graceDays);
}

/** A lot with what decides its end. */
export interface ExpiringLot {
  readonly lotId: number;
  readonly walletId: number;
  readonly unitId: number;
  readonly remaining: number;
  /** Day on which it was earned. */
  readonly day: BusinessDay;
  readonly expiresDay: BusinessDay | null;
  /** Newest visit of any member of the wallet. */
  readonly lastDay: BusinessDay | null;
  /** Rules that earned it: a later version does not shorten what was earned before. */
  readonly versionId: number;
}

/** When a lot ends: the earlier of its own day and the customer's inactivity. */
export function endOfLot(rules: ProgrammeRules, lot: Omit<ExpiringLot, 'versionId'>): BusinessDay | null {
  // A gift that came after the last visit lives as long as a visit of that day would let it.
  const since = lot.lastDay !== null && lot.lastDay > lot.day ? lot.lastDay : lot.day;
  const silent = inactivityDay(expiryRuleOf(rules, lot.unitId), since);
  if (lot.expiresDay === null || silent === null) return lot.expiresDay ?? silent;
  return silent < lot.expiresDay ? silent : lot.expiresDay;
}

/** Entry to be written for a wallet and unit: everything of these lots that is left. */
export interface Expiration {
  readonly walletId: number;
  readonly unitId: number;
  readonly amount: number;
  /** Oldest expiry first. */
  readonly draws: readonly { readonly lotId: number; readonly amount: number }[];
}

/**
 * What has ended by a day, one expiration per wallet and unit. It empties exactly the lots that have ended: points
 * earned later are never touched, whatever was spent between (100 old, 80 spent, 50 new: the 20 left of the old end).
 * A wallet that owes has no open lots, so nothing of it can expire.
 * @param rulesOf rules of the version that earned a lot
 */
export function expirations(
  rulesOf: (versionId: number) => ProgrammeRules,
  lots: Iterable<ExpiringLot>,
  day: BusinessDay,
): readonly Expiration[] {
  const groups = new Map<string, { first: ExpiringLot; ended: { lot: ExpiringLot; end: BusinessDay }[] }>();
  for (const lot of lots) {
    if (lot.remaining <= 0) continue;
    const end = endOfLot(rulesOf(lot.versionId), lot);
    if (end === null || end > day) continue;
    const key = `${lot.walletId}/${lot.unitId}`;
    const group = groups.get(key);
    if (group) group.ended.push({ lot, end });
    else groups.set(key, { first: lot, ended: [{ lot, end }] });
  }
  return [...groups.values()].map(({ first, ended }) => ({
    walletId: first.walletId,
    unitId: first.unitId,
    amount: ended.reduce((sum, { lot }) => sum + lot.remaining, 0),
    draws: ended
      .sort((a, b) => a.end - b.end || a.lot.lotId - b.lot.lotId)
      .map(({ lot }) => ({ lotId: lot.lotId, amount: lot.remaining })),
  }));
}
