import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import classes from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import { type Period, recordTooShort, type Span } from './period.ts';

/** What one must know before reading the figures: a record that begins too late, another window than usual. */
export const MonthNotices = ({
  period,
  window,
  windowDays,
  span,
}: {
  period: Period;
  window: ActivityWindow;
  windowDays: number;
  span: Span;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const cache = useQueryClient();
  const { shop, till } = useShop();
  const keep = useMutation(
    orpc.settings.update.mutationOptions({
      onSuccess: (settings) => cache.setQueryData(orpc.settings.get.queryKey(), settings),
    }),
  );
  const tooShort = span.firstDay !== null && recordTooShort(period, windowDays, span.firstDay);
  const otherWindow = typeof window === 'number' && window !== till.activityWindow;
  const n = format.number(windowDays);
  return (
    <div className={classes.notices}>
      {tooShort && span.firstDay !== null && (
        <HintRow tone="warn">{t('retention.recordShort', { day: format.date(span.firstDay) })}</HintRow>
      )}
      {shop.kind === 'salon' && period.kind === 'month' && (
        <HintRow tone="quiet">{t('period.salon')}</HintRow>
      )}
      {otherWindow && (
        <HintRow
          tone="quiet"
          action={
            <Button
              variant="default"
              className="no-print"
              loading={keep.isPending}
              onClick={() => keep.mutate({ requestId: newRequestId(), till: { activityWindow: windowDays } })}
            >
              {t('window.keep', { n })}
            </Button>
          }
        >
          {t('define.window')}
        </HintRow>
      )}
      {keep.isSuccess && !otherWindow && (
        <HintRow tone="good" live>
          {t('window.kept', { n })}
        </HintRow>
      )}
      <FailureBanner error={keep.error} />
    </div>
  );
};
