import { describe, expect, it } from 'vitest';
import { languageOfWords, offersGift, presetPlaybook } from '#shared/domain/playbooks/playbook.ts';
import { playbookSituations, situationOf } from '#shared/domain/playbooks/situations.ts';
import { toneVerdict } from '#shared/domain/playbooks/tone-ratio.ts';

const words = { call: 'a', write: 'b', subject: 'c', here: 'd', gift: 'e' };
const written = { words: { en: words, fi: words } };

describe('the playbook of a reason', () => {
  it('is its own, or that of the risk by value', () => {
    const here = { standing: 'onTrack', isValuable: true } as const;
    expect(situationOf('birthday', here)).toBe('birthday');
    expect(situationOf('atRisk', here)).toBe('atRiskHigh');
    expect(situationOf('slipping', { ...here, isValuable: false })).toBe('slippingLow');
    expect(situationOf(null, { standing: 'atRisk', isValuable: false })).toBe('atRiskLow');
    expect(situationOf('campaign', here)).toBe('onTrackHigh');
  });

  it('offers by itself only what staff may give, in every kind of shop and currency', () => {
    for (const kind of ['cafe', 'salon', 'other'] as const) {
      for (const currency of ['EUR', 'JPY', 'IDR', 'TRY']) {
        for (const situation of playbookSituations) {
          const playbook = presetPlaybook(situation, { kind, currency }, written.words);
          expect(offersGift(playbook)).toBe(playbook.gift !== null);
          expect(Number.isInteger(playbook.allowance)).toBe(true);
          expect(Number.isInteger(playbook.gift?.cost ?? 0)).toBe(true);
        }
      }
    }
  });
});

describe('the language of words', () => {
  it('is the customer’s where there are words in it, else the shop’s', () => {
    expect(languageOfWords(written, { customer: 'fi-FI', shop: 'en' })).toBe('fi');
    expect(languageOfWords(written, { customer: 'sv', shop: 'fi' })).toBe('fi');
    expect(languageOfWords(written, { customer: null, shop: 'en' })).toBe('en');
    expect(languageOfWords({ words: { sv: words } }, { customer: null, shop: 'en' })).toBe('sv');
  });
});

describe('the share of useful contacts', () => {
  it('is judged from ten contacts on, and should be eight of ten', () => {
    expect(toneVerdict({ useful: 0, promotional: 9 })).toBe('tooFew');
    expect(toneVerdict({ useful: 8, promotional: 2 })).toBe('balanced');
    expect(toneVerdict({ useful: 79, promotional: 21 })).toBe('selling');
  });
});
