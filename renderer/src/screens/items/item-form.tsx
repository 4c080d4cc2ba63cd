import { Autocomplete, Button, Select, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Item } from '#shared/contract/items.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { AmountInput } from '../../components/amount-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useStayHere } from '../../shell/stay-here.ts';
import { draftOf, fieldsOf, missingIn, newDraft, quickPositions, sameDraft } from './item-draft.ts';
import classes from './items.module.css';

/** Writes one item, new (`item` null) or known. */
export const ItemForm = ({
  item,
  items,
  onClose,
}: {
  item: Item | null;
  items: readonly Item[];
  onClose: () => void;
}) => {
  const { t } = useTranslation(['items', 'common']);
  const cache = useQueryClient();
  const [first] = useState(() => (item === null ? newDraft(items) : draftOf(item)));
  const [draft, setDraft] = useState(first);
  const [asked, setAsked] = useState(false);
  const requestIdFor = useRequestIds();
  const name = useRef<HTMLInputElement>(null);
  const price = useRef<HTMLInputElement>(null);
  useStayHere(!sameDraft(first, draft));
  const done = {
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: orpc.items.key() });
      onClose();
    },
  };
  const create = useMutation(orpc.items.create.mutationOptions(done));
  const change = useMutation(orpc.items.update.mutationOptions(done));
  const missing = missingIn(draft);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = fieldsOf(draft);
    if (fields === null) {
      setAsked(true);
      (missing[0] === 'name' ? name : price).current?.focus();
    } else if (item === null) create.mutate({ requestId: requestIdFor(fields), ...fields });
    else change.mutate({ requestId: requestIdFor(fields), itemId: item.id, ...fields });
  };
  const holder = (position: number) =>
    items.find((other) => other.quickPosition === position && other.id !== item?.id);
  const keys = quickPositions.map((position) => {
    const taken = holder(position);
    const label =
      taken === undefined
        ? t('form.quickFree', { position })
        : t('form.quickTaken', { position, name: taken.name });
    return { value: String(position), label };
  });
  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={item === null ? t('form.new') : t('form.edit', { name: item.name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <h2 className={classes.formTitle}>
        {item === null ? t('form.new') : t('form.edit', { name: item.name })}
      </h2>
      <TextInput
        ref={name}
        label={t('form.name')}
        value={draft.name}
        maxLength={60}
        autoFocus
        error={asked && missing.includes('name') && t('form.nameMissing')}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <AmountInput
        ref={price}
        label={t('form.price')}
        value={draft.price}
        error={asked && missing.includes('price') && t('form.priceMissing')}
        onChange={(value) => setDraft({ ...draft, price: value })}
      />
      <Autocomplete
        size="lg"
        label={t('form.category')}
        placeholder={t('form.categoryNote')}
        data={[...new Set(items.map(({ category }) => category))].filter((category) => category !== '')}
        value={draft.category}
        maxLength={40}
        onChange={(category) => setDraft({ ...draft, category })}
      />
      <Select
        label={t('form.quick')}
        description={t('form.quickNote')}
        disabled={!draft.active}
        data={[{ value: '', label: t('form.quickNone') }, ...keys]}
        value={String(draft.quickPosition ?? '')}
        onChange={(value) => setDraft({ ...draft, quickPosition: value ? Number(value) : null })}
      />
      <Switch
        label={t('form.active')}
        description={t('form.activeNote')}
        checked={draft.active}
        onChange={(event) => setDraft({ ...draft, active: event.currentTarget.checked })}
      />
      <FailureBanner error={create.error ?? change.error} />
      <div className={classes.actions}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={create.isPending || change.isPending}>
          {t('common:save')}
        </Button>
      </div>
    </form>
  );
};
