import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import classes from './close.module.css';

/** The files by which somebody else can check a close: all its tables, and the text behind its check sum. */
export const CheckFiles = ({ number }: { number: number }) => {
  const { t } = useTranslation(['close', 'saving']);
  const { state, save, stop } = useExport();
  return (
    <section className={classes.check} aria-label={t('closed.check')}>
      <h3>{t('closed.check')}</h3>
      <p className={classes.text}>{t('closed.checkText')}</p>
      <div className={classes.checkButtons}>
        {(['xlsx', 'json'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={20} stroke={1.9} aria-hidden />}
            disabled={state.kind === 'running'}
            onClick={() => void save({ kind: 'close', number }, format)}
          >
            {t('closed.saveAs', { format: t(`saving:format.${format}`) })}
          </Button>
        ))}
      </div>
      <ExportStatus state={state} onStop={stop} />
    </section>
  );
};
