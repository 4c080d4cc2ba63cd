import { type BusinessDay, dayOfDate } from '../business-day/business-day.ts';

/** The orders and separators of dates in files; y is four digits (d.m.y and its like also accept two). */
export const dateFormats = [
  'y-m-d',
  'd.m.y',
  'd/m/y',
  'm/d/y',
  'y/m/d',
  'y.m.d',
  'd-m-y',
  'yyyymmdd',
] as const;

export type DateFormat = (typeof dateFormats)[number];

/** A date of a file; the minute of the day (0..1439) when a time stands beside it. */
export type ImportedDate = { readonly day: BusinessDay; readonly minute: number | null };

export type DateDetection = {
  /** The likeliest format; null when no format reads most of the samples. */
  readonly format: DateFormat | null;
  /** Another format reads the samples just as well, to other dates (03/04/2024): the user should choose. */
  readonly ambiguous: boolean;
};

/** Time after a date: "08:15", "8.15", "8:15:30.250", with T, am/pm or a zone, which is ignored: the shop's clock counts. */
const time = String.raw`(?:[T\s,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|UTC|[+-]\d{2}:?\d{2})?)?`;

function pattern(date: string): RegExp {
  return new RegExp(String.raw`^\s*${date}${time}\s*$`, 'i');
}

const year = String.raw`(?<y>\d{4})`;
const yearAtEnd = String.raw`(?<y>\d{4}|\d{2})`;
const month = String.raw`(?<m>\d{1,2})`;
const day = String.raw`(?<d>\d{1,2})`;

/** Finnish and Hungarian exports put spaces and a last full stop into dates: "1. 3. 2024", "2024. 03. 01.". */
const patterns: Readonly<Record<DateFormat, RegExp>> = {
  'y-m-d': pattern(`${year}-${month}-${day}`),
  'd.m.y': pattern(String.raw`${day}\.\s?${month}\.\s?${yearAtEnd}\.?`),
  'd/m/y': pattern(`${day}/${month}/${yearAtEnd}`),
  'm/d/y': pattern(`${month}/${day}/${yearAtEnd}`),
  'y/m/d': pattern(`${year}/${month}/${day}`),
  'y.m.d': pattern(String.raw`${year}\.\s?${month}\.\s?${day}\.?`),
  'd-m-y': pattern(`${day}-${month}-${yearAtEnd}`),
  yyyymmdd: pattern(String.raw`${year}(?<m>\d{2})(?<d>\d{2})`),
};

/** Longer cells are text; it also bounds the work on hostile files. */
const longestDate = 64;

/** Reads a date, with a time where one follows; null when it is not one in that format, or does not exist. */
export function parseDate(text: string, format: DateFormat): ImportedDate | null {
  const match = text.length > longestDate ? null : patterns[format].exec(text);
  if (match?.groups === undefined) return null;
  const { y = '', m = '', d = '' } = match.groups;
  const parsed = dayOfDate(fullYear(y), Number(m), Number(d));
  if (parsed === null) return null;
  const [, , , , hour, minute, second, half] = match;
  if (hour === undefined || minute === undefined) return { day: parsed, minute: null };
  const minuteOfDay = readTime(Number(hour), Number(minute), Number(second ?? 0), half);
  return minuteOfDay === null ? null : { day: parsed, minute: minuteOfDay };
}

/** Reads a time of day from a column of its own ("08:15", "8.15", "8:15 pm"); null when it is none. */
export function parseTime(text: string): number | null {
  if (text.length > longestDate) return null;
  const match = /^\s*(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*$/i.exec(text);
  if (match === null) return null;
  return readTime(Number(match[1]), Number(match[2]), Number(match[3] ?? 0), match[4]);
}

function readTime(hour: number, minute: number, second: number, half: string | undefined): number | null {
  if (minute > 59 || second > 59) return null;
  if (half === undefined) return hour > 23 ? null : hour * 60 + minute;
  if (hour < 1 || hour > 12) return null;
  const isAfternoon = half.toLowerCase().startsWith('p');
  return ((hour % 12) + (isAfternoon ? 12 : 0)) * 60 + minute;
}

/** Two-digit years: 70..99 are the last century, 00..69 this one, as in POSIX. */
function fullYear(digits: string): number {
  const value = Number(digits);
  if (digits.length > 2) return value;
  return value >= 70 ? 1900 + value : 2000 + value;
}

/**
 * The date format of a column. Every sample that is not blank votes for the formats that can read it; the format with
 * the most votes wins if it reads at least four of five. Where day and month could be swapped in every sample, the
 * detection is reported as ambiguous and the day is assumed to come first.
 */
export function detectDateFormat(samples: readonly string[]): DateDetection {
  const filled = samples.filter((sample) => sample.trim() !== '');
  const votes = dateFormats.map((format) => ({
    format,
    days: filled.map((sample) => parseDate(sample, format)?.day ?? null),
  }));
  const countOf = (days: readonly (BusinessDay | null)[]) => days.filter((found) => found !== null).length;
  const best = votes.reduce((a, b) => (countOf(b.days) > countOf(a.days) ? b : a));
  if (filled.length === 0 || countOf(best.days) * 5 < filled.length * 4)
    return { format: null, ambiguous: false };
  const ambiguous = votes.some(
    (other) =>
      other !== best &&
      countOf(other.days) === countOf(best.days) &&
      other.days.some((found, index) => found !== best.days[index]),
  );
  return { format: best.format, ambiguous };
}
