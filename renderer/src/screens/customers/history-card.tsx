import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type UIEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { Card } from '../../components/card.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import classes from './history.module.css';
import { HistoryEntry } from './history-entry.tsx';
import { NoteForm } from './note-form.tsx';

const kinds = ['all', 'visits', 'rewards', 'notes'] as const;

/** Entries fetched at a time. */
const portion = 50;
/** The list scrolls on its own, so the keyboard must be able to reach it. */
const keyboardScroll = { tabIndex: 0 };
/** This close to the end the next portion is fetched, px. */
const nearEnd = 400;

/** Everything that happened with a person, newest first. */
export const HistoryCard = ({
  customerId,
  writing,
  onWritten,
}: {
  customerId: number;
  /** A note is being written. */
  writing: boolean;
  onWritten: () => void;
}) => {
  const { t } = useTranslation('customers');
  const sentence = useFailureSentence();
  const list = useRef<HTMLElement>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const history = useInfiniteQuery(
    orpc.customers.timeline.infiniteOptions({
      input: (offset: number) => ({ customerId, kind, offset, limit: portion }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const loaded = all.reduce((sum, { entries }) => sum + entries.length, 0);
        return last.entries.length > 0 && loaded < last.total ? loaded : undefined;
      },
    }),
  );
  const entries = history.data?.pages.flatMap((page) => page.entries) ?? [];
  const more = () => {
    if (history.hasNextPage && !history.isFetching) void history.fetchNextPage();
  };
  const onScroll = ({ currentTarget: area }: UIEvent) => {
    if (area.scrollHeight - area.scrollTop - area.clientHeight < nearEnd) more();
  };
  return (
    <Card flush className={classes.history ?? ''} aria-label={t('history.title')}>
      <div className={classes.historyHead}>
        <h2 className={classes.historyTitle}>{t('history.title')}</h2>
        <fieldset className={classes.historyKinds}>
          <legend className="visually-hidden">{t('history.filter')}</legend>
          {kinds.map((each) => (
            <button
              key={each}
              type="button"
              className={classes.chip}
              aria-pressed={each === kind}
              onClick={() => setKind(each)}
            >
              {t(`history.${each}`)}
            </button>
          ))}
        </fieldset>
      </div>
      {writing && (
        <NoteForm
          customerId={customerId}
          onDone={() => {
            onWritten();
            list.current?.focus();
          }}
        />
      )}
      <section
        ref={list}
        className={classes.historyList}
        aria-label={t('history.title')}
        {...keyboardScroll}
        onScroll={onScroll}
      >
        {history.isError && entries.length === 0 && (
          <ErrorState text={sentence(history.error)} onRetry={() => void history.refetch()} />
        )}
        {history.data !== undefined && entries.length === 0 && (
          <p className={classes.quiet}>{t(`history.empty.${kind}`)}</p>
        )}
        <ol className={classes.entries}>
          {entries.map((entry) => (
            <HistoryEntry key={entryKey(entry)} entry={entry} />
          ))}
        </ol>
        {history.hasNextPage && (
          <Button
            variant="default"
            className={classes.more ?? ''}
            loading={history.isFetchingNextPage}
            onClick={more}
          >
            {t('history.more')}
          </Button>
        )}
      </section>
    </Card>
  );
};

const entryKey = (entry: Parameters<typeof HistoryEntry>[0]['entry']): string => {
  switch (entry.kind) {
    case 'visit':
      return `visit ${entry.visitId}`;
    case 'note':
      return `note ${entry.noteId}`;
    case 'consent':
      return `consent ${entry.purpose} ${entry.at}`;
    case 'joined':
      return 'joined';
    case 'merged':
      return `merged ${entry.mergedId}`;
    case 'followUp':
      return `followUp ${entry.factId}`;
    case 'interest':
      return `interest ${entry.interestId}`;
    case 'promise':
      return `promise ${entry.promiseId}`;
  }
};
