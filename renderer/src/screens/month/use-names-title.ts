import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { NamesOf } from './month-view.ts';
import { lastDayOf, monthNumber, type Period, periodDays } from './period.ts';

/** What the people of a list have in common, as its title. */
export const useNamesTitle = (period: Period): ((names: NamesOf) => string) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    (names: NamesOf): string => {
      if (typeof names === 'string') {
        return t(`names.title.${names}`, {
          from: format.dayOfMonth(periodDays(period).from),
          until: format.dayOfMonth(lastDayOf(period)),
        });
      }
      const month = (text: string) => (/^\d{4}-\d{2}$/.test(text) ? format.month(monthNumber(text)) : text);
      switch (names.kind) {
        case 'cohort':
          return t('figures.names.cohort', {
            count: names.k,
            month: month(names.month),
            n: format.number(names.k),
          });
        case 'firstReturn':
          return t(names.returned ? 'figures.names.returned' : 'figures.names.notReturned', {
            month: month(names.month),
            n: format.number(names.days),
          });
        case 'frequency':
          return t(names.to === null ? 'figures.names.visitsFrom' : 'figures.names.visits', {
            from: format.number(names.from),
            to: format.number(names.to ?? names.from),
          });
        case 'spend':
          return t(names.to === null ? 'figures.names.spendFrom' : 'figures.names.spend', {
            from: format.money(names.from),
            to: format.money(names.to ?? names.from),
          });
        case 'top':
          return t('figures.names.top');
        case 'rfm':
          return t('figures.names.rfm', { R: names.R, F: names.F });
        case 'split':
        case 'segment':
          return t(`figures.names.split.${names.retention}`);
        case 'silentVips':
          return t('figures.names.silentVips', { n: format.number(names.days) });
        case 'staff':
          return t(`figures.names.staff.${names.of}`);
        case 'tier':
          return t(names.tierId === null ? 'figures.names.noTier' : 'figures.names.tier');
        case 'redeemed':
          return t('figures.names.redeemed');
        case 'milestones':
          return t('figures.milestones.title');
      }
    },
    [format, t, period],
  );
};
