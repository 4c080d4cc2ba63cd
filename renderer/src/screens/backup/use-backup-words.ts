import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { momentWords } from './moment-words.ts';
import { sizeWords } from './size-words.ts';

/** The shop's formats with days that begin at midnight: a backup is dated by the clock, not by the business day. */
export const useClockFormat = (): Format => {
  const { language, currency, timeZone } = useShop().shop;
  return useMemo(
    () => createFormat({ language, currency, timeZone, cutoffMinutes: 0 }),
    [language, currency, timeZone],
  );
};

/** Moments and sizes in words, in the opened shop. */
export const useBackupWords = () => {
  const { t } = useTranslation(['backup', 'safety']);
  const { t: tSafety } = useTranslation('safety');
  const { t: tBackup } = useTranslation('backup');
  const format = useClockFormat();
  return {
    t,
    format,
    when: (at: number): string => momentWords(at, Date.now(), format, tSafety),
    size: (bytes: number): string => sizeWords(bytes, format, tBackup),
  };
};
