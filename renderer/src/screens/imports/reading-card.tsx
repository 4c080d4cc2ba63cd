import { NativeSelect, SegmentedControl, Switch } from '@mantine/core';
import type { Dispatch } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportReport, ReadingOptions } from '#shared/contract/imports.ts';
import { Card } from '../../components/card.tsx';
import { dateFormatKey } from './date-format-key.ts';
import classes from './import.module.css';
import { UnitChoice } from './unit-choice.tsx';
import type { Chosen, WizardAction } from './wizard.ts';

const encodings = ['utf-8', 'windows-1252', 'windows-1254'] as const;
const delimiters = [
  { value: ',', key: 'comma' },
  { value: ';', key: 'semicolon' },
  { value: '\t', key: 'tab' },
  { value: '|', key: 'bar' },
] as const;
const kinds = ['visits', 'customers', 'balances'] as const;
const dateFormats = ['y-m-d', 'd.m.y', 'd/m/y', 'm/d/y', 'y/m/d', 'y.m.d', 'd-m-y', 'yyyymmdd'] as const;

/** How the file is read: detected, and to be changed when the sample looks wrong. */
export const ReadingCard = ({
  chosen,
  detected,
  balanceHeading,
  dispatch,
}: {
  chosen: Chosen;
  /** Heading of the column of balances; null until the file is read. */
  balanceHeading: string | null;
  detected: ImportReport['reading'] | null;
  dispatch: Dispatch<WizardAction>;
}) => {
  const { t } = useTranslation('imports');
  const read = (change: ReadingOptions) =>
    dispatch({ kind: 'setReading', reading: { ...chosen.reading, ...change } });
  return (
    <Card className={classes.reading ?? ''} title={t('reading.title')}>
      <SegmentedControl
        fullWidth
        orientation="vertical"
        aria-label={t('kind.label')}
        value={chosen.kind}
        data={[
          { value: 'visits', label: t('kind.visits') },
          { value: 'customers', label: t('kind.customers') },
          { value: 'balances', label: t('kind.balances') },
        ]}
        onChange={(content) =>
          dispatch({ kind: 'setKind', content: kinds.find((kind) => kind === content) ?? 'visits' })
        }
      />
      {chosen.kind === 'balances' && (
        <UnitChoice chosen={chosen} heading={balanceHeading} dispatch={dispatch} />
      )}
      {detected !== null && (
        <>
          {detected.sheets.length > 1 && (
            <NativeSelect
              label={t('reading.sheet')}
              size="md"
              value={detected.sheet ?? ''}
              data={detected.sheets}
              onChange={({ currentTarget }) => read({ sheet: currentTarget.value })}
            />
          )}
          <p className={classes.readingHint}>{t('reading.detected')}</p>
          {chosen.kind !== 'balances' && (
            <NativeSelect
              label={t('reading.dateFormat')}
              size="md"
              value={detected.dateFormat ?? ''}
              data={[
                ...(detected.dateFormat === null ? [{ value: '', label: t('reading.noDates') }] : []),
                ...dateFormats.map((value) => ({ value, label: t(`reading.dates.${dateFormatKey[value]}`) })),
              ]}
              onChange={({ currentTarget }) => {
                const dateFormat = dateFormats.find((each) => each === currentTarget.value);
                if (dateFormat !== undefined) read({ dateFormat });
              }}
            />
          )}
          {chosen.kind === 'visits' && (
            <NativeSelect
              label={t('reading.decimal')}
              size="md"
              value={detected.decimal}
              data={[
                { value: '.', label: t('reading.decimals.point') },
                { value: ',', label: t('reading.decimals.comma') },
              ]}
              onChange={({ currentTarget }) => read({ decimal: currentTarget.value === ',' ? ',' : '.' })}
            />
          )}
          {detected.sheets.length === 0 && <TextReading detected={detected} read={read} />}
          <Switch
            label={t('reading.header')}
            classNames={{ label: classes.switchLabel ?? '' }}
            checked={detected.hasHeader}
            onChange={(event) => read({ hasHeader: event.currentTarget.checked })}
          />
        </>
      )}
    </Card>
  );
};

/** What only a text needs to be told: where a column ends, and which letters it is written in. */
const TextReading = ({
  detected,
  read,
}: {
  detected: ImportReport['reading'];
  read: (change: ReadingOptions) => void;
}) => {
  const { t } = useTranslation('imports');
  return (
    <>
      <NativeSelect
        label={t('reading.delimiter')}
        size="md"
        value={detected.delimiter}
        data={delimiters.map(({ value, key }) => ({ value, label: t(`reading.delimiters.${key}`) }))}
        onChange={({ currentTarget }) => {
          const found = delimiters.find(({ value }) => value === currentTarget.value);
          if (found !== undefined) read({ delimiter: found.value });
        }}
      />
      <NativeSelect
        label={t('reading.encoding')}
        size="md"
        value={detected.encoding}
        data={encodings.map((value) => ({ value, label: t(`reading.encodings.${value}`) }))}
        onChange={({ currentTarget }) => {
          const encoding = encodings.find((each) => each === currentTarget.value);
          if (encoding !== undefined) read({ encoding });
        }}
      />
    </>
  );
};
