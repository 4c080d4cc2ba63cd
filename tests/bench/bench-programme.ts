import { LogKeeper, longLog } from '#electron/db/log-keeper.ts';
import { makeRoomInLog } from '#electron/db/log-room.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import { expireLots, refreshTiers } from '#electron/services/daily-runs.ts';
import { publishProgramme } from '#electron/services/programme.ts';
import { present, programmeOn, type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import { simulateDraft } from '#electron/services/simulate-programme.ts';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { BusyTill, latenessGoal } from './busy-till.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, ms } from './measurement.ts';
import { contextOn, copyShop } from './shop-copy.ts';

const worker = new URL('../../electron/reports/worker.ts', import.meta.url);

const rulesNow = (ctx: ShopContext): ProgrammeRules => programmeOn(shopFacts(ctx), present(ctx).day).rules;

/** Silver and gold, as a café would have them. */
async function publishTiers(ctx: ShopContext): Promise<void> {
  const factor = { num: 1, den: 1 };
  const levels = [0, 5, 15].map((from, index) => ({
    id: 9001 + index,
    name: `Level ${index}`,
    from,
    benefits: '',
    factor,
  }));
  await publishProgramme(ctx, {
    requestId: 'bench-tiers',
    rules: {
      ...rulesNow(ctx),
      tiers: { basis: 'visits', window: { kind: 'rolling', days: 365 }, graceDays: 30, levels },
    },
    effectiveFrom: null,
  });
}

interface Bench {
  readonly ctx: ShopContext;
  readonly reports: ReportsClient;
  readonly till: BusyTill;
}

export async function onCopy<T>(file: string, work: (bench: Bench) => Promise<T>): Promise<T> {
  const copy = copyShop(file);
  // The reports' thread alone keeps no process alive.
  const alive = setInterval(() => undefined, 1000);
  const reports = new ReportsClient(shopFile(copy.dataDir), worker);
  let log: LogKeeper | undefined;
  try {
    // The shop of design size never ends a point: here each lives a year, so most of ten years are due at once.
    copy.database.writer.exec('UPDATE lots SET expires_day = business_day + 365');
    copy.database.writer.pragma('wal_checkpoint(TRUNCATE)');
    const ctx = await contextOn(copy, { now: () => designNow });
    await publishTiers(ctx);
    // As in a shop that has been open for some seconds.
    await makeRoomInLog(ctx.work, longLog, () => true);
    log = new LogKeeper(
      ctx.work,
      () => reports.moveLog(),
      (error) => console.error(error),
    );
    return await work({ ctx, reports, till: new BusyTill(ctx, copy) });
  } finally {
    await log?.stop();
    clearInterval(alive);
    await reports.close();
    copy.remove();
  }
}

/** Days of which points are due at once: those of a shop that was closed for so long. */
const daysDue = 30;

/** Goal 7, for the daily run: lateness of check-ins while the points of a month end and all tiers are worked out. */
export function benchDaily(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports, till }) => {
    // What was due before has ended day by day.
    const since = addDays(present(ctx).day, -daysDue);
    await ctx.work.write((tx) =>
      tx.runQuery((k) => k.updateTable('lots').set({ remaining: 0 }).where('expires_day', '<', since)),
    );
    await till.quiet();
    // Points end only once.
    const expiry = await till.inTurns(() => expireLots(ctx, reports), 1);
    const tiers = await till.inTurns(() => refreshTiers(ctx, reports));
    return [latenessGoal('the points of a month end', expiry), latenessGoal('tiers are worked out', tiers)];
  });
}

/** A draft replayed on the last twelve months, and how soon it ends for a reader who leaves. */
export function benchSimulation(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports, till }) => {
    const rules = rulesNow(ctx);
    const run = async () => {
      let [visits, told] = [0, 0];
      for await (const event of simulateDraft(ctx, reports, { rules, months: 12 })) {
        if (event.kind === 'progress') told += 1;
        else visits = event.months.reduce((sum, month) => sum + month.visits, 0);
      }
      return { visits, told };
    };
    const start = performance.now();
    const { visits, told } = await run();
    const took = performance.now() - start;
    const leaving = new AbortController();
    let left = 0;
    const events = simulateDraft(ctx, reports, { rules, months: 12 }, leaving.signal);
    for (let event = await events.next().catch(() => null); event && !event.done; ) {
      left ||= performance.now();
      leaving.abort(new Error('left'));
      event = await events.next().catch(() => null);
    }
    await reports.ask('customerNames', []);
    const ended = performance.now() - left;
    const lateness = await till.inTurns(run);
    return [
      {
        name: 'simulation of twelve months / 10 s',
        ratio: took / 10_000,
        goal: 1,
        detail: `${ms(took)} for ${visits} visits, told ${told} times; ends ${ms(ended)} after its reader left`,
      },
      latenessGoal('a draft is simulated', lateness),
    ];
  });
}
