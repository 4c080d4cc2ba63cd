import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../api/queries.ts';
import { useFormat } from '../i18n/use-format.ts';
import classes from './rail.module.css';

/** The list of a day is made while the till is open, and people come by themselves. */
const lookMs = 60_000;

/** How many people are still to be turned to today, on the rail; nothing while there are none. */
export const OpenFollowUps = () => {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const open = useQuery(orpc.followUps.count.queryOptions({ refetchInterval: lookMs })).data?.open ?? 0;
  if (open === 0) return null;
  return (
    <span className={classes.count}>
      <span aria-hidden>{format.number(open)}</span>
      <span className="visually-hidden">
        {t('rail.followUpsOpen', { count: open, n: format.number(open) })}
      </span>
    </span>
  );
};
