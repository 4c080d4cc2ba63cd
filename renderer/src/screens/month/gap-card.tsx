import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GapFigures } from '#shared/contract/reports.ts';
import { client } from '../../api/client.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import chartClasses from './chart.module.css';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import { returnCurve } from './return-curve.ts';
import { freshFor } from './use-figures.ts';

const ReturnChart = lazy(async () => ({ default: (await import('./return-chart.tsx')).ReturnChart }));

/** Days for which the share that is back is written out. */
const marks = [7, 14, 30, 60, 90];

/** Share of the gaps that are over after so many days; null past what is known well. */
const backWithin = ({ steps, solidUntil }: GapFigures, days: number): number | null =>
  days > solidUntil ? null : 1 - (steps.findLast(({ t }) => t <= days)?.S ?? 1);

/** All visits are read one by one: the answer comes when the last of them was counted, leaving the page ends it. */
const useGaps = (to: string) => {
  const [share, setShare] = useState(0);
  const queryKey = orpc.reports.gaps.key({ input: { to } });
  const answer = useQuery({
    queryKey,
    staleTime: freshFor,
    queryFn: async ({ signal }): Promise<GapFigures> => {
      setShare(0);
      for await (const event of await client.reports.gaps({ to }, { signal })) {
        if (event.kind === 'done') return event.gaps;
        setShare(event.total > 0 ? event.done / event.total : 0);
      }
      throw signal.reason;
    },
  });
  return { answer, queryKey, share };
};

/** How long people stay away between two visits: the curve, half of them, and some days written out. */
export const GapCard = ({ to }: { to: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { answer, queryKey, share } = useGaps(to);
  const data = answer.data;
  const rows = (figures: GapFigures) =>
    marks.flatMap((days) => {
      const back = backWithin(figures, days);
      const within = t('figures.return.within', { n: format.number(days) });
      return back === null ? [] : [[within, format.percent(back, 0)] as const];
    });
  return (
    <FigureCard
      title={t('figures.gaps.title')}
      define={t('figures.define.gaps')}
      aside={
        data === undefined || data.median === null
          ? undefined
          : t('figures.return.median', { n: format.number(data.median) })
      }
      table={
        data && {
          head: [t('figures.gaps.days'), t('figures.return.back')],
          rows: rows(data),
          note: t('figures.gaps.basis', {
            count: data.events,
            n: format.number(data.events),
            shares: '',
          }).trim(),
        }
      }
    >
      {data === undefined && share > 0 && (
        <p className={monthClasses.quiet} role="status">
          {t('figures.gaps.read', { share: format.percent(share, 0) })}
        </p>
      )}
      <Asked answer={answer} queryKey={queryKey}>
        {(figures) =>
          figures.events === 0 ? (
            <p className={monthClasses.quiet}>{t('figures.gaps.none')}</p>
          ) : (
            <>
              <Suspense fallback={<div className={chartClasses.chart} aria-busy />}>
                <ReturnChart
                  points={returnCurve({
                    ...figures,
                    steps: figures.steps.map((step) => ({ ...step, se: null, lo: null, hi: null })),
                  })}
                  percent={(part) => format.percent(part, 0)}
                  dayWords={(day) => t('figures.return.day', { n: format.number(day) })}
                />
              </Suspense>
              <p className={monthClasses.quiet}>
                {t('figures.gaps.basis', {
                  count: figures.events,
                  n: format.number(figures.events),
                  shares: rows(figures)
                    .map(([within, back]) => `${within}: ${back}.`)
                    .join(' '),
                })}
              </p>
            </>
          )
        }
      </Asked>
    </FigureCard>
  );
};
