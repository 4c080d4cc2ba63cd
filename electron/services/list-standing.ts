import type { CustomerRow } from '#shared/contract/customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { cameOnce } from '#shared/domain/prediction/came-once.ts';
import { refusedAmong } from '../repositories/consents.ts';
import { lastOutlookRun, outlooksOf } from '../repositories/outlooks.ts';
import { tierIdsOf } from '../repositories/tiers.ts';
import { tiersToday } from './report-questions.ts';
import type { ShopContext } from './shop-context.ts';

/** How somebody of the list stands: the tier, and what is estimated of them. */
export type Standing = Pick<CustomerRow, 'tier' | 'outlook'>;

/** What the shop has to tell of anybody: whether its programme has tiers, and whether anything is estimated. */
export async function standingColumns(ctx: ShopContext): Promise<{ tiers: boolean; outlooks: boolean }> {
  const run = await lastOutlookRun(ctx.work.read);
  return { tiers: tiersToday(ctx).length > 0, outlooks: run !== undefined && run.customers > 0 };
}

/** How some people stand; nothing is told of whoever said no to estimates, also where it was worked out before. */
export async function standingsOf(
  ctx: ShopContext,
  customerIds: readonly number[],
): Promise<(customerId: number) => Standing> {
  const db = ctx.work.read;
  const levels = tiersToday(ctx);
  const tierIds = await tierIdsOf(db, customerIds);
  const outlooks = await outlooksOf(db, customerIds);
  const refused = await refusedAmong(db, [...outlooks.keys()]);
  return (customerId) => {
    const index = levels.findIndex(({ tierId }) => tierId === tierIds.get(customerId));
    const level = levels[index];
    const row = refused.has(customerId) ? undefined : outlooks.get(customerId);
    return {
      tier: level ? { name: level.name, index, of: levels.length } : null,
      outlook: row
        ? {
            state: row.state,
            expectedDay: cameOnce(row.visit_days) ? null : formatDay(row.expected_day),
          }
        : null,
    };
  };
}
