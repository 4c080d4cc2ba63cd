import { Button } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OpenFailure } from '#shared/contract/system.ts';
import { useFailureSentence } from '../api/failure-sentence.ts';
import { orpc } from '../api/queries.ts';
import { HintRow } from '../components/hint-row.tsx';
import classes from './full-screen.module.css';

/** The shop's file could not be opened: what happened, what is safe, what to do, and a way to try again. */
export const OpenFailedScreen = ({ failure, version }: { failure: OpenFailure | null; version: string }) => {
  const { t } = useTranslation(['shell', 'common']);
  const sentence = useFailureSentence();
  const cache = useQueryClient();
  const retry = useMutation(
    orpc.system.retryOpen.mutationOptions({
      onSuccess: (state) => cache.setQueryData(orpc.system.state.queryKey(), state),
    }),
  );
  const code = failure?.code ?? 'Unknown';
  const values = {
    version,
    fileSchema: failure?.fileSchema ?? 0,
    ourSchema: failure?.ourSchema ?? 0,
    errorId: failure?.errorId ?? '-',
  };
  return (
    <main className={classes.page}>
      <p className={classes.wordmark}>{t('common:appName')}</p>
      <div className={classes.middle}>
        <IconDatabaseX size={48} stroke={1.6} className={classes.icon} aria-hidden />
        <h1 className={classes.title}>{t(`openFailed.${code}.title`)}</h1>
        <p className={classes.text}>{t(`openFailed.${code}.safe`, values)}</p>
        <p className={classes.text}>{t(`openFailed.${code}.todo`, values)}</p>
        {failure !== null && (
          <p className={classes.file}>
            {t('openFailed.file', { file: failure.file })}
            {failure.errorId !== '' && <> {t('openFailed.errorId', { errorId: failure.errorId })}</>}
          </p>
        )}
        <Button size="xl" loading={retry.isPending} onClick={() => retry.mutate(undefined)}>
          {t('common:tryAgain')}
        </Button>
        {retry.isError && <HintRow tone="bad">{sentence(retry.error)}</HintRow>}
        {retry.isSuccess && retry.data.state === 'failed' && (
          <HintRow tone="warn">{t('openFailed.still')}</HintRow>
        )}
      </div>
    </main>
  );
};
