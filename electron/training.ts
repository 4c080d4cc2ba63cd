import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OpenRefused, shopFile } from './db/open-database.ts';
import { removeDatabase } from './db/upgrade-on-copy.ts';
import type { Logger } from './platform/logger.ts';
import { openSafety, type Safety, type SafetyOptions } from './safety.ts';
import { failure } from './services/failure.ts';
import type { OpenShop } from './services/open-shop.ts';
import { fillTrainingShop } from './services/training/fill-training-shop.ts';
import type { TrainingDesk } from './services/training/training-desk.ts';
import { openSession, type SessionOptions, type ShopSession } from './shop-session.ts';

export interface TrainingOptions {
  /** The shop's data directory; the training lies in a folder in it. */
  readonly dataDir: string;
  readonly logger: Logger;
  readonly session: Pick<SessionOptions, 'clock' | 'workerUrl'>;
  readonly safety: Omit<SafetyOptions, 'dataDir'>;
  readonly realShop: () => OpenShop;
}

/** So long its end waits for calls that are being answered. */
const patienceMs = 3_000;

/** The folder of the training. */
const trainingFolder = (dataDir: string): string => join(dataDir, 'training');

/** What a file that cannot be made means to the screens. */
function asFailure(error: unknown): unknown {
  const code = error instanceof OpenRefused ? error.code : null;
  return code === 'DiskFull' || code === 'ReadOnly' ? failure(code) : error;
}

/**
 * The training of the program: whether it is on is known to this process alone, so that the next start, also after a power
 * cut, opens the shop. What happens once a day happens in it at once, so that the board and the lists have people to practise
 * with; no copy is made of it by itself, and no stick is ever seen.
 */
export class Training implements TrainingDesk {
  readonly #options: TrainingOptions;
  #session: ShopSession | null = null;
  #safety: Safety | null = null;
  #isOn = false;
  /** Calls that are being answered. */
  #calls = 0;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: TrainingOptions) {
    this.#options = options;
  }

  readonly isOn = (): boolean => this.#isOn;

  readonly realShop = (): OpenShop => this.#options.realShop();

  /** The open training. @throws Failure ShopNotReady while it is being made anew */
  readonly shop = (): OpenShop => {
    if (!this.#session) throw failure('ShopNotReady', { state: 'failed' });
    return this.#session.shop;
  };

  /** What keeps data safe, for the training: no sticks, no snapshots. null while it is off. */
  get safety(): Safety | null {
    return this.#isOn ? this.#safety : null;
  }

  readonly settled = (): Promise<unknown> => this.#turn;

  readonly during = async <T>(work: () => Promise<T>): Promise<T> => {
    this.#calls += 1;
    try {
      return await work();
    } finally {
      this.#calls -= 1;
    }
  };

  /** Lets calls that are being answered end, if that does not take too long. */
  async #answered(): Promise<void> {
    const until = performance.now() + patienceMs;
    while (this.#calls > 0 && performance.now() < until) await pause(10);
  }

  readonly begin = (): Promise<OpenShop> => this.#inTurn(() => this.#begin());

  readonly end = (): Promise<void> => this.#inTurn(() => this.#end());

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #begin(): Promise<OpenShop> {
    const started = performance.now();
    const like = this.#options.realShop();
    try {
      await this.#takeAway();
      const session = await this.#open();
      this.#session = session;
      await fillTrainingShop(session.shop.ctx, like.ctx);
      this.#isOn = true;
      this.#options.logger.info('the training begins', { ms: Math.round(performance.now() - started) });
      return session.shop;
    } catch (error) {
      await this.#end();
      throw asFailure(error);
    }
  }

  #open(): Promise<ShopSession> {
    const { dataDir, logger, session, safety } = this.#options;
    const folder = trainingFolder(dataDir);
    this.#safety ??= openSafety({ ...safety, dataDir: folder, listDrives: async () => [] });
    const { ctx: triesIn } = this.#options.realShop();
    return openSession({
      ...session,
      dataDir: folder,
      logger,
      safety: this.#safety,
      keepsCopies: false,
      triesIn,
    });
  }

  /** Removes the training of before. */
  async #takeAway(): Promise<void> {
    await this.#answered();
    const session = this.#session;
    this.#session = null;
    await session?.close();
    removeDatabase(shopFile(trainingFolder(this.#options.dataDir)));
  }

  async #end(): Promise<void> {
    await this.#answered();
    const [session, safety] = [this.#session, this.#safety];
    this.#isOn = false;
    this.#session = null;
    this.#safety = null;
    await session?.close();
    await safety?.close();
  }

  close(): Promise<void> {
    return this.end();
  }
}
