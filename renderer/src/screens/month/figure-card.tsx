import { Button } from '@mantine/core';
import { IconChartBar, IconCopy, IconTable } from '@tabler/icons-react';
import { type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../components/card.tsx';
import { Definition } from './definition.tsx';
import classes from './figure-card.module.css';
import { type FigureTable, tableText } from './figure-table.ts';
import monthClasses from './month.module.css';
import { PeriodShown } from './period-shown.ts';

/** Columns that fit beside another card. */
const mostNarrow = 7;

/** A figure with its title, meaning on demand, its numbers as a table, and those numbers to copy: every card of the page. */
export const FigureCard = ({
  title,
  define,
  aside,
  table,
  wide = false,
  asOf,
  className,
  children,
}: {
  title: string;
  define: string;
  aside?: ReactNode;
  /** Undefined until the numbers are there. */
  table: FigureTable | undefined;
  /** Two columns of the grid instead of one. */
  wide?: boolean;
  /** What the numbers are of, where that is not the period of the screen. */
  asOf?: string;
  className?: string | undefined;
  children: ReactNode;
}) => {
  const { t } = useTranslation('month');
  const [asTable, setAsTable] = useState(false);
  const shown = useContext(PeriodShown);
  const period = asOf ?? shown;
  return (
    <Card
      aria-label={title}
      className={className}
      data-figure
      data-wide={asTable && (table?.head.length ?? 0) > mostNarrow ? 'all' : wide || asTable || undefined}
    >
      <div className={monthClasses.cardHead}>
        <h2>{title}</h2>
        <Definition
          figure={title}
          {...(table === undefined
            ? {}
            : {
                actions: (close) => (
                  <>
                    <CopyButton
                      text={tableText(
                        period === null ? title : t('figures.titleOf', { title, period }),
                        table,
                      )}
                    />
                    <Button
                      variant="default"
                      leftSection={
                        asTable ? (
                          <IconChartBar size={20} stroke={1.9} aria-hidden />
                        ) : (
                          <IconTable size={20} stroke={1.9} aria-hidden />
                        )
                      }
                      onClick={() => {
                        setAsTable(!asTable);
                        close();
                      }}
                    >
                      {asTable ? t('figures.asChart') : t('figures.asTable')}
                    </Button>
                  </>
                ),
              })}
        >
          {define}
        </Definition>
        {aside !== undefined && <p className={`${monthClasses.aside} num`}>{aside}</p>}
      </div>
      {asTable && table !== undefined ? (
        <div className={classes.scroller}>
          <TableOf title={title} table={table} />
        </div>
      ) : (
        children
      )}
    </Card>
  );
};

/** The text on the clipboard; says so when it is there. */
const CopyButton = ({ text }: { text: string }) => {
  const { t } = useTranslation('month');
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
  return (
    <>
      <Button variant="default" leftSection={<IconCopy size={20} stroke={1.9} aria-hidden />} onClick={copy}>
        {t('figures.copy')}
      </Button>
      <span role="status" className={classes.copied}>
        {state === 'copied' && t('figures.copied')}
        {state === 'failed' && t('figures.notCopied')}
      </span>
    </>
  );
};

const TableOf = ({ title, table }: { title: string; table: FigureTable }) => (
  <table className={classes.table} aria-label={title} data-numbers>
    {table.note !== undefined && <caption>{table.note}</caption>}
    <thead>
      <tr>
        {table.head.map((head) => (
          <th key={head} scope="col">
            {head}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {table.rows.map((row, at) => (
        <tr key={row.join('|')}>
          {row.map((cell, index) =>
            index === 0 ? (
              <th key={table.head[index]} scope="row">
                {table.open === undefined ? cell : <OpenRow cell={cell} row={at} open={table.open} />}
              </th>
            ) : (
              <td key={table.head[index]} className="num">
                {cell}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

const OpenRow = ({
  cell,
  row,
  open,
}: {
  cell: string;
  row: number;
  open: NonNullable<FigureTable['open']>;
}) => (
  <button type="button" className={classes.open} aria-label={open.label(row)} onClick={() => open.go(row)}>
    {cell}
  </button>
);
