import { useTranslation } from 'react-i18next';
import type { SplitBy } from '#shared/contract/reports.ts';
import type { detailPart } from '#shared/domain/month-close/detail-figures.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { monthNumber } from '../month/period.ts';
import { useGroupName } from '../month/use-group-name.ts';

type Part = NonNullable<ReturnType<typeof detailPart>>;

const ways = ['source', 'firstItem', 'staff', 'tier', 'household', 'newOrOld'] as const satisfies SplitBy[];

/** The name of a figure that was frozen beside the month's own ones; `label` is what it is about, by its name. */
export const useDetailName = () => {
  const { t } = useTranslation(['report', 'month']);
  const format = useFormat();
  const groupName = useGroupName();
  return ({ kind, about }: Part, label: string | null): string => {
    const [first = '', second = ''] = about;
    switch (kind) {
      case 'cohortSize':
      case 'trendRetention':
      case 'trendFrequency':
      case 'trendAverageSpend':
        return t(`detail.${kind}`, { month: format.month(monthNumber(first)) });
      case 'cohort':
      case 'firstReturn':
        return t(`detail.${kind}`, {
          month: format.month(monthNumber(first)),
          n: format.number(Number(second)),
        });
      case 'cohortAverage':
      case 'firstReturnWithin':
      case 'visitsBar':
        return t(`detail.${kind}`, { n: format.number(Number(first)) });
      case 'rfm':
        return t('detail.rfm', { r: first, f: second });
      case 'tier':
      case 'tierSpend':
        return t(`detail.${kind}`, { name: groupName('tier', first, label) });
      case 'split': {
        const by = ways.find((way) => way === first) ?? 'source';
        return t('detail.split', {
          by: t(`month:figures.splits.by.${by}`).toLocaleLowerCase(),
          name: groupName(by, about.slice(1).join('.'), label),
        });
      }
      default:
        return t(`detail.${kind}`);
    }
  };
};
