import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { FirstReturnFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import chartClasses from './chart.module.css';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import classes from './people.module.css';
import { monthNumber } from './period.ts';
import { returnCurve } from './return-curve.ts';
import { freshFor } from './use-figures.ts';
import { useRateWords } from './use-rate-words.ts';

const ReturnChart = lazy(async () => ({ default: (await import('./return-chart.tsx')).ReturnChart }));

/** Months of newcomers the card shows; the table has them all. */
const monthsShown = 6;

/** How soon newcomers come back: the curve, and the months for which 30, 60 and 90 days are over. */
export const ReturnCard = ({ to }: { to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const answer = useQuery(orpc.reports.firstReturn.queryOptions({ input: { to }, staleTime: freshFor }));
  const data = answer.data;
  const within = (days: number) => t('figures.return.within', { n: format.number(days) });
  const table = data && {
    head: [t('figures.cohort.month'), t('figures.cohort.newcomers'), ...data.horizons.map(within)],
    rows: [
      [
        t('figures.return.everybody'),
        format.number(data.n),
        ...data.within.map((rate) => [words(rate).figure, words(rate).basis].filter(Boolean).join(', ')),
      ],
      ...data.months.map(({ month, newcomers, returned }) => [
        format.month(monthNumber(month)),
        format.number(newcomers),
        ...returned.map((rate) =>
          rate === null
            ? t('figures.cohort.running')
            : [words(rate).figure, words(rate).basis].filter(Boolean).join(', '),
        ),
      ]),
    ],
  };
  return (
    <FigureCard
      wide
      title={t('figures.return.title')}
      define={t('figures.define.return')}
      aside={
        data === undefined || data.median === null
          ? undefined
          : t('figures.return.median', { n: format.number(data.median) })
      }
      table={table}
    >
      <Asked answer={answer} queryKey={orpc.reports.firstReturn.key()}>
        {(figures) =>
          figures.n === 0 ? (
            <p className={monthClasses.quiet}>{t('figures.cohort.none')}</p>
          ) : (
            <div className={classes.beside} data-table>
              <Suspense fallback={<div className={chartClasses.chart} aria-busy />}>
                <ReturnChart
                  points={returnCurve(figures)}
                  percent={(share) => format.percent(share, 0)}
                  dayWords={(day) => t('figures.return.day', { n: format.number(day) })}
                />
              </Suspense>
              <Months figures={figures} />
            </div>
          )
        }
      </Asked>
    </FigureCard>
  );
};

const Months = ({ figures }: { figures: FirstReturnFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const { horizons, within, months } = figures;
  return (
    <table className={classes.table} aria-label={t('figures.return.title')}>
      <thead>
        <tr>
          <th scope="col">{t('figures.return.back')}</th>
          {horizons.map((days) => (
            <th key={days} scope="col" className="num">
              {t('figures.return.day', { n: format.number(days) })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {months.slice(-monthsShown).map(({ month, returned }) => (
          <tr key={month}>
            <th scope="row">{format.monthName(monthNumber(month))}</th>
            {horizons.map((days, index) => {
              const rate = returned[index] ?? null;
              return (
                <td key={days}>
                  {rate === null ? (
                    <span className={classes.hatched}>
                      <span className="visually-hidden">{t('figures.cohort.running')}</span>
                    </span>
                  ) : (
                    <CountButton
                      shape="inline"
                      group={{ kind: 'firstReturn', month, days, returned: true }}
                      count={rate.successes}
                      label={t('figures.return.within', { n: format.number(days) })}
                      shown={words(rate).figure}
                    />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
        <tr>
          <th scope="row">{t('figures.return.everybody')}</th>
          {within.map((rate, index) => (
            <td key={horizons[index]} className="num" title={words(rate).basis}>
              {words(rate).figure}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
};
