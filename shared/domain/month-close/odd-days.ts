import { type BusinessDay, weekdayOf } from '../business-day/business-day.ts';
import { median, quantile } from '../statistics/index.ts';

export type DayCount = { readonly day: BusinessDay; readonly checkIns: number };

/** A day that is not like its weekday: nothing at all, far fewer or far more check-ins than usual. */
export type OddDay = DayCount & { readonly usual: number; readonly kind: 'empty' | 'low' | 'high' };

/** Fewer earlier days of a weekday than this say nothing about what is usual. */
const fewestSuchDays = 4;

/** From here on a difference from the usual is worth a look: half of it, three usual spreads and five check-ins. */
const isFar = (difference: number, usual: number, spread: number): boolean =>
  difference > Math.max(0.5 * usual, 3 * spread, 5);

/**
 * Days of a month to look at before closing it. Usual is the median of the same weekday in `history`; the spread is its
 * median distance from there times 1.4826 (Hampel 1974: the standard deviation where days vary normally). The limits
 * are this product's own.
 */
export function oddDays(month: readonly DayCount[], history: readonly DayCount[]): readonly OddDay[] {
  return month.flatMap((one): OddDay[] => {
    const alike = history.filter(
      (other) => other.day !== one.day && weekdayOf(other.day) === weekdayOf(one.day),
    );
    const counts = alike.map((other) => other.checkIns);
    const usual = median(counts);
    if (usual === null || counts.length < fewestSuchDays) return [];
    const spread = 1.4826 * (median(counts.map((count) => Math.abs(count - usual))) ?? 0);
    if (one.checkIns === 0) return usual > 0 ? [{ ...one, usual, kind: 'empty' }] : [];
    if (!isFar(Math.abs(one.checkIns - usual), usual, spread)) return [];
    return [{ ...one, usual, kind: one.checkIns < usual ? 'low' : 'high' }];
  });
}

/** Amounts above five times what 95 % of the check-ins stay below are probably typed wrongly. */
const oddFactor = 5;
const fewestAmounts = 20;

/** The limit above which an amount (minor units) is odd for a shop with these amounts; null with fewer than 20. */
export function oddAmountLimit(amounts: readonly number[]): number | null {
  const high = amounts.length < fewestAmounts ? null : quantile(amounts, 0.95);
  return high === null ? null : oddFactor * high;
}
