import { Button, TextInput } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import type { RestoreComparison } from '#shared/contract/backups.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { StepBack } from '../../components/step-back.tsx';
import type { Format } from '../../i18n/use-format.ts';
import { CompareTable } from './compare-table.tsx';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';

/** What happens to the data of before, by where the wizard was opened from. */
const asideOf = { shop: 'keptAside', damaged: 'damagedAside', firstRun: 'fresh' } as const;

/** Whether the typed word is the one that was asked for; small letters count as well. */
export const isTheWord = (typed: string, word: string): boolean =>
  typed.trim().toLocaleUpperCase() === word.toLocaleUpperCase();

const Notices = ({
  comparison,
  place,
  format,
}: {
  comparison: RestoreComparison;
  place: keyof typeof asideOf;
  format: Format;
}) => {
  const { t } = useRestoreWords(format);
  const aside = asideOf[place];
  return (
    <>
      {!comparison.sameShop && place === 'shop' && (
        <HintRow tone="bad">
          <strong>{t('compare.otherShop', { shop: comparison.shopName })}</strong>{' '}
          {t('compare.otherShopRest')}
        </HintRow>
      )}
      <HintRow tone="good" icon={IconShieldCheck}>
        <strong>{t(`compare.${aside}`)}</strong> {t(`compare.${aside}Rest`)}{' '}
        {comparison.willMigrate && t('compare.migrates')}
      </HintRow>
      <HintRow tone="warn">
        {t('compare.closed')}{' '}
        <strong>{t('compare.about', { seconds: t('seconds', { count: comparison.seconds }) })}</strong>{' '}
        {t('compare.leaveIn')}
      </HintRow>
    </>
  );
};

/** Step three, and the word that leads to step four. The safe answer has the focus. */
export const CompareStep = ({
  comparison,
  place,
  failure,
  format,
  onBack,
  onKeep,
  onRestore,
}: {
  comparison: RestoreComparison;
  place: keyof typeof asideOf;
  failure: unknown;
  format: Format;
  onBack: () => void;
  onKeep: () => void;
  onRestore: () => void;
}) => {
  const { t, when } = useRestoreWords(format);
  const [typed, setTyped] = useState('');
  const word = t('compare.word');
  const mayRestore = isTheWord(typed, word);
  const title = comparison.here === null ? 'compare.titleFresh' : 'compare.title';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (mayRestore) onRestore();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <h2 className={classes.title}>{t(title, { when: when(comparison.at), shop: comparison.shopName })}</h2>
      <CompareTable comparison={comparison} format={format} />
      <Notices comparison={comparison} place={place} format={format} />
      <FailureBanner error={failure} />
      <TextInput
        className={classes.word ?? ''}
        label={t('compare.type', { word })}
        value={typed}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div className={classes.foot}>
        <StepBack onClick={onBack}>{t('compare.back')}</StepBack>
        <span className={classes.grow} />
        <Button size="lg" variant="default" autoFocus onClick={onKeep}>
          {t(place === 'shop' ? 'compare.keep' : 'compare.notNow')}
        </Button>
        <Button size="lg" type="submit" color="red" disabled={!mayRestore}>
          {t('compare.go', { day: format.dayOfMonth(format.dayAt(comparison.at)) })}
        </Button>
      </div>
    </form>
  );
};
