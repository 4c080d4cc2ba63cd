import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CountButton } from './count-button.tsx';
import { Definition } from './definition.tsx';
import classes from './month.module.css';

/** What people spent, as far as amounts are known. */
export const SpendCard = ({ figures }: { figures: RetentionFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { averageSpend, amountCheckIns, amount, identifiedAmount, customers } = figures;
  return (
    <Card className={classes.spend ?? ''} aria-label={t('spend.title')}>
      <div className={classes.cardHead}>
        <h2>{t('spend.title')}</h2>
        <Definition figure={t('spend.title')}>{t('define.spend')}</Definition>
      </div>
      {averageSpend === null ? (
        <p className={classes.quiet}>{t('spend.noData')}</p>
      ) : (
        <>
          <p className={classes.cellLabel}>{t('spend.average')}</p>
          <p className={`${classes.bigFigure} num`}>{format.money(Math.round(averageSpend))}</p>
          <p className={classes.note}>
            {t('spend.perCheckIn', { count: amountCheckIns, n: format.number(amountCheckIns) })}
          </p>
          <dl className={classes.facts}>
            <dt>{t('spend.total')}</dt>
            <dd className="num">{format.money(amount)}</dd>
            <dt>{t('spend.named')}</dt>
            <dd>
              <CountButton
                group="customers"
                count={customers}
                label={t('spend.named')}
                shape="inline"
                shown={format.money(identifiedAmount)}
              />
            </dd>
            {customers > 0 && (
              <>
                <dt>{t('spend.each')}</dt>
                <dd>
                  <CountButton
                    group="customers"
                    count={customers}
                    label={t('spend.each')}
                    shape="inline"
                    shown={format.money(Math.round(identifiedAmount / customers))}
                  />
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </Card>
  );
};
