import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { toneOfAge } from '#renderer/src/screens/backup/age-head.tsx';
import { daysSince, dayWords, momentWords } from '#renderer/src/screens/backup/moment-words.ts';
import { sizeWords } from '#renderer/src/screens/backup/size-words.ts';
import { resources } from '#shared/i18n/resources.ts';

beforeAll(() => i18next.init({ resources, lng: 'en', interpolation: { escapeValue: false } }));

const format = createFormat({
  language: 'en',
  currency: 'EUR',
  timeZone: 'Europe/Helsinki',
  cutoffMinutes: 0,
});
const safety = i18next.getFixedT('en', 'safety');
const backup = i18next.getFixedT('en', 'backup');
const at = (text: string) => Date.parse(`${text}:00+02:00`);
const now = at('2026-11-03T08:55');

describe('the moment of a backup in words', () => {
  it.each([
    ['2026-11-03T08:04', 'today at 08:04', 'today'],
    ['2026-11-03T00:30', 'today at 00:30', 'today'],
    ['2026-11-02T23:59', 'yesterday at 23:59', 'yesterday'],
    ['2026-10-31T18:04', 'Sat\u00a031\u00a0Oct at 18:04', 'Sat\u00a031\u00a0Oct'],
    ['2025-10-31T18:04', '31\u00a0Oct\u00a02025 at 18:04', '31\u00a0Oct\u00a02025'],
  ])('%s is %s', (moment, words, day) => {
    expect(momentWords(at(moment), now, format, safety)).toBe(words);
    expect(dayWords(at(moment), now, format, safety)).toBe(day);
  });

  it('counts days by the clock on the wall', () => {
    expect(daysSince(at('2026-11-02T23:59'), at('2026-11-03T00:01'), format)).toBe(1);
    expect(daysSince(at('2026-11-03T00:01'), at('2026-11-03T23:59'), format)).toBe(0);
  });
});

describe('the age of a backup', () => {
  it.each([
    [0, 2, 'good'],
    [1, 2, 'good'],
    [2, 2, 'warn'],
    [7, 2, 'warn'],
    [8, 2, 'bad'],
    [8, 14, 'good'],
    [14, 14, 'warn'],
    [15, 14, 'bad'],
  ])('%i days with a reminder after %i are %s', (days, reminder, tone) =>
    expect(toneOfAge(days, reminder)).toBe(tone),
  );
});

describe('the size of a backup', () => {
  it.each([
    [594, '1 kB'],
    [99_999, '100 kB'],
    [14_300_000, '14.3 MB'],
    [28_400_000_000, '28.4 GB'],
  ])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes, format, backup)).toBe(words));
});
