import { type BusinessDay, type BusinessMonth, monthRange } from '../domain/business-day/business-day.ts';
import { currencyDigits } from '../domain/money/currencies.ts';
import type { Money } from '../domain/money/money.ts';
import { type Language, localeOf } from './language.ts';

/**
 * Numbers, money, dates and times as a language writes them. Building an Intl formatter costs far more than using it, so
 * each is built once.
 */
const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(key: string, language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const fullKey = `${language} ${key}`;
  const known = numberFormats.get(fullKey);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat(localeOf(language), options);
  numberFormats.set(fullKey, format);
  return format;
}

function dateFormat(
  key: string,
  language: Language,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const fullKey = `${language} ${key}`;
  const known = dateFormats.get(fullKey);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(localeOf(language), options);
  dateFormats.set(fullKey, format);
  return format;
}

/** Every space inside a number, an amount or a date is one that does not break at the end of a line. */
function unbroken(text: string): string {
  return text.replace(/[\s\u202f]/g, '\u00a0');
}

/** Minor units as a decimal number; exact enough for display up to 2^53 minor units. */
function major(minor: number, digits: number): number {
  return minor / 10 ** digits;
}

/** An amount with its currency: "€8.60" in English, "8,60 €" in Finnish. Throws a RangeError for an unknown currency. */
export function formatMoney(minor: Money | number, currency: string, language: Language): string {
  const digits = currencyDigits(currency);
  const format = numberFormat(`money ${currency}`, language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unbroken(format.format(major(minor, digits)));
}

/** An estimate: an amount without cents, because it is not known to the cent. */
export function formatWholeMoney(minor: Money | number, currency: string, language: Language): string {
  const format = numberFormat(`whole money ${currency}`, language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: 0,
    maximumFractionDigits: 0,
  });
  return unbroken(format.format(major(minor, currencyDigits(currency))));
}

/** An amount as it stands in an input field: "4,80", without currency and thousands separators. */
export function formatAmountInput(minor: Money | number, currency: string, language: Language): string {
  const digits = currencyDigits(currency);
  const format = numberFormat(`input ${digits}`, language, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(major(minor, digits)).replace('\u2212', '-');
}

/** A number with at most, and by default exactly, so many digits after the separator: "1 234" in Finnish. */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const format = numberFormat(`number ${digits}`, language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unbroken(format.format(value));
}

/** A ratio as a percentage: 0.8667 is "86.7%" in English, "86,7 %" in Finnish. */
export function formatPercent(ratio: number, language: Language, digits = 1): string {
  const format = numberFormat(`percent ${digits}`, language, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return unbroken(format.format(ratio));
}

/** short: 31/10/2026, 31.10.2026; medium: 31 Oct 2026, 31.10.2026; long: 31 October 2026, 31. lokakuuta 2026. */
export type DateStyle = 'short' | 'medium' | 'long';

/** A business day in words or figures. */
export function formatDate(day: BusinessDay, language: Language, style: DateStyle = 'medium'): string {
  const dateStyle = style === 'short' ? dateFiguresOf(language) : { dateStyle: style };
  const format = dateFormat(`date ${style}`, language, { ...dateStyle, timeZone: 'UTC' });
  return unbroken(format.format(momentOfDay(day)));
}

/** English two-digit days and months keep columns straight; Finnish writes 1.3.2026. */
function dateFiguresOf(language: Language): Intl.DateTimeFormatOptions {
  const width = language === 'fi' ? 'numeric' : '2-digit';
  return { day: width, month: width, year: 'numeric' };
}

/** A business day beside its weekday, without the year: "Sat 31 Oct", "la 31.10.". */
export function formatDayShort(day: BusinessDay, language: Language): string {
  return unbroken(`${dayParts(day, language)('weekday')} ${formatDayOfMonth(day, language)}`);
}

/** A business day without weekday and year, short: "31 Oct", "31.10.". */
export function formatDayOfMonth(day: BusinessDay, language: Language): string {
  const read = dayParts(day, language);
  return language === 'fi' ? `${read('day')}.${read('month')}.` : unbroken(`${read('day')} ${read('month')}`);
}

function dayParts(day: BusinessDay, language: Language): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = dateFormat('day', language, {
    weekday: 'short',
    day: 'numeric',
    month: language === 'fi' ? 'numeric' : 'short',
    timeZone: 'UTC',
  }).formatToParts(momentOfDay(day));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/** A month with its year: "October 2026", "lokakuu 2026". */
export function formatMonth(month: BusinessMonth, language: Language): string {
  const format = dateFormat('month', language, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return unbroken(format.format(momentOfDay(monthRange(month).from)));
}

/** A month's name alone, short: "Oct", "loka". */
export function formatMonthName(month: BusinessMonth, language: Language): string {
  const format = dateFormat('month name', language, { month: 'short', timeZone: 'UTC' });
  return format.format(momentOfDay(monthRange(month).from));
}

/** A day that comes every year: "14 November", "14. marraskuuta". 29 February is one of them. */
export function formatAnniversary(
  date: { readonly day: number; readonly month: number },
  language: Language,
): string {
  const format = dateFormat('anniversary', language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return unbroken(format.format(Date.UTC(2000, date.month - 1, date.day)));
}

/** The wall-clock time of a moment (epoch milliseconds) in a time zone: "08:15", "8.15". */
export function formatTime(atMs: number, timeZone: string, language: Language): string {
  const hour = language === 'fi' ? 'numeric' : '2-digit';
  const options = { hour, minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  return dateFormat(`time ${timeZone}`, language, options).format(atMs);
}

function momentOfDay(day: BusinessDay): number {
  return day * 86_400_000;
}
