import { Button } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReport } from '#shared/contract/imports.ts';
import { Card } from '../../components/card.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import type { ImportKind } from './column-mapping.ts';
import classes from './import.module.css';
import { nothingNew, toWrite } from './import-counts.ts';
import { ProblemTable } from './problem-table.tsx';
import { ReportTiles } from './report-tiles.tsx';
import { TagsToGive } from './tags-to-give.tsx';

const doneLabel = {
  visits: 'result.visitsDone',
  customers: 'result.customersDone',
  balances: 'result.balancesDone',
} as const;

/** What the import did, and where to look at it. */
export const DoneStep = ({
  kind,
  report,
  onAnother,
}: {
  kind: ImportKind;
  report: ImportReport;
  onAnother: () => void;
}) => {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const navigate = useNavigate();
  const unchanged = nothingNew(report) || report.written === 0;
  const count = toWrite(kind, report);
  const Icon = unchanged ? IconInfoCircle : IconCircleCheck;
  return (
    <>
      <Card className={classes.done ?? ''}>
        <Icon size={72} stroke={1.5} className={classes.doneIcon} aria-hidden />
        <div role="status">
          <h2 className={classes.doneTitle}>
            {unchanged
              ? t('result.nothingChanged')
              : t(doneLabel[kind], {
                  count,
                  n: format.number(count),
                })}
          </h2>
          {nothingNew(report) && <p className={classes.doneText}>{t('result.nothingWhy')}</p>}
        </div>
        <ReportTiles kind={kind} report={report} />
        <TagsToGive tags={report.tags} />
        {report.problems.length > 0 && <ProblemTable report={report} />}
      </Card>
      <div className={classes.foot}>
        <Button size="lg" variant="default" onClick={onAnother}>
          {t('result.another')}
        </Button>
        <span className={classes.footSpace} />
        {kind === 'visits' && report.lastDay !== null && (
          <Button
            size="lg"
            variant="default"
            onClick={() => void navigate({ to: '/month', search: { period: report.lastDay?.slice(0, 7) } })}
          >
            {t('result.toMonth')}
          </Button>
        )}
        <Button size="lg" variant="default" onClick={() => void navigate({ to: '/till' })}>
          {t('result.toTill')}
        </Button>
        <Button size="lg" autoFocus onClick={() => void navigate({ to: '/customers' })}>
          {t('result.toCustomers')}
        </Button>
      </div>
    </>
  );
};
