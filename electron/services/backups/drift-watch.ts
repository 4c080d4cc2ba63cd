import type { Logger } from '../../platform/logger.ts';
import type { OpenShop } from '../open-shop.ts';
import { repairSummaries } from '../rebuild-summaries.ts';

/**
 * Compares what is derived with the entries it is made from, in the worker, and makes anew what has drifted. The entries
 * themselves are never touched.
 * @returns whether anything had drifted
 */
export async function repairDrift({ ctx, reports }: OpenShop, logger: Logger): Promise<boolean> {
  const drift = await reports.driftCheck();
  if (drift.length === 0) return false;
  const tables = [...new Set(drift.map(({ table }) => table))];
  logger.error('derived tables have drifted and are made anew', { tables, rows: drift.slice(0, 5) });
  await repairSummaries(ctx, drift);
  const left = await reports.driftCheck();
  if (left.length > 0)
    logger.error('derived tables are still not what the entries say', { rows: left.slice(0, 5) });
  else logger.info('derived tables were made anew', { tables });
  return true;
}
