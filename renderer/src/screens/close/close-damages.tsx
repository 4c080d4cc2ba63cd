import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { MonthClose } from '#shared/contract/month-close.ts';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './close.module.css';
import { monthInAddress } from './month-name.ts';

/** What was tampered with in some closes, named in plain words; nothing where all is well. */
export const CloseDamages = ({ closes }: { closes: readonly MonthClose[] }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const damages = closes.flatMap((close) => close.broken.map((what) => ({ ...close, what })));
  if (damages.length === 0) return null;
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

/** What was tampered with in any close of the shop; nothing while that is looked up. */
export const ChainDamages = () => {
  const { data } = useQuery(orpc.monthClose.list.queryOptions());
  return data === undefined ? null : <CloseDamages closes={data.closes} />;
};
