import type { TFunction } from 'i18next';
import type { ConsentPlace, ConsentPurpose } from '#shared/domain/consent/consent.ts';
import type { Resources } from '#shared/i18n/resources.ts';

type Wordings = Resources['privacy']['wordings'];

/** The words of a version, where it is known and holds some for this question at this place. */
const known = (
  t: TFunction<'privacy'>,
  version: number,
  place: ConsentPlace,
  purpose: ConsentPurpose,
): string | undefined => {
  const all = t('wordings', { returnObjects: true }) as unknown as Wordings;
  const wordings: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = all;
  return wordings[`v${String(version)}`]?.[place]?.[purpose];
};

/** In which words somebody was asked: the words themselves, or only their number where it was not noted where. */
export const askedWords = (
  answer: {
    readonly purpose: ConsentPurpose;
    readonly place: ConsentPlace | null;
    readonly textVersion: number;
  },
  t: TFunction<'privacy'>,
): string => {
  const { purpose, place, textVersion: n } = answer;
  const words = place === null ? undefined : known(t, n, place, purpose);
  return words === undefined ? t('sheet.consent.text', { n }) : t('sheet.consent.words', { n, words });
};
