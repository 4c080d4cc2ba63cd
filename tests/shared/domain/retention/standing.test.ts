import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import { silentVips, standingOf } from '#shared/domain/retention/index.ts';
import { day } from './cafe-log.ts';

const lastDay = day('2026-01-01');
const silentFor = (silent: number, rhythm: number | null, window = 60) =>
  standingOf({ lastDay, rhythm, toldUsOn: null }, addDays(lastDay, silent), window);

describe('standingOf', () => {
  it('waits three rhythms or the window, whichever is longer', () => {
    expect(silentFor(60, 14).kind).toBe('active');
    expect(silentFor(61, 14)).toEqual({ kind: 'lapsed', silentDays: 61, limit: 60 });
    expect(silentFor(84, 28).kind).toBe('active');
    expect(silentFor(85, 28)).toEqual({ kind: 'lapsed', silentDays: 85, limit: 84 });
  });

  it('takes the window for people without a rhythm', () => {
    expect(silentFor(120, null, 120).kind).toBe('active');
    expect(silentFor(121, null, 120).kind).toBe('lapsed');
  });

  it('guesses lost after a year of silence, however slow the rhythm', () => {
    expect(silentFor(365, 200).kind).toBe('active');
    expect(silentFor(366, 200)).toEqual({ kind: 'lost', silentDays: 366, because: 'silence' });
  });

  it('keeps "told us" apart from "guessed", until they come again', () => {
    const told = (toldUsOn: string) =>
      standingOf({ lastDay, rhythm: 14, toldUsOn: day(toldUsOn) }, day('2026-01-05'), 60);
    expect(told('2026-01-01')).toEqual({ kind: 'lost', silentDays: 4, because: 'toldUs' });
    expect(told('2025-12-31').kind).toBe('active');
  });
});

describe('silentVips', () => {
  const candidate = (customerId: number, value: number, seen: string) => ({
    customerId,
    value,
    lastDay: day(seen),
  });
  const today = day('2026-06-01');

  it('names the VIPs not seen for so many days, the most valuable first', () => {
    const customers = [
      candidate(1, 100, '2026-05-31'),
      candidate(2, 900, '2026-05-02'),
      candidate(3, 950, '2026-05-01'),
      ...[4, 5, 6, 7, 8, 9, 10].map((id) => candidate(id, id, '2026-01-01')),
    ];
    expect(silentVips(customers, { today, days: 31 })).toEqual({
      vips: 2,
      silent: [{ ...candidate(3, 950, '2026-05-01'), silentDays: 31 }],
    });
    expect(silentVips(customers, { today, days: 30 }).silent.map((one) => one.customerId)).toEqual([3, 2]);
    expect(silentVips(customers, { today, days: 30, topShare: 0.1 }).vips).toBe(1);
  });

  it('takes everybody who equals the last VIP, in any order', () => {
    const equals = [1, 2, 3, 4, 5].map((id) => candidate(id, 10, '2026-01-01'));
    expect(silentVips(equals, { today, days: 1 }).vips).toBe(5);
    const [first, ...others] = equals;
    if (first === undefined) throw new Error('there are five');
    expect(silentVips([...others, { ...first, value: 20 }], { today, days: 1 }).vips).toBe(1);
  });

  it('rounds the number of VIPs up, but not for a hair', () => {
    // 0.07 * 100 is a hair more than 7 in floating point.
    const hundred = Array.from({ length: 100 }, (_, id) => candidate(id, id + 1, '2026-01-01'));
    expect(silentVips(hundred, { today, days: 1, topShare: 0.07 }).vips).toBe(7);
    expect(silentVips(hundred, { today, days: 1, topShare: 0.071 }).vips).toBe(8);
  });

  it('finds nobody where nobody has spent anything', () => {
    expect(silentVips([candidate(1, 0, '2026-01-01')], { today, days: 1 })).toEqual({ vips: 0, silent: [] });
    expect(silentVips([], { today, days: 1 })).toEqual({ vips: 0, silent: [] });
  });
});
