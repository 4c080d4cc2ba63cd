import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import { useFailureSentence } from '../../api/failure-sentence.ts';
import { orpc } from '../../api/queries.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { BackButton } from '../customers/back-button.tsx';
import { csvText } from '../exports/csv-text.ts';
import { saveFile } from '../exports/save-file.ts';
import classes from './data-sheet.module.css';
import { SheetPaper } from './sheet-paper.tsx';
import { type SheetPart, useSheetParts } from './use-sheet-parts.ts';

const route = getRouteApi('/customers/$customerId/data');

/** Saves the sheet: as it is for programs, and as a table of the words on paper. */
const SaveButtons = ({ sheet, parts }: { sheet: DataSheet; parts: readonly SheetPart[] }) => {
  const { t } = useTranslation('privacy');
  const format = useFormat();
  const save = (end: 'json' | 'csv', type: string, text: string) => {
    const name = t('sheet.file', { name: sheet.person.name, date: format.dayAt(sheet.at) });
    // Signs that some systems do not take in the name of a file.
    void saveFile(new File([text], `${name.replaceAll(/[\\/:*?"<>|]/g, ' ')}.${end}`, { type }));
  };
  const table = () => [
    (['part', 'when', 'what', 'more'] as const).map((column) => t(`sheet.column.${column}`)),
    ...parts.flatMap(({ title, lines }) => lines.map(({ when, what, more }) => [title, when, what, more])),
  ];
  const icon = <IconDownload size={20} stroke={1.9} aria-hidden />;
  return (
    <>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => save('json', 'application/json', `${JSON.stringify(sheet, null, 2)}\n`)}
      >
        {t('sheet.json')}
      </Button>
      <Button
        variant="default"
        leftSection={icon}
        onClick={() => save('csv', 'text/csv', csvText(table(), t('sheet.delimiter')))}
      >
        {t('sheet.csv')}
      </Button>
    </>
  );
};

/** Everything that is kept about one person, to hand to them on paper or as a file. */
export const DataSheetScreen = () => {
  const { t } = useTranslation('privacy');
  const customerId = Number(route.useParams().customerId);
  const sentence = useFailureSentence();
  const partsOf = useSheetParts();
  // Made anew whenever it is opened: it must tell what is kept now, and nothing of it stays in the window.
  const asked = useQuery({
    ...orpc.privacy.dataSheet.queryOptions({ input: { customerId } }),
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });
  const sheet = asked.data;
  if (sheet === undefined) {
    return asked.isError ? (
      <ErrorState text={sentence(asked.error)} onRetry={() => void asked.refetch()} />
    ) : null;
  }
  const parts = partsOf(sheet);
  return (
    <div className={classes.page}>
      <div className={`${classes.bar} no-print`}>
        <BackButton fallback="/customers" />
        <div className={classes.words}>
          <h1 className={classes.title}>{t('sheet.title')}</h1>
          <p className={classes.intro}>{t('sheet.intro', { name: sheet.person.name })}</p>
        </div>
        <SaveButtons sheet={sheet} parts={parts} />
        <Button
          leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
          onClick={() => globalThis.print()}
        >
          {t('sheet.print')}
        </Button>
      </div>
      <SheetPaper sheet={sheet} parts={parts} />
    </div>
  );
};
