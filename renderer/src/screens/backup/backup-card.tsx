import { useState } from 'react';
import { Card } from '../../components/card.tsx';
import { AttentionRows } from './attention-rows.tsx';
import classes from './backup.module.css';
import { type BackupRun, useBackupRun } from './backup-run.ts';
import { IdlePart } from './idle-part.tsx';
import { RunningPart } from './running-part.tsx';
import type { Overview } from './use-overview.ts';
import { VerifiedPart } from './verified-part.tsx';

/** A backup that runs, wherever it was started: its place is only known in the window that started it. */
const shownRun = (run: BackupRun, { running }: Overview): BackupRun | 'byItself' =>
  run.kind !== 'running' && run.kind !== 'done' && running?.what === 'backup' ? 'byItself' : run;

/** The large card: before, during and after a backup. */
export const BackupCard = ({ overview }: { overview: Overview }) => {
  const run = useBackupRun();
  const shown = shownRun(run, overview);
  const [chosen, setChosen] = useState<string | null>(null);
  const locked = overview.passphrase.set;
  if (shown === 'byItself' && overview.running !== null) {
    const { stage, percent } = overview.running;
    return (
      <Card className={classes.main ?? ''}>
        <RunningPart place={null} stage={stage} percent={percent} locked={locked} />
      </Card>
    );
  }
  if (shown !== 'byItself' && shown.kind === 'running') {
    return (
      <Card className={classes.main ?? ''}>
        <RunningPart place={shown.place} stage={shown.stage} percent={shown.percent} locked={locked} />
      </Card>
    );
  }
  if (shown !== 'byItself' && shown.kind === 'done') {
    return (
      <Card className={classes.main ?? ''}>
        <VerifiedPart place={shown.place} backup={shown.backup} safeToRemove={shown.safeToRemove} />
      </Card>
    );
  }
  return (
    <Card className={classes.main ?? ''}>
      <AttentionRows attention={overview.attention} />
      <IdlePart
        overview={overview}
        ended={run.kind === 'failed' || run.kind === 'stopped' ? run : null}
        chosen={chosen}
        onChoose={setChosen}
      />
    </Card>
  );
};
