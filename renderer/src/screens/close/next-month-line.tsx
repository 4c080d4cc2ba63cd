import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type BusinessMonth, businessMonth } from '#shared/domain/business-day/business-day.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './close.module.css';
import { dayAfter, firstDay } from './month-name.ts';
import { useNextMonth } from './use-next-month.ts';
import { useTryWords } from './use-try-words.ts';

/**
 * One quiet line for the owner under the last finished month: the running month's goal in people and what to try. Other
 * months have none, for their next month is over too.
 */
export const NextMonthLine = ({ at, today }: { at: BusinessMonth; today: string }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const { staff, currentStaffId } = useShop();
  const isOwner = staff.some(({ id, role }) => id === currentStaffId && role === 'owner');
  const following = businessMonth(at + 1);
  const isLast = today >= dayAfter(at) && today < dayAfter(following);
  const words = useTryWords(at);
  const next = useNextMonth(at, isOwner && isLast);
  if (next === null || !isOwner || !isLast) return null;
  const { goal, tries } = next;
  if (goal === null && tries.length === 0) return null;
  return (
    <p className={`${classes.nextLine} no-print`}>
      {goal !== null && (
        <>
          <b>{t('next.goal', { month: format.month(following) })}:</b> {words.goal(goal)}{' '}
        </>
      )}
      {tries.length > 0 && (
        <>
          <b>{t('next.toTry')}</b> {tries.map((one) => words.title(one)).join('. ')}.{' '}
        </>
      )}
      <Link to="/month/$month/close" params={{ month: firstDay(at).slice(0, 7) }}>
        {t('next.more')}
      </Link>
    </p>
  );
};
