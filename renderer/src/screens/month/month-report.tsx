import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { CloseLink } from '../close/close-link.tsx';
import { BaseCard } from './base-card.tsx';
import { ShowNames } from './count-button.tsx';
import { HistoryCard } from './history-card.tsx';
import classes from './month.module.css';
import { MonthNotices } from './month-notices.tsx';
import type { MonthView } from './month-view.ts';
import { NamesDrawer } from './names-drawer.tsx';
import { daysToGo, formatPeriod, lastDayOf, type Period, type Span, stepPeriod } from './period.ts';
import { PeriodBar } from './period-bar.tsx';
import { RetentionCard } from './retention-card.tsx';
import { SoFarCard } from './so-far-card.tsx';
import { SpendCard } from './spend-card.tsx';
import { startOfSentence } from './start-of-sentence.ts';
import { useFigures, usePastFigures } from './use-figures.ts';
import { usePeriodKeys } from './use-period-keys.ts';
import { usePeriodName } from './use-period-name.ts';
import { VisitsCard } from './visits-card.tsx';
import { WaterfallCard } from './waterfall-card.tsx';

/** One period's report. */
export const MonthReport = ({
  period,
  window,
  span,
  view,
  onView,
}: {
  period: Period;
  window: number;
  span: Span;
  view: MonthView;
  onView: (view: MonthView) => void;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const sentence = useFailureSentence();
  const nameOf = usePeriodName();
  const { shop } = useShop();
  const answer = useFigures(period, window);
  const figures = answer.data;
  const past = usePastFigures(period, window, span, figures !== undefined);
  const earlier = stepPeriod(period, -1);
  const before = past.find((each) => formatPeriod(each.period) === formatPeriod(earlier))?.figures;

  const go = useCallback(
    (to: Period) => onView({ ...view, period: formatPeriod(to), names: undefined }),
    [onView, view],
  );
  usePeriodKeys(period, span, go);
  const showNames = useCallback((names: RetentionGroup) => onView({ ...view, names }), [onView, view]);

  return (
    <ShowNames value={showNames}>
      <div className={classes.report}>
        <PageTitle
          title={startOfSentence(nameOf(period))}
          subtitle={t('subtitle', { shop: shop.name, n: format.number(window) })}
        >
          <PeriodBar
            period={period}
            span={span}
            window={window}
            onPeriod={go}
            onWindow={(days) => onView({ ...view, window: days, names: undefined })}
          />
          <CloseLink month={formatPeriod(period)} today={span.today} />
        </PageTitle>
        <MonthNotices period={period} window={window} span={span} />
        {figures === undefined ? (
          answer.isError ? (
            <ErrorState text={sentence(answer.error)} onRetry={() => void answer.refetch()} />
          ) : (
            <p className={classes.loading} role="status">
              {t('loading')}
            </p>
          )
        ) : (
          <div className={classes.grid} data-old={answer.isPlaceholderData || undefined}>
            {figures.unfinished ? (
              <SoFarCard figures={figures} daysLeft={daysToGo(period, span.today)} />
            ) : (
              <Finished
                figures={figures}
                period={period}
                before={before === undefined ? null : { name: nameOf(earlier), figures: before }}
              />
            )}
            <BaseCard figures={figures} />
            <HistoryCard past={past} shown={period} onOpen={go} />
            <VisitsCard figures={figures} />
            <SpendCard figures={figures} />
          </div>
        )}
      </div>
      <NamesDrawer
        period={period}
        window={window}
        group={view.names ?? null}
        onClose={() => onView({ ...view, names: undefined })}
      />
    </ShowNames>
  );
};

const Finished = ({
  figures,
  period,
  before,
}: {
  figures: RetentionFigures;
  period: Period;
  before: { readonly name: string; readonly figures: RetentionFigures } | null;
}) => (
  <>
    <RetentionCard figures={figures} before={before} />
    <WaterfallCard figures={figures} lastDay={lastDayOf(period)} />
  </>
);
