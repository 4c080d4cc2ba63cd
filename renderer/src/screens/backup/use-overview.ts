import { useQuery } from '@tanstack/react-query';
import type { BackupsOverview } from '#shared/contract/backups.ts';
import { orpc } from '../../api/queries.ts';

const whileRunning = 700;
/** A stick that is plugged in shows up by itself. */
const onThePage = 2500;

/** What is backed up and where; asked again and again while it is on the screen. */
export const useOverview = () =>
  useQuery({
    ...orpc.backups.overview.queryOptions(),
    refetchInterval: ({ state }) => (state.data?.running == null ? onThePage : whileRunning),
  });

/** What stands on the Backup page, once it is known. */
export type Overview = BackupsOverview;
