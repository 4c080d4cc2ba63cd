import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErasureView } from '#shared/contract/privacy.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { BackButton } from '../customers/back-button.tsx';
import { ForgetForm } from './forget-form.tsx';
import { Forgotten } from './forgotten.tsx';
import classes from './privacy.module.css';
import { WhatGoes } from './what-goes.tsx';

const route = getRouteApi('/customers/$customerId/forget');

/** Forgetting a person: what goes, what stays, a word to type, and how it went. */
export const ForgetScreen = () => {
  const { t } = useTranslation('privacy');
  const customerId = Number(route.useParams().customerId);
  const sentence = useFailureSentence();
  const [done, setDone] = useState<ErasureView | null>(null);
  const person = useQuery({
    ...orpc.privacy.toForget.queryOptions({ input: { customerId } }),
    enabled: done === null,
    retry: false,
  });
  if (done !== null) return <Forgotten erasure={done} />;
  if (person.data === undefined) {
    return person.isError ? (
      <ErrorState text={sentence(person.error)} onRetry={() => void person.refetch()} />
    ) : null;
  }
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <BackButton fallback="/customers" />
        <div>
          <h1 className={classes.title}>{t('forget.title', { name: person.data.name })}</h1>
          <p className={classes.lead}>{t('forget.lead')}</p>
        </div>
      </header>
      <WhatGoes person={person.data} />
      <ForgetForm customerId={person.data.customerId} onDone={setDone} />
    </div>
  );
};
