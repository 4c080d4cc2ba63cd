import { useTranslation } from 'react-i18next';
import type { OutlookBacktest, OutlookModel } from '#shared/contract/outlook.ts';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './risk.module.css';
import { hasChances, reasonOf } from './why-no-chances.ts';

/** What the figures rest on, in plain words, and how they did on the shop's own last quarter. */
export const ModelWords = ({
  model,
  run,
}: {
  model: OutlookModel | null;
  run: { readonly at: number; readonly customers: number } | null;
}) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  if (model === null || run === null) return <p>{t('model.rhythm')}</p>;
  const { standing, k, gapDays, use, spendGoesWithFrequency, backtest } = model;
  const gap = Math.max(1, Math.round(gapDays));
  const days = t('days', { count: gap, n: format.number(gap) });
  return (
    <div className={classes.words}>
      <p>{t('model.rhythm')}</p>
      <p>{t('model.gap', { days })}</p>
      {standing === 'none' && <p>{t(`reason.${reasonOf(model.reason)}`)}</p>}
      {standing === 'rough' && <p>{t('model.rough')}</p>}
      {hasChances(model) && (
        <>
          <p>{t('model.chance')}</p>
          <p>{k === 1 ? t('model.byChance') : t('model.regular', { k: format.number(k ?? 1) })}</p>
          <p>{t('model.value', { count: run.customers, n: format.number(run.customers) })}</p>
          {spendGoesWithFrequency && <p>{t('model.frequency')}</p>}
          {standing === 'early' && <p>{t('model.early')}</p>}
        </>
      )}
      <h3>{t('test.title')}</h3>
      {backtest === null ? <p>{t('test.none')}</p> : <Tested tested={backtest} use={use} />}
      <p>{t('test.honest')}</p>
    </div>
  );
};

const Tested = ({ tested, use }: { tested: OutlookBacktest; use: OutlookModel['use'] }) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const { cutDay, weeks, customers, visits, oneStage, bestK, cadence, winner } = tested;
  const ways = [
    { way: 'oneStage', name: t('test.oneStage'), score: oneStage },
    { way: 'bestK', name: t('test.bestK', { k: format.number(bestK?.k ?? 1) }), score: bestK },
    { way: 'cadence', name: t('test.plain'), score: cadence },
  ] as const;
  return (
    <>
      <p>
        {t('test.text', {
          weeks: format.number(weeks),
          day: format.date(cutDay),
          n: format.number(customers),
        })}
      </p>
      <table className="num">
        <thead>
          <tr>
            <th />
            <th scope="col">{t('test.visits')}</th>
            <th scope="col">{t('test.off')}</th>
            <th scope="col">{t('test.quality')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('test.really')}</th>
            <td>{format.number(visits)}</td>
            <td />
            <td />
          </tr>
          {ways.map(
            ({ way, name, score }) =>
              score && (
                <tr key={way} className={way === winner ? classes.winner : undefined}>
                  <th scope="row">{way === winner ? t('test.winner', { name }) : name}</th>
                  <td>{format.number(score.visits)}</td>
                  <td>{format.number(score.meanAbsoluteError, 2)}</td>
                  <td>{format.number(score.brier, 3)}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      <p>{t('test.reading')}</p>
      {winner !== null && <p>{use === 'model' ? t('test.useModel') : t('test.useCadence')}</p>}
    </>
  );
};
