import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { createFormat } from '#renderer/src/i18n/use-format.ts';
import { chanceOf, chanceWords } from '#renderer/src/screens/risk/chance-words.ts';
import { outlook as english } from '#shared/i18n/en/outlook.ts';
import { outlook as finnish } from '#shared/i18n/fi/outlook.ts';

const told = async (language: 'en' | 'fi') => {
  const words = createInstance();
  await words.init({
    lng: language,
    resources: { en: { outlook: english }, fi: { outlook: finnish } },
    interpolation: { escapeValue: false },
  });
  const facts = { currency: 'EUR', timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };
  const format = createFormat({ language, ...facts });
  const t = words.getFixedT(language, 'outlook');
  return { format, say: (chance: number) => chanceWords(t, chance, format).replaceAll('\u00a0', ' ') };
};

it('says of a chance below one per cent that it is less, and never that it is certain', async () => {
  const { say, format } = await told('en');
  for (const small of [0, 0.0001, 0.0099]) expect(say(small)).toBe('less than 1%');
  expect(say(0.01)).toBe('1%');
  expect(say(0.504)).toBe('50%');
  for (const sure of [0.99, 0.996, 1]) expect(say(sure)).toBe('99%');
  expect(chanceOf(0.004, format)).toEqual({ isLess: true, percent: '1%' });
  expect((await told('fi')).say(0.004)).toBe('alle 1 %');
});
