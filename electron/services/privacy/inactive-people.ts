import type { InactivePerson } from '#shared/contract/privacy-rules.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { nextRun, seenBefore } from '#shared/domain/privacy/periods.ts';
import { lastDailyRun } from '../../repositories/daily-runs.ts';
import {
  countInactive,
  type InactiveRow,
  inactivePeople,
  keepNoLonger,
  keepPerson,
  keptInactive,
} from '../../repositories/inactive-people.ts';
import { walletBalances } from '../../repositories/ledger.ts';
import { loadUnits } from '../../repositories/programmes.ts';
import { currentStaff, present, type ShopContext, shopFacts } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';
import { knownPerson } from './care-notes.ts';
import { retentionRun } from './privacy-rules.ts';

async function personView(ctx: ShopContext, row: InactiveRow): Promise<InactivePerson> {
  const db = ctx.work.read;
  const units = await loadUnits(db);
  const held = (await walletBalances(db, row.walletId)).flatMap(({ unitId, balance }) => {
    const unit = units.find(({ id }) => id === unitId);
    return unit && balance !== 0 ? [{ kind: unit.kind, balance }] : [];
  });
  return {
    customerId: row.id,
    name: row.name,
    lastDay: formatDay(row.lastDay),
    visits: row.visits,
    balances: held,
    sharesWallet: row.sharesWallet === 1,
    vouchers: row.vouchers,
  };
}

/** Whom the next monthly run forgets, those gone longest first, and whom it leaves although they are gone as long. */
export async function inactiveList(
  ctx: ShopContext,
  page: { readonly offset: number; readonly limit: number },
) {
  const { inactiveMonths } = shopFacts(ctx).privacy;
  if (inactiveMonths === null) return { run: null, total: 0, people: [], kept: [] };
  const db = ctx.work.read;
  const { day } = present(ctx);
  const run = nextRun(await lastDailyRun(db, retentionRun), day);
  const before = seenBefore(run, inactiveMonths);
  const people: InactivePerson[] = [];
  for (const row of await inactivePeople(db, before, run, page)) people.push(await personView(ctx, row));
  return {
    run: formatDay(run),
    total: await countInactive(db, before),
    people,
    kept: (await keptInactive(db, before)).map(({ id, name, lastDay, staffName }) => ({
      customerId: id,
      name,
      lastDay: formatDay(lastDay),
      staffName,
    })),
  };
}

/** Keeps somebody however long they do not come, or no longer. @throws Failure NotFound, RequestIdReused */
export function keepSomebody(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly keep: boolean },
): Promise<{ customerId: number; keep: boolean }> {
  return ctx.work.write(async (tx) => {
    const customerId = await writeOnce(tx, ctx, 'privacy.keep', input, async () => {
      const { id } = await knownPerson(tx, input.customerId);
      const { at, day } = present(ctx);
      if (input.keep) {
        const staffId = currentStaff(shopFacts(ctx)).id;
        await keepPerson(tx, { customer_id: id, at, business_day: day, staff_id: staffId });
      } else await keepNoLonger(tx, id);
      return id;
    });
    return { customerId, keep: input.keep };
  });
}
