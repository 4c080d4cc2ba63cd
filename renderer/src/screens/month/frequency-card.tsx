import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { FrequencyFigures, RetentionFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import { Bars } from './bars.tsx';
import { ChangeWords } from './change-words.tsx';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';
import { freshFor } from './use-figures.ts';
import { joined, useRange } from './use-range.ts';
import { useRateWords } from './use-rate-words.ts';

/** How a bar's visits are called: "1 visit", "2–3", "13+". */
export const useVisitsLabel = () => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return ({ from, to }: { from: number; to: number | null }): string => {
    if (to === null) return `${format.number(from)}+`;
    if (from === to) return t('figures.frequency.visits', { count: from, n: format.number(from) });
    return `${format.number(from)}\u2013${format.number(to)}`;
  };
};

/** How often people came: a column for each number of visits, and the repeat rate. */
export const FrequencyCard = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const label = useVisitsLabel();
  const likely = useRange();
  const input = { from: figures.from, to: figures.to };
  const answer = useQuery(orpc.reports.frequency.queryOptions({ input, staleTime: freshFor }));
  const data = answer.data;
  const table = data && {
    head: ['', t('figures.frequency.period'), t('figures.frequency.whole')],
    rows: [
      ...data.period.histogram.map((bar, index) => [
        t('figures.frequency.peopleWith', { visits: label(bar) }),
        format.number(bar.customers),
        format.number(data.whole.histogram[index]?.customers ?? 0),
      ]),
      [t('visits.people'), format.number(data.period.customers), format.number(data.whole.customers)],
      [t('visits.count'), format.number(data.period.visits), format.number(data.whole.visits)],
      ...(['mean', 'median'] as const).map((key) => [
        t(`visits.${key}`),
        ...[data.period, data.whole].map((one) => {
          const value = key === 'mean' ? one.mean.mean : one.median;
          if (value === null) return t('retention.noData');
          const range = key === 'mean' ? likely(one.mean.interval, (n) => format.number(n, 2)) : '';
          return joined(format.number(value, 2), range);
        }),
      ]),
      [t('visits.repeaters'), ...[data.period, data.whole].map((one) => words(one.repeat).figure)],
      [t('figures.trend.basis'), ...[data.period, data.whole].map((one) => words(one.repeat).basis)],
    ],
  };
  return (
    <FigureCard
      title={t('figures.frequency.title')}
      define={`${t('define.visits')} ${t('define.repeaters')}`}
      aside={
        figures.frequencyMean === null
          ? undefined
          : t('figures.frequency.aside', {
              people: t('names.count', { count: figures.customers, n: format.number(figures.customers) }),
              mean: format.number(figures.frequencyMean, 1),
            })
      }
      table={table}
    >
      {figures.customers === 0 ? (
        <p className={monthClasses.quiet}>{t('visits.noData')}</p>
      ) : (
        <Asked answer={answer} queryKey={orpc.reports.frequency.key()}>
          {(asked) => <Shown asked={asked} figures={figures} />}
        </Asked>
      )}
    </FigureCard>
  );
};

const Shown = ({ asked, figures }: { asked: FrequencyFigures; figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const label = useVisitsLabel();
  const { period, meanChange, whole } = asked;
  const once = period.histogram[0]?.customers ?? 0;
  return (
    <>
      <Bars
        bars={period.histogram.map((bar) => ({
          label: label(bar),
          people: bar.customers,
          names: { kind: 'frequency', of: 'period', from: bar.from, to: bar.to },
        }))}
      />
      <p className={monthClasses.note}>
        {t('figures.frequency.once', { count: once, n: format.number(once) })}
      </p>
      {!figures.unfinished && meanChange.kind !== 'none' && (
        <p className={monthClasses.note}>
          {t('figures.frequency.eachChange')}{' '}
          <ChangeWords
            change={meanChange}
            shown={(by) => t('figures.frequency.each', { n: format.number(by, 1) })}
          />
        </p>
      )}
      <div className={figureClasses.cells}>
        <CountButton
          shape="cell"
          group="repeaters"
          count={period.repeat.successes}
          label={t('visits.repeaters')}
          // A share of a period that still runs would be taken for the whole.
          shown={figures.unfinished ? format.number(period.repeat.successes) : words(period.repeat).figure}
        />
        <CountButton
          shape="cell"
          group={{ kind: 'frequency', of: 'whole', from: 2, to: null }}
          count={whole.repeat.successes}
          label={t('figures.frequency.everRepeat')}
          shown={words(whole.repeat).figure}
        />
      </div>
    </>
  );
};
