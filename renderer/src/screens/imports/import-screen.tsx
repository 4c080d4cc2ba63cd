import { useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../../components/page-title.tsx';
import { useStayHere } from '../../shell/stay-here.ts';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import classes from './import.module.css';
import { PastImports } from './past-imports.tsx';
import { RunningStep } from './running-step.tsx';
import { StepMarks } from './step-marks.tsx';
import { useImportRun } from './use-import-run.ts';
import { firstStep, wizardAfter } from './wizard.ts';

/** Brings a CSV file or a workbook of visits or customers in, with a check before anything is written. */
export const ImportScreen = () => {
  const { t } = useTranslation('imports');
  const [wizard, dispatch] = useReducer(wizardAfter, firstStep);
  const { run, stop } = useImportRun(dispatch);
  useStayHere(wizard.step === 'checking' || wizard.step === 'writing');
  return (
    <div className={classes.screen}>
      <PageTitle title={t('title')} subtitle={t('subtitle')}>
        <StepMarks step={wizard.step} />
      </PageTitle>
      {wizard.step === 'file' && (
        <>
          <FileStep
            onChosen={(file, number, content) => dispatch({ kind: 'choose', file, number, content })}
          />
          <PastImports />
        </>
      )}
      {wizard.step === 'columns' && (
        <ColumnsStep
          chosen={wizard.chosen}
          note={wizard.note}
          dispatch={dispatch}
          onCheck={(mapping) => {
            dispatch({ kind: 'setMapping', mapping });
            void run({ ...wizard.chosen, mapping }, mapping, { dryRun: true, earn: false });
          }}
        />
      )}
      {(wizard.step === 'checking' || wizard.step === 'writing') && (
        <RunningStep
          name={wizard.chosen.file.name}
          writing={wizard.step === 'writing'}
          progress={wizard.progress}
          onStop={stop}
        />
      )}
      {wizard.step === 'check' && (
        <CheckStep
          chosen={wizard.chosen}
          report={wizard.report}
          note={wizard.note}
          onBack={() => dispatch({ kind: 'back' })}
          onImport={(earn) => void run(wizard.chosen, wizard.chosen.mapping ?? {}, { dryRun: false, earn })}
        />
      )}
      {wizard.step === 'done' && (
        <DoneStep
          kind={wizard.chosen.kind}
          report={wizard.report}
          onAnother={() => dispatch({ kind: 'restart' })}
        />
      )}
    </div>
  );
};
