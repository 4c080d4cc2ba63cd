import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { signed, whySentence } from '#renderer/src/components/why-sentence.ts';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { type BalanceRow, why } from '#shared/contract/loyalty.ts';
import { resources } from '#shared/i18n/resources.ts';

const translations = i18next.createInstance();
beforeAll(() => translations.init({ resources, lng: 'en', interpolation: { escapeValue: false } }));

const said = (change: number, why: BalanceRow['why'], language: 'en' | 'fi' = 'en'): string => {
  const format = createFormat({ language, currency: 'EUR', timeZone: 'UTC', cutoffMinutes: 0 });
  return whySentence({ change, why }, translations.getFixedT(language, 'why'), format).replace(
    /\u00a0/g,
    ' ',
  );
};

const points = {
  kind: 'pointsForAmount',
  base: 850,
  points: 2,
  per: 100,
  carried: 50,
  bonus: { name: 'Tuesday double', num: 2, den: 1 },
  tier: null,
  itemPoints: 0,
  capped: false,
} as const;

describe('why a row of the ledger is there', () => {
  it('names the amount, the rule, the bonus and what is carried on', () => {
    expect(said(34, points)).toBe('2 points per €1.00 on €8.50, Tuesday double (× 2), €0.50 carried on.');
    expect(said(34, points, 'fi')).toBe(
      'Summasta 8,50 € 2 pistettä jokaista 1,00 € kohti, Tuesday double (× 2), 0,50 € siirtyy seuraavaan kertaan.',
    );
    expect(said(1, { ...points, points: 1, base: 100, carried: 0, bonus: null })).toBe(
      '1 point per €1.00 on €1.00.',
    );
  });

  it('names the tier, the items and the most of a day', () => {
    const why = {
      ...points,
      bonus: null,
      carried: 0,
      tier: { name: 'Gold Mug', num: 5, den: 4 },
      itemPoints: 3,
      capped: true,
    };
    expect(said(20, why)).toBe(
      '2 points per €1.00 on €8.50, Gold Mug (× 1.25), 3 extra points for items, up to the most of one day.',
    );
  });

  it('names stamps, rewards and corrections', () => {
    expect(said(1, { kind: 'stampForVisit', stamps: 1, bonus: null })).toBe('1 stamp for the visit.');
    expect(said(2, { kind: 'stampForVisit', stamps: 2, bonus: null }, 'fi')).toBe('2 leimaa käynnistä.');
    expect(said(4, { kind: 'stampForItems', pieces: 2, stamps: 4, bonus: points.bonus })).toBe(
      '4 stamps for 2 pieces, Tuesday double (× 2).',
    );
    expect(said(-10, { kind: 'reward', rewardId: 3, rewardName: 'Free coffee' })).toBe(
      'Reward used: Free coffee.',
    );
    expect(said(-1, { kind: 'undo', reason: null })).toBe('Taken back, because the visit was undone.');
    expect(said(-1, { kind: 'undo', reason: 'wrong person' })).toContain('undone: wrong person.');
    expect(said(-4, { kind: 'refund', amount: 420, reason: 'cold' })).toBe(
      'Changed, because €4.20 was returned: cold.',
    );
    expect(said(5, { kind: 'adjusted', reason: 'paper card' }, 'fi')).toBe('Korjattu käsin: paper card.');
    expect(said(-1, { kind: 'moved' })).toContain('moved');
    expect(said(5, { kind: 'import' }, 'fi')).toBe('Kertyi tuodun luettelon käynnistä.');
    expect(said(-7, { kind: 'expired', lots: 1 })).toBe('Expired.');
    expect(said(-7, { kind: 'expired', lots: 3 })).toBe('Expired, from 3 visits.');
  });

  it('names the occasion of a gift', () => {
    const gift = { kind: 'gift', visits: null, name: null } as const;
    expect(said(2, { ...gift, occasion: 'signUp' })).toBe('Gift for joining.');
    expect(said(2, { ...gift, occasion: 'referrer', name: 'Olli' })).toBe('Gift for bringing Olli.');
    expect(said(2, { ...gift, occasion: 'friend' })).toBe('Gift for having been brought along.');
    expect(said(2, { ...gift, occasion: 'birthday' }, 'fi')).toBe('Syntymäpäivälahja.');
    expect(said(2, { ...gift, occasion: 'milestone', visits: 50 })).toBe('Gift for visit number 50.');
  });

  it.each(['en', 'fi'] as const)('has a sentence for every reason (%s)', (language) => {
    const gift = { kind: 'gift', visits: 10, name: 'Olli' } as const;
    const samples: BalanceRow['why'][] = [
      points,
      { kind: 'stampForVisit', stamps: 1, bonus: null },
      { kind: 'stampForItems', pieces: 2, stamps: 2, bonus: null },
      ...(['signUp', 'referrer', 'friend', 'birthday', 'milestone'] as const).map((occasion) => ({
        ...gift,
        occasion,
      })),
      { kind: 'reward', rewardId: 3, rewardName: 'Latte' },
      { kind: 'undo', reason: null },
      { kind: 'refund', amount: 420, reason: null },
      { kind: 'moved' },
      { kind: 'openingBalance' },
      { kind: 'importUndone' },
      { kind: 'import' },
      { kind: 'adjusted', reason: 'paper card' },
      { kind: 'expired', lots: 2 },
      ...(['merge', 'unmerge', 'household'] as const).map((because) => ({
        kind: 'transferred' as const,
        because,
        name: 'Aino',
      })),
    ];
    const kinds = why.options.map((option) => option.shape.kind.value);
    expect(new Set(samples.map((sample) => sample.kind))).toEqual(new Set(kinds));
    const sentences = samples.map((sample) => said(5, sample, language));
    expect(new Set(sentences).size).toBe(samples.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[\p{Lu}\d][^{}]{4,}\.$/u);
  });

  it('says where it came from or went', () => {
    const merge = { kind: 'transferred', because: 'merge', name: 'Aino' } as const;
    expect(said(7, merge)).toContain('Came from Aino');
    expect(said(-7, merge)).toContain('Went to Aino');
    expect(said(7, { ...merge, because: 'household' }, 'fi')).toContain('yhteiseen kukkaroon');
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
