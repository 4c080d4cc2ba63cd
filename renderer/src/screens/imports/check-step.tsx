import { Button, Switch } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/contract/imports.ts';
import { Card } from '../../components/card.tsx';
import { HintRow } from '../../components/hint-row.tsx';
import { StepBack } from '../../components/step-back.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import classes from './import.module.css';
import { toWrite } from './import-counts.ts';
import { ProblemTable } from './problem-table.tsx';
import { ReportTiles } from './report-tiles.tsx';
import { RunNoteRow } from './run-note-row.tsx';
import { TagsToGive } from './tags-to-give.tsx';
import type { Chosen, RunNote } from './wizard.ts';

const importLabel = {
  visits: 'check.importVisits',
  customers: 'check.importCustomers',
  balances: 'check.importBalances',
} as const;

/** What the import would do; nothing has been written so far. */
export const CheckStep = ({
  chosen,
  report,
  note,
  onBack,
  onImport,
}: {
  chosen: Chosen;
  report: ImportReport;
  note: RunNote | null;
  onBack: () => void;
  onImport: (earn: boolean) => void;
}) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const [earn, setEarn] = useState(false);
  const { kind } = chosen;
  const count = toWrite(kind, report);
  const label =
    report.written === 0
      ? t('check.nothing')
      : t(importLabel[kind], {
          count,
          n: format.number(count),
        });
  return (
    <>
      <RunNoteRow note={note} />
      <ReportTiles kind={kind} report={report} />
      <Card className={classes.verdict ?? ''}>
        <Verdict report={report} />
        <TagsToGive tags={report.tags} />
        {kind === 'visits' && report.written > 0 && (
          <Switch
            label={t('check.earn')}
            classNames={{ label: classes.switchLabel ?? '' }}
            description={t('check.earnHint')}
            checked={earn}
            onChange={(event) => setEarn(event.currentTarget.checked)}
          />
        )}
        {report.problems.length > 0 && <ProblemTable report={report} />}
      </Card>
      <div className={classes.foot}>
        <StepBack onClick={onBack}>{t('check.back')}</StepBack>
        <Button
          size="lg"
          autoFocus
          disabled={report.written === 0}
          leftSection={<IconFileImport size={22} stroke={1.9} aria-hidden />}
          onClick={() => onImport(earn)}
        >
          {label}
        </Button>
      </div>
    </>
  );
};

const Verdict = ({ report }: { report: ImportReport }) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { rows, already, refused, written, problems } = report;
  const isUnknown = problems.length > 0 && problems.every(({ code }) => code === 'unknownCustomer');
  return (
    <div className={classes.verdictRows}>
      {already > 0 && (
        <HintRow tone="quiet">
          {already === rows
            ? t('check.allAlready')
            : t('check.someAlready', { count: already, n: format.number(already) })}
        </HintRow>
      )}
      {refused > 0 && (
        <HintRow tone="warn">
          {written === 0 && already === 0
            ? t(isUnknown ? 'check.noneKnown' : 'check.noneGood')
            : t('check.problems', { count: refused, n: format.number(refused) })}
        </HintRow>
      )}
      {refused === 0 && written > 0 && <HintRow tone="good">{t('check.allGood')}</HintRow>}
    </div>
  );
};
