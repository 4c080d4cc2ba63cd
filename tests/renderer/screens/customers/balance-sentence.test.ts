import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { balanceSentence, signed } from '#renderer/src/screens/customers/balance-sentence.ts';
import type { BalanceRow } from '#shared/contract/loyalty.ts';
import { resources } from '#shared/i18n/resources.ts';

const translations = i18next.createInstance();
beforeAll(() => translations.init({ resources, lng: 'en', interpolation: { escapeValue: false } }));

const said = (change: number, why: BalanceRow['why'], language: 'en' | 'fi' = 'en'): string => {
  const format = createFormat({ language, currency: 'EUR', timeZone: 'UTC', cutoffMinutes: 0 });
  const row: BalanceRow = {
    entryId: 1,
    at: 0,
    day: '2026-01-01',
    kind: 'earn',
    change,
    balance: change,
    visitId: null,
    amount: null,
    programmeNumber: 1,
    staffName: 'Owner',
    why,
  };
  return balanceSentence(row, translations.getFixedT(language, 'customers'), format).replace(/\u00a0/g, ' ');
};

describe('why a row of the ledger is there', () => {
  it('names the amount, the rule and what is carried on', () => {
    const why = { kind: 'pointsForAmount', base: 1290, points: 1, per: 100, carried: 90 } as const;
    expect(said(12, why)).toBe('12 points for €12.90: 1 point for every €1.00. €0.90 carried to next time.');
    expect(said(12, why, 'fi')).toBe(
      '12 pistettä summasta 12,90 €: 1 piste jokaista 1,00 € kohti. Seuraavaan kertaan siirtyy 0,90 €.',
    );
    expect(said(1, { ...why, base: 100, carried: 0 })).toBe('1 point for €1.00: 1 point for every €1.00.');
  });

  it('names stamps, rewards and corrections', () => {
    expect(said(1, { kind: 'stampForVisit', stamps: 1 })).toBe('1 stamp for the visit.');
    expect(said(2, { kind: 'stampForVisit', stamps: 2 }, 'fi')).toBe('2 leimaa käynnistä.');
    expect(said(-10, { kind: 'reward', rewardName: 'Free coffee' })).toBe('Reward used: Free coffee.');
    expect(said(-1, { kind: 'undo', reason: null })).toBe('Taken back, because the visit was undone.');
    expect(said(-1, { kind: 'undo', reason: 'wrong person' })).toContain('undone: wrong person.');
    expect(said(-1, { kind: 'moved' })).toContain('moved');
    expect(said(5, { kind: 'import' }, 'fi')).toBe('Kertyi tuodun luettelon käynnistä.');
  });
});

describe('a change with its sign', () => {
  const format = createFormat({ language: 'en', currency: 'EUR', timeZone: 'UTC', cutoffMinutes: 0 });
  it.each([
    [9, '+9'],
    [-10, '−10'],
    [1234, '+1,234'],
    [0, '0'],
  ])('%i is %s', (change, text) => {
    expect(signed(change, format)).toBe(text);
  });
});
