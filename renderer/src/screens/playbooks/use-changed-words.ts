import { useTranslation } from 'react-i18next';
import type { Playbook } from '#shared/contract/playbooks.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** Who changed a playbook last, and when. */
export const useChangedWords = (): ((playbook: Playbook) => string) => {
  const { t } = useTranslation('playbooks');
  const format = useFormat();
  return ({ changedAt, changedBy, isPreset }) => {
    if (changedAt === null || changedBy === null) return t('preset');
    const words = { day: format.date(format.dayAt(changedAt), 'short'), name: changedBy };
    return isPreset ? t('reset', words) : t('changed', words);
  };
};
