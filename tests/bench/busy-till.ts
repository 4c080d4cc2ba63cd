import { setTimeout as pause } from 'node:timers/promises';
import { checkIn } from '#electron/services/check-in.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, ms, quantile } from './measurement.ts';
import type { ShopCopy } from './shop-copy.ts';

/** A till far busier than any: a check-in every so many milliseconds. */
const everyMs = 25;
/** Of fewer check-ins the slowest in a hundred is hardly more than the slowest of all. */
const counted = 400;
/** Check-ins of one turn alone: others use the computer too, and what they do must fall on both. */
const turn = 150;

/** How late check-ins were, milliseconds, in turns alone and beside other work. */
export interface Lateness {
  readonly alone: readonly number[];
  readonly beside: readonly number[];
  /** How long the other work took each time. */
  readonly took: readonly number[];
}

/** Checks people in, one at a time. */
export class BusyTill {
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
  async #serve(isOver: () => boolean): Promise<number[]> {
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

  #times(count: number): Promise<number[]> {
    let left = count;
    return this.#serve(() => left-- <= 0);
  }

  async #during(work: Promise<unknown>): Promise<{ late: number[]; took: number }> {
    const start = performance.now();
    let took = 0;
    const over = work.finally(() => {
      took = performance.now() - start;
    });
    const late = await this.#serve(() => took > 0);
    await over;
    return { late, took };
  }

  /** Waits until the log was moved into the file, as it is whenever a till is quiet. */
  async quiet(): Promise<void> {
    while (this.#ctx.work.log().left > 0) await pause(100);
  }

  /**
   * Serves alone and beside other work in turns.
   * @param enough how many check-ins beside it are enough; the work is begun again until there are so many
   */
  async inTurns(work: () => Promise<unknown>, enough = counted): Promise<Lateness> {
    const [alone, beside, took]: [number[], number[], number[]] = [[], [], []];
    await this.#times(50);
    while (beside.length < enough || alone.length < counted) {
      const left = beside.length < enough;
      alone.push(...(await this.#times(left ? turn : counted - alone.length)));
      await this.quiet();
      if (!left) continue;
      const meanwhile = await this.#during(work());
      beside.push(...meanwhile.late);
      took.push(meanwhile.took);
    }
    return { alone, beside, took };
  }
}

const figures = (late: readonly number[]): string =>
  `${late.length} check-ins, p50 ${ms(quantile(late, 0.5))}, p99 ${ms(quantile(late, 0.99))}, at most ${ms(Math.max(...late))}`;

/** Goal 7: what other work makes of the slowest check-in in a hundred. */
export function latenessGoal(what: string, { alone, beside, took }: Lateness): Measurement {
  return {
    name: `7 lateness p99 of check-ins while ${what} / alone`,
    ratio: quantile(beside, 0.99) / quantile(alone, 0.99),
    goal: 1.5,
    detail: `alone ${figures(alone)}; meanwhile ${figures(beside)}; ${took.length} times ${ms(quantile(took, 0.5))}`,
  };
}
