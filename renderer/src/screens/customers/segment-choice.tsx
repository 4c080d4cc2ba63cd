import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { ListView } from './list-view.ts';

type Chosen = Pick<ListView, 'segment' | 'tag'>;

const nobodyChosen: Chosen = { segment: undefined, tag: undefined };

/** A saved segment or a tag as the list's filter, each with its number of people; nothing while there is neither. */
export const SegmentChoice = ({ value, onChange }: { value: Chosen; onChange: (chosen: Chosen) => void }) => {
  const { t } = useTranslation(['customers', 'tags']);
  const format = useFormat();
  const segments = useQuery(orpc.segments.list.queryOptions()).data?.segments ?? [];
  const tags = useQuery(orpc.tags.list.queryOptions()).data?.tags ?? [];
  const counts = useQuery(orpc.tags.counts.queryOptions()).data?.counts ?? [];
  if (segments.length === 0 && tags.length === 0) return null;
  const labelOf = (name: string, people: number | null | undefined) =>
    people === null || people === undefined ? name : t('list.choice', { name, n: format.number(people) });
  const groups = [
    {
      group: t('list.segments'),
      items: segments.map(({ segmentId, name, people }) => ({
        value: `segment ${segmentId}`,
        label: labelOf(name, people),
      })),
    },
    {
      group: t('tags:title'),
      items: tags.map(({ tagId, name }) => ({
        value: `tag ${tagId}`,
        label: labelOf(name, counts.find((one) => one.tagId === tagId)?.people),
      })),
    },
  ];
  const chosen =
    value.segment !== undefined
      ? `segment ${value.segment}`
      : value.tag !== undefined
        ? `tag ${value.tag}`
        : '';
  return (
    <NativeSelect
      size="md"
      aria-label={t('list.segment')}
      value={chosen}
      data={[{ value: '', label: t('list.noSegment') }, ...groups.filter(({ items }) => items.length > 0)]}
      onChange={({ currentTarget }) => {
        const [kind, id] = currentTarget.value.split(' ');
        onChange(
          kind === 'segment' || kind === 'tag' ? { ...nobodyChosen, [kind]: Number(id) } : nobodyChosen,
        );
      }}
    />
  );
};
