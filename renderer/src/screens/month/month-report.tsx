import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { ChainDamages } from '../close/close-damages.tsx';
import { CloseLink } from '../close/close-link.tsx';
import { NextMonthLine } from '../close/next-month-line.tsx';
import { GoalsCard } from '../goals/goals-card.tsx';
import { CohortCard } from './cohort-card.tsx';
import { ShowNames } from './count-button.tsx';
import { FrequencyCard } from './frequency-card.tsx';
import classes from './month.module.css';
import { MonthNotices } from './month-notices.tsx';
import type { ActivityWindow, MonthView, NamesOf } from './month-view.ts';
import { MoreFigures } from './more-figures.tsx';
import { NamesDrawer } from './names-drawer.tsx';
import {
  daysToGo,
  formatPeriod,
  lastDayOf,
  lengthOf,
  type Period,
  periodDays,
  type Span,
  stepPeriod,
} from './period.ts';
import { PeriodBar } from './period-bar.tsx';
import { PeriodShown } from './period-shown.ts';
import { RetentionCard } from './retention-card.tsx';
import { SoFarCard } from './so-far-card.tsx';
import { startOfSentence } from './start-of-sentence.ts';
import { TiersCard } from './tiers-card.tsx';
import { TrendCard } from './trend-card.tsx';
import { useFigures, useFiguresBefore } from './use-figures.ts';
import type { NamedFigures } from './use-headline-tables.ts';
import { usePeriodKeys } from './use-period-keys.ts';
import { usePeriodName } from './use-period-name.ts';
import { ValueCard } from './value-card.tsx';
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
  window: ActivityWindow;
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
  const earlier = stepPeriod(period, -1);
  const before = useFiguresBefore(period, window, span, figures !== undefined);
  const windowDays = window === 'previous-period' ? lengthOf(earlier) : window;
  const { from, to } = periodDays(period);

  const go = useCallback(
    (to: Period) => onView({ ...view, period: formatPeriod(to), names: undefined }),
    [onView, view],
  );
  usePeriodKeys(period, span, go);
  const showNames = useCallback((names: NamesOf) => onView({ ...view, names }), [onView, view]);

  return (
    <PeriodShown value={nameOf(period)}>
      <ShowNames value={showNames}>
        <div className={classes.report}>
          <PageTitle
            title={startOfSentence(nameOf(period))}
            subtitle={
              window === 'previous-period'
                ? t('subtitlePrevious', { shop: shop.name })
                : t('subtitle', { shop: shop.name, n: format.number(window) })
            }
          >
            <PeriodBar
              period={period}
              span={span}
              window={window}
              onPeriod={go}
              onWindow={(chosen) => onView({ ...view, window: chosen, names: undefined })}
            />
            <CloseLink month={formatPeriod(period)} today={span.today} />
          </PageTitle>
          {period.kind === 'month' && figures !== undefined && (
            <NextMonthLine at={period.first} today={span.today} />
          )}
          <ForCall call="monthClose.list">
            <ChainDamages />
          </ForCall>
          <MonthNotices period={period} window={window} windowDays={windowDays} span={span} />
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
              <GoalsCard />
              <CohortCard to={to} />
              <FrequencyCard figures={figures} />
              <ValueCard from={from} to={to} />
              {span.firstDay !== null && (
                <TrendCard period={period} window={window} firstDay={span.firstDay} onPeriod={go} />
              )}
              <TiersCard from={from} to={to} />
              <MoreFigures period={period} window={window} figures={figures} />
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
    </PeriodShown>
  );
};

const Finished = ({
  figures,
  period,
  before,
}: {
  figures: RetentionFigures;
  period: Period;
  before: NamedFigures | null;
}) => (
  <>
    <RetentionCard figures={figures} before={before} />
    <WaterfallCard figures={figures} lastDay={lastDayOf(period)} />
  </>
);
