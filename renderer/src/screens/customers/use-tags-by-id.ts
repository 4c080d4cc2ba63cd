import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Tag } from '#shared/contract/tags.ts';
import { orpc } from '../../api/queries.ts';

/** The shop's tags by their ids; the same map while none has changed. */
export const useTagsById = (): ReadonlyMap<number, Tag> => {
  const tags = useQuery(orpc.tags.list.queryOptions()).data?.tags;
  return useMemo(() => new Map((tags ?? []).map((tag) => [tag.tagId, tag])), [tags]);
};
