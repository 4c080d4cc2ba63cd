import { join } from 'node:path';
import { copyBeforeMigration } from './db/copy-database.ts';
import { highestId } from './db/highest-id.ts';
import { LogKeeper } from './db/log-keeper.ts';
import { type OpenDatabase, openDatabase, shopFile } from './db/open-database.ts';
import { UnitOfWork } from './db/unit-of-work.ts';
import type { Clock } from './platform/clock.ts';
import { Ids } from './platform/ids.ts';
import type { Logger } from './platform/logger.ts';
import { ReportCache } from './reports/report-cache.ts';
import { ReportsClient } from './reports/reports-client.ts';
import type { Safety } from './safety.ts';
import { BackupActivity } from './services/backups/backup-activity.ts';
import { BackupTimer } from './services/backups/backup-timer.ts';
import { ClockWatch } from './services/backups/clock-watch.ts';
import { DailyTimer } from './services/daily-timer.ts';
import { ExportShelf } from './services/exports/export-shelf.ts';
import type { OpenShop } from './services/open-shop.ts';
import { keepWholeList } from './services/privacy/erase-customer.ts';
import { CustomerSearch } from './services/search-customers.ts';
import { firstTill } from './services/set-up-shop.ts';
import { readShopFacts, type ShopContext } from './services/shop-context.ts';

export interface SessionOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly workerUrl: URL;
  readonly logger: Logger;
  readonly safety: Safety;
  /** Whether copies of the file are made by themselves; true unless told: a training is worth none. */
  readonly keepsCopies?: boolean;
  /** The shop whose file counts wrong PINs, when it is not this one. */
  readonly triesIn?: ShopContext;
}

/** An open shop with everything that must be closed again. */
export interface ShopSession {
  readonly shop: OpenShop;
  readonly schemaVersion: number;
  /** Resolves to false when the background check of a large file found damage. */
  readonly sound: Promise<boolean>;
  close(): Promise<void>;
}

async function makeContext(database: OpenDatabase, { clock, triesIn }: SessionOptions): Promise<ShopContext> {
  const work = new UnitOfWork(database.writer, database.reader);
  const facts = await readShopFacts(work.read);
  const till = facts?.shop.till_number ?? firstTill;
  const ids = new Ids(till, (table, from, to) => highestId(database.writer, table, from, to));
  return { work, clock, ids, triesIn, facts };
}

/** Milliseconds after which the log is looked through: the till is on screen by then, and keeps both cores until then. */
const logCheckAfter = 2_000;

/**
 * Opens the shop of a data directory: file, services, search, reports.
 * @throws OpenRefused; the file is then as it was
 */
export async function openSession(options: SessionOptions): Promise<ShopSession> {
  const { dataDir, workerUrl, logger, safety, keepsCopies = true } = options;
  const databaseFile = shopFile(dataDir);
  const backupsDir = join(dataDir, 'backups');
  const database = openDatabase(databaseFile, {
    beforeMigration: (writer) => {
      copyBeforeMigration(writer, backupsDir);
    },
  });
  const ctx = await makeContext(database, options).catch((error: unknown) => {
    database.close();
    throw error;
  });
  await keepWholeList(dataDir, ctx, logger);
  const reports = new ReportsClient(databaseFile, workerUrl, logger);
  const logCheck = setTimeout(() => {
    void reports.ask('verifyAudit', null).then(
      ({ broken }) => broken && logger.error('the log is not as it was written', { ...broken }),
      // Closed before it was done: the next start looks again.
      () => undefined,
    );
  }, logCheckAfter);
  const log = new LogKeeper(
    ctx.work,
    () => reports.moveLog(),
    (error) => logger.warn('the write-ahead log could not be moved into the file, or made longer', { error }),
  );
  const daily = new DailyTimer(ctx, reports, logger);
  const sound = database.checked ? Promise.resolve(true) : reports.ask('quickCheck', null);
  const shop: OpenShop = {
    ctx,
    search: new CustomerSearch(ctx.work.read),
    reports,
    figures: new ReportCache(reports, () => ctx.work.dataVersion),
    backups: {
      safety,
      copy: (file, tell, signal) =>
        safety.client.copyShop({ source: databaseFile, file }, ({ percent }) => tell(percent), signal),
      activity: new BackupActivity(),
      clockWatch: new ClockWatch(safety),
    },
    exports: new ExportShelf(),
    dataDir,
    databaseFile,
  };
  const backups = keepsCopies ? new BackupTimer(shop, database.uncleanExit) : null;
  return {
    shop,
    schemaVersion: database.schemaVersion,
    sound: sound.catch((error: unknown) => {
      logger.warn('the background check did not finish', { error });
      return true;
    }),
    close: async () => {
      clearTimeout(logCheck);
      const stopping = Promise.all([daily.stop(), backups?.stop(), log.stop()]);
      await ctx.work.settled();
      // Whatever the daily run asks the worker just now fails by this, so that closing never waits for an answer.
      await reports.close();
      await stopping;
      await ctx.work.settled();
      database.close();
    },
  };
}
