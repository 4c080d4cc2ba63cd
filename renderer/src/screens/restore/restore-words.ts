import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isLanguage } from '#shared/i18n/language.ts';
import { createFormat, type Format } from '../../i18n/use-format.ts';
import { momentWords } from '../backup/moment-words.ts';
import { sizeWords } from '../backup/size-words.ts';

/** The formats of this computer, for where there is no shop yet; amounts are written with their own currency. */
export const useComputerFormat = (): Format => {
  const { i18n } = useTranslation();
  const language = isLanguage(i18n.language) ? i18n.language : 'en';
  return useMemo(
    () =>
      createFormat({
        language,
        currency: 'EUR',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        cutoffMinutes: 0,
      }),
    [language],
  );
};

/** Moments and sizes in words, with the formats of the shop or of the computer. */
export const useRestoreWords = (format: Format) => {
  const { t } = useTranslation(['restore', 'common']);
  const { t: tSafety } = useTranslation('safety');
  const { t: tBackup } = useTranslation('backup');
  return {
    t,
    when: (at: number): string => momentWords(at, Date.now(), format, tSafety),
    size: (bytes: number): string => sizeWords(bytes, format, tBackup),
  };
};
