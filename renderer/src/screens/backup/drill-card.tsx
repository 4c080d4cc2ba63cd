import { Button } from '@mantine/core';
import { IconAlertTriangle, IconShieldCheck } from '@tabler/icons-react';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { startDrill, stopDrill, useDrillRun } from './drill-run.ts';
import classes from './side.module.css';
import { useBackupWords } from './use-backup-words.ts';
import type { Overview } from './use-overview.ts';

const useSnapshotsLine = ({ snapshots: { count, bytes, newestAt } }: Overview): string => {
  const { t, when, size } = useBackupWords();
  if (newestAt === null) return t('drill.noSnapshots');
  return t('drill.snapshots', { count, size: size(bytes), when: when(newestAt) });
};

/** When a copy was last restored for trial, what came of it, and the button that does it now. */
export const DrillCard = ({ overview }: { overview: Overview }) => {
  const { t, format, when } = useBackupWords();
  const run = useDrillRun();
  const { drill, running } = overview;
  const snapshots = useSnapshotsLine(overview);
  const percent = run.kind === 'running' ? run.percent : running?.what === 'drill' ? running.percent : null;
  const isHere = run.kind === 'running';
  const faults = drill?.checks.filter(({ sound }) => !sound).map(({ name }) => t(`drill.checks.${name}`));
  return (
    <Card
      title={t('drill.title')}
      aside={
        percent !== null && !isHere ? (
          <span className="num">{t('drill.running', { percent: format.percent(percent / 100, 0) })}</span>
        ) : (
          <Button variant="default" onClick={() => (isHere ? stopDrill() : void startDrill())}>
            {t(isHere ? 'drill.stop' : 'drill.now')}
          </Button>
        )
      }
    >
      {isHere && (
        <p className={`${classes.drillLine} num`} role="status">
          {t('drill.running', { percent: format.percent(run.percent / 100, 0) })}
        </p>
      )}
      {!isHere && drill === null && <p className={classes.quiet}>{t('drill.never')}</p>}
      {!isHere && drill !== null && (
        <div className={classes.drill} data-sound={drill.sound} role="status">
          {drill.sound ? (
            <IconShieldCheck size={26} stroke={1.8} className={classes.drillIcon} aria-hidden />
          ) : (
            <IconAlertTriangle size={26} stroke={1.8} className={classes.drillIcon} aria-hidden />
          )}
          <p className={classes.listWords}>
            <b className="num">{when(drill.at)}</b>
            <span>
              {drill.sound && drill.counts !== null
                ? t('drill.good', {
                    customers: format.number(drill.counts.customers),
                    visits: format.number(drill.counts.visits),
                  })
                : t('drill.bad', { checks: faults?.join(', ') ?? '' })}{' '}
              {t('drill.of', { when: when(drill.ofAt) })}
            </span>
          </p>
        </div>
      )}
      {run.kind === 'stopped' && <p className={classes.quiet}>{t('drill.stopped')}</p>}
      {run.kind === 'failed' && <FailureBanner error={run.error} />}
      <p className={classes.snapshots}>{snapshots}</p>
    </Card>
  );
};
