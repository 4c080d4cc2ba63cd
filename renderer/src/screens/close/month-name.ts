import {
  type BusinessMonth,
  businessMonth,
  formatDay,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';

/** The month an address names ("2026-10"); null for anything else. */
export const monthInAddress = (text: string): BusinessMonth | null => {
  const match = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text);
  const year = Number(match?.[1]);
  return match === null || year < 2 ? null : businessMonth(year * 12 + Number(match[2]) - 1);
};

/** First day of a month, `YYYY-MM-DD`. */
export const firstDay = (month: BusinessMonth): string => formatDay(monthRange(month).from);

/** First day after a month, `YYYY-MM-DD`: from then on it can be closed. */
export const dayAfter = (month: BusinessMonth): string => formatDay(monthRange(month).to);

/** A check sum as people compare it: the first twelve of its 64 digits, in fours. */
export const shortHash = (hash: string): string => (hash.slice(0, 12).match(/.{1,4}/g) ?? []).join('\u00a0');
