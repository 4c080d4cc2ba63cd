import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { totalGiveBack } from '#shared/domain/loyalty/visits-to-reward.ts';

/** What a month cost at most by today's rules, minor units at reward cost. */
interface MonthCost {
  readonly atMost: number;
  readonly memberSales: number;
  readonly typicalAmount: number;
}

/**
 * What that month would cost at most under the draft, minor units: as many times today's cost as the draft gives back
 * of a usual bill. Where today's rules cost nothing it is the draft's share of the member sales.
 */
export const draftCost = (month: MonthCost, today: ProgrammeRules, draft: ProgrammeRules): number => {
  const { atMost, memberSales, typicalAmount } = month;
  const before = totalGiveBack(today, typicalAmount) ?? 0;
  const after = totalGiveBack(draft, typicalAmount) ?? 0;
  if (before === after) return atMost;
  return Math.round(before > 0 && atMost > 0 ? (atMost * after) / before : memberSales * after);
};
