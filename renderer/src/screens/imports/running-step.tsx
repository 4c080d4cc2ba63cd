import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './import.module.css';
import type { Progress as RunProgress } from './wizard.ts';

/** While the file is checked or written: how far, what is safe, and a stop. */
export const RunningStep = ({
  name,
  writing,
  progress,
  onStop,
}: {
  name: string;
  writing: boolean;
  progress: RunProgress | null;
  onStop: () => void;
}) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const percent = progress === null || progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
  const stage = t(`running.stage.${progress?.stage ?? 'reading'}`);
  return (
    <Card className={classes.running ?? ''}>
      <h2 className={classes.runningTitle}>
        {t(writing ? 'running.writing' : 'running.checking', { name })}
      </h2>
      <Progress value={percent} size={14} radius="xl" aria-label={stage} className={classes.progress ?? ''} />
      <p className={`${classes.runningStage} num`}>
        <span>{stage}</span>
        {progress !== null && progress.total > 0 && (
          <span>
            {t('running.progress', {
              done: format.number(progress.done),
              total: format.number(progress.total),
            })}
          </span>
        )}
      </p>
      <p className={classes.runningSafe}>{t(writing ? 'running.safeWrite' : 'running.safeCheck')}</p>
      <Button size="lg" variant="default" autoFocus onClick={onStop}>
        {t('running.stop')}
      </Button>
    </Card>
  );
};
