import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import { fewestForPercent, shareWords } from './share-words.ts';
import { startOfSentence } from './start-of-sentence.ts';
import { TextbookFigure } from './textbook-figure.tsx';
import { trendOf } from './trend.ts';
import { type NamedFigures, useHeadlineTables } from './use-headline-tables.ts';

/** The headline: kept ÷ start, with its boxes; the textbook figure below it. */
export const RetentionCard = ({
  figures,
  before,
}: {
  figures: RetentionFigures;
  /** The period before and its name, once it is counted. */
  before: NamedFigures | null;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { S, kept, window } = figures;
  const words = shareWords(kept, S);
  const tables = useHeadlineTables();
  return (
    <FigureCard
      title={t('retention.title')}
      define={t('define.retention', { n: format.number(window) })}
      table={tables.retention(figures, before)}
    >
      <div className={figureClasses.headline}>
        <p className={`${figureClasses.hero} num`}>
          {words.kind === 'percent' && format.percent(words.share)}
          {words.kind === 'counts' &&
            t('retention.of', { part: format.number(words.part), whole: format.number(words.whole) })}
          {words.kind === 'noData' && t('retention.noData')}
        </p>
        <div className={figureClasses.formula}>
          <CountButton group="kept" count={kept} label={t('retention.kept')} />
          <span className={figureClasses.sign} aria-hidden>
            ÷
          </span>
          <span className="visually-hidden">{t('retention.divided')}</span>
          <CountButton group="S" count={S} letter="S" label={t('retention.atStart')} />
        </div>
      </div>
      <p className={figureClasses.range}>
        {words.kind === 'percent' &&
          t('retention.likely', {
            low: format.percent(words.interval.low),
            high: format.percent(words.interval.high),
          })}
        {words.kind === 'counts' && t('retention.fewPeople', { n: fewestForPercent })}
        {words.kind === 'noData' && t('retention.noDataWhy')}{' '}
        {before !== null && <TrendWords figures={figures} before={before} />}
      </p>
      <TextbookFigure figures={figures} />
    </FigureCard>
  );
};

const TrendWords = ({ figures, before }: { figures: RetentionFigures; before: NamedFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const trend = trendOf(figures, before.figures);
  if (trend.kind === 'none') return null;
  if (trend.kind === 'unclear') {
    const figure = format.percent(before.figures.kept / before.figures.S);
    return startOfSentence(t('retention.unclear', { period: before.name, figure }));
  }
  const Arrow = trend.kind === 'up' ? IconArrowUpRight : IconArrowDownRight;
  const sign = trend.kind === 'up' ? '+' : '\u2212';
  const points = `${sign}${format.number(Math.abs(trend.difference) * 100, 1)}`;
  return (
    <span className={figureClasses.trend} data-kind={trend.kind}>
      <Arrow size={18} stroke={2.2} aria-hidden />
      {t('retention.changed', { points, period: before.name })}
    </span>
  );
};
