import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareNoteKind } from '#shared/domain/privacy/privacy-rules.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useToday } from '../customers/use-day-words.ts';
import classes from './privacy.module.css';

/** The cards of a profile scroll: the button to save must not lie below. */
const showWhole = (form: HTMLFormElement | null): void => form?.scrollIntoView?.({ block: 'nearest' });

/** A note for somebody's safety: what it is about, the day, the words. */
export const CareNoteForm = ({
  customerId,
  kinds,
  onSaved,
  onCancel,
}: {
  customerId: number;
  kinds: readonly CareNoteKind[];
  onSaved: () => Promise<void>;
  onCancel: () => void;
}) => {
  const { t } = useTranslation(['privacy', 'common']);
  const today = useToday();
  const requestIdFor = useRequestIds();
  const [kind, setKind] = useState<CareNoteKind>(kinds[0] ?? 'health');
  const [day, setDay] = useState<string | null>(today);
  const [text, setText] = useState('');
  const add = useMutation(orpc.privacy.addCareNote.mutationOptions({ onSuccess: onSaved }));
  const words = text.trim();
  const save = () => {
    if (words === '' || day === null || add.isPending) return;
    const input = { customerId, kind, text: words, day };
    add.mutate({ requestId: requestIdFor(input), ...input });
  };
  return (
    <form
      ref={showWhole}
      className={classes.careForm}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {kinds.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('care.what')}
          data={kinds.map((value) => ({ value, label: t(`care.kind.${value}`) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <Textarea
        label={kinds.length > 1 ? t('care.text') : t(`care.kind.${kind}`)}
        autoFocus
        autosize
        minRows={2}
        maxRows={5}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayInput label={t('care.day')} size="md" optional={false} max={today} value={day} onChange={setDay} />
      <div className={classes.careActs}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" disabled={words === '' || day === null} loading={add.isPending}>
          {t('care.save')}
        </Button>
      </div>
      <FailureBanner error={add.error} />
    </form>
  );
};
