import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addDays,
  formatDay,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { orpc } from '../../../api/queries.ts';
import { Card } from '../../../components/card.tsx';
import { DayInput } from '../../../components/day-input.tsx';
import { FailureBanner } from '../../../components/error-state.tsx';
import { useFormat } from '../../../i18n/use-format.ts';
import { SaveReconciliation } from '../../exports/save-reconciliation.tsx';
import { EntriesDrawer, type EntriesOf } from './entries-drawer.tsx';
import { ListPage } from './list-page.tsx';
import classes from './lists.module.css';
import { RollForwardTable } from './roll-forward-table.tsx';

const shifted = (day: string, days: number): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(addDays(parsed, days));
};

const firstOfMonth = (day: string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(monthRange(monthOf(parsed)).from);
};

/** Opening, what came and went, and closing of every unit, provable down to the entries. */
export const Reconciliation = () => {
  const { t } = useTranslation(['lists', 'common']);
  const format = useFormat();
  const today = format.dayAt(Date.now());
  const [from, setFrom] = useState(() => firstOfMonth(today));
  const [last, setLast] = useState(today);
  const [open, setOpen] = useState<EntriesOf | null>(null);
  const isReversed = last < from;
  // The calls take the day after the last one.
  const span = { from, to: shifted(last, 1) };
  const { data, error, refetch } = useQuery({
    ...orpc.loyalty.reconciliation.queryOptions({ input: span }),
    enabled: !isReversed,
  });
  return (
    <ListPage
      view="reconciliation"
      actions={
        <>
          <DayInput
            size="md"
            aria-label={t('reconciliation.from')}
            optional={false}
            value={from}
            onChange={(day) => day !== null && setFrom(day)}
          />
          <DayInput
            size="md"
            aria-label={t('reconciliation.last')}
            optional={false}
            error={isReversed}
            value={last}
            onChange={(day) => day !== null && setLast(day)}
          />
          <Button
            variant="default"
            className="no-print"
            leftSection={<IconPrinter size={20} stroke={1.9} aria-hidden />}
            onClick={() => globalThis.print()}
          >
            {t('common:print')}
          </Button>
        </>
      }
    >
      {data !== undefined && !isReversed && data.units.length > 0 && <SaveReconciliation {...span} />}
      {isReversed && <p className={classes.empty}>{t('reconciliation.reversed')}</p>}
      <FailureBanner error={error} onRetry={() => void refetch()} />
      {data !== undefined && !isReversed && (
        <Card flush>
          {data.units.length === 0 ? (
            <p className={classes.empty}>{t('reconciliation.none')}</p>
          ) : (
            <RollForwardTable
              units={data.units}
              onOpen={(unit, column) => setOpen({ ...span, unitId: unit.unitId, column })}
            />
          )}
        </Card>
      )}
      <EntriesDrawer of={open} onClose={() => setOpen(null)} />
    </ListPage>
  );
};
