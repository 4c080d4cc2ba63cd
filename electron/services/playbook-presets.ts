import type { PlaybookWords } from '#shared/domain/playbooks/playbook.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import { playbookWords as english } from '#shared/i18n/en/playbook-words.ts';
import { playbookWords as finnish } from '#shared/i18n/fi/playbook-words.ts';
import { type Language, languages } from '#shared/i18n/language.ts';
import type { SameKeys } from '#shared/i18n/same-keys.ts';

type Texts = typeof english;
type ShopKind = keyof Texts['gifts'];

const texts: Readonly<Record<Language, SameKeys<Texts>>> = { en: english, fi: finnish };

const giftNames: Readonly<Partial<Record<PlaybookSituation, keyof Texts['gifts']['cafe']>>> = {
  atRiskHigh: 'large',
  silentVip: 'large',
  promise: 'large',
  birthday: 'birthday',
  referral: 'referral',
};

/** Face to face a salon asks what is to be done today, where a café asks for the order. */
const aboutTheAppointment: readonly PlaybookSituation[] = [
  'atRiskHigh',
  'slippingHigh',
  'slippingLow',
  'onTrackHigh',
  'onTrackLow',
  'silentVip',
];

function wordsIn(language: Language, situation: PlaybookSituation, kind: ShopKind): PlaybookWords {
  const { common, salon, gifts } = texts[language];
  const own: Readonly<Partial<Record<PlaybookSituation, Partial<Omit<PlaybookWords, 'gift'>>>>> = {
    atRiskHigh: salon.atRiskHigh,
    slippingHigh: salon.slippingHigh,
    slippingLow: salon.slippingLow,
    afterItem: salon.afterItem,
  };
  const gift = gifts[kind][giftNames[situation] ?? 'small'];
  if (kind !== 'salon') return { ...common[situation], gift };
  const here = aboutTheAppointment.includes(situation) ? { here: salon.here.usual } : {};
  return { ...common[situation], ...here, ...own[situation], gift };
}

/** The words a playbook begins with in a kind of shop, in every language of the product. */
export function presetWords(
  situation: PlaybookSituation,
  kind: ShopKind,
): Readonly<Record<string, PlaybookWords>> {
  return Object.fromEntries(languages.map((language) => [language, wordsIn(language, situation, kind)]));
}

/** What a count of something is called in the middle of a sentence; the bare number where the product has no such words. */
export function countWords(
  language: string,
  unit: 'points' | 'stamps' | 'visits' | 'years',
  count: number,
): string {
  const n = new Intl.NumberFormat(language).format(count);
  const known = languages.find((one) => one === language);
  if (known === undefined) return n;
  const form = new Intl.PluralRules(known).select(count) === 'one' ? 'one' : 'other';
  return texts[known].things[`${unit}_${form}`].replace('{{n}}', () => n);
}
