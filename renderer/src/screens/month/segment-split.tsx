import { MultiSelect } from '@mantine/core';
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentSplitFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import monthClasses from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import { type Period, periodDays } from './period.ts';
import { SplitTable } from './split-table.tsx';
import { freshFor } from './use-figures.ts';

/** Segments that can be compared at a time, and those chosen to begin with. */
const mostSegments = 6;
const chosenAtFirst = 3;

/** Saved segments, those chosen to be compared, and their retention; asked for once they are looked at. */
export const useSegmentSplit = (period: Period, window: ActivityWindow, looked: boolean) => {
  const saved = useQuery({ ...orpc.segments.list.queryOptions(), enabled: looked });
  const [picked, setChosen] = useState<readonly number[] | null>(null);
  const segments = saved.data?.segments ?? [];
  const ids = segments.map(({ segmentId }) => segmentId);
  // One that was taken away meanwhile is not asked about.
  const chosen = picked === null ? ids.slice(0, chosenAtFirst) : picked.filter((id) => ids.includes(id));
  const input =
    !looked || chosen.length === 0 ? skipToken : { ...periodDays(period), window, segmentIds: [...chosen] };
  const answer = useQuery({
    ...orpc.reports.segmentSplit.queryOptions({ input, staleTime: freshFor }),
    placeholderData: keepPreviousData,
  });
  return { saved, chosen, setChosen, answer };
};

/** Retention of saved segments beside each other. */
export const SegmentSplit = ({ split }: { split: ReturnType<typeof useSegmentSplit> }) => (
  <Asked answer={split.saved} queryKey={orpc.segments.list.key()}>
    {({ segments }) =>
      segments.length === 0 ? <NoSegments /> : <Compared split={split} segments={segments} />
    }
  </Asked>
);

const NoSegments = () => {
  const { t } = useTranslation('month');
  return (
    <p className={monthClasses.quiet}>
      {t('figures.splits.noSegments')} <Link to="/segments">{t('figures.splits.toSegments')}</Link>
    </p>
  );
};

const Compared = ({
  split: { chosen, setChosen, answer },
  segments,
}: {
  split: ReturnType<typeof useSegmentSplit>;
  segments: readonly { readonly segmentId: number; readonly name: string }[];
}) => {
  const { t } = useTranslation('month');
  return (
    <>
      <MultiSelect
        size="md"
        className="no-print"
        label={t('figures.splits.segments')}
        maxValues={mostSegments}
        data={segments.map(({ segmentId, name }) => ({ value: String(segmentId), label: name }))}
        value={chosen.map(String)}
        onChange={(ids) => setChosen(ids.map(Number))}
      />
      {chosen.length === 0 ? (
        <p className={monthClasses.quiet}>{t('figures.splits.chooseSegments')}</p>
      ) : (
        <Asked answer={answer} queryKey={orpc.reports.segmentSplit.key()}>
          {(figures) => <Figures figures={figures} />}
        </Asked>
      )}
    </>
  );
};

const Figures = ({ figures }: { figures: SegmentSplitFigures }) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const { groups, total, inSeveral, inNone } = figures;
  return (
    <>
      <SplitTable
        head={t('figures.splits.by.segment')}
        groups={groups.map(({ segmentId, ...one }) => ({
          ...one,
          key: String(segmentId),
          names: { kind: 'segment', segmentId, retention: 'kept' },
        }))}
        total={total}
      />
      <p className={monthClasses.quiet}>
        {t('figures.splits.overlap', { several: format.number(inSeveral), none: format.number(inNone) })}
      </p>
    </>
  );
};
