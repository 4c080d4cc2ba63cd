import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import classes from './history.module.css';
import { useDraft } from './use-draft.ts';

/** Under which name a note in the making is kept. */
export const noteDraft = (customerId: number): string => `note.${customerId}`;

/** A note about a person; kept as a draft until it is saved or thrown away. */
export const NoteForm = ({ customerId, onDone }: { customerId: number; onDone: () => void }) => {
  const { t } = useTranslation(['customers', 'common']);
  const cache = useQueryClient();
  const [text, setText, forget] = useDraft(noteDraft(customerId), '');
  const requestIdFor = useRequestIds();
  const add = useMutation(
    orpc.customers.addNote.mutationOptions({
      onSuccess: async () => {
        forget();
        onDone();
        await cache.invalidateQueries({ queryKey: orpc.customers.key() });
      },
    }),
  );
  const save = () => {
    const note = { customerId, text: text.trim() };
    if (note.text !== '' && !add.isPending) add.mutate({ requestId: requestIdFor(note), ...note });
  };
  const cancel = () => {
    forget();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      cancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
    }
  };
  return (
    <form
      className={classes.noteForm}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Textarea
        aria-label={t('note.label')}
        placeholder={t('note.placeholder')}
        autoFocus
        autosize
        minRows={2}
        maxRows={5}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <div className={classes.noteActions}>
        <Button variant="default" onClick={cancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={text.trim() === ''} loading={add.isPending}>
          {t('note.save')}
        </Button>
      </div>
      <FailureBanner error={add.error} />
    </form>
  );
};
