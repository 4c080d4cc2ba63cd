import { randomUUID } from 'node:crypto';
import type { OpenFailure, SystemState } from '#shared/contract/system.ts';
import { newestSchema, OpenRefused, shopFile } from './db/open-database.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Logger } from './platform/logger.ts';
import type { RpcContext } from './rpc/context.ts';
import { type AppRouter, router } from './rpc/router.ts';
import type { PrintPage } from './services/exports/page-pdf.ts';
import { failure } from './services/failure.ts';
import type { OpenShop } from './services/open-shop.ts';
import { startDemoShop } from './services/start-demo-shop.ts';
import { openSession, type ShopSession } from './shop-session.ts';

export interface AppOptions {
  readonly dataDir: string;
  readonly version: string;
  /** The built reports worker. */
  readonly workerUrl: URL;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Fill an empty data directory with the demo shop. */
  readonly demo?: boolean;
  /** True inside the desktop window. */
  readonly desktop?: boolean;
  /** What only the desktop window can: its page as a PDF. */
  readonly printPage?: PrintPage;
}

/** The product behind both hosts: paths -> database -> services -> calls. */
export interface App {
  readonly router: AppRouter;
  /** Context of one call. */
  context(): RpcContext;
  state(): SystemState['state'];
  health(): { ok: boolean; version: string; schemaVersion: number };
  close(): Promise<void>;
}

class RunningApp implements App {
  readonly router = router;
  readonly #options: AppOptions;
  #session: ShopSession | null = null;
  #failure: OpenFailure | null = null;
  #opening: Promise<void> | null = null;
  #isClosed = false;

  constructor(options: AppOptions) {
    this.#options = options;
  }

  /** Opens the shop; a file that cannot be opened becomes a state with a screen of its own, not a crash. */
  open(): Promise<void> {
    this.#opening ??= this.#open().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #open(): Promise<void> {
    const { dataDir, logger, workerUrl, clock = systemClock } = this.#options;
    try {
      const session = await openSession({ dataDir, logger, workerUrl, clock });
      this.#session = session;
      this.#failure = null;
      void session.sound.then((sound) => (sound ? undefined : this.#loseTrust(session)));
      await this.#fillWithDemo(session);
    } catch (error) {
      this.#refuse(error);
    }
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
    await session.close().catch((error: unknown) => {
      this.#options.logger.error('the damaged shop could not be closed', { error });
    });
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
      ...versions,
      desktop: this.#options.desktop ?? false,
      failure: this.#failure,
    };
  }

  async #retryOpen(): Promise<SystemState> {
    if (!this.#session && !this.#isClosed) await this.open();
    return this.#systemState();
  }

  context(): RpcContext {
    return {
      shop: this.#shop,
      systemState: () => this.#systemState(),
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
    const session = this.#session;
    this.#session = null;
    await session?.close();
  }
}

/** Starts the product on a data directory. The caller holds the directory's lock. */
export async function openApp(options: AppOptions): Promise<App> {
  const app = new RunningApp(options);
  await app.open();
  return app;
}
