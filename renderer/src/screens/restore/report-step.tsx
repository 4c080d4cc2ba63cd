import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { RestoreReport } from '#shared/contract/backups.ts';
import { HintRow } from '../../components/hint-row.tsx';
import type { Format } from '../../i18n/use-format.ts';
import { openTillAnew } from './open-till-anew.ts';
import classes from './restore.module.css';
import { useRestoreWords } from './restore-words.ts';

/** After the restore: what is there now, and until when one can go back. */
export const ReportStep = ({ report, at, format }: { report: RestoreReport; at: number; format: Format }) => {
  const { t, when } = useRestoreWords(format);
  const { counts, goBackUntil, migratedFrom, forgottenAgain } = report;
  return (
    <>
      <div role="status">
        <h2 className={classes.title}>{t('report.title')}</h2>
        <p className={classes.lead}>{t('report.text', { when: when(at) })}</p>
      </div>
      <dl className={classes.report}>
        {(['customers', 'visits', 'rewards'] as const).map((what) => (
          <div key={what}>
            <dt>{t(`report.${what}`)}</dt>
            <dd className="num">{format.number(counts[what])}</dd>
          </div>
        ))}
      </dl>
      {migratedFrom !== null && (
        <HintRow tone="quiet">{t('report.migrated', { from: format.number(migratedFrom) })}</HintRow>
      )}
      {forgottenAgain > 0 && (
        <HintRow tone="quiet">
          {t('report.forgottenAgain', { count: forgottenAgain, n: format.number(forgottenAgain) })}
        </HintRow>
      )}
      {goBackUntil !== null && (
        <HintRow tone="good" icon={IconShieldCheck}>
          {t('report.goBack', { until: format.date(format.dayAt(goBackUntil), 'long') })}
        </HintRow>
      )}
      <div className={classes.foot}>
        <Button size="xl" fullWidth autoFocus onClick={openTillAnew}>
          {t('report.open')}
        </Button>
      </div>
    </>
  );
};
