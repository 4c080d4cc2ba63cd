import i18next from 'i18next';
import { describe, expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { rulesInWords } from '#renderer/src/screens/loyalty/versions/rules-in-words.ts';
import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import { aProgramme, aReward, aStampCard, freeCoffee } from '#tests/shared/domain/loyalty/programmes.ts';

const said = async (rules: ReturnType<typeof aProgramme>, language: Language = 'en') => {
  const i18n = i18next.createInstance();
  await i18n.init({ resources, lng: language, interpolation: { escapeValue: false } });
  const format = createFormat({ language, currency: 'EUR', timeZone: 'Europe/Helsinki', cutoffMinutes: 240 });
  return rulesInWords(rules, i18n.getFixedT(language, ['versions', 'programme']), format).map((sentence) =>
    sentence.replace(/\u00a0/g, ' '),
  );
};

const plain = { num: 1, den: 1 };
const rules = aProgramme({
  stampCards: [
    aStampCard(),
    aStampCard({ unitId: 3, name: 'Cake card', size: 5, on: { kind: 'items', scopes: [] } }),
  ],
  rewards: [freeCoffee, aReward({ name: 'Beans', price: 500, active: false })],
  bonuses: [
    {
      id: 1,
      name: 'Quiet hours',
      weekdays: [2],
      hours: null,
      firstDay: null,
      lastDay: null,
      factor: { num: 3, den: 2 },
      applies: 'both',
    },
  ],
  gifts: {
    signUp: { unitId: 2, amount: 2 },
    referral: null,
    birthday: { gift: { unitId: 1, amount: 50 }, daysAround: 3 },
    milestones: [],
  },
  expiry: { points: { kind: 'months', months: 12, graceDays: 0 }, stamps: { kind: 'never' } },
  tiers: {
    basis: 'visits',
    window: { kind: 'rolling', days: 90 },
    graceDays: 30,
    levels: [
      { id: 1, name: 'Friend', from: 0, benefits: '', factor: plain },
      { id: 2, name: 'Gold Mug', from: 25, benefits: '', factor: plain },
    ],
  },
});

describe('the rules of a version in words', () => {
  it('name everything that is earned, given and lost', async () => {
    expect(await said(rules)).toEqual([
      'Every €1.00 paid gives 1 point.',
      'Coffee card: 1 stamp a visit, full with 10.',
      'Cake card: 1 stamp for each of certain items, full with 5.',
      'Tiers: Friend, Gold Mug.',
      'Free coffee for 10 stamps.',
      'Beans for 500 points, paused.',
      'Quiet hours: counts 1.5 times.',
      'Gifts: For joining, For the birthday.',
      'Points expire 12 months after earning.',
      'Stamps never expire.',
    ]);
  });

  it('leave out what the programme does not have', async () => {
    const bare = aProgramme({ points: null, stampCards: [aStampCard({ stamps: 2 })], rewards: [] });
    expect(await said(bare, 'fi')).toEqual([
      'Pisteitä ei anneta.',
      'Coffee card: 2 leimaa käynnistä, kortti täyttyy 10 leimalla.',
      'Leimat eivät vanhene.',
    ]);
  });
});
