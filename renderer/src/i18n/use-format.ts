import { useMemo } from 'react';
import {
  type BusinessMonth,
  businessDayAt,
  formatDay,
  monthOf,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import {
  type DateStyle,
  formatAmountInput,
  formatAnniversary,
  formatDate,
  formatDayOfMonth,
  formatDayShort,
  formatMoney,
  formatMonth,
  formatMonthName,
  formatNumber,
  formatPercent,
  formatTime,
  formatWholeMoney,
} from '#shared/i18n/format.ts';
import type { Language } from '#shared/i18n/language.ts';
import { useShop } from '../shell/shop-context.tsx';

/** What the formatters need of the shop. */
export interface FormatFacts {
  readonly language: Language;
  readonly currency: string;
  readonly timeZone: string;
  readonly cutoffMinutes: number;
}

const withDay = (day: string, format: (day: NonNullable<ReturnType<typeof parseDay>>) => string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : format(parsed);
};

/** Figures and dates of the wire (minor units, `YYYY-MM-DD`, epoch milliseconds) as the shop writes them. */
export const createFormat = ({ language, currency, timeZone, cutoffMinutes }: FormatFacts) => ({
  /** Minor units with the currency. */
  money: (minor: number): string => formatMoney(minor, currency, language),
  /** An estimate in minor units, without cents. */
  wholeMoney: (minor: number): string => formatWholeMoney(minor, currency, language),
  /** Minor units as typed into a field, without the currency. */
  amountInput: (minor: number): string => formatAmountInput(minor, currency, language),
  number: (value: number, digits = 0): string => formatNumber(value, language, digits),
  /** A ratio (0.854) as a percentage. */
  percent: (ratio: number, digits = 1): string => formatPercent(ratio, language, digits),
  /** A day with its year. */
  date: (day: string, style: DateStyle = 'medium'): string =>
    withDay(day, (parsed) => formatDate(parsed, language, style)),
  /** A day with its weekday, without the year. */
  dayShort: (day: string): string => withDay(day, (parsed) => formatDayShort(parsed, language)),
  /** A day without weekday and year. */
  dayOfMonth: (day: string): string => withDay(day, (parsed) => formatDayOfMonth(parsed, language)),
  /** A month with its year. */
  month: (month: BusinessMonth): string => formatMonth(month, language),
  /** The month a day lies in, with its year. */
  monthOf: (day: string): string => withDay(day, (parsed) => formatMonth(monthOf(parsed), language)),
  /** A month's short name without the year. */
  monthName: (month: BusinessMonth): string => formatMonthName(month, language),
  /** A birthday without its year. */
  anniversary: (date: { readonly day: number; readonly month: number }): string =>
    formatAnniversary(date, language),
  /** The shop's wall clock at a moment. */
  time: (at: number): string => formatTime(at, timeZone, language),
  /** The business day a moment belongs to, `YYYY-MM-DD`. */
  dayAt: (at: number): string => formatDay(businessDayAt(at, { timeZone, cutoffMinutes })),
});

export type Format = ReturnType<typeof createFormat>;

/** {@link createFormat} for the opened shop. */
export const useFormat = (): Format => {
  const { language, currency, timeZone, cutoffMinutes } = useShop().shop;
  return useMemo(
    () => createFormat({ language, currency, timeZone, cutoffMinutes }),
    [language, currency, timeZone, cutoffMinutes],
  );
};
