import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BackupAttention } from '#shared/contract/backups.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useBackupRun } from '../backup/backup-run.ts';
import classes from './safety.module.css';
import { useSafety } from './use-safety.ts';

/** What is worth a row across the till; the rest stands on the Backup page. The most pressing comes first. */
const onTheTill: readonly BackupAttention[] = [
  'lowDisk',
  'clockMovedBack',
  'dayInFuture',
  'drillFailed',
  'backupOld',
  'stickOvernight',
];

/** One amber row across the till for what must not wait, with one button; nothing while all is well. */
export const SafetyRow = () => {
  const { t } = useTranslation('safety');
  const navigate = useNavigate();
  const run = useBackupRun();
  const { data: overview } = useSafety();
  const first = onTheTill.find((each) => overview?.attention.includes(each));
  const failed = run.kind === 'failed';
  if (first === undefined && !failed) return null;
  return (
    <div className={classes.row}>
      <HintRow
        tone="warn"
        live
        action={
          <Button variant="default" onClick={() => void navigate({ to: '/backup' })}>
            {t('open')}
          </Button>
        }
      >
        {failed || first === undefined ? t('failed') : t(`attention.${first}`)}
      </HintRow>
    </div>
  );
};
