import { Button } from '@mantine/core';
import { IconDatabaseX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenFailure } from '#shared/contract/system.ts';
import { useFailureSentence } from '../api/failure-sentence.ts';
import { orpc } from '../api/queries.ts';
import { HintRow } from '../components/hint-row.tsx';
import { RestoreFullScreen } from '../screens/restore/restore-full-screen.tsx';
import { RestoreOffer } from '../screens/restore/restore-offer.tsx';
import type { ChosenBackup } from '../screens/restore/wizard.ts';
import classes from './full-screen.module.css';

/** Faults of the file itself, which an earlier copy can mend; the others lie in the disk or the version. */
const mendable: readonly string[] = ['Damaged', 'ForeignFile', 'Unknown'];

/** The shop's file could not be opened: what happened, what is safe, what to do, and the ways out. */
export const OpenFailedScreen = ({ failure, version }: { failure: OpenFailure | null; version: string }) => {
  const { t } = useTranslation(['shell', 'common']);
  const sentence = useFailureSentence();
  const cache = useQueryClient();
  const [restoring, setRestoring] = useState<{ readonly first: ChosenBackup | null } | null>(null);
  const stopRestoring = useCallback(() => setRestoring(null), []);
  const retry = useMutation(
    orpc.system.retryOpen.mutationOptions({
      onSuccess: (state) => cache.setQueryData(orpc.system.state.queryKey(), state),
    }),
  );
  if (restoring !== null) {
    return <RestoreFullScreen place="damaged" first={restoring.first} onCancel={stopRestoring} />;
  }
  const code = failure?.code ?? 'Unknown';
  const canBeMended = mendable.includes(code);
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
        {canBeMended && (
          <RestoreOffer prominent={code === 'Damaged'} onRestore={(first) => setRestoring({ first })} />
        )}
        <Button
          size={canBeMended ? 'lg' : 'xl'}
          variant={code === 'Damaged' ? 'default' : 'filled'}
          loading={retry.isPending}
          onClick={() => retry.mutate(undefined)}
        >
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
