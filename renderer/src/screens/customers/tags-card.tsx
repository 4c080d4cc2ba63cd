import { Autocomplete, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestTag, tagKey } from '#shared/domain/tags/tag.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { TagChip } from '../../components/tag-chip.tsx';
import classes from './side-cards.module.css';

/** Somebody's tags: taken off by their button, put on by typing, where the shop's own are suggested. */
export const TagsCard = ({ customerId }: { customerId: number }) => {
  const { t } = useTranslation('tags');
  const cache = useQueryClient();
  const requestIdFor = useRequestIds();
  const field = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const all = useQuery(orpc.tags.list.queryOptions());
  const own = useQuery(orpc.tags.ofCustomer.queryOptions({ input: { customerId } }));
  const worn = own.data?.tags ?? [];
  const refresh = async () => {
    await cache.invalidateQueries({ queryKey: orpc.tags.key() });
    await cache.invalidateQueries({ queryKey: orpc.customers.list.key() });
  };
  const putOn = useMutation(
    orpc.tags.putOn.mutationOptions({
      onSuccess: async () => {
        setName('');
        await refresh();
      },
    }),
  );
  const takeOff = useMutation(
    orpc.tags.takeOff.mutationOptions({
      onSuccess: async () => {
        field.current?.focus();
        await refresh();
      },
    }),
  );
  const isPending = putOn.isPending || takeOff.isPending;
  const put = (typed: string) => {
    const input = { customerId, name: typed.trim() };
    if (input.name === '' || isPending) return;
    putOn.mutate({ requestId: requestIdFor(input), ...input });
  };
  const off = (tagId: number) => {
    const input = { customerId, tagId };
    if (!isPending) takeOff.mutate({ requestId: requestIdFor(input), ...input });
  };
  const wornKeys = new Set(worn.map((tag) => tagKey(tag.name)));
  const suggested = (all.data?.tags ?? []).map((tag) => tag.name).filter((one) => !wornKeys.has(tagKey(one)));
  return (
    <Card title={t('title')} aria-label={t('title')}>
      {own.data !== undefined && worn.length === 0 && <p className={classes.quiet}>{t('none')}</p>}
      {worn.length > 0 && (
        <ul className={classes.tags}>
          {worn.map((tag) => (
            <li key={tag.tagId}>
              <TagChip
                tag={tag}
                takeOff={{
                  label: t('takeOff', { name: tag.name }),
                  onClick: () => off(tag.tagId),
                  disabled: isPending,
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <form
        className={classes.permission}
        onSubmit={(event) => {
          event.preventDefault();
          put(name);
        }}
      >
        <Autocomplete
          size="md"
          ref={field}
          className={classes.permissionWords ?? ''}
          aria-label={t('label')}
          placeholder={t('placeholder')}
          maxLength={longestTag}
          limit={6}
          data={suggested}
          value={name}
          onChange={setName}
          onOptionSubmit={put}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ''} loading={putOn.isPending}>
          {t('add')}
        </Button>
      </form>
      <FailureBanner error={putOn.error ?? takeOff.error ?? own.error ?? all.error} />
    </Card>
  );
};
