import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { type Dispatch, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { StepBack } from '../../components/step-back.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { type Mapping, mappingOf, missingFields } from './column-mapping.ts';
import { dateFormatKey } from './date-format-key.ts';
import classes from './import.module.css';
import { ReadingCard } from './reading-card.tsx';
import { RunNoteRow } from './run-note-row.tsx';
import { SampleTable } from './sample-table.tsx';
import { usePreview } from './use-preview.ts';
import type { Chosen, RunNote, WizardAction } from './wizard.ts';

/** How the file is read and what each of its columns holds. */
export const ColumnsStep = ({
  chosen,
  note,
  dispatch,
  onCheck,
}: {
  chosen: Chosen;
  note: RunNote | null;
  dispatch: Dispatch<WizardAction>;
  onCheck: (mapping: Mapping) => void;
}) => {
  const { t } = useTranslation(['imports', 'common']);
  const format = useFormat();
  const preview = usePreview(chosen);
  const { kind } = chosen;
  const current = preview.data !== undefined && !preview.isPlaceholderData;
  const mapping = chosen.mapping ?? (preview.data === undefined ? {} : mappingOf(kind, preview.data.columns));
  const missing = missingFields(kind, mapping);
  const rows = preview.data?.rows ?? 0;
  const isReady = current && missing.length === 0 && (kind !== 'balances' || chosen.unitId !== null);
  const toCheck = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button by which the file was chosen is gone: Enter goes on with what was found out.
    if (isReady && document.activeElement === document.body) toCheck.current?.focus();
  }, [isReady]);
  return (
    <>
      <RunNoteRow note={note} />
      <FailureBanner error={preview.error} />
      {preview.data?.reading.dateAmbiguous === true && preview.data.reading.dateFormat !== null && (
        <HintRow tone="warn">
          {t('reading.ambiguous', {
            format: t(`reading.dates.${dateFormatKey[preview.data.reading.dateFormat]}`),
          })}
        </HintRow>
      )}
      <div className={classes.columnsBody}>
        <ReadingCard
          chosen={chosen}
          detected={preview.data?.reading ?? null}
          balanceHeading={current ? (preview.data.header[mapping.points ?? -1] ?? '') : null}
          dispatch={dispatch}
        />
        <Card
          flush
          className={classes.sampleCard ?? ''}
          title={t('columns.title')}
          aside={t('columns.file', { count: rows, n: format.number(rows), name: chosen.file.name })}
        >
          {preview.data !== undefined && (
            <SampleTable
              kind={kind}
              header={preview.data.header}
              sample={preview.data.sample}
              mapping={mapping}
              onMapping={(next) => dispatch({ kind: 'setMapping', mapping: next })}
            />
          )}
        </Card>
      </div>
      <div className={classes.foot}>
        <StepBack onClick={() => dispatch({ kind: 'back' })}>{t('file.other')}</StepBack>
        <p className={classes.missing} role="status">
          {current &&
            missing.length > 0 &&
            t('columns.missing', {
              fields: missing.map((field) => t(`columns.field.${field}`)).join(', '),
            })}
        </p>
        <Button
          ref={toCheck}
          size="lg"
          rightSection={<IconArrowRight size={20} stroke={2} aria-hidden />}
          disabled={!isReady}
          onClick={() => onCheck(mapping)}
        >
          {t('columns.toCheck')}
        </Button>
      </div>
    </>
  );
};
