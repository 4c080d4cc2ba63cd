import { describe, expect, it } from 'vitest';
import { firstDraft, hasName, inCountry } from '#renderer/src/screens/first-run/shop-draft.ts';

const helsinki = firstDraft({ timeZone: 'Europe/Helsinki', languageTags: ['en-GB'], language: 'en' });

describe('firstDraft', () => {
  it('fills in everything but the name from what the computer says', () => {
    expect(helsinki).toEqual({
      name: '',
      kind: 'cafe',
      country: 'FI',
      currency: 'EUR',
      timeZone: 'Europe/Helsinki',
      cutoffMinutes: 240,
      language: 'en',
    });
  });

  it('takes the country of the language where the time zone says nothing', () => {
    const draft = firstDraft({ timeZone: 'UTC', languageTags: ['tr-TR'], language: 'en' });
    expect(draft).toMatchObject({ country: 'TR', currency: 'TRY', timeZone: 'Europe/Istanbul' });
  });

  it('has an answer for a computer that says nothing at all', () => {
    const draft = firstDraft({ timeZone: 'UTC', languageTags: [], language: 'fi' });
    expect(draft).toMatchObject({ country: 'FI', timeZone: 'Europe/Helsinki' });
  });
});

describe('inCountry', () => {
  it('brings the currency and the time zone', () => {
    expect(inCountry(helsinki, 'HU')).toMatchObject({ currency: 'HUF', timeZone: 'Europe/Budapest' });
  });

  it('keeps a time zone of that country', () => {
    const canaries = { ...helsinki, timeZone: 'Atlantic/Canary' };
    expect(inCountry(canaries, 'ES').timeZone).toBe('Atlantic/Canary');
  });

  it('ignores a country that is not offered', () => {
    expect(inCountry(helsinki, 'XX')).toBe(helsinki);
  });
});

it('a name of spaces is none', () => {
  expect(hasName({ ...helsinki, name: '  ' })).toBe(false);
  expect(hasName({ ...helsinki, name: ' A ' })).toBe(true);
});
