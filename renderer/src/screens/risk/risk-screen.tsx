import { Button } from '@mantine/core';
import { IconArrowRight, IconHeartbeat, IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutlookModel, OutlookState } from '#shared/contract/outlook.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState, FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { type Format, useFormat } from '../../i18n/use-format.ts';
import { TestCard } from '../experiments/test-card.tsx';
import { RiskSentence } from '../playbooks/risk-sentence.tsx';
import { ClosedDays } from './closed-days.tsx';
import { ModelWords } from './model-words.tsx';
import classes from './risk.module.css';
import { RiskColumn } from './risk-column.tsx';
import { useOutlookRun } from './use-outlook-run.ts';
import { hasChances, whyNoChances } from './why-no-chances.ts';

interface StateCount {
  readonly state: OutlookState;
  readonly people: number;
}

const byModel: readonly OutlookState[] = ['atRisk', 'slipping', 'onTrack'];
const byRhythm: readonly OutlookState[] = ['late', 'onTrack', 'new'];

/** Who might be lost, by what is at stake; and what these figures rest on. */
export const RiskScreen = () => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  const navigate = useNavigate();
  const sentence = useFailureSentence();
  const overview = useQuery(orpc.outlook.overview.queryOptions());
  const [isExplained, setExplained] = useState(false);
  const running = useOutlookRun();
  const data = overview.data;
  if (overview.isError) {
    return <ErrorState text={sentence(overview.error)} onRetry={() => void overview.refetch()} />;
  }
  if (data === undefined) return null;
  const of = (state: OutlookState) => data.states.find((one) => one.state === state);
  const people = data.states.reduce((sum, one) => sum + one.people, 0);
  // Chances where there are any; else who is late for themselves.
  const states = hasChances(data.model) ? byModel : byRhythm;
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} {...(people > 0 ? { subtitle: subtitleOf(data, t, format) } : {})}>
        <RunButton running={running} />
        <Button variant="default" onClick={() => setExplained(true)}>
          {t('how')}
        </Button>
        <Button
          rightSection={<IconArrowRight size={20} stroke={1.9} aria-hidden />}
          onClick={() => void navigate({ to: '/follow-ups' })}
        >
          {t('workThrough')}
        </Button>
      </PageTitle>
      {running.state.kind === 'failed' && <FailureBanner error={running.state.error as Error} />}
      {people === 0 ? (
        <Card>
          <EmptyState icon={IconHeartbeat} text={data.run === null ? t('notYet') : t('empty')}>
            {data.run !== null && (
              <Button size="lg" onClick={() => void navigate({ to: '/till' })}>
                {t('toTill')}
              </Button>
            )}
          </EmptyState>
        </Card>
      ) : (
        <div className={classes.board}>
          {states.map((state) => (
            <RiskColumn
              key={state}
              state={state}
              people={of(state)?.people ?? 0}
              value={of(state)?.value ?? 0}
            >
              {state !== 'new' && <RiskSentence risk={state === 'late' ? 'slipping' : state} />}
            </RiskColumn>
          ))}
        </div>
      )}
      <TestCard />
      <SideDrawer opened={isExplained} onClose={() => setExplained(false)} title={t('model.title')}>
        <ModelWords model={data.model} run={data.run} />
        <ClosedDays />
      </SideDrawer>
    </div>
  );
};

/** How many people were looked at, who came only once, and why there are no chances where there are none. */
const subtitleOf = (
  { model, states }: { readonly model: OutlookModel | null; readonly states: readonly StateCount[] },
  t: TFunction<['outlook', 'common']>,
  format: Format,
): string => {
  const why = whyNoChances(model, t);
  const people = states.reduce((sum, one) => sum + one.people, 0);
  // Without chances those who came once have a column of their own.
  const newcomers = why === null ? (states.find(({ state }) => state === 'new')?.people ?? 0) : 0;
  const known = people - newcomers;
  const first = t('subtitle', { count: known, n: format.number(known) });
  if (why !== null) return `${first} ${why}`;
  return newcomers === 0
    ? first
    : `${first} ${t('newcomers', { count: newcomers, n: format.number(newcomers) })}`;
};

const RunButton = ({ running: { state, run, stop } }: { running: ReturnType<typeof useOutlookRun> }) => {
  const { t } = useTranslation('outlook');
  const format = useFormat();
  if (state.kind === 'running') {
    return (
      <span className={classes.running}>
        <span role="status" className="num">
          {t(`stage.${state.stage}`, { share: format.percent(state.share, 0) })}
        </span>
        <Button
          variant="default"
          leftSection={<IconPlayerStop size={20} stroke={1.9} aria-hidden />}
          onClick={stop}
        >
          {t('stop')}
        </Button>
      </span>
    );
  }
  return (
    <Button
      variant="default"
      leftSection={<IconRefresh size={20} stroke={1.9} aria-hidden />}
      onClick={() => void run()}
    >
      {t('lookAgain')}
    </Button>
  );
};
