import { setTimeout as pause } from 'node:timers/promises';
import { LogKeeper } from '#electron/db/log-keeper.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { expireLots, refreshTiers } from '#electron/services/daily-runs.ts';
import { publishProgramme } from '#electron/services/programme.ts';
import { present, programmeOn, type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import { simulateDraft } from '#electron/services/simulate-programme.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, ms, quantile } from './measurement.ts';
import { contextOn, copyShop, type ShopCopy } from './shop-copy.ts';

const worker = new URL('../../electron/reports/worker.ts', import.meta.url);
/** A till far busier than any: a check-in every so many milliseconds. */
const everyMs = 25;
export const alone = 400;

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

/** Checks people in, one at a time, until it is told to stop. */
class Till {
  readonly #ctx: ShopContext;
  readonly #customers: readonly number[];
  readonly #random = new SeededRandom(7);
  #number = 0;

  constructor(ctx: ShopContext, copy: ShopCopy) {
    this.#ctx = ctx;
    this.#customers = copy.database.reader
      .prepare('SELECT customer_id FROM customer_stats WHERE last_at > ? ORDER BY customer_id')
      .pluck()
      .all(designNow - 120 * 86_400_000) as number[];
  }

  /** How late each check-in was done, counted from the moment at which it was due: also what kept it from beginning. */
  async serve(isOver: () => boolean): Promise<number[]> {
    const late: number[] = [];
    for (let due = performance.now(); !isOver(); due += everyMs) {
      await pause(Math.max(0, due - performance.now()));
      this.#number += 1;
      await checkIn(this.#ctx, {
        requestId: `bench-${this.#number}-${due}`,
        customerId: this.#random.pick(this.#customers),
        amount: 450,
      });
      late.push(performance.now() - due);
    }
    return late;
  }

  times(count: number): Promise<number[]> {
    let left = count;
    return this.serve(() => left-- <= 0);
  }

  /** Serves while something else is done. */
  async during(work: Promise<unknown>): Promise<{ late: number[]; took: number }> {
    const start = performance.now();
    let took = 0;
    void work.then(() => {
      took = performance.now() - start;
    });
    const late = await this.serve(() => took > 0);
    await work;
    return { late, took };
  }
}

interface Bench {
  readonly ctx: ShopContext;
  readonly reports: ReportsClient;
  readonly till: Till;
  /** Waits until the log was moved into the file, as it is whenever the till is quiet. */
  readonly quiet: () => Promise<void>;
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
    log = new LogKeeper(
      ctx.work,
      () => reports.moveLog(),
      (error) => console.error(error),
    );
    const quiet = async () => {
      while (ctx.work.log().left > 0) await pause(100);
    };
    return await work({ ctx, reports, till: new Till(ctx, copy), quiet });
  } finally {
    log?.stop();
    clearInterval(alive);
    await reports.close();
    copy.remove();
  }
}

export const figures = (late: readonly number[]): string =>
  `${late.length} check-ins, p50 ${ms(quantile(late, 0.5))}, p99 ${ms(quantile(late, 0.99))}`;

/** Goal 7, for the daily run: lateness of check-ins while ten years of points end and all tiers are worked out. */
export function benchDaily(file: string): Promise<readonly Measurement[]> {
  return onCopy(file, async ({ ctx, reports, till }) => {
    await till.times(50);
    const before = await till.times(alone);
    let wallets = 0;
    const expiry = await till.during(expireLots(ctx, reports).then((count) => (wallets = count)));
    const tiers = await till.during(refreshTiers(ctx, reports));
    const ratio = (late: readonly number[]) => quantile(late, 0.99) / quantile(before, 0.99);
    return [
      {
        name: '7 lateness p99 of check-ins while points end / alone',
        ratio: ratio(expiry.late),
        goal: 1.5,
        detail: `alone ${figures(before)}; meanwhile ${figures(expiry.late)}; ${wallets} wallets in ${ms(expiry.took)}`,
      },
      {
        name: '7 lateness p99 of check-ins while tiers are worked out / alone',
        ratio: ratio(tiers.late),
        goal: 1.5,
        detail: `meanwhile ${figures(tiers.late)}; the run took ${ms(tiers.took)}`,
      },
    ];
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
    await till.times(50);
    const before = await till.times(alone);
    const meanwhile = await till.during(run());
    return [
      {
        name: 'simulation of twelve months / 10 s',
        ratio: took / 10_000,
        goal: 1,
        detail: `${ms(took)} for ${visits} visits, told ${told} times; ends ${ms(ended)} after its reader left`,
      },
      {
        name: '7 lateness p99 of check-ins during a simulation / alone',
        ratio: quantile(meanwhile.late, 0.99) / quantile(before, 0.99),
        goal: 1.5,
        detail: `alone ${figures(before)}; meanwhile ${figures(meanwhile.late)}`,
      },
    ];
  });
}
