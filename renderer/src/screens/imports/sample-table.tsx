import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { assign, type Field, fieldOf, fieldsOf, type ImportKind, type Mapping } from './column-mapping.ts';
import classes from './import.module.css';

/** Rows shown of the file. */
const shownRows = 12;

/** The first rows of the file; above each column stands what it holds. */
export const SampleTable = ({
  kind,
  header,
  sample,
  mapping,
  onMapping,
}: {
  kind: ImportKind;
  header: readonly string[];
  sample: readonly (readonly string[])[];
  mapping: Mapping;
  onMapping: (mapping: Mapping) => void;
}) => {
  const { t } = useTranslation('imports');
  const width = Math.max(header.length, ...sample.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    name: header[column]?.trim() ? header[column].trim() : t('columns.column', { n: column + 1 }),
  }));
  const rows = sample.slice(0, shownRows).map((cells, index) => ({ line: index + 1, cells }));
  const fields: readonly Field[] = fieldsOf[kind];
  return (
    <section className={classes.sample} aria-label={t('columns.sample')} {...keyboardScroll}>
      <table className={classes.sampleTable}>
        <thead>
          <tr>
            {columns.map(({ column, name }) => {
              const field = fieldOf(mapping, column);
              return (
                <th key={column} scope="col" data-used={field !== null || undefined}>
                  <NativeSelect
                    size="md"
                    aria-label={t('columns.use', { name })}
                    value={field ?? ''}
                    data={[
                      { value: '', label: t('columns.ignore') },
                      ...fields.map((value) => ({ value, label: t(`columns.field.${value}`) })),
                    ]}
                    onChange={({ currentTarget }) =>
                      onMapping(
                        assign(mapping, column, fields.find((each) => each === currentTarget.value) ?? null),
                      )
                    }
                  />
                  <span className={classes.columnName}>{name}</span>
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, cells }) => (
            <tr key={line}>
              {columns.map(({ column }) => (
                <td key={column} className="num" data-used={fieldOf(mapping, column) !== null || undefined}>
                  {cells[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

/** A wide file scrolls sideways, so the keyboard must be able to reach it. */
const keyboardScroll = { tabIndex: 0 };
