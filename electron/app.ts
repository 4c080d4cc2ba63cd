import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { OpenFailure, SystemState } from '#shared/contract/system.ts';
import type { RecordedRestore } from './backups/backup-record.ts';
import { beginExchange, carryOut, endExchange, readExchange, takeBack } from './db/exchange-file.ts';
import { newestSchema, OpenRefused, shopFile } from './db/open-database.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import type { RpcContext } from './rpc/context.ts';
import { type AppRouter, router } from './rpc/router.ts';
import { type Choose, openSafety, type Safety, type SafetyOptions } from './safety.ts';
import type { PrintPage } from './services/exports/page-pdf.ts';
import { failure } from './services/failure.ts';
import type { OpenShop } from './services/open-shop.ts';
import type { Replacement, RestoreDesk } from './services/restore/restore-desk.ts';
import { StaffSession } from './services/staff/session.ts';
import { startDemoShop } from './services/start-demo-shop.ts';
import { openSession, type ShopSession } from './shop-session.ts';
import { Training } from './training.ts';

export interface AppOptions {
  readonly dataDir: string;
  readonly version: string;
  /** The built reports worker. */
  readonly workerUrl: URL;
  /** The built backups worker. */
  readonly backupsWorkerUrl: URL;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Fill an empty data directory with the demo shop. */
  readonly demo?: boolean;
  /** True inside the desktop window. */
  readonly desktop?: boolean;
  /** The system's dialogs, where there are any. */
  readonly chooseFolder?: Choose;
  readonly chooseFile?: Choose;
  /** What is plugged in; the system's own list unless told. */
  readonly listDrives?: SafetyOptions['listDrives'];
  /** What only the desktop window can: its page as a PDF. */
  readonly printPage?: PrintPage;
}

/** The product behind both hosts: paths -> database -> services -> calls. */
export interface App {
  readonly router: AppRouter;
  /** A new screen, on which nobody is signed in yet. */
  newSession(): StaffSession;
  /** Context of the calls of one screen, or of the program's own. */
  context(session: StaffSession | null): RpcContext;
  state(): SystemState['state'];
  health(): { ok: boolean; version: string; schemaVersion: number };
  close(): Promise<void>;
}

class RunningApp implements App {
  readonly router = router;
  readonly #options: AppOptions;
  readonly #safety: Safety;
  readonly #desk: RestoreDesk;
  readonly #training: Training;
  #session: ShopSession | null = null;
  #failure: OpenFailure | null = null;
  #opening: Promise<void> | null = null;
  /** A damaged shop that is being closed; nothing is opened or replaced beside it. */
  #closing: Promise<void> = Promise.resolve();
  #isClosed = false;
  /** How the last exchange of the shop's file ended: null when it did as it should. */
  #exchangeError: unknown = null;
  #restoring: Promise<unknown> = Promise.resolve();

  constructor(options: AppOptions) {
    this.#options = options;
    this.#safety = openSafety({ ...options, workerUrl: options.backupsWorkerUrl });
    this.#training = new Training({
      dataDir: options.dataDir,
      logger: options.logger,
      session: { workerUrl: options.workerUrl, clock: options.clock ?? systemClock },
      safety: { ...options, workerUrl: options.backupsWorkerUrl },
      realShop: () => this.#shop(),
    });
    this.#desk = {
      dataDir: options.dataDir,
      safety: this.#safety,
      shop: () => this.#session?.shop ?? null,
      failure: () => this.#failure?.code ?? null,
      replace: (replacement) => this.#replace(replacement),
      inTurn: (work) => {
        const turn = this.#restoring.then(work);
        this.#restoring = turn.catch(() => undefined);
        return turn;
      },
    };
  }

  /** Opens the shop; a file that cannot be opened becomes a state with a screen of its own, not a crash. */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    await this.#closing;
    try {
      const session = await this.#openPlaced();
      this.#session = session;
      this.#failure = null;
      void session.sound.then((sound) => (sound ? undefined : this.#loseTrust(session)));
      await this.#fillWithDemo(session);
    } catch (error) {
      this.#refuse(error);
    }
  }

  #openSession(): Promise<ShopSession> {
    const { dataDir, logger, workerUrl, clock = systemClock } = this.#options;
    return openSession({ dataDir, logger, workerUrl, clock, safety: this.#safety });
  }

  /** Ends what a restore began, also one that a power cut had ended, and opens the file that is then in place. */
  async #openPlaced(): Promise<ShopSession> {
    const placed = this.#carryOut();
    try {
      const session = await this.#openSession();
      if (placed === 'new') this.#remember();
      return session;
    } catch (error) {
      if (placed !== 'new' || this.#wasOpened()) throw error;
      this.#giveUpExchange(error);
      return this.#openSession();
    }
  }

  #carryOut(): 'new' | 'old' | null {
    try {
      return carryOut(this.#options.dataDir);
    } catch (error) {
      this.#giveUpExchange(error);
      return 'old';
    }
  }

  #giveUpExchange(error: unknown): void {
    this.#options.logger.error('a restore was taken back', { error });
    this.#exchangeError = error;
    takeBack(this.#options.dataDir);
  }

  /** Whether the file that is in place was open once: people have worked in it since, and it is not taken back. */
  #wasOpened(): boolean {
    const entry = readExchange(this.#options.dataDir)?.entry as RecordedRestore | undefined;
    return this.#safety.record.restores().some(({ requestId }) => requestId === entry?.requestId);
  }

  /**
   * Ends the exchange once the new file is open, also where it cannot be put on record: a journal that stayed would have
   * a later start that fails take back what was written until then.
   */
  #remember(): void {
    const { dataDir, logger } = this.#options;
    try {
      const entry = readExchange(dataDir)?.entry as RecordedRestore;
      this.#putOnRecord(entry);
      endExchange(dataDir);
      logger.info('a backup took the place of the shop', { from: entry.from, setAside: entry.setAside });
    } catch (error) {
      logger.error('a restore could not be ended', { error });
    }
  }

  #putOnRecord(entry: RecordedRestore): void {
    try {
      if (!this.#wasOpened()) this.#safety.record.appendRestore(entry);
    } catch (error) {
      this.#options.logger.error('a restore could not be put on record', { error });
    }
  }

  async #replace(replacement: Replacement): Promise<void> {
    await this.#opening;
    if (this.#isClosed) throw failure('ShopNotReady', { state: 'failed' });
    this.#exchangeError = null;
    this.#opening = this.#exchange(replacement).finally(() => {
      this.#opening = null;
    });
    await this.#opening;
    if (this.#exchangeError !== null) throw this.#exchangeError;
  }

  async #exchange({ file, aside, keepAside, entry }: Replacement): Promise<void> {
    const session = this.#session;
    this.#session = null;
    try {
      await session?.close();
      await this.#closing;
      beginExchange(this.#options.dataDir, file, { aside: join('backups', aside), keepAside, entry });
    } catch (error) {
      this.#exchangeError = error;
    }
    await this.#open();
  }

  /** A demo that could not be written leaves the shop at its first run. */
  async #fillWithDemo({ shop }: ShopSession): Promise<void> {
    if (!this.#options.demo || shop.ctx.facts) return;
    try {
      await startDemoShop(shop.ctx);
    } catch (error) {
      this.#options.logger.error('the demo shop could not be written', { error });
    }
  }

  #refuse(error: unknown): void {
    const refused = error instanceof OpenRefused ? error : new OpenRefused('Unknown', { cause: error });
    const errorId = randomUUID().slice(0, 8);
    const file = shopFile(this.#options.dataDir);
    this.#options.logger.error('the shop cannot be opened', {
      code: refused.code,
      errorId,
      file,
      error: refused.cause,
    });
    this.#failure = {
      code: refused.code,
      file,
      errorId,
      fileSchema: refused.fileSchema,
      ourSchema: newestSchema,
    };
  }

  /** The check of a large file, done while the till was already open, has found damage. */
  async #loseTrust(session: ShopSession): Promise<void> {
    if (this.#session !== session) return;
    this.#session = null;
    this.#refuse(new OpenRefused('Damaged'));
    this.#closing = session.close().catch((error: unknown) => {
      this.#options.logger.error('the damaged shop could not be closed', { error });
    });
    await this.#closing;
  }

  readonly #shop = (): OpenShop => {
    if (!this.#session) throw failure('ShopNotReady', { state: 'failed' });
    return this.#session.shop;
  };

  state(): SystemState['state'] {
    if (!this.#session) return 'failed';
    return this.#session.shop.ctx.facts ? 'ready' : 'firstRun';
  }

  #systemState(): SystemState {
    const { ok: _ok, ...versions } = this.health();
    return {
      state: this.state(),
      training: this.#training.isOn(),
      ...versions,
      desktop: this.#options.desktop ?? false,
      failure: this.#failure,
    };
  }

  async #retryOpen(): Promise<SystemState> {
    if (!this.#session && !this.#isClosed) await this.open();
    return this.#systemState();
  }

  newSession(): StaffSession {
    return new StaffSession();
  }

  context(session: StaffSession | null): RpcContext {
    const training = this.#training;
    const safety = this.#safety;
    return {
      session,
      // What the program asks of itself is always about the shop.
      shop: () => (session !== null && training.isOn() ? training.shop() : this.#shop()),
      systemState: () => this.#systemState(),
      settled: async () => {
        await this.#opening;
        await training.settled();
      },
      get safety() {
        return (session === null ? null : training.safety) ?? safety;
      },
      training,
      restore: this.#desk,
      retryOpen: () => this.#retryOpen(),
      printPage: this.#options.printPage ?? null,
      logger: this.#options.logger,
    };
  }

  health(): { ok: boolean; version: string; schemaVersion: number } {
    const schemaVersion = this.#session?.schemaVersion ?? newestSchema;
    return { ok: this.#session !== null, version: this.#options.version, schemaVersion };
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#opening;
    await this.#training.close();
    const session = this.#session;
    this.#session = null;
    await session?.close();
    await this.#closing;
    await this.#safety.close();
  }
}

/** Starts the product on a data directory. The caller holds the directory's lock. */
export async function openApp(options: AppOptions): Promise<App> {
  const app = new RunningApp(options);
  await app.open();
  return app;
}
