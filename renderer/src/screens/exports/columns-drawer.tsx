import { Button } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { FailureBanner } from '../../components/error-state.tsx';
import { SideDrawer } from '../../components/side-drawer.tsx';
import { useShop } from '../../shell/shop-context.tsx';
import type { ExportedTable } from './exported-tables.ts';
import classes from './exports.module.css';

/** What every column of some exported tables is called and means. */
export const ColumnsDrawer = ({
  tables,
  opened,
  onClose,
}: {
  tables: readonly ExportedTable[];
  opened: boolean;
  onClose: () => void;
}) => {
  const { t } = useTranslation('saving');
  return (
    <SideDrawer opened={opened} onClose={onClose} title={t('columns')}>
      <p className={classes.lead}>{t('columnsText')}</p>
      {tables.map((table) => (
        <ColumnsOf key={table} table={table} />
      ))}
    </SideDrawer>
  );
};

const ColumnsOf = ({ table }: { table: ExportedTable }) => {
  const { t } = useTranslation('saving');
  const { language } = useShop().shop;
  const { data, error, refetch } = useQuery(
    orpc.exports.columns.queryOptions({
      input: { kind: table, language },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const title = t(`what.${table}`);
  return (
    <section className={classes.table} aria-label={title}>
      <h3>{title}</h3>
      <FailureBanner error={error} onRetry={() => void refetch()} />
      <dl>
        {data?.columns.map(({ name, explanation }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{explanation}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** The button that explains the columns of some tables. */
export const ExplainColumns = ({ tables }: { tables: readonly ExportedTable[] }) => {
  const { t } = useTranslation('saving');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        className="no-print"
        aria-haspopup="dialog"
        leftSection={<IconInfoCircle size={20} stroke={1.9} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('columns')}
      </Button>
      <ColumnsDrawer tables={tables} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
};
