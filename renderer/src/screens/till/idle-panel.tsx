import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Today } from '#shared/contract/till.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { EmptyShop } from './empty-shop.tsx';
import { HowToBegin } from './how-to-begin.tsx';
import classes from './know.module.css';
import { SafetyLine } from './safety-line.tsx';
import { firstVisits } from './today-stream.tsx';
import { useToday, useUsuallyHere } from './use-till-data.ts';
import { UsuallyHere } from './usually-here.tsx';

/** The day so far, in figures. */
const Counts = ({ today }: { today: Today }) => {
  const { t } = useTranslation('till');
  const format = useFormat();
  const counts = [
    [today.checkIns, 'idle.checkIns'],
    [today.newCustomers, 'idle.newPeople'],
    [today.rewardsUsed, 'idle.rewards'],
    [today.birthdays, 'idle.birthdays'],
  ] as const;
  return (
    <div className={classes.counts}>
      {counts.map(([count, key]) => (
        <p key={key} className={classes.count}>
          <b className="num">{format.number(count)}</b>
          <span>{t(key, { count })}</span>
        </p>
      ))}
    </div>
  );
};

/** Nobody is chosen: who usually comes about now, else how to begin; below it the day so far. */
export const IdlePanel = () => {
  const people = useUsuallyHere(useShop().till.usuallyHere) ?? [];
  const { data: today } = useToday(firstVisits);
  const { data: customers } = useQuery(orpc.customers.counts.queryOptions());
  if (today === undefined || customers === undefined) return null;
  const isNew = customers.all === 0 && today.checkIns === 0;
  return (
    <>
      {isNew ? <EmptyShop /> : people.length > 0 ? <UsuallyHere people={people} /> : <HowToBegin />}
      {!isNew && <Counts today={today} />}
      <SafetyLine />
    </>
  );
};
