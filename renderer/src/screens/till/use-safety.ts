import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';

const now = 1500;
const quiet = 60_000;

/** How safe the data is, looked at once a minute while the till is on the screen, and closely while a backup runs. */
export const useSafety = () =>
  useQuery({
    ...orpc.backups.overview.queryOptions(),
    staleTime: now,
    refetchInterval: ({ state }) => (state.data?.running == null ? quiet : now),
  });
