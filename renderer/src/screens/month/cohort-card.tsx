import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { CohortFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import classes from './cohort.module.css';
import { type CohortCell, cohortRows } from './cohort-grid.ts';
import { ShowNames } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';
import { onGridKey } from './on-grid-key.ts';
import { monthNumber } from './period.ts';
import { freshFor } from './use-figures.ts';
import { useRateWords } from './use-rate-words.ts';

/** A table with more months after the first would not fit on paper. */
const columnsInTable = 13;

/** How many of each month's newcomers came again in the months after. */
export const CohortCard = ({ to }: { to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const input = { to };
  const answer = useQuery(orpc.reports.cohorts.queryOptions({ input, staleTime: freshFor }));
  const table = answer.data && {
    head: [
      t('figures.cohort.month'),
      t('figures.cohort.newcomers'),
      ...answer.data.columns.slice(1, columnsInTable).map(({ k }) => format.number(k)),
    ],
    rows: [
      ...answer.data.cohorts.map(({ month, size, cells }) => [
        format.month(monthNumber(month)),
        format.number(size),
        ...cells
          .slice(1, columnsInTable)
          .map((people) => (people === null ? t('figures.cohort.running') : format.number(people))),
      ]),
      [
        t('figures.cohort.average'),
        '',
        ...answer.data.columns.slice(1, columnsInTable).map(({ rate }) => words(rate).figure),
      ],
      [
        t('figures.trend.basis'),
        '',
        ...answer.data.columns.slice(1, columnsInTable).map(({ rate }) => words(rate).basis),
      ],
    ],
  };
  return (
    <FigureCard
      title={t('figures.cohort.title')}
      define={t('figures.define.cohort')}
      aside={t('figures.cohort.aside')}
      table={table}
    >
      <Asked answer={answer} queryKey={orpc.reports.cohorts.key()}>
        {(figures) =>
          figures.cohorts.length === 0 ? (
            <p className={monthClasses.quiet}>{t('figures.cohort.none')}</p>
          ) : (
            <Grid figures={figures} />
          )
        }
      </Asked>
    </FigureCard>
  );
};

const Grid = ({ figures }: { figures: CohortFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const rows = cohortRows(figures);
  const columns = Array.from({ length: rows[0]?.cells.length ?? 0 }, (_, k) => k);
  return (
    <>
      <div className={classes.frame}>
        <table className={classes.grid} onKeyDown={onGridKey} aria-description={t('figures.gridKeys')}>
          <thead>
            <tr>
              <th scope="col">{t('figures.cohort.month')}</th>
              {columns.map((k) => (
                <th key={k} scope="col" className="num">
                  {format.number(k)}
                  <span className="visually-hidden"> {t('figures.cohort.monthsLater')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ month, size, cells }, row) => (
              <tr key={month}>
                <th scope="row">
                  {format.monthName(monthNumber(month))}{' '}
                  <span className={classes.size}>{format.number(size)}</span>
                </th>
                {cells.map((cell, k) => (
                  <td key={columns[k]}>
                    <Cell cell={cell} month={month} size={size} k={k} row={row} />
                  </td>
                ))}
              </tr>
            ))}
            <tr className={classes.average}>
              <th scope="row">{t('figures.cohort.average')}</th>
              {columns.map((k) => {
                const rate = figures.columns[k]?.rate;
                return (
                  <td key={k} className="num" data-few={rate?.say === 'counts' || undefined}>
                    {rate === undefined || rate.share === null
                      ? ''
                      : rate.say === 'counts'
                        ? `${format.number(rate.successes)}/${format.number(rate.n)}`
                        : format.number(rate.share * 100)}
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      </div>
      {figures.columns[1] !== undefined && (
        <p className={figureClasses.footNote}>
          {t('figures.cohort.nextMonth', { figure: words(figures.columns[1].rate).figure })}{' '}
          {words(figures.columns[1].rate).basis}
        </p>
      )}
    </>
  );
};

const Cell = ({
  cell,
  month,
  size,
  k,
  row,
}: {
  cell: CohortCell;
  month: string;
  size: number;
  k: number;
  row: number;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const show = useContext(ShowNames);
  if (cell.kind === 'later') return null;
  if (cell.kind === 'unfinished') {
    return (
      <span className={classes.cell} data-unfinished>
        <span className="visually-hidden">{t('figures.cohort.running')}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      className={`${classes.cell} num`}
      data-step={cell.step}
      data-few={cell.few || undefined}
      data-cell={`${row} ${k}`}
      tabIndex={row === 0 && k === 0 ? 0 : -1}
      aria-haspopup="dialog"
      onClick={() => show({ kind: 'cohort', month, k })}
    >
      {cell.few ? `${format.number(cell.people)}/${format.number(size)}` : format.number(cell.share * 100)}
      <span className="visually-hidden">
        . {t('retention.of', { part: format.number(cell.people), whole: format.number(size) })}.{' '}
        {t('showNames')}
      </span>
    </button>
  );
};
