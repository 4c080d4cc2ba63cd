import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { daysBetween, dayWords } from '#renderer/src/screens/customers/when-words.ts';

const facts = { currency: 'EUR', timeZone: 'Europe/Helsinki', cutoffMinutes: 240 } as const;
const english = createFormat({ ...facts, language: 'en' });
const finnish = createFormat({ ...facts, language: 'fi' });
const names = { today: 'Today', yesterday: 'Yesterday' };
const plain = (text: string) => text.replace(/\u00a0/g, ' ');
const today = '2026-11-03';
const at = Date.parse('2026-11-03T06:47:00Z');

describe('a day as people say it', () => {
  it('is today with its time, or without when no time is known', () => {
    expect(plain(dayWords(today, at, today, english, names))).toBe('Today 08:47');
    expect(dayWords(today, null, today, english, names)).toBe('Today');
    expect(plain(dayWords(today, at, today, finnish, { today: 'Tänään', yesterday: 'Eilen' }))).toBe(
      'Tänään 8.47',
    );
  });

  it('is yesterday', () => {
    expect(dayWords('2026-11-02', at, today, english, names)).toBe('Yesterday');
  });

  it('has its weekday this year and its year when it is long ago', () => {
    expect(plain(dayWords('2026-10-31', null, today, english, names))).toBe('Sat 31 Oct');
    expect(plain(dayWords('2026-10-31', null, today, finnish, names))).toBe('la 31.10.');
    expect(plain(dayWords('2025-10-31', null, today, english, names))).toBe('31 Oct 2025');
    expect(plain(dayWords('2026-11-04', null, today, english, names))).toBe('4 Nov 2026');
  });
});

describe('days between two days', () => {
  it('counts across months and leap days', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });
});
