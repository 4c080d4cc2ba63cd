import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { milestonesReached } from '#shared/domain/visits/milestones-reached.ts';

function day(text: string): BusinessDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}

const weekly = (first: string, visits: number) =>
  Array.from({ length: visits }, (_, index) => addDays(day(first), 7 * index));
const reached = (days: readonly BusinessDay[], start: string, end: string, since?: string) =>
  milestonesReached(
    { firstDay: since === undefined ? (days[0] ?? day(start)) : day(since), days },
    { start: day(start), end: day(end) },
  ).map((one) => `${one.kind === 'visits' ? one.visits : one.years} ${one.kind} ${formatDay(one.day)}`);

describe('milestonesReached', () => {
  it('names the 10th and 50th visit and the first visit of a new year with us', () => {
    const days = weekly('2025-01-06', 60);
    expect(reached(days, '2025-03-01', '2025-04-01')).toEqual(['10 visits 2025-03-10']);
    expect(reached(days, '2025-12-01', '2026-02-01')).toEqual(['50 visits 2025-12-15', '1 years 2026-01-12']);
    expect(reached(days, '2025-03-11', '2025-04-01')).toEqual([]);
  });

  it('counts years by "customer since" and each year once, however late the visit', () => {
    const days = [day('2026-03-01'), day('2026-03-02'), day('2029-01-01')];
    expect(reached(days, '2026-03-01', '2026-04-01', '2024-02-29')).toEqual(['2 years 2026-03-01']);
    expect(reached(days, '2029-01-01', '2029-02-01', '2024-02-29')).toEqual(['4 years 2029-01-01']);
  });

  it('moves 29 February to 1 March in other years', () => {
    const days = [day('2024-02-29'), day('2025-02-28'), day('2025-03-01')];
    expect(reached(days, '2025-02-01', '2025-04-01')).toEqual(['1 years 2025-03-01']);
  });

  it('is nothing without visits', () => {
    expect(reached([], '2026-01-01', '2026-02-01')).toEqual([]);
  });
});
