import { Button } from '@mantine/core';
import { useEffect, useReducer } from 'react';
import { Card } from '../../components/card.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import type { Format } from '../../i18n/use-format.ts';
import { useStayHere } from '../../shell/stay-here.ts';
import { ChooseStep } from './choose-step.tsx';
import { CompareStep } from './compare-step.tsx';
import { LostList } from './lost-list.tsx';
import { OpeningStep } from './opening-step.tsx';
import { PassphraseStep } from './passphrase-step.tsx';
import { ReportStep } from './report-step.tsx';
import classes from './restore.module.css';
import { RestoreRunning } from './restore-running.tsx';
import { useRestoreWords } from './restore-words.ts';
import { StepList } from './step-list.tsx';
import { useOpening } from './use-opening.ts';
import { useRestoreRun } from './use-restore-run.ts';
import { type ChosenBackup, firstStep, wizardAfter } from './wizard.ts';

/** Escape leaves the wizard, before the shell takes it for "back to the till". */
const useEscape = (active: boolean, onCancel: () => void): void => {
  useEffect(() => {
    if (!active) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      event.preventDefault();
      onCancel();
    };
    globalThis.addEventListener('keydown', onKey, { capture: true });
    return () => globalThis.removeEventListener('keydown', onKey, { capture: true });
  }, [active, onCancel]);
};

/**
 * Four steps to go back to a backup; nothing changes before the last one. `place` is where it was opened from: the
 * shop, the first run of a new computer, or the screen of a shop that cannot be opened.
 */
export const RestoreWizard = ({
  format,
  place,
  first = null,
  onCancel,
}: {
  format: Format;
  place: 'shop' | 'firstRun' | 'damaged';
  /** A backup that was chosen before the wizard opened. */
  first?: ChosenBackup | null;
  onCancel: () => void;
}) => {
  const { t } = useRestoreWords(format);
  const [wizard, dispatch] = useReducer(wizardAfter, first, firstStep);
  const { state, run } = useRestoreRun();
  const isOver = state.kind === 'done';
  useOpening(wizard, dispatch);
  useStayHere(wizard.step !== 'choose' && !isOver);
  useEscape(!isOver && state.kind !== 'running', onCancel);
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} subtitle={isOver ? undefined : t('subtitle')}>
        {!isOver && (
          <Button variant="default" rightSection={<KeyCap>Esc</KeyCap>} onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </PageTitle>
      <div className={classes.columns}>
        <Card className={classes.aside ?? ''}>
          <StepList wizard={wizard} isOver={isOver} format={format} />
          {wizard.step === 'compare' && !isOver && (
            <LostList comparison={wizard.comparison} format={format} />
          )}
        </Card>
        <Card className={classes.main ?? ''}>
          {isOver ? (
            <ReportStep
              report={state.report}
              at={wizard.step === 'compare' ? wizard.comparison.at : state.report.at}
              format={format}
            />
          ) : (
            <>
              {wizard.step === 'choose' && (
                <ChooseStep
                  format={format}
                  failure={wizard.failure}
                  onChoose={(chosen) => dispatch({ kind: 'choose', chosen })}
                />
              )}
              {wizard.step === 'passphrase' && (
                <PassphraseStep
                  key={wizard.chosen.file}
                  hint={wizard.chosen.hint}
                  failure={wizard.failure}
                  onBack={() => dispatch({ kind: 'back' })}
                  onOpen={(passphrase) => dispatch({ kind: 'unlock', passphrase })}
                />
              )}
              {wizard.step === 'opening' && (
                <OpeningStep
                  percent={wizard.percent}
                  format={format}
                  onStop={() => dispatch({ kind: 'back' })}
                />
              )}
              {wizard.step === 'compare' && (
                <CompareStep
                  comparison={wizard.comparison}
                  place={place}
                  failure={state.kind === 'failed' ? state.error : null}
                  format={format}
                  onBack={() => dispatch({ kind: 'back' })}
                  onKeep={onCancel}
                  onRestore={() => void run(wizard.chosen.file, wizard.passphrase)}
                />
              )}
            </>
          )}
        </Card>
      </div>
      {state.kind === 'running' && <RestoreRunning percent={state.percent} format={format} />}
    </div>
  );
};
