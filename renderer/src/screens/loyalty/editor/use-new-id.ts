import { useMutation } from '@tanstack/react-query';
import { client } from '../../../api/client.ts';

type Kind = 'units' | 'rewards' | 'tiers' | 'bonuses';

/** Fetches ids for what a draft adds, so that it keeps them when it is published. */
export const useNewId = () => {
  const fetch = useMutation({
    mutationFn: async (kinds: readonly Kind[]) => {
      const ids: number[] = [];
      for (const kind of kinds) ids.push((await client.loyalty.newId({ kind })).id);
      return ids;
    },
  });
  return {
    withNewId: (kind: Kind, use: (id: number) => void): void =>
      fetch.mutate([kind], { onSuccess: ([id]) => id !== undefined && use(id) }),
    withTwoIds: (kind: Kind, use: (ids: readonly [number, number]) => void): void =>
      fetch.mutate([kind, kind], {
        onSuccess: ([first, second]) => first !== undefined && second !== undefined && use([first, second]),
      }),
    isPending: fetch.isPending,
    error: fetch.error,
  };
};
