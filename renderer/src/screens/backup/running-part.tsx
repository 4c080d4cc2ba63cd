import { Button, Loader } from '@mantine/core';
import { IconCheck, IconFolder, IconUsb } from '@tabler/icons-react';
import type { BackupStage } from '#shared/contract/backups.ts';
import classes from './backup.module.css';
import { type ChosenPlace, stopBackup } from './backup-run.ts';
import { CardHead } from './card-head.tsx';
import { useBackupWords } from './use-backup-words.ts';

const shownStages = ['copy', 'write', 'readBack'] as const;

const shownStageOf: Readonly<Record<BackupStage, (typeof shownStages)[number]>> = {
  copy: 'copy',
  check: 'copy',
  lock: 'copy',
  write: 'write',
  readBack: 'readBack',
  prove: 'readBack',
};

const Spinner = () => <Loader size={42} aria-hidden />;

/** While a backup runs: how far, in three stages, and a stop. `place` is null for one that began by itself. */
export const RunningPart = ({
  place,
  stage,
  percent,
  locked,
}: {
  place: ChosenPlace | null;
  stage: BackupStage | null;
  percent: number;
  locked: boolean;
}) => {
  const { t, format } = useBackupWords();
  const present = shownStages.indexOf(shownStageOf[stage ?? 'copy']);
  const Icon = place?.kind === 'folder' ? IconFolder : IconUsb;
  const words = t(`running.stageNow.${stage ?? 'copy'}`);
  const nameOf = (each: (typeof shownStages)[number]) =>
    t(`running.stages.${each === 'copy' && locked ? 'copyLocked' : each}`);
  return (
    <>
      <CardHead
        icon={Spinner}
        tone="busy"
        title={t(place?.kind === 'folder' ? 'running.titleFolder' : 'running.title')}
        text={t('running.note')}
      />
      {place === null ? (
        <p className={classes.quiet}>{t('running.byItself')}</p>
      ) : (
        <div className={classes.place} data-alone>
          <Icon size={30} stroke={1.9} className={classes.placeIcon} aria-hidden />
          <span className={classes.placeName}>{place.label}</span>
        </div>
      )}
      <div>
        <p className={classes.progressWords}>
          <span>{words}</span>
          <span className="num">{format.percent(percent / 100, 0)}</span>
        </p>
        <div
          className={classes.bar}
          role="progressbar"
          aria-label={words}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <div className={classes.filled} style={{ width: `${percent}%` }} />
        </div>
        <ol className={classes.stages}>
          {shownStages.map((each, index) => (
            <li
              key={each}
              data-state={index < present ? 'done' : undefined}
              aria-current={index === present ? 'step' : undefined}
            >
              {index < present && <IconCheck size={20} stroke={2.2} aria-hidden />}
              <span aria-hidden={index < present || undefined}>{nameOf(each)}</span>
              {index < present && (
                <span className="visually-hidden">{t('running.done', { stage: nameOf(each) })}</span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {place !== null && (
        <div className={classes.foot}>
          <Button size="xl" fullWidth variant="default" autoFocus onClick={stopBackup}>
            {t('running.stop')}
          </Button>
        </div>
      )}
    </>
  );
};
