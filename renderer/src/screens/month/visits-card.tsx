import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { Definition } from './definition.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';
import { shareWords } from './share-words.ts';

/** How often people came. */
export const VisitsCard = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { visits, customers, repeaters, newInPeriod, frequencyMean, frequencyMedian } = figures;
  const share = (part: number, whole: number): string => {
    const words = shareWords(part, whole);
    if (words.kind === 'noData') return t('retention.noData');
    // A share of a period that still runs would be taken for the whole.
    if (figures.unfinished) return format.number(part);
    return words.kind === 'counts'
      ? t('retention.of', { part: format.number(part), whole: format.number(whole) })
      : `${format.number(part)} (${format.percent(words.share, 0)})`;
  };
  const plain = (value: number): string => format.number(value, Number.isInteger(value) ? 0 : 1);
  return (
    <Card aria-label={t('visits.title')}>
      <div className={monthClasses.cardHead}>
        <h2>{t('visits.title')}</h2>
        <Definition figure={t('visits.title')}>
          {t('define.visits')} {t('define.repeaters')}
        </Definition>
      </div>
      {customers === 0 || frequencyMean === null || frequencyMedian === null ? (
        <p className={monthClasses.quiet}>{t('visits.noData')}</p>
      ) : (
        <div className={figureClasses.cells}>
          <CountButton shape="cell" group="customers" count={visits} label={t('visits.count')} />
          <CountButton shape="cell" group="customers" count={customers} label={t('visits.people')} />
          <CountButton
            shape="cell"
            group="customers"
            count={customers}
            label={t('visits.mean')}
            shown={format.number(frequencyMean, 2)}
          />
          <CountButton
            shape="cell"
            group="customers"
            count={customers}
            label={t('visits.median')}
            shown={plain(frequencyMedian)}
          />
          <CountButton
            shape="cell"
            group="repeaters"
            count={repeaters}
            label={t('visits.repeaters')}
            shown={share(repeaters, customers)}
          />
          <CountButton shape="cell" group="newInPeriod" count={newInPeriod} label={t('visits.firstTimers')} />
        </div>
      )}
    </Card>
  );
};
