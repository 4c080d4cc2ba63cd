import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureBanner } from '../../components/error-state.tsx';
import type { ImportKind } from './column-mapping.ts';
import classes from './import.module.css';
import { detectKind } from './use-preview.ts';

/** Drop a file or choose one; what it holds is found out at once. */
export const FileStep = ({
  onChosen,
}: {
  onChosen: (file: File, number: number, content: ImportKind) => void;
}) => {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [name, setName] = useState('');
  const detect = useMutation({
    mutationFn: detectKind,
    onSuccess: (content, file) => onChosen(file, Date.now(), content),
  });
  const take = (file: File | undefined) => {
    if (file === undefined || detect.isPending) return;
    setName(file.name);
    detect.mutate(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <FailureBanner error={detect.error} />
      <section
        className={classes.drop}
        aria-label={t('file.drop')}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <IconFileImport size={72} stroke={1.5} className={classes.dropIcon} aria-hidden />
        <h2 className={classes.dropTitle}>
          {detect.isPending ? t('file.reading', { name }) : t('file.drop')}
        </h2>
        <p className={classes.dropOr}>{t('file.or')}</p>
        <Button size="lg" autoFocus loading={detect.isPending} onClick={() => input.current?.click()}>
          {t('file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label={t('file.choose')}
          accept=".xlsx,.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
        <ul className={classes.hints}>
          <li>{t('file.hintVisits')}</li>
          <li>{t('file.hintCustomers')}</li>
          <li>{t('file.hintBalances')}</li>
          <li>{t('file.hintSave')}</li>
        </ul>
      </section>
    </>
  );
};
