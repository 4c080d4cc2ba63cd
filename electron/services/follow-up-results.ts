import { addDays } from '#shared/domain/business-day/business-day.ts';
import { contacts } from '#shared/domain/follow-ups/past-contacts.ts';
import { followUpReasons } from '#shared/domain/follow-ups/reasons.ts';
import { resultsByReason } from '../repositories/follow-up-lists.ts';
import { present, type ShopContext } from './shop-context.ts';

/** How far back outcomes are counted, and within how many days of one a visit is looked for. */
const lookBackDays = 365;
const within = 30;

/** Outcomes by reason, and how many of the reached came within 30 days; reasons without any are left out. */
export async function followUpResults(ctx: ShopContext) {
  const { day } = present(ctx);
  const rows = await resultsByReason(ctx.work.read, {
    since: addDays(day, -lookBackDays),
    today: day,
    within,
  });
  const reasons = followUpReasons.flatMap((reason) => {
    const own = rows.filter((row) => row.reason === reason);
    if (own.length === 0) return [];
    const reached = own.filter((row) => contacts.includes(row.outcome));
    return [
      {
        reason,
        outcomes: own.map(({ outcome, times }) => ({ outcome, times })),
        reached: reached.reduce((sum, row) => sum + row.over, 0),
        came: reached.reduce((sum, row) => sum + row.came, 0),
      },
    ];
  });
  return { reasons };
}
