import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { Definition } from './definition.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';

/** A period that is not over: what is known, how long it still takes, and no rate. */
export const SoFarCard = ({ figures, daysLeft }: { figures: RetentionFigures; daysLeft: number }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return (
    <Card className={figureClasses.soFar ?? ''} aria-label={t('retention.title')}>
      <div className={monthClasses.cardHead}>
        <h2>{t('retention.title')}</h2>
        <Definition figure={t('retention.title')}>
          {t('define.retention', { n: format.number(figures.window) })}
        </Definition>
        <span className={figureClasses.soFarTag}>{t('soFar.tag')}</span>
      </div>
      <p className={figureClasses.need}>{t('soFar.need', { count: daysLeft, n: format.number(daysLeft) })}</p>
      <h3 className={figureClasses.known}>{t('soFar.known')}</h3>
      <div className={figureClasses.formula}>
        <CountButton group="S" count={figures.S} letter="S" label={t('soFar.atStart')} />
        <CountButton group="seenOfS" count={figures.seenOfS} label={t('soFar.seen')} />
        <CountButton group="newInPeriod" count={figures.newInPeriod} label={t('soFar.new')} />
      </div>
      <p className={figureClasses.difference}>{t('soFar.partial')}</p>
    </Card>
  );
};
