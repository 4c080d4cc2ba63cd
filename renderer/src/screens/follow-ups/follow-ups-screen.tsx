import { Button, Progress } from '@mantine/core';
import { IconChartBar, IconSettings, IconUserHeart } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpList } from '#shared/contract/follow-ups.ts';
import { parseDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState, FailureBanner } from '../../components/error-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ForCall } from '../../shell/for-call.tsx';
import { CampaignsButton } from '../campaigns/campaigns-button.tsx';
import { AllDone } from './all-done.tsx';
import classes from './follow-ups.module.css';
import { inOrder, isOpen } from './list-groups.ts';
import { ListSettingsDrawer } from './list-settings-drawer.tsx';
import { WordsButtons } from './means/words-buttons.tsx';
import { PeopleList } from './people-list.tsx';
import { ResultsDrawer } from './results-drawer.tsx';
import { LastLine, TurnTo } from './turn-to.tsx';
import { useFollowUpsChanged, useRecord } from './use-record.ts';

/** A person takes about so long, minutes: fifteen of them a quiet twenty minutes. */
const minutesEach = 4 / 3;

/** How far the day's list is, in words. */
const useProgress = ({ entries }: FollowUpList) => {
  const { t } = useTranslation('followUps');
  const format = useFormat();
  const open = entries.filter(isOpen);
  const done = entries.length - open.length;
  const minutes = Math.ceil(open.length * minutesEach);
  const willCome = entries.filter(({ outcome }) => outcome?.outcome === 'willCome').length;
  const parts: string[] = [t('progress', { done: format.number(done), all: format.number(entries.length) })];
  if (open.length > 0) parts.push(t('minutesLeft', { count: minutes, n: format.number(minutes) }));
  if (open.some(({ because }) => because.kind === 'promise')) parts.push(t('promisesFirst'));
  if (open.length === 0 && willCome > 0) {
    parts.push(t('willComeSaid', { count: willCome, n: format.number(willCome) }));
  }
  return { text: parts.join(' '), share: entries.length === 0 ? 0 : (100 * done) / entries.length };
};

const Screen = ({ list, children }: { list: FollowUpList; children: ReactNode }) => {
  const { t } = useTranslation('followUps');
  const [drawer, setDrawer] = useState<'settings' | 'results' | null>(null);
  const { text, share } = useProgress(list);
  const weekday = String(weekdayOf(parseDay(list.day) ?? expectDay())) as '1';
  return (
    <div className={classes.screen}>
      <PageTitle
        title={t('title', { weekday: t(`weekday.${weekday}`) })}
        {...(list.entries.length > 0 ? { subtitle: text } : {})}
      >
        {list.entries.length > 0 && <Progress value={share} className={classes.progress ?? ''} aria-hidden />}
        <ForCall call="campaigns.list">
          <CampaignsButton />
        </ForCall>
        <WordsButtons />
        <ForCall call="followUps.results">
          <Button
            variant="default"
            leftSection={<IconChartBar size={20} stroke={1.9} aria-hidden />}
            onClick={() => setDrawer('results')}
          >
            {t('resultsOpen')}
          </Button>
        </ForCall>
        <ForCall call="followUps.settings">
          <Button variant="default" aria-label={t('settingsOpen')} onClick={() => setDrawer('settings')}>
            <IconSettings size={22} stroke={1.9} aria-hidden />
          </Button>
        </ForCall>
      </PageTitle>
      {children}
      <ListSettingsDrawer opened={drawer === 'settings'} onClose={() => setDrawer(null)} />
      <ResultsDrawer opened={drawer === 'results'} onClose={() => setDrawer(null)} />
    </div>
  );
};

const expectDay = (): never => {
  throw new RangeError('the list has no day');
};

const NotMade = () => {
  const { t } = useTranslation('followUps');
  const changed = useFollowUpsChanged();
  const make = useMutation(orpc.followUps.make.mutationOptions({ onSuccess: changed }));
  return (
    <Card>
      <EmptyState icon={IconUserHeart} text={`${t('state.notMadeTitle')} ${t('state.notMade')}`}>
        <Button size="lg" loading={make.isPending} onClick={() => make.mutate(undefined)}>
          {t('state.make')}
        </Button>
      </EmptyState>
      <FailureBanner error={make.error} />
    </Card>
  );
};

const Nobody = () => {
  const { t } = useTranslation('followUps');
  const navigate = useNavigate();
  return (
    <Card>
      <EmptyState icon={IconUserHeart} text={t('state.empty')}>
        <Button size="lg" onClick={() => void navigate({ to: '/till' })}>
          {t('state.toTill')}
        </Button>
        <Button size="lg" variant="default" onClick={() => void navigate({ to: '/customers' })}>
          {t('state.toCustomers')}
        </Button>
      </EmptyState>
    </Card>
  );
};

const Day = ({ list }: { list: FollowUpList }) => {
  const recorder = useRecord();
  const { person = null } = useSearch({ from: '/follow-ups' });
  const [chosen, setChosen] = useState<number | null>(person);
  const ordered = inOrder(list.entries);
  const entry = ordered.find(({ customerId }) => customerId === chosen) ?? ordered[0];
  if (entry === undefined) return <Nobody />;
  if (!ordered.some(isOpen) && chosen === null) {
    return (
      <>
        <LastLine recorder={recorder} />
        <AllDone entries={list.entries} />
      </>
    );
  }
  const move = (by: 1 | -1) => {
    const to = ordered[ordered.indexOf(entry) + by];
    if (to !== undefined) setChosen(to.customerId);
  };
  return (
    <div className={classes.columns}>
      <div className={classes.left}>
        <PeopleList entries={list.entries} chosen={entry.customerId} onChoose={setChosen} />
        <LastLine recorder={recorder} />
      </div>
      <TurnTo
        key={`${entry.customerId} ${entry.because.kind}`}
        entries={list.entries}
        entry={entry}
        recorder={recorder}
        onChoose={setChosen}
        onMove={move}
      />
    </div>
  );
};

/** The day's list: whom to turn to, why, with which words, and how it went. */
export const FollowUpsScreen = () => {
  const sentence = useFailureSentence();
  const list = useQuery(orpc.followUps.list.queryOptions());
  if (list.data === undefined) {
    return list.isError ? (
      <ErrorState text={sentence(list.error)} onRetry={() => void list.refetch()} />
    ) : null;
  }
  const { state, entries } = list.data;
  return (
    <Screen list={list.data}>
      {state === 'notMade' && <NotMade />}
      {(state === 'ready' || entries.length > 0) && <Day list={list.data} />}
    </Screen>
  );
};
