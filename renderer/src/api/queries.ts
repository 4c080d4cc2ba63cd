import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { client } from './client.ts';
import { isNoAnswer } from './failure-sentence.ts';

/**
 * The cache of answers. Data is local and cheap to ask again, so it is always stale; the previous
 * answer stays on screen while the new one comes.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 0,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      retry: (failures, error) => isNoAnswer(error) && failures < 2,
      retryDelay: 150,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/**
 * Query and mutation options of every procedure: `orpc.till.today.queryOptions()`. Its type is named, because written out
 * for every procedure it takes longer to check and an incremental check may keep an old one.
 */
export const orpc: RouterUtils<typeof client> = createTanstackQueryUtils(client);
