import type { GoalMetric } from '#shared/contract/goals.ts';

/** How the value of a metric is written: a share as a percentage, money in the shop's currency, or a number. */
export type TargetKind = 'share' | 'money' | 'number' | 'count';

const kinds: Readonly<Record<GoalMetric, TargetKind>> = {
  retention: 'share',
  averageSpend: 'money',
  frequency: 'number',
  memberSales: 'money',
  rewardCostShare: 'share',
  newCustomers: 'count',
};

export const kindOf = (metric: GoalMetric): TargetKind => kinds[metric];

/**
 * Reads a typed target: comma or point as the decimal sign, a percentage as a share, money as minor units. Null for
 * what cannot be a target: no number, nothing above 0, a share above 100 %, half a customer.
 */
export const readTarget = (kind: TargetKind, typed: string, currencyDigits: number): number | null => {
  const text = typed.replace(/[\s\u00a0\u202f%]/gu, '').replace(',', '.');
  if (!/^\d{1,9}(\.\d{1,4})?$/u.test(text)) return null;
  const number = Number(text);
  const target =
    kind === 'share' ? number / 100 : kind === 'money' ? Math.round(number * 10 ** currencyDigits) : number;
  if (target <= 0 || (kind === 'share' && target > 1)) return null;
  return kind === 'count' && !Number.isInteger(target) ? null : target;
};

/** Largest number of decimals a target is written with. */
const decimals: Readonly<Record<Exclude<TargetKind, 'money'>, number>> = { share: 1, number: 1, count: 0 };

/** A target as it stands in its field, rounded to what people type; `decimalSign` is the shop's. */
export const writeTarget = (
  kind: TargetKind,
  target: number,
  currencyDigits: number,
  decimalSign: string,
): string => {
  const text =
    kind === 'money'
      ? (target / 10 ** currencyDigits).toFixed(currencyDigits)
      : String(Number((kind === 'share' ? target * 100 : target).toFixed(decimals[kind])));
  return text.replace('.', decimalSign);
};
