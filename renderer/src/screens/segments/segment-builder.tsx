import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SegmentFilterData } from '#shared/contract/segment-filter.ts';
import type { Segment } from '#shared/contract/segments.ts';
import { segmentProblems } from '#shared/domain/segments/index.ts';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import { Card } from '../../components/card.tsx';
import { FailureBanner } from '../../components/error-state.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { ExportStatus } from '../exports/export-status.tsx';
import { useExport } from '../exports/use-export.ts';
import type { Choices } from './condition-fields.tsx';
import { ConditionGroup } from './condition-group.tsx';
import { type BuiltGroup, builtOf, filterOf, newCondition, withRow } from './conditions.ts';
import { PeopleInSegment } from './people-in-segment.tsx';
import classes from './segments.module.css';

const typingMs = 300;

const newSegment = withRow({ kind: 'all', rows: [] }, newCondition('lastVisit'));

/** Conditions in groups, how many people they find, and a name to save them under. */
export const SegmentBuilder = ({
  segment,
  choices,
  onSaved,
  onNew,
}: {
  /** The saved segment that is changed; null for a new one. */
  segment: Segment | null;
  choices: Choices;
  onSaved: (segment: Segment) => void;
  onNew: () => void;
}) => {
  const { t } = useTranslation('segments');
  const cache = useQueryClient();
  const [built, setBuilt] = useState<BuiltGroup | null>(() =>
    segment === null ? newSegment : builtOf(segment.filter),
  );
  const [name, setName] = useState(segment?.name ?? '');
  const made = filterOf(built ?? newSegment);
  const filter: SegmentFilterData = built === null && segment !== null ? segment.filter : made;
  const ready = built === null || segmentProblems(made).length === 0;
  const refresh = () => cache.invalidateQueries({ queryKey: orpc.segments.key() });
  const save = useMutation(
    orpc.segments.save.mutationOptions({
      onSuccess: (saved) => {
        onSaved(saved);
        return refresh();
      },
    }),
  );
  const remove = useMutation(
    orpc.segments.remove.mutationOptions({
      onSuccess: () => {
        onNew();
        return refresh();
      },
    }),
  );
  return (
    <Card title={segment?.name ?? t('new')} aria-label={t('builder')}>
      {built === null && <p className={classes.quiet}>{t('fromFigure')}</p>}
      {built !== null && <ConditionGroup inner={false} group={built} choices={choices} onChange={setBuilt} />}
      <Count filter={filter} ready={ready} />
      <SaveAsFile filter={filter} ready={ready} />
      <form
        className={classes.save}
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || name.trim() === '') return;
          const segmentId = segment?.segmentId ?? null;
          save.mutate({ requestId: newRequestId(), segmentId, name: name.trim(), filter });
        }}
      >
        <TextInput
          className={classes.name ?? ''}
          label={t('name')}
          maxLength={80}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={save.isPending} disabled={!ready || name.trim() === ''}>
          {t('save')}
        </Button>
        {segment !== null && (
          <>
            <Button variant="default" onClick={onNew}>
              {t('startNew')}
            </Button>
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate({ requestId: newRequestId(), segmentId: segment.segmentId })}
            >
              {t('remove')}
            </Button>
          </>
        )}
      </form>
      <FailureBanner error={save.error ?? remove.error} />
    </Card>
  );
};

/** The people of the filter as a file. */
const SaveAsFile = ({ filter, ready }: { filter: SegmentFilterData; ready: boolean }) => {
  const { t } = useTranslation('saving');
  const { state, save, stop } = useExport();
  return (
    <>
      <div className={classes.save}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <Button
            key={format}
            variant="default"
            disabled={!ready || state.kind === 'running'}
            onClick={() => void save({ kind: 'segment', which: { filter } }, format)}
          >
            {t(`format.${format}`)}
          </Button>
        ))}
      </div>
      <ExportStatus state={state} onStop={stop} />
    </>
  );
};

const Count = ({ filter, ready }: { filter: SegmentFilterData; ready: boolean }) => {
  const { t } = useTranslation('segments');
  const format = useFormat();
  const [asked] = useDebouncedValue(JSON.stringify(filter), typingMs);
  const current = asked === JSON.stringify(filter);
  const count = useQuery({
    ...orpc.segments.count.queryOptions({ input: { filter } }),
    enabled: ready && current,
    placeholderData: keepPreviousData,
  });
  if (!ready) return <p className={classes.count}>{t('incomplete')}</p>;
  return (
    <>
      <p className={classes.count} role="status">
        {count.data === undefined
          ? t('counting')
          : t('countOf', { n: format.number(count.data.people), of: format.number(count.data.of) })}
      </p>
      <FailureBanner error={count.error} />
      {current && count.data !== undefined && count.data.people > 0 && <PeopleInSegment filter={filter} />}
    </>
  );
};
