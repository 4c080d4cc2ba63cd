import { Autocomplete, Button, Modal } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WhichPeople } from '#shared/contract/segment-filter.ts';
import { longestTag, tagKey } from '#shared/domain/tags/tag.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './tag-people.module.css';

/** Puts a tag on everybody in a list at once, or takes it off them all. */
export const TagPeople = ({ which, people }: { which: WhichPeople; people: number }) => {
  const { t } = useTranslation('tags');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="default" disabled={people === 0} onClick={() => setOpened(true)}>
        {t('forAll')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('forAllTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <TagForm which={which} people={people} onDone={() => setOpened(false)} />
      </Modal>
    </>
  );
};

const TagForm = ({ which, people, onDone }: { which: WhichPeople; people: number; onDone: () => void }) => {
  const { t } = useTranslation('tags');
  const format = useFormat();
  const cache = useQueryClient();
  const requestIdFor = useRequestIds();
  const tags = useQuery(orpc.tags.list.queryOptions()).data?.tags ?? [];
  const [name, setName] = useState('');
  const onSuccess = async () => {
    onDone();
    for (const key of [orpc.tags.key(), orpc.customers.key(), orpc.segments.key()]) {
      await cache.invalidateQueries({ queryKey: key });
    }
  };
  const putOn = useMutation(orpc.tags.putOnPeople.mutationOptions({ onSuccess }));
  const takeOff = useMutation(orpc.tags.takeOffPeople.mutationOptions({ onSuccess }));
  const typed = name.trim();
  const known = typed === '' ? undefined : tags.find((tag) => tagKey(tag.name) === tagKey(typed));
  const isPending = putOn.isPending || takeOff.isPending;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '' || isPending) return;
        const input = { which, name: typed };
        putOn.mutate({ requestId: requestIdFor(input), ...input });
      }}
    >
      <p className={classes.text}>{t('forAllText', { count: people, n: format.number(people) })}</p>
      <Autocomplete
        size="md"
        data-autofocus
        label={t('label')}
        placeholder={t('placeholder')}
        maxLength={longestTag}
        limit={6}
        data={tags.map((tag) => tag.name)}
        value={name}
        onChange={setName}
      />
      <div className={classes.actions}>
        <Button type="submit" disabled={typed === '' || isPending} loading={putOn.isPending}>
          {t('putOnAll')}
        </Button>
        <Button
          variant="default"
          disabled={known === undefined || isPending}
          loading={takeOff.isPending}
          onClick={() => {
            if (known === undefined) return;
            const input = { which, tagId: known.tagId };
            takeOff.mutate({ requestId: requestIdFor(input), ...input });
          }}
        >
          {t('takeOffAll')}
        </Button>
      </div>
      <FailureBanner error={putOn.error ?? takeOff.error} />
    </form>
  );
};
