import type { ShopRhythm } from '#shared/domain/prediction/index.ts';
import { outlookRows } from '../reports/outlook-columns.ts';
import type { OutlookProgress } from '../reports/outlook-run.ts';
import type { RunOutput } from '../reports/queries.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { lastDailyRun, recordDailyRun } from '../repositories/daily-runs.ts';
import { notForgotten } from '../repositories/erase-person.ts';
import { forgetOutlooks, insertOutlookRun, lastOutlookRun, putOutlooks } from '../repositories/outlooks.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';
import { SmallWrites } from './small-writes.ts';

/** Outlooks written in one transaction: so few that a check-in hardly waits for it. */
const outlooksPerTransaction = 150;

/** How often people usually come before the shop's own visits tell. */
export function rhythmOfShop(ctx: ShopContext): ShopRhythm {
  return shopFacts(ctx).shop.kind === 'salon' ? 'salon' : 'cafe';
}

type Worked = Extract<RunOutput<'outlook'>, { kind: 'new' }>;

/** Who stays without an outlook goes last, so that nobody is without one for a moment. */
async function writeOutlooks(writes: SmallWrites, { changed, gone }: Worked): Promise<void> {
  for (let index = 0; index < changed.count; index += outlooksPerTransaction) {
    const part = outlookRows(changed, index, index + outlooksPerTransaction);
    await writes.write(async (tx) => putOutlooks(tx, await notForgotten(tx, part, (row) => row.customer_id)));
  }
  for (let index = 0; index < gone.length; index += outlooksPerTransaction) {
    const part = gone.slice(index, index + outlooksPerTransaction);
    await writes.write((tx) => forgetOutlooks(tx, part));
  }
}

/**
 * Works out how it stands with every customer today, in the worker, and keeps it in small transactions between check-ins.
 * What was worked out from the same visits on the same day already is not done again. A run that is cut short is done again
 * as a whole; until then each row is of one run or of the other.
 * @returns whether anything was worked out anew
 */
export async function refreshOutlooks(
  ctx: ShopContext,
  reports: ReportsClient,
  tell: (progress: OutlookProgress) => void = () => undefined,
  signal?: AbortSignal,
): Promise<boolean> {
  const { day, at } = present(ctx);
  const last = await lastOutlookRun(ctx.work.read);
  const knownHash = last?.business_day === day ? last.data_hash : null;
  const question = { today: day, rhythm: rhythmOfShop(ctx), knownHash };
  const answer = await reports.run('outlook', question, tell, signal);
  if (answer.kind === 'same') return false;
  const { people, dataHash, model } = answer;
  await writeOutlooks(new SmallWrites(ctx, reports, signal), answer);
  const run = { business_day: day, at, customers: people, data_hash: dataHash };
  await ctx.work.write((tx) =>
    insertOutlookRun(tx, { ...run, id: ctx.ids.next('outlook_runs'), model: JSON.stringify(model) }),
  );
  return true;
}

const dailyRun = 'outlooks';

/** The same by itself, once a business day. @returns true when it ran */
export async function runDailyOutlooks(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!ctx.facts) return false;
  const { day, at } = present(ctx);
  const last = await lastDailyRun(ctx.work.read, dailyRun);
  if (last !== null && last >= day) return false;
  await refreshOutlooks(ctx, reports, undefined, signal);
  await ctx.work.write((tx) => recordDailyRun(tx, dailyRun, day, at));
  return true;
}
