import type { TFunction } from 'i18next';
import type { LogChain } from '#shared/contract/audit.ts';
import type { Format } from '../../i18n/use-format.ts';

/** Whether the log is as it was written, and where it is not. */
export const chainWords = (t: TFunction<'audit'>, format: Format, { entries, broken }: LogChain): string => {
  if (broken !== null) return t(`chain.${broken.why}`, { number: format.number(broken.number) });
  return entries === 0 ? t('chain.none') : t('chain.whole', { count: entries, n: format.number(entries) });
};
