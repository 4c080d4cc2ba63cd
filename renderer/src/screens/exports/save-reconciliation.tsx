import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExplainColumns } from './columns-drawer.tsx';
import { ExportStatus } from './export-status.tsx';
import classes from './exports.module.css';
import { useExport } from './use-export.ts';

/** The roll-forward of points and stamps over some days as a file; `to` is the day after the last. */
export const SaveReconciliation = ({ from, to }: { from: string; to: string }) => {
  const { t } = useTranslation('saving');
  const { state, save, stop } = useExport();
  return (
    <div className="no-print">
      <div className={classes.buttons}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={20} stroke={1.9} aria-hidden />}
            disabled={state.kind === 'running'}
            onClick={() => void save({ kind: 'reconciliation', from, to }, format)}
          >
            {t('reconciliationAs', { format: t(`format.${format}`) })}
          </Button>
        ))}
        <ExplainColumns tables={['rollForward']} />
      </div>
      <ExportStatus state={state} onStop={stop} />
    </div>
  );
};
