import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../api/request-id.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { AskedAbout } from './asked-about.tsx';
import classes from './know.module.css';
import customerClasses from './know-customer.module.css';
import { useTillState, useTillStore } from './till-context.tsx';

/** A note about the person on the screen; Enter saves it, Shift+Enter begins a new line. */
export const NoteForm = ({ name, text }: { name: string; text: string }) => {
  const { t } = useTranslation('till');
  const { dispatch } = useTillStore();
  const { write } = useTillState();
  const field = useRef<HTMLTextAreaElement>(null);
  // The till looks for its place before this form has been fetched.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const isOurs = write?.intent.kind === 'note' || write?.intent.kind === 'askedAbout';
  const failure = isOurs && write?.status === 'failed' ? write.failure : null;
  return (
    <div className={customerClasses.noteBox}>
      <Textarea
        ref={field}
        data-till-focus
        data-till-note
        aria-label={t('note.label', { name })}
        placeholder={t('note.placeholder')}
        rows={2}
        maxLength={1000}
        value={text}
        onChange={(event) => dispatch({ type: 'writeNote', text: event.currentTarget.value })}
      />
      <AskedAbout text={text} />
      <FailureBanner error={failure} />
      <div className={classes.acts}>
        <Button
          variant="default"
          rightSection={<KeyCap>Esc</KeyCap>}
          onClick={() => dispatch({ type: 'writeNote', text: null })}
        >
          {t('note.cancel')}
        </Button>
        <Button
          disabled={text.trim() === ''}
          rightSection={<KeyCap>Enter</KeyCap>}
          onClick={() => dispatch({ type: 'saveNote', newId: newRequestId() })}
        >
          {t('note.save')}
        </Button>
      </div>
    </div>
  );
};
