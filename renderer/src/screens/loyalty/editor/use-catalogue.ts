import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '#shared/contract/items.ts';
import { orpc } from '../../../api/queries.ts';

const none: readonly Item[] = [];

/** What the shop sells, and the categories of that. */
export const useCatalogue = (): {
  readonly items: readonly Item[];
  readonly categories: readonly string[];
} => {
  const items = useQuery(orpc.items.list.queryOptions()).data?.items ?? none;
  return useMemo(() => {
    const categories = [...new Set(items.map(({ category }) => category))].filter((name) => name !== '');
    return { items, categories: categories.sort((a, b) => a.localeCompare(b)) };
  }, [items]);
};
