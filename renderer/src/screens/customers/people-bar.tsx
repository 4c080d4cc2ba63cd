import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { WhichPeople } from '#shared/contract/segment-filter.ts';
import { orpc } from '../../api/queries.ts';
import { TagChip } from '../../components/tag-chip.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import type { MonthView, NamesOf } from '../month/month-view.ts';
import { type Period, parsePeriod } from '../month/period.ts';
import { useNamesTitle } from '../month/use-names-title.ts';
import { usePeriodName } from '../month/use-period-name.ts';
import classes from './customers-screen.module.css';
import { listQuestion, peopleOf, showing } from './list-question.ts';
import type { ListView } from './list-view.ts';
import { TagPeople } from './tag-people.tsx';
import { useCustomerTotal } from './use-customer-rows.ts';

/** Whom the list shows when it is a segment, those with a tag or the people behind a figure: how many, as a file, and the ways out. */
export const PeopleBar = ({ view, onView }: { view: ListView; onView: (view: ListView) => void }) => {
  const which = peopleOf(view);
  return which === null ? null : <Bar view={view} which={which} onView={onView} />;
};

const Bar = ({
  view,
  which,
  onView,
}: {
  view: ListView;
  which: WhichPeople;
  onView: (view: ListView) => void;
}) => {
  const { t } = useTranslation(['customers', 'saving']);
  const format = useFormat();
  const navigate = useNavigate();
  const { state, save, stop } = useExport();
  const { total } = useCustomerTotal({ ...listQuestion(view), search: '' }).data ?? {};
  const { figure } = view;
  return (
    <section className={classes.people} aria-label={t('list.label')}>
      <div className={classes.peopleLine}>
        <h2 className={classes.peopleTitle}>
          <Title view={view} />
        </h2>
        <p className={`${classes.peopleCount} num`} role="status">
          {total !== undefined && t('people', { count: total, n: format.number(total) })}
        </p>
        {(['xlsx', 'csv'] as const).map((kind) => (
          <Button
            key={kind}
            variant="default"
            disabled={state.kind === 'running' || total === undefined || total === 0}
            onClick={() => void save({ kind: 'segment', which }, kind)}
          >
            {t('saving:as', { what: t('saving:save'), format: t(`saving:format.${kind}`) })}
          </Button>
        ))}
        <TagPeople which={which} people={total ?? 0} />
        {figure !== undefined && (
          <Button variant="default" onClick={() => void navigate({ to: '/month', search: figure })}>
            {t('list.backToMonth')}
          </Button>
        )}
        <Button variant="default" onClick={() => onView(showing(view, {}))}>
          {t('list.everybody')}
        </Button>
      </div>
      <ExportStatus state={state} onStop={stop} />
    </section>
  );
};

const Title = ({ view: { figure, segment, tag } }: { view: ListView }) => {
  if (figure !== undefined) return <FigureName figure={figure} />;
  return segment === undefined && tag !== undefined ? (
    <TagName tagId={tag} />
  ) : (
    <SegmentName segment={segment} />
  );
};

const TagName = ({ tagId }: { tagId: number }) => {
  const tags = useQuery(orpc.tags.list.queryOptions()).data?.tags;
  const tag = tags?.find((one) => one.tagId === tagId);
  return tag === undefined ? '\u00a0' : <TagChip tag={tag} />;
};

const SegmentName = ({ segment }: { segment: number | undefined }) => {
  const saved = useQuery(orpc.segments.list.queryOptions());
  return saved.data?.segments.find(({ segmentId }) => segmentId === segment)?.name ?? '\u00a0';
};

const FigureName = ({ figure }: { figure: MonthView }) => {
  const period = parsePeriod(figure.period ?? '');
  return period === null || figure.names === undefined ? null : (
    <NamesTitle period={period} names={figure.names} />
  );
};

const NamesTitle = ({ period, names }: { period: Period; names: NamesOf }) => {
  const { t } = useTranslation('customers');
  const nameOf = usePeriodName();
  const titleOf = useNamesTitle(period);
  return t('list.ofFigure', { title: titleOf(names), period: nameOf(period) });
};
