import { useTranslation } from 'react-i18next';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Definition } from './definition.tsx';
import historyClasses from './history.module.css';
import { historyScale, onScale, type Scale } from './history-scale.ts';
import monthClasses from './month.module.css';
import { formatPeriod, type Period } from './period.ts';
import { shareWords } from './share-words.ts';
import type { PastFigures } from './use-figures.ts';
import { usePeriodName } from './use-period-name.ts';

/** Retention of the last finished periods: dots with the range they likely lie in. A tap opens that period. */
export const HistoryCard = ({
  past,
  shown,
  onOpen,
}: {
  past: readonly PastFigures[];
  shown: Period;
  onOpen: (period: Period) => void;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const points = past.map(({ period, figures }) => ({
    period,
    words: figures === undefined ? null : shareWords(figures.kept, figures.S),
  }));
  const ranges = points.flatMap(({ words }) => (words?.kind === 'percent' ? [words.interval] : []));
  const scale = historyScale(ranges);
  const counting = points.some(({ words }) => words === null);
  return (
    <Card className={historyClasses.history ?? ''} aria-label={t('history.title')}>
      <div className={monthClasses.cardHead}>
        <h2>{t('history.title')}</h2>
        <Definition figure={t('history.title')}>{t('define.history')}</Definition>
        {ranges.length > 0 && <p className={monthClasses.aside}>{t('history.text')}</p>}
      </div>
      {ranges.length === 0 ? (
        <p className={monthClasses.quiet}>{counting ? t('loading') : t('history.none')}</p>
      ) : (
        <div className={historyClasses.chart}>
          <div className={historyClasses.axis} aria-hidden>
            {scale.lines.map((line) => (
              <span key={line} style={{ bottom: `${onScale(line, scale) * 100}%` }}>
                <span className="num">{format.percent(line, 0)}</span>
              </span>
            ))}
          </div>
          <div className={historyClasses.dots}>
            {points.map(({ period, words }) => (
              <Dot
                key={formatPeriod(period)}
                period={period}
                words={words}
                scale={scale}
                current={formatPeriod(period) === formatPeriod(shown)}
                onOpen={() => onOpen(period)}
              />
            ))}
          </div>
        </div>
      )}
    </Card>
  );
};

const Dot = ({
  period,
  words,
  scale,
  current,
  onOpen,
}: {
  period: Period;
  words: ReturnType<typeof shareWords> | null;
  scale: Scale;
  current: boolean;
  onOpen: () => void;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const nameOf = usePeriodName();
  const name = nameOf(period);
  const short =
    period.kind === 'month'
      ? format.monthName(period.first)
      : `${format.monthName(period.first)}\u2013${format.monthName(businessMonth(period.first + 2))}`;
  const figure =
    words?.kind === 'percent'
      ? format.percent(words.share)
      : words?.kind === 'counts'
        ? t('retention.of', { part: format.number(words.part), whole: format.number(words.whole) })
        : words === null
          ? ''
          : t('retention.noData');
  return (
    <button
      type="button"
      className={historyClasses.dotColumn}
      aria-current={current ? 'true' : undefined}
      onClick={onOpen}
    >
      <span className={historyClasses.dotPlot}>
        {words?.kind === 'percent' && (
          <>
            <span
              className={historyClasses.whisker}
              style={{
                bottom: `${onScale(words.interval.low, scale) * 100}%`,
                top: `${(1 - onScale(words.interval.high, scale)) * 100}%`,
              }}
            />
            <span
              className={historyClasses.dot}
              style={{ bottom: `${onScale(words.share, scale) * 100}%` }}
            />
          </>
        )}
      </span>
      <span className={`${historyClasses.dotFigure} num`}>{figure}</span>
      <span className={historyClasses.dotName}>
        {short}
        <span className="visually-hidden">. {t('history.open', { period: name })}</span>
      </span>
    </button>
  );
};
