import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import { SettingRow } from './setting-row.tsx';
import classes from './settings.module.css';

/** Saves all data of the shop as one file that other programs can read. */
export const EverythingRow = () => {
  const { t } = useTranslation('settings');
  const { state, saveEverything, stop } = useExport();
  return (
    <>
      <SettingRow label={t('data.everything')} note={t('data.everythingNote')}>
        {() => (
          <Button variant="default" loading={state.kind === 'running'} onClick={() => void saveEverything()}>
            {t('data.everythingSave')}
          </Button>
        )}
      </SettingRow>
      {state.kind !== 'idle' && (
        <div className={classes.hint}>
          <ExportStatus state={state} onStop={stop} />
        </div>
      )}
    </>
  );
};
