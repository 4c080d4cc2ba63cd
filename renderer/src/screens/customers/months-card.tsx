import { useTranslation } from 'react-i18next';
import type { Profile } from '#shared/contract/customers.ts';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './side-cards.module.css';

const monthNumber = (month: string) =>
  businessMonth(Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1);

/** Letters of a month's name that fit under one bar. */
const longestName = 4;

const sum = (months: readonly { readonly visits: number }[]): number =>
  months.reduce((total, { visits }) => total + visits, 0);

/** Visits in each of the last 12 months; the last one is still running. */
export const MonthsCard = ({ months }: { months: Profile['months'] }) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const highest = Math.max(1, ...months.map(({ visits }) => visits));
  // The running month is left out of the comparison: it is not over.
  const finished = months.slice(0, -1);
  const recent = sum(finished.slice(-3));
  const before = sum(finished.slice(-6, -3));
  const names = months.map(({ month }) => format.monthName(monthNumber(month)));
  // Long names stand under every second bar only, counted from the running month.
  const every = names.some((name) => name.length > longestName) ? 2 : 1;
  return (
    <Card
      title={t('months.title')}
      aside={t('months.compare', { recent: format.number(recent), before: format.number(before) })}
    >
      <ol className={classes.months} aria-label={t('months.title')}>
        {months.map(({ month, visits }, index) => {
          const name = names[index] ?? '';
          return (
            <li key={month} data-running={index === months.length - 1 || undefined}>
              <span className="visually-hidden">
                {t('months.bar', { count: visits, month: name, n: format.number(visits) })}
              </span>
              <span className={`${classes.monthCount} num`} aria-hidden>
                {visits > 0 ? format.number(visits) : ''}
              </span>
              <span className={classes.monthTrack} aria-hidden>
                <span className={classes.monthBar} style={{ height: `${(visits / highest) * 100}%` }} />
              </span>
              <span className={classes.monthName} aria-hidden>
                {(months.length - 1 - index) % every === 0 && name}
              </span>
            </li>
          );
        })}
      </ol>
    </Card>
  );
};
