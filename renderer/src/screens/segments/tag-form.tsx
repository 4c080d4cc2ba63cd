import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tag } from '#shared/contract/tags.ts';
import { longestTag, tagColours } from '#shared/domain/tags/tag.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './segments.module.css';

/** What hangs on a tag. */
interface TagUse {
  readonly people: number;
  readonly segments: readonly string[];
}

/** After a change of a tag, everything that shows or counts it. */
const useRefresh = () => {
  const cache = useQueryClient();
  return async () => {
    for (const key of [orpc.tags.key(), orpc.segments.key(), orpc.customers.key()]) {
      await cache.invalidateQueries({ queryKey: key });
    }
  };
};

/** Name and colour of a tag, or of a new one. */
export const TagForm = ({
  tag,
  use,
  onDone,
}: {
  /** Null: a new one. */
  tag: Tag | null;
  use: TagUse | undefined;
  onDone: () => void;
}) => {
  const { t } = useTranslation('tags');
  const refresh = useRefresh();
  const requestIdFor = useRequestIds();
  const [name, setName] = useState(tag?.name ?? '');
  const [colour, setColour] = useState(tag?.colour ?? null);
  const [asking, setAsking] = useState(false);
  const onSuccess = async () => {
    onDone();
    await refresh();
  };
  const save = useMutation(orpc.tags.save.mutationOptions({ onSuccess }));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const input = { tagId: tag?.tagId ?? null, name: name.trim(), colour };
    if (input.name !== '' && !save.isPending) save.mutate({ requestId: requestIdFor(input), ...input });
  };
  return (
    <form className={classes.save} onSubmit={onSubmit}>
      <TextInput
        size="md"
        className={classes.name ?? ''}
        label={t('name')}
        maxLength={longestTag}
        autoComplete="off"
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        size="md"
        label={t('colour')}
        value={colour ?? 'none'}
        data={(['none', ...tagColours] as const).map((value) => ({ value, label: t(`colourOf.${value}`) }))}
        onChange={({ currentTarget }) =>
          setColour(tagColours.find((one) => one === currentTarget.value) ?? null)
        }
      />
      <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
        {t(tag === null ? 'make' : 'save')}
      </Button>
      {tag !== null && (
        <Button variant="default" disabled={use === undefined} onClick={() => setAsking(true)}>
          {t('remove')}
        </Button>
      )}
      <Button variant="default" onClick={onDone}>
        {t('cancel')}
      </Button>
      <FailureBanner error={save.error} />
      {tag !== null && use !== undefined && (
        <RemoveTag tag={tag} use={use} opened={asking} onDone={onSuccess} onCancel={() => setAsking(false)} />
      )}
    </form>
  );
};

/** Asks before a tag goes, and says who wears it and what asks about it. */
const RemoveTag = ({
  tag,
  use: { people, segments },
  opened,
  onDone,
  onCancel,
}: {
  tag: Tag;
  use: TagUse;
  opened: boolean;
  onDone: () => Promise<void>;
  onCancel: () => void;
}) => {
  const { t } = useTranslation('tags');
  const format = useFormat();
  const requestIdFor = useRequestIds();
  const remove = useMutation(orpc.tags.remove.mutationOptions({ onSuccess: onDone }));
  const input = { tagId: tag.tagId };
  return (
    <ConfirmModal
      opened={opened}
      title={t('removeTitle', { name: tag.name })}
      confirmLabel={t('remove')}
      destructive
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ requestId: requestIdFor(input), ...input })}
      onCancel={onCancel}
    >
      <p>{people === 0 ? t('wornByNobody') : t('worn', { count: people, n: format.number(people) })}</p>
      {segments.length > 0 && <p>{t('asked', { names: segments.join(', ') })}</p>}
      <FailureBanner error={remove.error} />
    </ConfirmModal>
  );
};
