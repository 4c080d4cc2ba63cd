import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { ErrorState, FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { dayAfter, firstDay, monthInAddress } from '../close/month-name.ts';
import { useCloseCalls } from '../close/use-close-calls.ts';
import { BackButton } from '../customers/back-button.tsx';
import { ExportMenu } from '../exports/export-menu.tsx';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import { PrintButtons } from './print-buttons.tsx';
import classes from './report.module.css';
import { ReportStory } from './report-story.tsx';
import { ReportTables } from './report-tables.tsx';
import { type Report, useReport } from './use-report.ts';
import { useReportBefore } from './use-report-before.ts';

const route = getRouteApi('/month/$month/report');

/** The report of a month on two sheets of A4; read on the screen, printed, or saved as PDF. */
export const ReportScreen = () => {
  const { t } = useTranslation('close');
  const { month } = route.useParams();
  const { number } = route.useSearch();
  const at = monthInAddress(month);
  if (at === null) return <p className={classes.loading}>{t('notAMonth')}</p>;
  return <ReportOf key={`${month}+${number ?? ''}`} month={month} at={at} asked={number ?? null} />;
};

const ReportOf = ({ month, at, asked }: { month: string; at: BusinessMonth; asked: number | null }) => {
  const { t } = useTranslation('report');
  const format = useFormat();
  const sentence = useFailureSentence();
  const guide = useQuery({
    ...orpc.monthClose.steps.queryOptions({ input: { month } }),
    enabled: asked === null,
  });
  const number = asked ?? guide.data?.number;
  const answer = useReport(month, number);
  const { report } = answer;
  const whole = useWhole(at, report);
  const error = guide.error ?? answer.error;
  const retry = () => (guide.isError ? void guide.refetch() : answer.retry());
  const { confirm } = useCloseCalls();
  const saving = useExport();

  // Seen on the screen is read: the step of the close is settled by opening the report.
  const read = useRef(false);
  const unread = guide.data?.state === 'open' && guide.data.steps.some(isUnread) && report !== null;
  const { mutate } = confirm;
  useEffect(() => {
    if (!unread || read.current) return;
    read.current = true;
    mutate({ requestId: newRequestId(), month, step: 'figures' });
  }, [unread, month, mutate]);

  return (
    <div className={classes.page}>
      <div className={`${classes.bar} no-print`}>
        <BackButton fallback="/month" />
        <h1 className={classes.barTitle}>{t('title', { month: format.month(at) })}</h1>
        <ExportMenu
          month={month}
          from={firstDay(at)}
          to={dayAfter(at)}
          close={report?.close?.number ?? null}
          disabled={report === null || saving.state.kind === 'running'}
          onSave={(content, format) => void saving.save(content, format)}
        />
        <PrintButtons
          disabled={report === null || whole.isMissing || saving.state.kind === 'running'}
          onPdf={() => void saving.savePage(month, number ?? null)}
        />
      </div>
      <div className="no-print">
        <FailureBanner error={confirm.error} />
        <FailureBanner error={whole.error} onRetry={whole.retry} />
        <ExportStatus state={saving.state} onStop={saving.stop} />
      </div>
      {report === null ? (
        error === null ? (
          <p className={classes.loading} role="status">
            {t('loading')}
          </p>
        ) : (
          <ErrorState text={sentence(error)} onRetry={retry} />
        )
      ) : (
        <div className={classes.sheets}>
          {whole.isMissing && <p className={classes.unready}>{t('unready')}</p>}
          <ReportStory at={at} report={report} before={whole.before} />
          <ReportTables at={at} report={report} />
        </div>
      )}
    </div>
  );
};

/** What stands on the paper besides the figures; while something of it is missing, nothing is printed from here. */
const useWhole = (at: BusinessMonth, report: Report | null) => {
  const { before, isWaiting, error, retry } = useReportBefore(at, report);
  const since = useQuery({
    ...orpc.monthClose.restatements.queryOptions({ input: { number: report?.close?.number ?? 1 } }),
    enabled: report !== null && report.close !== null,
  });
  return {
    before,
    isMissing: isWaiting || error !== null || since.isLoading || since.isError,
    error: error ?? since.error,
    retry: () => {
      if (error !== null) retry();
      if (since.isError) void since.refetch();
    },
  };
};

const isUnread = ({ step, state }: { readonly step: string; readonly state: string }): boolean =>
  step === 'figures' && state === 'open';
