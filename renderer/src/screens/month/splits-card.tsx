import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SplitBy, SplitFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { HintRow } from '../../components/hint-row.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import chartClasses from './chart.module.css';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import { type Period, periodDays } from './period.ts';
import { SegmentSplit, useSegmentSplit } from './segment-split.tsx';
import { SplitTable } from './split-table.tsx';
import { freshFor } from './use-figures.ts';
import { useGroupName } from './use-group-name.ts';
import { useSplitTable } from './use-split-table.ts';

const ways = [
  'source',
  'firstItem',
  'staff',
  'tier',
  'household',
  'newOrOld',
] as const satisfies readonly SplitBy[];

type Way = SplitBy | 'segment';

/** Groups shown; the table has them all. */
const groupsShown = 8;

/** Retention by groups, this period against the one before, and a hint where the groups and the total disagree. */
export const SplitsCard = ({ period, window }: { period: Period; window: ActivityWindow }) => {
  const { t } = useTranslation('month');
  const tableOf = useSplitTable();
  const nameOf = useGroupName();
  const [by, setBy] = useState<Way | null>(null);
  const input = { ...periodDays(period), window };
  const answer = useQuery(orpc.reports.splits.queryOptions({ input, staleTime: freshFor }));
  const splits = answer.data?.splits;
  // What misleads comes first.
  const shown = by ?? splits?.find(({ opposite }) => opposite)?.by ?? 'newOrOld';
  const split = splits?.find((each) => each.by === shown);
  const segments = useSegmentSplit(period, window, shown === 'segment');
  const compared =
    shown === 'segment'
      ? segments.answer.data
      : split && {
          total: split.total,
          groups: split.groups.map((one) => ({ ...one, name: nameOf(split.by, one.group, one.label) })),
        };
  const table = compared && tableOf(t(`figures.splits.by.${shown}`), compared.groups, compared.total);
  return (
    <FigureCard wide title={t('figures.splits.title')} define={t('figures.define.splits')} table={table}>
      <SegmentedControl
        className={`${chartClasses.choice} no-print`}
        aria-label={t('figures.splits.choose')}
        value={shown}
        onChange={(value) => setBy([...ways, 'segment' as const].find((each) => each === value) ?? null)}
        data={[...ways, 'segment' as const].map((each) => ({
          value: each,
          label: t(`figures.splits.by.${each}`),
        }))}
      />
      {shown === 'segment' ? (
        <SegmentSplit split={segments} />
      ) : (
        <Asked answer={answer} queryKey={orpc.reports.splits.key()}>
          {() => split !== undefined && <Groups split={split} />}
        </Asked>
      )}
    </FigureCard>
  );
};

const Groups = ({ split }: { split: SplitFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const nameOf = useGroupName();
  const { by, groups, total, opposite, parts } = split;
  const points = (difference: number): string =>
    t('figures.points', { n: format.number(difference * 100, 1) });
  const signed = (difference: number): string =>
    (difference < 0 ? '\u2212' : '+') + points(Math.abs(difference));
  if (total.now.n === 0) return <p className={monthClasses.quiet}>{t('retention.noDataWhy')}</p>;
  return (
    <>
      {opposite && (
        <HintRow tone="warn">
          {t('figures.splits.opposite')}{' '}
          {parts !== null &&
            t('figures.splits.parts', { rates: signed(parts.rates), mix: signed(parts.mix) })}
        </HintRow>
      )}
      <SplitTable
        head={t(`figures.splits.by.${by}`)}
        groups={groups.slice(0, groupsShown).map(({ group, label, ...shares }) => ({
          ...shares,
          key: group,
          name: nameOf(by, group, label),
          names: { kind: 'split', by, group, retention: 'kept' },
        }))}
        total={total}
      />
    </>
  );
};
