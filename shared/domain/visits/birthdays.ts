import { addDays, type BusinessDay, dayOfDate, formatDay } from '../business-day/business-day.ts';

/**
 * The next birthday on or after a day. Someone born on 29 February has it on 1 March in other years.
 * @returns null for a date that does not exist
 */
export function nextBirthday(
  birth: { readonly day: number; readonly month: number },
  today: BusinessDay,
): BusinessDay | null {
  const year = Number(formatDay(today).slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const leapDay = birth.month === 2 && birth.day === 29 ? dayOfDate(candidate, 3, 1) : null;
    const day = dayOfDate(candidate, birth.month, birth.day) ?? leapDay;
    if (day !== null && day >= today) return day;
  }
  return null;
}

/** Days until the next birthday, 0 = today; null when it is further away than `within`. */
export function birthdayIn(
  birth: { readonly day: number; readonly month: number },
  today: BusinessDay,
  within: number,
): number | null {
  const next = nextBirthday(birth, today);
  return next !== null && next <= addDays(today, within) ? next - today : null;
}

/** The birthday nearest to a day, before or after it; null for a date that does not exist. */
export function nearestBirthday(
  birth: { readonly day: number; readonly month: number },
  today: BusinessDay,
): BusinessDay | null {
  const next = nextBirthday(birth, today);
  // A leap year back at most: the last birthday before today is the next one after the same day a year ago.
  const last = nextBirthday(birth, addDays(today, -365));
  if (next === null || last === null) return next;
  return last <= today && today - last < next - today ? last : next;
}

/** The birth dates that are celebrated on a day: its own, and 29 February on 1 March of other years. */
export function birthDatesOn(
  today: BusinessDay,
): readonly { readonly day: number; readonly month: number }[] {
  const [year = 0, month = 0, day = 0] = formatDay(today).split('-').map(Number);
  const isLeapDay = month === 3 && day === 1 && dayOfDate(year, 2, 29) === null;
  return [{ day, month }, ...(isLeapDay ? [{ day: 29, month: 2 }] : [])];
}
