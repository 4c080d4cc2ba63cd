import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';
import classes from './restore.module.css';
import { useComputerFormat, useRestoreWords } from './restore-words.ts';
import { type ChosenBackup, chosenOf } from './wizard.ts';

const lookAgain = 3000;

/** Where the shop cannot be opened: its newest copy first, then any other. */
export const RestoreOffer = ({
  prominent,
  onRestore,
}: {
  /** Whether going back to a copy is the first thing to do here. */
  prominent: boolean;
  onRestore: (first: ChosenBackup | null) => void;
}) => {
  const { t, when } = useRestoreWords(useComputerFormat());
  const { data } = useQuery({
    ...orpc.restore.choices.queryOptions({ input: { folder: null } }),
    refetchInterval: lookAgain,
  });
  const newest = data?.choices[0];
  return (
    <div className={classes.offer}>
      {prominent && newest !== undefined && (
        <>
          <Button
            size="xl"
            leftSection={<IconHistory size={26} stroke={2} aria-hidden />}
            onClick={() => onRestore(chosenOf(newest))}
          >
            {t('entry.damagedOffer', { when: when(newest.at) })}
          </Button>
          <p className={classes.quiet}>{t('entry.damagedLost')}</p>
        </>
      )}
      {prominent && data?.choices.length === 0 && <HintRow tone="quiet">{t('entry.none')}</HintRow>}
      <Button size="lg" variant="default" onClick={() => onRestore(null)}>
        {t(newest === undefined || !prominent ? 'entry.firstRun' : 'entry.other')}
      </Button>
    </div>
  );
};
