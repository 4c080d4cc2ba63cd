import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SplitBy } from '#shared/contract/reports.ts';

/** What a group of a split is called: its own name, or the screen's words for its key. */
export const useGroupName = (): ((by: SplitBy, group: string, label: string | null) => string) => {
  const { t } = useTranslation('month');
  return useCallback(
    (by: SplitBy, group: string, label: string | null): string => {
      if (label !== null) return label;
      if (group === 'shared' || group === 'alone' || group === 'new' || group === 'old') {
        return t(`figures.splits.group.${group}`);
      }
      return by === 'tier' ? t('figures.tiers.none') : t('figures.splits.group.unknown');
    },
    [t],
  );
};
