import type { BusinessDay } from '../business-day/business-day.ts';
import type { BonusWindow, Factor } from './programme.ts';

/** When a visit happens, as bonus windows see it. */
export interface VisitTime {
  readonly day: BusinessDay;
  /** ISO weekday of the business day, 1 (Monday) to 7. */
  readonly weekday: number;
  /** Minutes after midnight on the shop's clock. */
  readonly minute: number;
}

export const noFactor: Factor = { num: 1, den: 1 };

/** Hours may pass midnight: 22:00 to 02:00 is open at 23:00 and at 01:00. */
function inHours(minute: number, hours: BonusWindow['hours']): boolean {
  if (!hours) return true;
  return hours.from <= hours.to
    ? minute >= hours.from && minute < hours.to
    : minute >= hours.from || minute < hours.to;
}

/** Whether a window is open at a time. */
export function isOpen(bonus: BonusWindow, time: VisitTime): boolean {
  const { weekdays, firstDay, lastDay, hours } = bonus;
  if (weekdays.length > 0 && !weekdays.includes(time.weekday)) return false;
  if (firstDay !== null && time.day < firstDay) return false;
  if (lastDay !== null && time.day > lastDay) return false;
  return inHours(time.minute, hours);
}

/** Whether a factor gives more than the plain rate; any other never counts. */
export const isMore = ({ num, den }: Factor): boolean => num > den;

/** The window that counts for points or stamps at a time: the open one with the largest factor; null without one. */
export function bonusAt(
  windows: readonly BonusWindow[],
  time: VisitTime,
  kind: 'points' | 'stamps',
): BonusWindow | null {
  const open = windows.filter(
    (bonus) =>
      isMore(bonus.factor) && (bonus.applies === 'both' || bonus.applies === kind) && isOpen(bonus, time),
  );
  const value = ({ factor }: BonusWindow) => factor.num / factor.den;
  return open.reduce<BonusWindow | null>(
    (best, bonus) => (best && value(best) >= value(bonus) ? best : bonus),
    null,
  );
}
