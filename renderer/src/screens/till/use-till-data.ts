import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '#shared/contract/items.ts';
import { orpc } from '../../api/queries.ts';

/** How often what depends on the time of day is looked up again, ms. */
const everyMinute = 60_000;

/** Items of the shop; what is not sold any more is left out. */
export const useSoldItems = (): { readonly items: readonly Item[]; readonly isKnown: boolean } => {
  const { data } = useQuery(orpc.items.list.queryOptions());
  const items = useMemo(() => data?.items.filter(({ active }) => active) ?? [], [data]);
  return { items, isKnown: data !== undefined };
};

/** The four items with a place of their own on the till, in that order. */
export const quickItemsOf = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(({ quickPosition }) => quickPosition !== null)
    .sort((a, b) => (a.quickPosition ?? 0) - (b.quickPosition ?? 0));

/** The programme in force; undefined until it is known. Asked again, because one may begin with the day. */
export const useProgramme = () =>
  useQuery({ ...orpc.loyalty.programme.queryOptions(), refetchInterval: everyMinute }).data;

/**
 * What the till knows of a customer; null = nobody. With `keepsOld` the card before stays until the new one
 * is there, for a highlight that moves through a list.
 */
export const useCustomerCard = (customerId: number | null, keepsOld: boolean) => {
  const { data, error, isFetching, refetch } = useQuery({
    ...orpc.till.customerCard.queryOptions({ input: customerId === null ? skipToken : { customerId } }),
    ...(keepsOld ? { placeholderData: keepPreviousData } : {}),
  });
  const isTheirs = data?.customerId === customerId || (keepsOld && customerId !== null);
  return {
    card: isTheirs ? data : undefined,
    /** False while a newer answer is on its way. */
    isFresh: !isFetching,
    error: data === undefined ? error : null,
    retry: () => void refetch(),
  };
};

/** Check-ins of the business day, the newest `limit` of them; a new day begins by itself. */
export const useToday = (limit: number) =>
  useQuery({ ...orpc.till.today.queryOptions({ input: { limit } }), refetchInterval: everyMinute });

/** Who usually comes at this time; nobody where the shop does not want names on the screen. */
export const useUsuallyHere = (wanted: boolean) =>
  useQuery({
    ...orpc.till.usuallyHere.queryOptions(),
    enabled: wanted,
    refetchInterval: everyMinute,
    select: ({ people }) => people,
  }).data;
