import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { csvText } from '../exports/csv-text.ts';
import { saveFile } from '../exports/save-file.ts';
import type { LogWords } from './use-log-words.ts';

const columns = ['when', 'who', 'what', 'details', 'why'] as const;

/** Saves the lines that are shown as a CSV file. */
export const SaveLines = ({
  name,
  lines,
}: {
  /** What the file is called after: the day, or what is in it. */
  name: string;
  lines: readonly { readonly words: LogWords }[];
}) => {
  const { t } = useTranslation('audit');
  const save = () => {
    const rows = [
      columns.map((column) => t(`column.${column}`)),
      ...lines.map(({ words }) => columns.map((column) => words[column])),
    ];
    void saveFile(
      new File([csvText(rows, t('delimiter'))], `${t('title')} ${name}.csv`, { type: 'text/csv' }),
    );
  };
  return (
    <Button
      variant="default"
      size="md"
      leftSection={<IconDownload size={20} stroke={1.9} aria-hidden />}
      disabled={lines.length === 0}
      onClick={save}
    >
      {t('csv')}
    </Button>
  );
};
