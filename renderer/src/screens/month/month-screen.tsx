import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { MonthReport } from './month-report.tsx';
import type { MonthView } from './month-view.ts';
import { NoVisitsYet } from './no-visits-yet.tsx';
import { clampPeriod, openingPeriod, parsePeriod } from './period.ts';

const route = getRouteApi('/month');

/** Are we keeping people? The figures of one month or quarter, each with the names behind it. */
export const MonthScreen = () => {
  const sentence = useFailureSentence();
  const navigate = useNavigate();
  const { shop, till } = useShop();
  const view = route.useSearch();
  const span = useQuery(orpc.reports.span.queryOptions());
  const show = useCallback(
    (next: MonthView) => void navigate({ to: '/month', search: next, replace: true }),
    [navigate],
  );
  if (span.data === undefined) {
    return span.isError ? (
      <ErrorState text={sentence(span.error)} onRetry={() => void span.refetch()} />
    ) : null;
  }
  const wanted = view.period === undefined ? null : parsePeriod(view.period);
  // People come to a salon less often than once a month, so a month says little about it.
  const opening = openingPeriod(shop.kind === 'salon' ? 'quarter' : 'month', span.data);
  const period = wanted === null ? opening : clampPeriod(wanted, span.data);
  if (period === null) return <NoVisitsYet />;
  return (
    <MonthReport
      period={period}
      window={view.window ?? till.activityWindow}
      span={span.data}
      view={view}
      onView={show}
    />
  );
};
