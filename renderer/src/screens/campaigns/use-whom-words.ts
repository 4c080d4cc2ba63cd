import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign, Whom } from '#shared/contract/campaigns.ts';

/** Whether conditions find everybody: all of none. */
export const isEverybody = (whom: Whom): boolean =>
  whom.kind === 'filter' && whom.filter.kind === 'all' && whom.filter.of.length === 0;

/** Which people a campaign is for, in words. */
export const useWhomWords = (): ((campaign: Pick<Campaign, 'whom' | 'segmentName'>) => string) => {
  const { t } = useTranslation('campaigns');
  return useCallback(
    ({ whom, segmentName }: Pick<Campaign, 'whom' | 'segmentName'>) => {
      switch (whom.kind) {
        case 'segment':
          return segmentName ?? t('whom.gone');
        case 'filter':
          return isEverybody(whom) ? t('whom.everybody') : t('whom.filter');
        case 'risk':
          return whom.states.map((state) => t(`whom.risk.${state}`)).join(', ');
        case 'reason':
          return t(`whom.reason.${whom.reason}`);
      }
    },
    [t],
  );
};
