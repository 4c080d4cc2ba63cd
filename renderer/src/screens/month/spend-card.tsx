import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { Definition } from './definition.tsx';
import figureClasses from './figures.module.css';
import monthClasses from './month.module.css';

/** What people spent, as far as amounts are known. */
export const SpendCard = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { averageSpend, amountCheckIns, identifiedAmount, customers } = figures;
  return (
    <Card className={figureClasses.spend ?? ''} aria-label={t('spend.title')}>
      <div className={monthClasses.cardHead}>
        <h2>{t('spend.title')}</h2>
        <Definition figure={t('spend.title')}>{t('define.spend')}</Definition>
      </div>
      {averageSpend === null ? (
        <p className={monthClasses.quiet}>{t('spend.noData')}</p>
      ) : (
        <>
          <CountButton
            shape="cell"
            group="customers"
            count={customers}
            label={t('spend.average')}
            shown={format.money(Math.round(averageSpend))}
          />
          <p className={figureClasses.cellNote}>
            {t('spend.perCheckIn', { count: amountCheckIns, n: format.number(amountCheckIns) })}
          </p>
          {customers > 0 && (
            <>
              <CountButton
                shape="cell"
                group="customers"
                count={customers}
                label={t('spend.each')}
                shown={format.money(Math.round(identifiedAmount / customers))}
              />
              <p className={figureClasses.cellNote}>
                {t('spend.of', {
                  amount: format.money(identifiedAmount),
                  people: t('names.count', { count: customers, n: format.number(customers) }),
                })}
              </p>
            </>
          )}
        </>
      )}
    </Card>
  );
};
