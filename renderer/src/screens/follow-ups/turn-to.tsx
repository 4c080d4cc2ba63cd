import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useToday } from '../customers/use-day-words.ts';
import classes from './follow-ups.module.css';
import { isOpen, nextOpen } from './list-groups.ts';
import { Means } from './means/means.tsx';
import { NextVisitForm } from './next-visit-form.tsx';
import { OutcomeBar } from './outcome-bar.tsx';
import { actsWithoutConsent, type OutcomeAct, useListKeys } from './outcome-keys.ts';
import { PersonFacts } from './person-panel.tsx';
import { SnoozeForm } from './snooze-form.tsx';
import { dayAfter, useOutcomeWords } from './use-outcome-words.ts';
import type { Recorded, useRecord } from './use-record.ts';

/** What is written down for a button; null where it asks for more first. */
const recordedFor = (act: OutcomeAct, channel: FollowUpChannel | null, today: string): Recorded | null => {
  switch (act) {
    case 'nextVisit':
    case 'snoozed':
      return null;
    case 'tomorrow':
      return { outcome: 'snoozed', channel: null, untilDay: dayAfter(today) };
    default:
      return { outcome: act, channel };
  }
};

/** What was written down last, and the way back. */
export const LastLine = ({ recorder }: { recorder: ReturnType<typeof useRecord> }) => {
  const { t } = useTranslation(['followUps', 'common']);
  const { recorded } = useOutcomeWords();
  const { last } = recorder;
  if (last === null) return null;
  return (
    <HintRow
      tone="good"
      live
      action={
        !last.undone && (
          <Button
            variant="default"
            disabled={recorder.isBusy}
            leftSection={<IconArrowBackUp size={20} stroke={2} aria-hidden />}
            rightSection={<KeyCap>F9</KeyCap>}
            onClick={() => void recorder.takeBack()}
          >
            {t('common:undo')}
          </Button>
        )
      }
    >
      {last.undone ? t('recorded.undone', { name: last.name }) : recorded(last.name, last.outcome)}
    </HintRow>
  );
};

/** The person who was chosen: why, what may be done, and how it went. After an outcome the next one is chosen. */
export const TurnTo = ({
  entries,
  entry,
  recorder,
  onChoose,
  onMove,
}: {
  entries: readonly FollowUpEntry[];
  entry: FollowUpEntry;
  recorder: ReturnType<typeof useRecord>;
  onChoose: (customerId: number | null) => void;
  onMove: (by: 1 | -1) => void;
}) => {
  const { t } = useTranslation('followUps');
  const today = useToday();
  const { done } = useOutcomeWords();
  const [asking, setAsking] = useState<'nextVisit' | 'snoozed' | null>(null);
  const [chosenChannel, setChannel] = useState<FollowUpChannel | null>(null);
  const input = { customerId: entry.customerId, reason: entry.because.kind };
  const words = useQuery(orpc.playbooks.words.queryOptions({ input })).data;
  const channel = chosenChannel ?? words?.ways[0]?.channel ?? entry.channels[0] ?? null;
  const write = async (recorded: Recorded) => {
    const next = nextOpen(entries, entry.customerId);
    const followed = words ? { playbookId: words.playbookId, tone: words.tone } : {};
    if (await recorder.write(entry, { ...recorded, ...followed })) onChoose(next);
  };
  const act = (chosen: OutcomeAct) => {
    if (!isOpen(entry) || asking !== null) return;
    if (entry.channels.length === 0 && !actsWithoutConsent.includes(chosen)) return;
    if (chosen === 'nextVisit' || chosen === 'snoozed') setAsking(chosen);
    const recorded = recordedFor(chosen, channel, today);
    if (recorded !== null) void write(recorded);
  };
  useListKeys({ act, move: onMove, undo: () => void recorder.takeBack() });
  const form = {
    isBusy: recorder.isBusy,
    onCancel: () => setAsking(null),
  };
  return (
    <Card className={classes.detail ?? ''} aria-label={entry.name}>
      <div className={classes.about}>
        <PersonFacts entry={entry} />
        {isOpen(entry) && <Means {...input} onWay={setChannel} />}
      </div>
      <FailureBanner error={recorder.error} />
      {!isOpen(entry) && (
        <HintRow tone="good">{entry.outcome === null ? t('done.came') : done(entry.outcome)}</HintRow>
      )}
      {isOpen(entry) && asking === null && <OutcomeBar entry={entry} isBusy={recorder.isBusy} onAct={act} />}
      {asking === 'nextVisit' && (
        <NextVisitForm
          entry={entry}
          usual={words?.here ?? null}
          {...form}
          onWrite={(words) => void write({ outcome: 'nextVisit', channel: 'inPerson', words })}
        />
      )}
      {asking === 'snoozed' && (
        <SnoozeForm
          {...form}
          onWrite={(untilDay) => void write({ outcome: 'snoozed', channel: null, untilDay })}
        />
      )}
    </Card>
  );
};
