import { type BusinessDay, dayOfDate, formatDay } from '../business-day/business-day.ts';
import { type DateDetection, type DateFormat, dateFormats, parseDate } from './dates.ts';

/** Day and month of birth; the year where the file has one. */
export type ImportedBirthday = { readonly day: number; readonly month: number; readonly year: number | null };

/** Nobody a shop serves was born earlier; exports write 1.1.1900 for "not known". */
const earliestYear = 1901;

/** Dates without a year, as people give them: "24.12.", "24. 12", "24/12", "12-24" or "--12-24". */
const withoutYear: Readonly<Record<DateFormat, RegExp | null>> = {
  'd.m.y': /^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.?$/,
  'd/m/y': /^(?<d>\d{1,2})\/(?<m>\d{1,2})$/,
  'm/d/y': /^(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  'd-m-y': /^(?<d>\d{1,2})-(?<m>\d{1,2})$/,
  'y-m-d': /^(?:--)?(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  'y/m/d': /^(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  'y.m.d': /^(?<m>\d{1,2})\.\s?(?<d>\d{1,2})\.?$/,
  yyyymmdd: null,
};

/**
 * Reads a birthday; the year may be missing. A year of two digits that would lie in the future is of the last century.
 * @returns null when it is no date, lies after `today` or before 1901
 */
export function parseBirthday(text: string, format: DateFormat, today: BusinessDay): ImportedBirthday | null {
  const trimmed = text.trim();
  const yearless = withoutYear[format]?.exec(trimmed)?.groups;
  if (yearless) {
    const [month, day] = [Number(yearless.m), Number(yearless.d)];
    // 2000 was a leap year: 29 February is a birthday.
    return dayOfDate(2000, month, day) === null ? null : { day, month, year: null };
  }
  const date = parseDate(trimmed, format);
  if (date === null) return null;
  const [year = 0, month = 0, day = 0] = formatDay(date.day).split('-').map(Number);
  const hasFullYear = /\d{4}/.test(trimmed);
  const born = date.day > today && !hasFullYear ? year - 100 : year;
  const birth = dayOfDate(born, month, day);
  return birth === null || birth > today || born < earliestYear ? null : { day, month, year: born };
}

/**
 * The date format of a column of birthdays, with or without years: the one that reads most of them, if it reads four
 * of five. Of equals the earlier in the list, so the day comes first; then it is ambiguous.
 */
export function detectBirthdayFormat(samples: readonly string[], today: BusinessDay): DateDetection {
  const filled = samples.filter((sample) => sample.trim() !== '');
  const votes = dateFormats.map((format) => {
    const read = filled.map((sample) => parseBirthday(sample, format, today));
    return { format, read: JSON.stringify(read), count: read.filter((birthday) => birthday !== null).length };
  });
  const best = votes.reduce((a, b) => (b.count > a.count ? b : a));
  if (best.count === 0 || best.count * 5 < filled.length * 4) return { format: null, ambiguous: false };
  const ambiguous = votes.some((other) => other.count === best.count && other.read !== best.read);
  return { format: best.format, ambiguous };
}
