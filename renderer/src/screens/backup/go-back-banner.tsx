import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { ConfirmModal } from '../../components/confirm-modal.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { openTillAnew } from '../restore/open-till-anew.ts';
import { RestoreRunning } from '../restore/restore-running.tsx';
import { useRestoreRun } from '../restore/use-restore-run.ts';
import classes from './backup.module.css';
import { useBackupWords } from './use-backup-words.ts';
import type { Overview } from './use-overview.ts';

/** For thirty days after a restore: what happened, and the way back to the data of before. */
export const GoBackBanner = ({ restored }: { restored: NonNullable<Overview['restored']> }) => {
  const { t, format, when } = useBackupWords();
  const [asking, setAsking] = useState(false);
  const { state, goBack } = useRestoreRun();
  const words = { when: when(restored.at), from: restored.from, fromWhen: when(restored.fromAt) };
  return (
    <div className={classes.banner}>
      <HintRow
        tone="quiet"
        icon={IconHistory}
        action={
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('goBack.button')}
          </Button>
        }
      >
        <strong>{t('goBack.text', words)}</strong>{' '}
        {t('goBack.until', { until: format.date(format.dayAt(restored.until), 'long') })}
      </HintRow>
      <ConfirmModal
        opened={asking}
        title={t('goBack.title')}
        confirmLabel={t('goBack.confirm')}
        destructive
        onConfirm={() => {
          setAsking(false);
          void goBack(openTillAnew);
        }}
        onCancel={() => setAsking(false)}
      >
        {t('goBack.explain', { when: words.when })}
      </ConfirmModal>
      {state.kind === 'failed' && <FailureBanner error={state.error} />}
      {state.kind === 'running' && <RestoreRunning back percent={state.percent} format={format} />}
    </div>
  );
};
