import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { Expiration } from '#shared/domain/loyalty/expiry.ts';
import type { WriteTx } from '../db/connection.ts';
import type { QueryOutput } from '../reports/queries.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { lastDailyRun, recordDailyRun } from '../repositories/daily-runs.ts';
import { openLots } from '../repositories/ledger.ts';
import { forgetCustomerTiers, putCustomerTiers, tieredAfter, walletOwner } from '../repositories/tiers.ts';
import { WalletPosting } from './post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { giveWay, SmallWrites } from './small-writes.ts';

/** Lots ended in one transaction: so few that a check-in hardly waits for it. */
const lotsPerTransaction = 25;

/** Wallets that are written together. */
function portions(due: readonly Expiration[]): readonly (readonly Expiration[])[] {
  const parts: Expiration[][] = [];
  let lots = lotsPerTransaction;
  for (const one of due) {
    if (lots >= lotsPerTransaction) {
      parts.push([]);
      lots = 0;
    }
    parts.at(-1)?.push(one);
    lots += one.draws.length;
  }
  return parts;
}

type RunOfExpirations = QueryOutput<'dueExpirations'>;

/** Writes expirations of some wallets; what was spent or expired since they were worked out is left alone. */
async function writeExpirations(tx: WriteTx, ctx: ShopContext, part: readonly Expiration[]): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day, month } = present(ctx);
  let written = 0;
  for (const { walletId, unitId, draws } of part) {
    const customerId = await walletOwner(tx, walletId);
    const open = new Map((await openLots(tx, walletId, unitId)).map((lot) => [lot.lotId, lot.remaining]));
    const still = draws.flatMap(({ lotId }) => {
      const amount = open.get(lotId) ?? 0;
      return amount > 0 ? [{ lotId, amount }] : [];
    });
    if (customerId === null || still.length === 0) continue;
    const wallet = await WalletPosting.open(tx, ctx.ids, {
      walletId,
      customerId,
      visitId: null,
      at,
      day,
      month,
      staffId: currentStaff(facts).id,
      programmeVersionId: programmeOn(facts, day).versionId,
    });
    await wallet.expire(unitId, still);
    await wallet.close();
    written += 1;
  }
  return written;
}

/**
 * Ends what has reached its day: worked out in the worker, written in small transactions between check-ins. Running it
 * twice, or after a crash in the middle, ends nothing twice.
 * @returns how many wallets lost something
 */
export async function expireLots(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): Promise<number> {
  const { day } = present(ctx);
  const versions = shopFacts(ctx).programmes.map(({ versionId, rules }) => ({ versionId, rules }));
  const writes = new SmallWrites(ctx, reports, signal);
  let written = 0;
  for (let after: number | null = 0; after !== null; ) {
    signal?.throwIfAborted();
    const due: RunOfExpirations = await reports.ask('dueExpirations', { versions, day, after });
    for (const part of portions(due.expirations)) {
      written += await writes.write((tx) => writeExpirations(tx, ctx, part));
    }
    after = due.next;
  }
  return written;
}

/** Customers written in one transaction of the tier run. */
const tiersPerTransaction = 150;

/** Works out everybody's tier in the worker and keeps it for lists and rankings. */
export async function refreshTiers(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): Promise<void> {
  const { day } = present(ctx);
  const { rules } = programmeOn(shopFacts(ctx), day);
  const { customerIds, tierIds, ranks } = await reports.ask('tiersToKeep', {
    rules: { tiers: rules.tiers },
    day,
  });
  const writes = new SmallWrites(ctx, reports, signal);
  for (let index = 0; index < customerIds.length; index += tiersPerTransaction) {
    const part = [...customerIds.subarray(index, index + tiersPerTransaction)];
    const rows = part.map((customerId, place) => ({
      customerId,
      tierId: tierIds[index + place] || null,
      rank: ranks[index + place] || null,
    }));
    await writes.write((tx) => putCustomerTiers(tx, rows));
  }
  await forgetOthers(ctx, writes, new Set(customerIds));
}

/** Whoever has a tier kept and none any more; in this order nobody is without a tier for a moment. */
async function forgetOthers(ctx: ShopContext, writes: SmallWrites, kept: ReadonlySet<number>): Promise<void> {
  let last = 0;
  for (;;) {
    const found = await tieredAfter(ctx.work.read, last, tiersPerTransaction);
    if (found.length === 0) return;
    last = found.at(-1) ?? last;
    const stale = found.filter((customerId) => !kept.has(customerId));
    if (stale.length > 0) await writes.write((tx) => forgetCustomerTiers(tx, stale));
    else await giveWay();
  }
}

const dailyRun = 'loyalty';

/**
 * What happens by itself at the first start of a business day, also after days off: expiry, then tiers. It is noted as
 * done at its end only, so a run that was cut short is done again, and what it had written already is not written twice.
 * @param signal ends it between two small transactions
 * @returns true when it ran
 */
export async function runDaily(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!ctx.facts) return false;
  const { day, at } = present(ctx);
  const last: BusinessDay | null = await lastDailyRun(ctx.work.read, dailyRun);
  if (last !== null && last >= day) return false;
  await expireLots(ctx, reports, signal);
  await refreshTiers(ctx, reports, signal);
  await ctx.work.write((tx) => recordDailyRun(tx, dailyRun, day, at));
  return true;
}
