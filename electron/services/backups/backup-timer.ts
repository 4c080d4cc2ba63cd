import { apart } from '#shared/domain/backup/attention.ts';
import { businessDayAt } from '#shared/domain/business-day/business-day.ts';
import type { PluggedDrive } from '../../platform/drives.ts';
import type { OpenShop } from '../open-shop.ts';
import { cleanUpForgotten, toCleanSince } from '../privacy/clean-up.ts';
import { runRetention } from '../privacy/retention-run.ts';
import { shopFacts } from '../shop-context.ts';
import { repairDrift } from './drift-watch.ts';
import { runDrill } from './drill.ts';
import { isKnownStick } from './known-stick.ts';
import { makeBackup } from './make-backup.ts';
import { dropOldSetAside, listSnapshots, takeSnapshot } from './snapshots.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long closing the shop waits for what runs to end by itself. */
const stopPatienceMs = 1_000;

export interface BackupTimerOptions {
  /** Before anything is done: the till comes first when the program starts. */
  readonly firstLookMs?: number;
  readonly lookMs?: number;
}

/** How often what is looked at. */
const every = {
  /** A snapshot while the shop is in use, taken in a quiet moment. */
  snapshot: hourMs,
  /** The same when there was no quiet moment. */
  snapshotAtLatest: 1.5 * hourMs,
  drill: 30 * dayMs,
  /** A shop so young has nothing to prove yet. */
  firstDrill: dayMs,
  drift: 7 * dayMs,
  retry: hourMs,
  /** A stick that comes back sooner was only pulled and put in again. */
  stick: 10 * minuteMs,
} as const;

/**
 * What keeps the data safe by itself: a snapshot at the start of each business day and every hour in which something was
 * written, a backup when a known stick is plugged in, a proven restore every month, and the comparison of derived tables
 * with their entries every week and after an unclean end. Nothing of it is in the way of the till; a failure is logged.
 */
export class BackupTimer {
  readonly #shop: OpenShop;
  readonly #timers: NodeJS.Timeout[] = [];
  readonly #stopListening: () => void;
  /** When what failed was tried. */
  readonly #tried = new Map<string, number>();
  #driftIsDue: boolean;
  #looking: Promise<void> | null = null;
  #plugged: Promise<void> = Promise.resolve();
  /** Version of the data at the last look, and at the last snapshot. */
  #seen: number;
  #copied: number;

  /** @param wasUnclean the program did not end as it should the last time */
  constructor(shop: OpenShop, wasUnclean: boolean, options: BackupTimerOptions = {}) {
    this.#shop = shop;
    this.#driftIsDue = wasUnclean;
    this.#seen = shop.ctx.work.dataVersion;
    this.#copied = this.#seen;
    const first = setTimeout(() => void this.look(), options.firstLookMs ?? 20_000);
    const regular = setInterval(() => void this.look(), options.lookMs ?? minuteMs);
    this.#timers.push(first, regular);
    for (const timer of this.#timers) timer.unref();
    this.#stopListening = shop.backups.safety.drives.onPlugged((drive) => {
      this.#plugged = this.#plugged.then(() => this.#backUpTo(drive));
    });
  }

  /** Does what is due; resolves when it is done. Never throws. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#report('what keeps the data safe by itself failed', error))
      .finally(() => {
        this.#looking = null;
      });
    return this.#looking;
  }

  /** Resolves when a backup that a stick began by itself is done. */
  plugged(): Promise<void> {
    return this.#plugged;
  }

  get #isEnding(): boolean {
    return this.#shop.backups.activity.signal.aborted;
  }

  #report(message: string, error: unknown): void {
    if (!this.#isEnding) this.#shop.backups.safety.logger.warn(message, { error });
  }

  async #look(): Promise<void> {
    const { ctx, backups } = this.#shop;
    if (!ctx.facts || this.#isEnding) return;
    backups.clockWatch.look();
    const { dataVersion } = ctx.work;
    const isQuiet = dataVersion === this.#seen;
    this.#seen = dataVersion;
    if (!backups.activity.isIdle) return;
    await this.#snapshot(isQuiet);
    if (!isQuiet) return;
    await this.#forgetInactive();
    await this.#forgetInCopies();
    await this.#drift();
    await this.#drill();
  }

  /** Runs what may fail; a failure is tried again after an hour. */
  async #attempt(name: string, work: () => Promise<unknown>): Promise<void> {
    const now = this.#shop.ctx.clock.now();
    const tried = this.#tried.get(name);
    if (this.#isEnding || (tried !== undefined && apart(now, tried) < every.retry)) return;
    this.#tried.set(name, now);
    try {
      await work();
      this.#tried.delete(name);
    } catch (error) {
      this.#report(`${name} failed and will be tried again`, error);
    }
  }

  async #snapshot(isQuiet: boolean): Promise<void> {
    const { ctx, backups } = this.#shop;
    const { calendar } = shopFacts(ctx);
    const now = ctx.clock.now();
    const snapshots = await listSnapshots(backups.safety.directory);
    const newest = snapshots.find(({ at, proven }) => proven && at <= now);
    const isNewDay = !newest || businessDayAt(newest.at, calendar) < businessDayAt(now, calendar);
    const age = newest ? now - newest.at : 0;
    const isDue = age >= (isQuiet ? every.snapshot : every.snapshotAtLatest);
    if (!isNewDay && !(isDue && ctx.work.dataVersion !== this.#copied)) return;
    await this.#attempt('the snapshot', async () => {
      const { dataVersion } = ctx.work;
      const { file, bytes } = await takeSnapshot(this.#shop, isNewDay ? 'start' : 'hour');
      backups.safety.logger.info('a snapshot was taken', { file, bytes });
      this.#copied = dataVersion;
      await dropOldSetAside(backups.safety.directory, now);
    });
  }

  /** What an erasure could not do at once, because a report was reading or the program ended. */
  async #forgetInCopies(): Promise<void> {
    if ((await toCleanSince(this.#shop)) === null) return;
    await this.#attempt('taking away copies of what was forgotten', async () => {
      if (!(await cleanUpForgotten(this.#shop))) throw new Error('the file was being read');
    });
  }

  /** Once a month: people and notes whose time is over. */
  async #forgetInactive(): Promise<void> {
    await this.#attempt('forgetting whom the shop keeps no longer', async () => {
      const { safety, activity } = this.#shop.backups;
      const done = await runRetention(this.#shop, activity.signal);
      if (done) safety.logger.info('people and notes whose time is over were taken away', { ...done });
    });
  }

  async #drift(): Promise<void> {
    const { ctx, backups } = this.#shop;
    const { record, logger } = backups.safety;
    const now = ctx.clock.now();
    const checked = record.settings().driftCheckedAt ?? shopFacts(ctx).shop.created_at;
    if (!this.#driftIsDue && apart(now, checked) < every.drift) return;
    await this.#attempt('the comparison of derived tables', async () => {
      await repairDrift(this.#shop, logger);
      this.#driftIsDue = false;
      record.changeSettings({ driftCheckedAt: now });
    });
  }

  async #drill(): Promise<void> {
    const { ctx, backups } = this.#shop;
    const now = ctx.clock.now();
    const [last] = backups.safety.record.drills();
    const since = last?.at ?? shopFacts(ctx).shop.created_at;
    if (apart(now, since) < (last ? every.drill : every.firstDrill)) return;
    await this.#attempt('the drill', () => runDrill(this.#shop, () => undefined));
  }

  /** A stick on which there are backups of this shop gets another one, when that is wanted. */
  async #backUpTo(drive: PluggedDrive): Promise<void> {
    const { ctx, backups } = this.#shop;
    const { record, logger } = backups.safety;
    if (!ctx.facts || this.#isEnding || !record.settings().preferences.startByItself) return;
    try {
      const [last] = record.backups(ctx.facts.shop.created_at);
      if (last?.file.startsWith(drive.path) && apart(ctx.clock.now(), last.at) < every.stick) return;
      if (!(await isKnownStick(this.#shop, drive))) return;
      logger.info('a known stick was plugged in', { label: drive.label });
      await makeBackup(this.#shop, drive.path, () => undefined);
    } catch (error) {
      this.#report('the backup that a stick began failed', error);
    }
  }

  /**
   * Ends everything that runs; what it wrote so far is removed. A thread that does not hear of it in time, because it is
   * making a key of a passphrase just now, is ended: what it leaves is named as unfinished.
   */
  async stop(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#stopListening();
    const { activity, safety } = this.#shop.backups;
    const stopped = activity.stop();
    const patience = setTimeout(() => void safety.client.close(), stopPatienceMs);
    await stopped;
    clearTimeout(patience);
    await Promise.all([this.#looking, this.#plugged]);
  }
}
