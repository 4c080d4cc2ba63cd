import type { BusinessDay } from '../business-day/business-day.ts';
import type { CustomerId } from './classify.ts';

export type VipCandidate = {
  readonly customerId: CustomerId;
  readonly lastDay: BusinessDay;
  /** What decides who is a VIP: money, or visits where no amounts are kept. */
  readonly value: number;
};

export type SilentVip = VipCandidate & { readonly silentDays: number };

export type SilentVips = {
  /** How many are VIPs, and those of them not seen for so many days, the most valuable first. */
  readonly vips: number;
  readonly silent: readonly SilentVip[];
};

/**
 * The list difference "VIPs without those seen in the last N days". VIPs are the top 20 % by value, rounded up; whoever
 * has the same value as the last of them is one too, so that the order of the list decides nothing.
 * Customers without value are none.
 */
export function silentVips(
  customers: readonly VipCandidate[],
  question: { readonly today: BusinessDay; readonly days: number; readonly topShare?: number },
): SilentVips {
  const { today, days, topShare = 0.2 } = question;
  const falling = customers.filter((one) => one.value > 0).sort((a, b) => b.value - a.value);
  const places = Math.ceil(topShare * falling.length - 1e-9);
  const least = falling[places - 1]?.value ?? Number.POSITIVE_INFINITY;
  const vips = falling.filter((one) => one.value >= least);
  return {
    vips: vips.length,
    silent: vips
      .map((one) => ({ ...one, silentDays: today - one.lastDay }))
      .filter((one) => one.silentDays >= days),
  };
}
