import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { businessMonth } from '#shared/domain/business-day/business-day.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { CloseLink } from '../close/close-link.tsx';
import { dayAfter, firstDay as firstDayOf } from '../close/month-name.ts';
import { monthNumber } from '../month/period.ts';
import { startOfSentence } from '../month/start-of-sentence.ts';
import classes from './home.module.css';

/** What the owner may turn to next: the last finished month, and the people of today. */
export const NextCard = ({ today, firstDay }: { today: string; firstDay: string }) => {
  const { t } = useTranslation('home');
  const format = useFormat();
  const navigate = useNavigate();
  const closes = useQuery(orpc.monthClose.list.queryOptions());
  const open = useQuery(orpc.followUps.count.queryOptions()).data?.open ?? null;
  const last = businessMonth(monthNumber(today.slice(0, 7)) - 1);
  const month = firstDayOf(last).slice(0, 7);
  const hasMonth = firstDay < dayAfter(last);
  const isClosed = closes.data?.closes.some((one) => one.month === month && one.reopened === null);
  return (
    <Card title={t('next')} aria-label={t('next')}>
      <FailureBanner error={closes.error} onRetry={() => void closes.refetch()} />
      {hasMonth && isClosed !== undefined && (
        <div className={classes.task}>
          <p>{t(isClosed ? 'closed' : 'notClosed', { month: startOfSentence(format.month(last)) })}</p>
          <CloseLink month={month} today={today} />
        </div>
      )}
      {open !== null && (
        <div className={classes.task}>
          <p>{open === 0 ? t('followUpsNone') : t('followUps', { count: open, n: format.number(open) })}</p>
          <Button
            variant="default"
            rightSection={<IconArrowRight size={20} stroke={2} aria-hidden />}
            onClick={() => void navigate({ to: '/follow-ups' })}
          >
            {t('toFollowUps')}
          </Button>
        </div>
      )}
    </Card>
  );
};
