import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowRight, IconHistory, IconLock, IconUsb } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Restorable } from '#shared/contract/backups.ts';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import type { Format } from '../../i18n/use-format.ts';
import { ElsewhereRow } from './elsewhere-row.tsx';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';
import { type ChosenBackup, chosenFile, chosenOf } from './wizard.ts';

/** A stick that is plugged in now shows up by itself. */
const lookAgain = 3000;

const startsLarge = (words: string): string => words.charAt(0).toLocaleUpperCase() + words.slice(1);

const ChoiceRow = ({
  choice,
  chosen,
  format,
  onChoose,
}: {
  choice: Restorable;
  chosen: boolean;
  format: Format;
  onChoose: () => void;
}) => {
  const { t, when, size } = useRestoreWords(format);
  const { kind, placeLabel, at, bytes, encrypted, shopName, counts } = choice;
  const Icon = kind === 'backup' ? IconUsb : IconHistory;
  const facts = [
    t(`choose.kind.${kind}`),
    placeLabel,
    size(bytes),
    shopName,
    counts !== null &&
      t('choose.counts', {
        customers: format.number(counts.customers),
        visits: format.number(counts.visits),
      }),
  ];
  return (
    <UnstyledButton
      className={classes.choice}
      role="radio"
      aria-checked={chosen}
      data-chosen={chosen || undefined}
      onClick={onChoose}
    >
      <Icon size={28} stroke={1.9} className={classes.choiceIcon} aria-hidden />
      <span className={classes.choiceWords}>
        <b className="num">{startsLarge(when(at))}</b>
        <span>{facts.filter((fact) => typeof fact === 'string' && fact !== '').join(' · ')}</span>
      </span>
      {encrypted && (
        <span className={classes.tag}>
          <IconLock size={18} stroke={2} aria-hidden />
          {t('choose.locked')}
        </span>
      )}
    </UnstyledButton>
  );
};

/** Step one: every backup on the sticks, in the folders and on this computer. */
export const ChooseStep = ({
  format,
  failure,
  onChoose,
}: {
  format: Format;
  failure: unknown;
  onChoose: (chosen: ChosenBackup) => void;
}) => {
  const { t } = useRestoreWords(format);
  const [folder, setFolder] = useState<string | null>(null);
  const [file, setFile] = useState<string | null>(null);
  const found = useQuery({
    ...orpc.restore.choices.queryOptions({ input: { folder } }),
    refetchInterval: lookAgain,
    placeholderData: keepPreviousData,
  });
  const choices = found.data?.choices;
  const chosen = choices?.find((choice) => choice.file === file) ?? choices?.[0];
  return (
    <>
      <h2 className={classes.title}>{t('choose.title')}</h2>
      <FailureBanner error={failure ?? found.error} />
      <div className={classes.choices} role="radiogroup" aria-label={t('choose.title')}>
        {choices === undefined && found.isPending && <p role="status">{t('choose.looking')}</p>}
        {choices?.length === 0 && (
          <p className={classes.empty}>{t(folder === null ? 'choose.none' : 'choose.noneInFolder')}</p>
        )}
        {choices?.map((choice) => (
          <ChoiceRow
            key={choice.file}
            choice={choice}
            chosen={choice.file === chosen?.file}
            format={format}
            onChoose={() => setFile(choice.file)}
          />
        ))}
      </div>
      <ElsewhereRow
        canChoose={found.data?.canChooseFolder === true}
        onFolder={setFolder}
        onFile={(path) => onChoose(chosenFile(path))}
      />
      <div className={classes.foot}>
        <Button
          size="lg"
          disabled={chosen === undefined}
          rightSection={<IconArrowRight size={22} aria-hidden />}
          onClick={() => chosen !== undefined && onChoose(chosenOf(chosen))}
        >
          {t('choose.next')}
        </Button>
      </div>
    </>
  );
};
