import type { TFunction } from 'i18next';
import type { Format } from '../../i18n/use-format.ts';

const kilo = 1000;

/** Bytes as a person reads them: "12 kB", "14.3 MB", "28.4 GB". */
export const sizeWords = (bytes: number, format: Format, t: TFunction<'backup'>): string => {
  if (bytes < 100 * kilo) return t('size.kb', { n: format.number(Math.ceil(bytes / kilo)) });
  if (bytes < kilo ** 3) return t('size.mb', { n: format.number(bytes / kilo ** 2, 1) });
  return t('size.gb', { n: format.number(bytes / kilo ** 3, 1) });
};
