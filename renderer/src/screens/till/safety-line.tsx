import { useTranslation } from 'react-i18next';
import { inTraining } from '../../shell/training-room.ts';
import { useBackupRun } from '../backup/backup-run.ts';
import { dayWords } from '../backup/moment-words.ts';
import { useClockFormat } from '../backup/use-backup-words.ts';
import classes from './safety.module.css';
import { useSafety } from './use-safety.ts';

/** The quiet line of the idle till: when the last backup was made and the last restore proven, or what runs. */
export const SafetyLine = () => {
  const { t } = useTranslation('safety');
  const format = useClockFormat();
  const run = useBackupRun();
  const { data: overview } = useSafety();
  // A training has no backups.
  if (overview === undefined || inTraining()) return null;
  const { last, drill, running } = overview;
  const percent = run.kind === 'running' ? run.percent : running?.what === 'backup' ? running.percent : null;
  if (percent !== null) {
    return (
      <p className={`${classes.line} num`}>{t('running', { percent: format.percent(percent / 100, 0) })}</p>
    );
  }
  if (run.kind === 'done') {
    return (
      <p className={classes.line} role="status">
        {t(run.place.kind === 'stick' && run.safeToRemove ? 'done' : 'doneFolder')}
      </p>
    );
  }
  const when = (at: number) => dayWords(at, Date.now(), format, t);
  const backup = last === null ? t('noBackup') : t('lastBackup', { when: when(last.at) });
  const proven =
    drill === null ? t('noDrill') : drill.sound ? t('lastDrill', { when: when(drill.at) }) : t('drillFailed');
  return <p className={classes.line}>{[backup, proven].join(' · ')}</p>;
};
