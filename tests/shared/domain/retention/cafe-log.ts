import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { historiesOf } from '#shared/domain/retention/index.ts';
import { readVisitLog } from '#tests/support/reference.ts';

/** The café of metrics.md: visits up to 2023-12-31; the log goes on into 2024. */
export const cafeVisits = readVisitLog('synthetic_cafe_transactions.csv');
export const cafeEnd = '2024-01-01';
export const cafeHistories = historiesOf(cafeVisits, { end: cafeEnd });

export function day(text: string) {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}
