import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { DayInput } from '../../components/day-input.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import { useToday } from '../customers/use-day-words.ts';
import classes from './follow-ups.module.css';
import { dayAfter } from './use-outcome-words.ts';
import { useFollowUpsChanged } from './use-record.ts';

/** What is promised to somebody, by when, and who does it; tomorrow and by oneself unless said otherwise. */
export const PromiseForm = ({ customerId, onDone }: { customerId: number; onDone: () => void }) => {
  const { t } = useTranslation(['followUps', 'common']);
  const { staff, currentStaffId } = useShop();
  const today = useToday();
  const changed = useFollowUpsChanged();
  const idFor = useRequestIds();
  const [text, setText] = useState('');
  const [dueDay, setDueDay] = useState<string | null>(() => dayAfter(today));
  const [ownerId, setOwnerId] = useState(currentStaffId);
  const promise = useMutation(
    orpc.followUps.promise.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone();
      },
    }),
  );
  const isReady = text.trim().length >= 3 && dueDay !== null && dueDay >= today;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady || promise.isPending) return;
        const asked = { customerId, text: text.trim(), dueDay, ownerId };
        promise.mutate({ requestId: idFor(asked), ...asked });
      }}
    >
      <TextInput
        autoFocus
        label={t('promise.text')}
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <DayInput label={t('promise.due')} min={today} optional={false} value={dueDay} onChange={setDueDay} />
      {staff.length > 1 && (
        <Select
          label={t('promise.owner')}
          allowDeselect={false}
          data={staff.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(ownerId)}
          onChange={(chosen) => {
            if (chosen !== null) setOwnerId(Number(chosen));
          }}
        />
      )}
      <FailureBanner error={promise.error} />
      <div className={classes.formActs}>
        <Button type="submit" disabled={!isReady || promise.isPending}>
          {t('promise.do')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
};
