import { useQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { RfmFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { CountButton, ShowNames } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import { onGridKey } from './on-grid-key.ts';
import classes from './people.module.css';
import { freshFor } from './use-figures.ts';

/** Everybody by how recently and how often they came; each field opens its people. */
export const RfmCard = ({ to }: { to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const answer = useQuery(orpc.reports.rfm.queryOptions({ input: { to }, staleTime: freshFor }));
  const table = answer.data && {
    head: [t('figures.rfm.recency'), t('figures.rfm.frequency'), t('figures.tiers.people'), t('spend.title')],
    rows: answer.data.fields.map(({ R, F, customers, spend }) => [
      format.number(R),
      format.number(F),
      format.number(customers),
      format.money(spend),
    ]),
    note: `${t('figures.rfm.champions')}: ${format.number(answer.data.champions)}.`,
  };
  return (
    <FigureCard title={t('figures.rfm.title')} define={t('figures.define.rfm')} table={table}>
      <Asked answer={answer} queryKey={orpc.reports.rfm.key()}>
        {(figures) =>
          figures.parts === null ? (
            <p className={monthClasses.quiet}>{t('figures.rfm.few')}</p>
          ) : (
            <Grid figures={figures} parts={figures.parts} />
          )
        }
      </Asked>
    </FigureCard>
  );
};

const Grid = ({ figures, parts }: { figures: RfmFigures; parts: number }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const show = useContext(ShowNames);
  const best = Array.from({ length: parts }, (_, index) => parts - index);
  const highest = Math.max(1, ...figures.fields.map(({ customers }) => customers));
  const people = (R: number, F: number): number =>
    figures.fields.find((field) => field.R === R && field.F === F)?.customers ?? 0;
  return (
    <>
      <table className={classes.rfm} onKeyDown={onGridKey} aria-description={t('figures.gridKeys')}>
        <caption className={monthClasses.note}>{t('figures.rfm.axes')}</caption>
        <thead>
          <tr>
            <td />
            {best.map((F) => (
              <th key={F} scope="col">
                <span className="visually-hidden">{t('figures.rfm.frequency')} </span>F{F}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {best.map((R, row) => (
            <tr key={R}>
              <th scope="row">
                <span className="visually-hidden">{t('figures.rfm.recency')} </span>R{R}
              </th>
              {best.map((F, column) => {
                const count = people(R, F);
                return (
                  <td key={F}>
                    <button
                      type="button"
                      className={`${classes.field} num`}
                      data-step={count === 0 ? 0 : Math.ceil((count / highest) * 4)}
                      data-cell={`${row} ${column}`}
                      tabIndex={row === 0 && column === 0 ? 0 : -1}
                      aria-haspopup="dialog"
                      onClick={() => show({ kind: 'rfm', R, F, M: null })}
                    >
                      {format.number(count)}
                      <span className="visually-hidden">. {t('showNames')}</span>
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={monthClasses.note}>
        {t('figures.rfm.champions')}
        <CountButton
          shape="inline"
          group={{ kind: 'rfm', R: parts, F: parts, M: parts }}
          count={figures.champions}
          label={t('figures.rfm.champions')}
        />
      </p>
    </>
  );
};
