import type { WriteTx } from '../db/connection.ts';
import { longLog, shortenLog } from '../db/log-keeper.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { ShopContext } from './shop-context.ts';

/** Milliseconds for the till between two transactions, at least. */
const pauseMs = 4;
/** While somebody is served, the pause is so many times as long as the transaction took: the till has most of the time. */
const pauseWhileServing = 4;
/** Somebody is served when another transaction was written within so many milliseconds. */
const servingMs = 2_000;

/** Lets what waits, a check-in above all, go first. */
export const giveWay = (ms = pauseMs) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Writes in small transactions, each of which lets the till go first. */
export class SmallWrites {
  readonly #ctx: ShopContext;
  readonly #reports: ReportsClient;
  readonly #signal: AbortSignal | undefined;
  readonly #long: number;
  #version: number;
  #servingUntil = 0;

  /** @param long pages of the write-ahead log at which it is moved before more is written */
  constructor(ctx: ShopContext, reports: ReportsClient, signal: AbortSignal | undefined, long = longLog) {
    this.#ctx = ctx;
    this.#reports = reports;
    this.#signal = signal;
    this.#long = long;
    this.#version = ctx.work.dataVersion;
  }

  async write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    let began = 0;
    const result = await this.#ctx.work.write((tx) => {
      began = performance.now();
      return work(tx);
    });
    const pause = this.#pauseAfter(performance.now() - began);
    // A log that grows faster than it is looked after: what is read becomes slower by it.
    const { work: unit } = this.#ctx;
    if (unit.log().left >= this.#long) await shortenLog(unit, () => this.#reports.moveLog(), this.#long);
    await giveWay(pause);
    this.#signal?.throwIfAborted();
    return result;
  }

  /** @param took how long the transaction took, with its wait for the disk, milliseconds */
  #pauseAfter(took: number): number {
    const version = this.#ctx.work.dataVersion;
    const now = performance.now();
    if (version > this.#version + 1) this.#servingUntil = now + servingMs;
    this.#version = version;
    return Math.max(pauseMs, now < this.#servingUntil ? pauseWhileServing * took : 0);
  }
}
