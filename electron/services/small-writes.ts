import type { WriteTx } from '../db/connection.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { ShopContext } from './shop-context.ts';

/** Lets what waits, a check-in above all, go first, and leaves the till half of the time. */
export const giveWay = () => new Promise<void>((resolve) => setTimeout(resolve, 4));

/**
 * Transactions after which the log is moved into the file: a long log makes everything that is read slower, and moving much
 * at once keeps the disk from a check-in that waits for it (measured: 30 at once held one up for 250 ms, two for 30 ms).
 */
const usualTransactionsPerMove = 2;

/** Writes in small transactions, each of which lets the till go first. */
export class SmallWrites {
  readonly #ctx: ShopContext;
  readonly #reports: ReportsClient;
  readonly #signal: AbortSignal | undefined;
  readonly #transactionsPerMove: number;
  #written = 0;

  /** @param transactionsPerMove more for transactions that change few pages */
  constructor(
    ctx: ShopContext,
    reports: ReportsClient,
    signal: AbortSignal | undefined,
    transactionsPerMove = usualTransactionsPerMove,
  ) {
    this.#ctx = ctx;
    this.#reports = reports;
    this.#signal = signal;
    this.#transactionsPerMove = transactionsPerMove;
  }

  async write<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    this.#signal?.throwIfAborted();
    const result = await this.#ctx.work.write(work);
    this.#written += 1;
    if (this.#written % this.#transactionsPerMove === 0) await this.#reports.moveLog();
    await giveWay();
    this.#signal?.throwIfAborted();
    return result;
  }
}
