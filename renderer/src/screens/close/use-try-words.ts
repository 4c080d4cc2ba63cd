import { useTranslation } from 'react-i18next';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { MonthEnd, NextGoal, Try } from '#shared/domain/month-close/what-to-try.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { NamesOf } from '../month/month-view.ts';

/** What is to be tried and what it is derived from, in the shop's language. */
export const useTryWords = (at: BusinessMonth) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const n = format.number;

  const title = ({ kind, people }: Try): string => t(`next.${kind}`, { count: people, n: n(people) });

  /** The figures behind it, and what it would bring at most. */
  const basis = (one: Try, month: MonthEnd): string => {
    const { customers, averageSpend, visitsEach, silent } = month;
    const money = (minor: number): string => format.money(Math.round(minor));
    const words = {
      n: n(one.people),
      of: n(customers),
      month: format.month(at),
      days: n(silent.days),
      all: n(silent.all),
      value: money(silent.yearValue ?? 0),
      average: money(averageSpend ?? 0),
      visits: n(visitsEach ?? 0, 1),
      worth: money(one.worth ?? 0),
    };
    const facts = t(`next.basis.${one.kind}`, { count: one.people, ...words });
    return one.worth === null ? facts : `${facts} ${t(`next.worth.${one.kind}`, words)}`;
  };

  /** The list of names on the Month page. */
  const names = ({ kind }: Try, { silent }: MonthEnd): NamesOf => {
    switch (kind) {
      case 'once':
        return { kind: 'frequency', of: 'period', from: 1, to: 1 };
      case 'silent':
        return { kind: 'silentVips', days: silent.days };
      case 'lapsed':
        return 'lapsed';
    }
  };

  const goal = ({ share, keep, of }: NextGoal): string =>
    t('next.goalText', { share: format.percent(share, 0), n: n(keep), of: n(of) });

  const suggestion = ({ share, keep, of }: NextGoal): string =>
    t('next.suggestion', { share: format.percent(share, 0), n: n(keep), of: n(of) });

  return { title, basis, names, goal, suggestion };
};
