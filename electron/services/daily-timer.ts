import type { Logger } from '../platform/logger.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { runDailyCampaigns } from './daily-campaigns.ts';
import { runDaily } from './daily-runs.ts';
import { makeDailyFollowUps } from './follow-up-list.ts';
import { runDailyOutlooks } from './outlook-run.ts';
import { present, type ShopContext } from './shop-context.ts';
import { drawDailySurprises } from './surprises.ts';

/** How often the business day is looked at; a look that finds the same day costs nothing. */
const lookMs = 60_000;
/** And while there is no shop yet: whoever has just set one up, or filled it with an example, looks at it at once. */
const lookForShopMs = 1000;
/** A run that failed is tried again after so long. */
const retryMs = 10 * 60_000;

export interface DailyTimerOptions {
  readonly lookMs?: number;
  readonly lookForShopMs?: number;
  readonly retryMs?: number;
}

/**
 * Runs what happens once a business day by itself: at the start of the program, and when a day begins while it is open,
 * also where the computer slept over it. A failure is logged and tried again; the till notices nothing of either.
 */
export class DailyTimer {
  readonly #ctx: ShopContext;
  readonly #reports: ReportsClient;
  readonly #logger: Logger;
  readonly #retryMs: number;
  readonly #timer: NodeJS.Timeout;
  readonly #ending = new AbortController();
  #running: Promise<void> | null = null;
  /** Business day that is done; null = none yet. */
  #doneDay: number | null = null;
  /** Not before this moment. */
  #notBefore = 0;

  constructor(ctx: ShopContext, reports: ReportsClient, logger: Logger, options: DailyTimerOptions = {}) {
    this.#ctx = ctx;
    this.#reports = reports;
    this.#logger = logger;
    this.#retryMs = options.retryMs ?? retryMs;
    this.#timer = setInterval(() => void this.look(), options.lookMs ?? lookMs);
    this.#timer.unref();
    void this.look();
    if (!ctx.facts) this.#lookForShop(options.lookForShopMs ?? lookForShopMs);
  }

  #lookForShop(everyMs: number): void {
    const timer = setInterval(() => {
      if (!this.#ctx.facts && !this.#ending.signal.aborted) return;
      clearInterval(timer);
      void this.look();
    }, everyMs);
    timer.unref();
    this.#ending.signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Runs when the day has not been run for; resolves when nothing is running any more. Never throws. */
  look(): Promise<void> {
    if (this.#running) return this.#running;
    const { facts, clock } = this.#ctx;
    if (!facts || this.#ending.signal.aborted || clock.now() < this.#notBefore) return Promise.resolve();
    const { day } = present(this.#ctx);
    if (this.#doneDay !== null && day <= this.#doneDay) return Promise.resolve();
    this.#running = this.#run(day).finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(day: number): Promise<void> {
    const { signal } = this.#ending;
    const start = performance.now();
    try {
      const ran = await runDaily(this.#ctx, this.#reports, signal);
      await runDailyOutlooks(this.#ctx, this.#reports, signal);
      await drawDailySurprises(this.#ctx, this.#reports);
      // Last, because whom to turn to is decided by what the runs before have worked out.
      await makeDailyFollowUps(this.#ctx, this.#reports);
      await runDailyCampaigns(this.#ctx, this.#reports, signal);
      this.#doneDay = day;
      if (ran) this.#logger.info('the daily run is done', { ms: Math.round(performance.now() - start) });
    } catch (error) {
      if (signal.aborted) return;
      this.#notBefore = this.#ctx.clock.now() + this.#retryMs;
      this.#logger.error('the daily run failed and will be tried again', { error });
    }
  }

  /** Ends a run between two of its transactions; the next start does the rest. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort(new Error('the shop is being closed'));
    await this.#running;
  }
}
