import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './close.module.css';
import { CloseGuide } from './close-guide.tsx';
import { ClosedMonth } from './closed-month.tsx';
import { dayAfter, monthInAddress } from './month-name.ts';

const route = getRouteApi('/month/$month/close');

/** Closes a month step by step; a closed one is shown as it was frozen. */
export const CloseScreen = () => {
  const { t } = useTranslation('close');
  const navigate = useNavigate();
  const { month } = route.useParams();
  const wanted = monthInAddress(month);
  if (wanted !== null) return <CloseOf key={month} month={month} at={wanted} />;
  return (
    <HintRow
      tone="warn"
      action={<Button onClick={() => void navigate({ to: '/month' })}>{t('toMonth')}</Button>}
    >
      {t('notAMonth')}
    </HintRow>
  );
};

const CloseOf = ({ month, at }: { month: string; at: BusinessMonth }) => {
  const { t } = useTranslation('close');
  const format = useFormat();
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const guide = useQuery(orpc.monthClose.steps.queryOptions({ input: { month } }));
  const name = format.month(at);
  if (guide.data?.state === 'closed' && guide.data.number !== null) {
    return <ClosedMonth number={guide.data.number} />;
  }
  return (
    <div className={classes.page}>
      <PageTitle title={t('title', { month: name })} subtitle={t('subtitle')}>
        <Button variant="default" onClick={() => void navigate({ to: '/month', search: { period: month } })}>
          {t('later')}
        </Button>
      </PageTitle>
      {guide.data === undefined ? (
        guide.isError ? (
          <ErrorState text={sentence(guide.error)} onRetry={() => void guide.refetch()} />
        ) : (
          <p className={classes.loading} role="status">
            {t('loading')}
          </p>
        )
      ) : (
        <>
          {guide.data.state === 'notOver' && (
            <HintRow tone="quiet">{t('notOver', { day: format.date(dayAfter(at)) })}</HintRow>
          )}
          <CloseGuide
            month={month}
            at={at}
            name={name}
            over={guide.data.state === 'open'}
            steps={guide.data.steps}
          />
        </>
      )}
    </div>
  );
};
