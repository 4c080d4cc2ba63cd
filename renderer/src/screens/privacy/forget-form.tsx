import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureView } from '#shared/contract/privacy.ts';
import { orpc } from '../../api/queries.ts';
import { useRequestIds } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { noteDraft } from '../customers/note-form.tsx';
import { forgetDraft } from '../customers/use-draft.ts';
import classes from './privacy.module.css';

/** One of the three acts that ask: only the typed word opens the button. */
export const ForgetForm = ({
  customerId,
  onDone,
}: {
  customerId: number;
  onDone: (erasure: ErasureView) => void;
}) => {
  const { t } = useTranslation('privacy');
  const router = useRouter();
  const navigate = useNavigate();
  const canGoBack = useCanGoBack();
  const cache = useQueryClient();
  const requestIdFor = useRequestIds();
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLocaleUpperCase() === t('forget.word');
  const erase = useMutation(
    orpc.privacy.erase.mutationOptions({
      onSuccess: (erasure) => {
        onDone(erasure);
        for (const name of [`customer.${customerId}`, noteDraft(customerId)]) forgetDraft(name);
        // Not only old: what the window still holds of the person goes too.
        cache.clear();
      },
    }),
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isMeant && !erase.isPending) erase.mutate({ requestId: requestIdFor({ customerId }), customerId });
  };
  const keep = () => {
    if (canGoBack) router.history.back();
    else void navigate({ to: '/customers' });
  };
  return (
    <Card>
      <form className={classes.confirm} onSubmit={send}>
        <TextInput
          size="md"
          label={t('forget.type', { word: t('forget.word') })}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button variant="default" size="lg" onClick={keep}>
          {t('forget.no')}
        </Button>
        <Button type="submit" size="lg" color="red" disabled={!isMeant} loading={erase.isPending}>
          {t('forget.yes')}
        </Button>
      </form>
      <FailureBanner error={erase.error} />
    </Card>
  );
};
