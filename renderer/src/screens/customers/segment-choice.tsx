import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';

/** A saved segment as the list's filter, each with its number of people; nothing while none is saved. */
export const SegmentChoice = ({
  value,
  onChange,
}: {
  value: number | undefined;
  onChange: (segment: number | undefined) => void;
}) => {
  const { t } = useTranslation('customers');
  const format = useFormat();
  const saved = useQuery(orpc.segments.list.queryOptions());
  const segments = saved.data?.segments ?? [];
  if (segments.length === 0) return null;
  return (
    <NativeSelect
      size="md"
      aria-label={t('list.segment')}
      value={value ?? ''}
      data={[
        { value: '', label: t('list.noSegment') },
        ...segments.map(({ segmentId, name, people }) => ({
          value: String(segmentId),
          label: people === null ? name : t('list.choice', { name, n: format.number(people) }),
        })),
      ]}
      onChange={({ currentTarget }) =>
        onChange(currentTarget.value === '' ? undefined : Number(currentTarget.value))
      }
    />
  );
};
