import { Button } from '@mantine/core';
import { IconUsb } from '@tabler/icons-react';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { AddFolder } from './add-folder.tsx';
import { AgeHead } from './age-head.tsx';
import classes from './backup.module.css';
import { type BackupRun, startBackup } from './backup-run.ts';
import { PassphraseRow } from './passphrase-row.tsx';
import { PlaceList } from './place-list.tsx';
import { useBackupWords } from './use-backup-words.ts';
import type { Overview } from './use-overview.ts';

const useCounts = ({ now }: Overview) => {
  const { t, format } = useBackupWords();
  return [
    [format.number(now.customers), t('counts.customers', { count: now.customers })],
    [format.number(now.visits), t('counts.visits', { count: now.visits })],
    [format.number(now.rewards), t('counts.rewards', { count: now.rewards })],
    [t('counts.all'), t('counts.rest')],
  ] as const;
};

/** The place to write to: the one chosen, else a stick that is ready, else any other place that is. */
const placeToUse = ({ places }: Overview, chosen: string | null) =>
  places.find(({ id }) => id === chosen) ??
  places.find(({ kind, state }) => kind === 'stick' && state === 'ready') ??
  places.find(({ state }) => state === 'ready') ??
  places[0];

/** Nothing runs: how old the newest backup is, where the next one goes, and the button. */
export const IdlePart = ({
  overview,
  ended,
  chosen,
  onChoose,
}: {
  overview: Overview;
  ended: Extract<BackupRun, { kind: 'failed' | 'stopped' }> | null;
  chosen: string | null;
  onChoose: (placeId: string) => void;
}) => {
  const { t } = useBackupWords();
  const counts = useCounts(overview);
  const place = placeToUse(overview, chosen);
  const canStart = place?.state === 'ready';
  const start = () => {
    if (place !== undefined) void startBackup({ id: place.id, kind: place.kind, label: place.label });
  };
  return (
    <>
      <AgeHead overview={overview} canStart={overview.places.length > 0} />
      {ended?.kind === 'failed' && <FailureBanner error={ended.error} />}
      {ended?.kind === 'stopped' && (
        <HintRow tone="quiet" live>
          {t('failed.stopped')}
        </HintRow>
      )}
      <PlaceList overview={overview} chosen={place?.id ?? null} onChoose={onChoose} />
      <AddFolder canChoose={overview.canChooseFolder} />
      <PassphraseRow passphrase={overview.passphrase} />
      <dl className={classes.counts}>
        {counts.map(([figure, word]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd className="num">{figure}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.foot}>
        <Button
          size="xl"
          fullWidth
          disabled={!canStart}
          leftSection={<IconUsb size={26} stroke={2} aria-hidden />}
          onClick={start}
        >
          {place === undefined ? t('waiting') : canStart ? t('now') : t('notPossible')}
        </Button>
      </div>
    </>
  );
};
