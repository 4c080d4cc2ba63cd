import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { ShowNames } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import { useHeadlineTables } from './use-headline-tables.ts';
import waterfallClasses from './waterfall.module.css';
import { type ColumnKey, waterfall } from './waterfall.ts';

const groupOf: Readonly<Record<ColumnKey, RetentionGroup>> = {
  S: 'S',
  N: 'N',
  R: 'R',
  lapsed: 'lapsed',
  E: 'E',
};

/** How the start became the end, as columns that meet. Each column opens its names. */
export const WaterfallCard = ({ figures, lastDay }: { figures: RetentionFigures; lastDay: string }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const show = useContext(ShowNames);
  const tables = useHeadlineTables();
  const { S, E, N, R, lapsed } = figures;
  const chart = waterfall(figures);
  const n = format.number;
  const from = format.dayOfMonth(figures.from);
  const to = format.dayOfMonth(lastDay);
  const names: Readonly<Record<ColumnKey, string>> = {
    S: from,
    N: t('waterfall.new'),
    R: t('waterfall.back'),
    lapsed: t('waterfall.lapsed'),
    E: to,
  };
  const signs: Readonly<Partial<Record<ColumnKey, string>>> = { N: '+', R: '+', lapsed: '\u2212' };
  const title = t('waterfall.title', { S: n(S), E: n(E) });
  return (
    <FigureCard
      title={title}
      define={t('define.waterfall', { n: n(figures.window) })}
      aside={chart.cut > 0 ? t('waterfall.cut', { n: n(chart.cut) }) : undefined}
      table={tables.waterfall(figures)}
    >
      <p className="visually-hidden">
        {t('waterfall.text', { S: n(S), E: n(E), N: n(N), R: n(R), lapsed: n(lapsed), from, to })}
      </p>
      <div className={waterfallClasses.columns}>
        {chart.columns.map(({ key, count, bottom, top, joins }) => (
          <div key={key} className={waterfallClasses.column} data-key={key}>
            <span className={waterfallClasses.plot} aria-hidden>
              <span
                className={waterfallClasses.columnBar}
                data-cut={(chart.cut > 0 && bottom === 0 && (key === 'S' || key === 'E')) || undefined}
                style={{ bottom: `${bottom * 100}%`, height: `${(top - bottom) * 100}%` }}
              />
              <span className={`${waterfallClasses.columnCount} num`} style={{ bottom: `${top * 100}%` }}>
                {count > 0 && signs[key]}
                {n(count)}
              </span>
              {joins !== null && (
                <span className={waterfallClasses.join} style={{ bottom: `${joins * 100}%` }} />
              )}
            </span>
            <span className={waterfallClasses.columnName} aria-hidden>
              {names[key]}
            </span>
            {/* Over the column and not around it: a button takes no part in a subgrid everywhere. */}
            <button
              type="button"
              className={waterfallClasses.open}
              aria-haspopup="dialog"
              onClick={() => show(groupOf[key])}
            >
              <span className="visually-hidden">
                {count > 0 && signs[key]}
                {n(count)} {names[key]}
                {key === 'S' || key === 'E' ? t('waterfall.active') : ''}. {t('showNames')}
              </span>
            </button>
          </div>
        ))}
      </div>
    </FigureCard>
  );
};
