import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { FigureCard } from './figure-card.tsx';
import figureClasses from './figures.module.css';
import { useHeadlineTables } from './use-headline-tables.ts';

/** A period that is not over: what is known, how long it still takes, and no rate. */
export const SoFarCard = ({ figures, daysLeft }: { figures: RetentionFigures; daysLeft: number }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const tables = useHeadlineTables();
  return (
    <FigureCard
      className={figureClasses.soFar}
      title={t('retention.title')}
      define={t('define.retention', { n: format.number(figures.window) })}
      aside={<span className={figureClasses.soFarTag}>{t('soFar.tag')}</span>}
      table={tables.soFar(figures)}
    >
      <p className={figureClasses.need}>{t('soFar.need', { count: daysLeft, n: format.number(daysLeft) })}</p>
      <h3 className={figureClasses.known}>{t('soFar.known')}</h3>
      <div className={figureClasses.formula}>
        <CountButton group="S" count={figures.S} letter="S" label={t('soFar.atStart')} />
        <CountButton group="seenOfS" count={figures.seenOfS} label={t('soFar.seen')} />
        <CountButton group="newInPeriod" count={figures.newInPeriod} label={t('soFar.new')} />
      </div>
      <p className={figureClasses.difference}>{t('soFar.partial')}</p>
    </FigureCard>
  );
};
