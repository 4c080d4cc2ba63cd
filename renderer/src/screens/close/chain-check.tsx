import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './close.module.css';
import { monthInAddress } from './month-name.ts';

/** Whether anybody changed a closed month, in plain words; every close is verified with each answer. */
export const ChainCheck = () => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const answer = useQuery(orpc.monthClose.list.queryOptions());
  const closes = answer.data?.closes;
  if (closes === undefined) {
    return <FailureBanner error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (closes.length === 0) return null;
  const damages = closes.flatMap((close) => close.broken.map((what) => ({ ...close, what })));
  if (damages.length === 0) {
    return (
      <HintRow tone="good">
        {t('chain.good', { count: closes.length, n: format.number(closes.length) })}
      </HintRow>
    );
  }
  return (
    <div className={classes.damages} role="alert">
      {damages.map(({ number, month, what }) => {
        const at = monthInAddress(month);
        return (
          <HintRow key={`${number}+${what}`} tone="bad">
            {t(`chain.${what}`, {
              n: format.number(number),
              month: at === null ? month : format.month(at),
            })}
          </HintRow>
        );
      })}
      <p className={classes.text}>{t('chain.advice')}</p>
    </div>
  );
};
