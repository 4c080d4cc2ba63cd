import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { useExport } from '../exports/use-export.ts';

/** The two files of a close: the figures for any program, the whole month for a spreadsheet. */
export const SaveButtons = ({
  month,
  next,
  saving,
}: {
  month: string;
  next: boolean;
  saving: ReturnType<typeof useExport>;
}) => {
  const { t } = useTranslation('saving');
  const busy = saving.state.kind === 'running';
  return (
    <>
      <Button
        variant={next ? 'filled' : 'default'}
        disabled={busy}
        onClick={() => void saving.save({ kind: 'month', month, table: null }, 'xlsx')}
      >
        {t('format.xlsx')}
      </Button>
      <Button
        variant="default"
        disabled={busy}
        onClick={() => void saving.save({ kind: 'month', month, table: 'figures' }, 'csv')}
      >
        {t('format.csv')}
      </Button>
    </>
  );
};
