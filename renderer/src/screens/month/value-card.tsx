import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { ChangeWords } from './change-words.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';
import { PointsOwed, usePointsOwed } from './points-owed.tsx';
import { freshFor } from './use-figures.ts';
import { useTopWords } from './use-top-words.ts';
import { useValueTable } from './use-value-table.ts';

/** The answer the value card, the tiers and the spread of money share. */
export const useValue = (from: string, to: string) =>
  useQuery(orpc.reports.value.queryOptions({ input: { from, to }, staleTime: freshFor }));

/** What people spend, what they brought so far, what rewards cost and what is owed. */
export const ValueCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const answer = useValue(from, to);
  const tableOf = useValueTable();
  const points = usePointsOwed(from, to);
  return (
    <FigureCard
      title={t('figures.value.title')}
      define={t('figures.define.value')}
      table={answer.data && tableOf(answer.data, points)}
    >
      <Asked answer={answer} queryKey={orpc.reports.value.key()}>
        {(figures) =>
          figures.soFar.spend.total <= 0 ? (
            <p className={monthClasses.quiet}>{t('spend.noData')}</p>
          ) : (
            <>
              <Shown figures={figures} />
              <PointsOwed points={points} />
            </>
          )
        }
      </Asked>
    </FigureCard>
  );
};

const Shown = ({ figures }: { figures: ValueFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { averageSpend, averageSpendChange, period, soFar, rewards } = figures;
  const money = (minor: number | null): string =>
    minor === null ? t('retention.noData') : format.money(Math.round(minor));
  const people = (count: number): string => t('names.count', { count, n: format.number(count) });
  const pareto = period.pareto;
  const { topWords } = useTopWords();
  return (
    <>
      <div className={figureClasses.cells}>
        <div>
          <CountButton
            shape="cell"
            group="customers"
            count={averageSpend.n}
            label={t('spend.average')}
            shown={money(averageSpend.mean)}
          />
          <p className={figureClasses.cellNote}>
            <ChangeWords change={averageSpendChange} shown={(by) => format.money(Math.round(by))} />
          </p>
        </div>
        <div>
          <CountButton
            shape="cell"
            group={{ kind: 'spend', of: 'soFar', from: 1, to: null }}
            count={soFar.spend.customers}
            label={t('figures.value.soFar')}
            shown={money(soFar.spend.mean.mean)}
          />
          <p className={figureClasses.cellNote}>{t('figures.value.perCustomer')}</p>
        </div>
        <div>
          <CountButton
            shape="cell"
            group={{ kind: 'top', of: 'period' }}
            count={pareto?.k ?? 0}
            label={t('figures.value.top')}
            shown={pareto === null ? t('retention.noData') : topWords(pareto, 0)}
          />
          <p className={figureClasses.cellNote}>{pareto !== null && people(pareto.k)}</p>
        </div>
        <div>
          <CountButton
            shape="cell"
            group={{ kind: 'redeemed' }}
            count={rewards.cost}
            label={t('figures.value.rewards')}
            shown={money(rewards.cost)}
          />
          <p className={figureClasses.cellNote}>
            {rewards.share !== null && t('figures.value.ofSales', { share: format.percent(rewards.share) })}
          </p>
        </div>
      </div>
      <p className={`${figureClasses.written} num`}>
        {t('figures.value.formula', {
          total: format.money(soFar.spend.total),
          people: people(soFar.spend.customers),
          each: money(soFar.spend.mean.mean),
        })}
      </p>
    </>
  );
};
