import { SegmentedControl } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { Bars } from './bars.tsx';
import chartClasses from './chart.module.css';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import classes from './people.module.css';
import { joined } from './use-range.ts';
import { useTopWords } from './use-top-words.ts';
import { useValue } from './value-card.tsx';

const ParetoChart = lazy(async () => ({ default: (await import('./pareto-chart.tsx')).ParetoChart }));

const spreads = ['period', 'soFar'] as const;
type SpreadOf = (typeof spreads)[number];
type SpendBar = ValueFigures['period']['spend']['bars'][number];

/** How money is spread over people: how many spent how much, and how much the best fifth brings. */
export const SpreadCard = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { topWords, topOf } = useTopWords();
  const [of, setOf] = useState<SpreadOf>('period');
  const answer = useValue(from, to);
  const spread = answer.data?.[of];
  const barName = (bar: SpendBar): string =>
    bar.to === null ? `${format.money(bar.from)}+` : `${format.money(bar.from)}\u2013${format.money(bar.to)}`;
  const pareto = spread?.pareto;
  const table = spread && {
    head: [t('figures.spread.spent'), t('figures.tiers.people')],
    rows: [
      ...spread.spend.bars.map((bar) => [barName(bar), format.number(bar.customers)]),
      ...(['quarter', 'median', 'threeQuarters', 'nineTenths'] as const).map((key) => [
        t(`figures.spread.${key}`),
        spread.spend.quantiles === null
          ? t('retention.noData')
          : format.money(Math.round(spread.spend.quantiles[key])),
      ]),
      ...(pareto === undefined || pareto === null
        ? []
        : [
            [t('figures.value.top'), joined(topWords(pareto), topOf(pareto))],
            [
              t('figures.spread.for80'),
              t('retention.of', {
                part: format.number(pareto.customersFor80),
                whole: format.number(pareto.n),
              }),
            ],
            [t('figures.spread.gini'), format.number(pareto.gini, 2)],
          ]),
    ],
  };
  return (
    <FigureCard wide title={t('figures.spread.title')} define={t('figures.define.spread')} table={table}>
      <SegmentedControl
        className={`${chartClasses.choice} no-print`}
        aria-label={t('figures.spread.choose')}
        value={of}
        onChange={(value) => setOf(spreads.find((each) => each === value) ?? 'period')}
        data={spreads.map((each) => ({ value: each, label: t(`figures.spread.${each}`) }))}
      />
      <Asked answer={answer} queryKey={orpc.reports.value.key()}>
        {(figures) => <Shown spread={figures[of]} of={of} />}
      </Asked>
    </FigureCard>
  );
};

const Shown = ({ spread, of }: { spread: ValueFigures['period']; of: SpreadOf }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { spend, pareto, curve } = spread;
  if (pareto === null) return <p className={monthClasses.quiet}>{t('spend.noData')}</p>;
  const whole = (minor: number) => format.number(Math.round(minor / 100));
  return (
    <>
      <div className={classes.beside}>
        <Bars
          bars={spend.bars.map((bar) => ({
            label: bar.to === null ? `${whole(bar.from)}+` : `${whole(bar.from)}\u2013${whole(bar.to)}`,
            people: bar.customers,
            names: { kind: 'spend', of, from: bar.from, to: bar.to },
          }))}
        />
        {!pareto.fewPeople && (
          <Suspense fallback={<div className={chartClasses.chart} aria-busy />}>
            <ParetoChart curve={curve} top={pareto.share} percent={(share) => format.percent(share, 0)} />
          </Suspense>
        )}
      </div>
      <p className={monthClasses.note}>
        {pareto.fewPeople
          ? t('figures.spread.few')
          : t('figures.spread.text', {
              share: format.percent(pareto.share, 0),
              for80: format.number(pareto.customersFor80),
              n: format.number(pareto.n),
              gini: format.number(pareto.gini, 2),
            })}
      </p>
    </>
  );
};
