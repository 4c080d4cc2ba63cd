import { Autocomplete, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '#shared/contract/interests.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './side-cards.module.css';
import { useDayWords } from './use-day-words.ts';

/** After every change: the list, the history, and the till's hint. */
const useRefresh = () => {
  const cache = useQueryClient();
  return async () => {
    await cache.invalidateQueries({ queryKey: orpc.interests.key() });
    await cache.invalidateQueries({ queryKey: orpc.customers.timeline.key() });
    await cache.invalidateQueries({ queryKey: orpc.till.key() });
  };
};

/** What somebody asked about without buying it: noted, bought since, or taken off. */
export const AskedAboutCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('interests');
  const refresh = useRefresh();
  const requestIdFor = useRequestIds();
  const list = useQuery(orpc.interests.list.queryOptions({ input: { customerId } }));
  const items = useQuery(orpc.items.list.queryOptions()).data?.items ?? [];
  const [what, setWhat] = useState('');
  const add = useMutation(
    orpc.interests.add.mutationOptions({
      onSuccess: async () => {
        setWhat('');
        await refresh();
      },
    }),
  );
  const words = what.trim();
  const item = items.find(({ name }) => fold(name) === fold(words));
  const save = () => {
    if (words === '' || add.isPending) return;
    const about = item ? { kind: 'item' as const, itemId: item.id } : { kind: 'words' as const, words };
    const input = { customerId, about };
    add.mutate({ requestId: requestIdFor(input), ...input });
  };
  return (
    <Card title={t('title')} aria-label={t('title')}>
      {list.data?.interests.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      {list.data?.interests.map((one) => (
        <InterestRow key={one.interestId} interest={one} onChanged={refresh} />
      ))}
      <form
        className={classes.permission}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Autocomplete
          className={classes.permissionWords ?? ''}
          size="md"
          aria-label={t('label')}
          placeholder={t('placeholder')}
          maxLength={120}
          limit={5}
          data={[...new Set(items.filter(({ active }) => active).map(({ name }) => name))]}
          value={what}
          onChange={setWhat}
        />
        <Button type="submit" variant="default" disabled={words === ''} loading={add.isPending}>
          {t('add')}
        </Button>
      </form>
      <FailureBanner error={add.error ?? list.error} />
    </Card>
  );
};

const InterestRow = ({ interest, onChanged }: { interest: Interest; onChanged: () => Promise<void> }) => {
  const { t } = useTranslation('interests');
  const dayWords = useDayWords();
  const requestIdFor = useRequestIds();
  const end = useMutation(orpc.interests.end.mutationOptions({ onSuccess: onChanged }));
  const { interestId, itemId, what, day, staffName, state } = interest;
  const input = { interestId };
  const stands = state === 'bought' ? t('bought') : itemId === null ? t('notSold') : t('open');
  return (
    <div className={classes.permission}>
      <div className={classes.permissionWords}>
        <p className={classes.permissionName}>{what}</p>
        <p className={classes.permissionSaid}>
          {t('by', { day: dayWords(day, null), staff: staffName })} · {stands}
        </p>
      </div>
      {state === 'open' && (
        <Button
          variant="default"
          aria-label={t('endLabel', { what })}
          loading={end.isPending}
          onClick={() => end.mutate({ requestId: requestIdFor(input), ...input })}
        >
          {t('end')}
        </Button>
      )}
      <FailureBanner error={end.error} />
    </div>
  );
};
