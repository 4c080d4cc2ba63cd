import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '#shared/contract/vouchers.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** What a voucher is worth, in words; empty for a thing given by hand, which its name says. */
export const useBenefitWords = (): ((benefit: Benefit) => string) => {
  const { t } = useTranslation('vouchers');
  const format = useFormat();
  const items = useQuery(orpc.items.list.queryOptions()).data?.items;
  return (benefit) => {
    switch (benefit.kind) {
      case 'item':
        return items?.find(({ id }) => id === benefit.itemId)?.name ?? '';
      case 'amountOff':
        return t('benefit.amountOff', { amount: format.money(benefit.amount) });
      case 'percentOff':
        return t('benefit.percentOff', { percent: format.percent(benefit.percent / 100, 0) });
      case 'thing':
        return '';
    }
  };
};
