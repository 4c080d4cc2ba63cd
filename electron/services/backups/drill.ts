import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { DrillResult } from '#shared/contract/backups.ts';
import { BackupRefusal, type OpenedBackup } from '../../backups/jobs.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { backupFailure } from './backup-failure.ts';
import { backupPlaces } from './places.ts';
import { databaseBytes, listSnapshots, needScratch, takeSnapshot } from './snapshots.ts';

/** A file that can be proven, and of when it is. */
interface Candidate {
  readonly file: string;
  readonly at: number;
  readonly encrypted: boolean;
}

/** Backups that can be reached, newest first, then snapshots; a stick may have come back under another path. */
async function candidates({ ctx, backups }: OpenShop): Promise<readonly Candidate[]> {
  const { safety } = backups;
  await safety.drives.look();
  const places = await backupPlaces(safety, 0);
  const made = safety.record.backups(shopFacts(ctx).shop.created_at).flatMap(({ file, at, encrypted }) => {
    const paths = [file, ...places.map(({ path }) => join(path, basename(file)))];
    const there = paths.find((path) => existsSync(path));
    return there === undefined ? [] : [{ file: there, at, encrypted }];
  });
  const snapshots = (await listSnapshots(safety.directory)).filter(({ name }) =>
    name.startsWith('snapshot-'),
  );
  const kept = snapshots.map(({ name, at }) => ({
    file: join(safety.directory, name),
    at,
    encrypted: false,
  }));
  return [...made, ...kept];
}

/** Whether a refusal says something about the backup, and not about the passphrase that is set today. */
const isAboutTheFile = (error: BackupRefusal): boolean =>
  error.why !== 'wrongPassphrase' && error.why !== 'passphraseNeeded' && error.why !== 'gone';

const part = (from: number, share: number, percent: number) => from + Math.floor((percent * share) / 100);

/** Opens one file into a scratch copy and proves it; null where it was locked with another passphrase, or has gone. */
async function prove(
  { ctx, backups }: OpenShop,
  { file, at, encrypted }: Candidate,
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<DrillResult | null> {
  const { client, record, workDirectory } = backups.safety;
  const result = { at: ctx.clock.now(), of: basename(file), ofAt: at };
  const passphrase = encrypted ? (record.settings().passphrase?.text ?? null) : null;
  const into = join(workDirectory, `drill-${randomUUID()}.sqlite`);
  await mkdir(workDirectory, { recursive: true, mode: 0o700 });
  try {
    let opened: OpenedBackup;
    try {
      opened = await client.openBackup(
        { file, passphrase, into },
        ({ percent }) => tell(part(0, 50, percent)),
        signal,
      );
    } catch (error) {
      if (!(error instanceof BackupRefusal)) throw error;
      if (!isAboutTheFile(error)) return null;
      return { ...result, sound: false, counts: null, checks: [{ name: 'opened', sound: false }] };
    }
    const checks = await client.proveShop(
      { file: into },
      ({ percent }) => tell(part(50, 50, percent)),
      signal,
    );
    const all = [{ name: 'opened' as const, sound: true }, ...checks.filter(({ name }) => name !== 'opened')];
    return { ...result, sound: all.every(({ sound }) => sound), counts: opened.counts, checks: all };
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(into + end, { force: true });
  }
}

/**
 * Proves that the shop can be restored: opens the newest backup that can be reached, else the newest snapshot, completely
 * into a scratch copy and checks it there. A shop without either gets a snapshot first. The result is put on record.
 * @throws Failure BackupFailed when it could not be tried, or the signal's reason
 */
export async function runDrill(
  shop: OpenShop,
  tell: (percent: number) => void,
  signal?: AbortSignal,
): Promise<DrillResult> {
  const { safety, activity } = shop.backups;
  if (!activity.running && (await candidates(shop)).length === 0) await takeSnapshot(shop, 'manual', signal);
  return activity.alone('drill', signal, async (note, stop) => {
    try {
      await needScratch(safety, await databaseBytes(shop));
      for (const candidate of await candidates(shop)) {
        const say = (percent: number) => {
          note({ stage: null, percent });
          tell(percent);
        };
        const result = await prove(shop, candidate, say, stop);
        if (result === null) continue;
        safety.record.appendDrill(result);
        safety.logger.info('a restore was tried on a copy', { of: result.of, sound: result.sound });
        return result;
      }
    } catch (error) {
      stop.throwIfAborted();
      throw backupFailure(error, safety.logger, false);
    }
    throw failure('BackupFailed', { why: 'gone' });
  });
}

/** The same as a stream; whoever leaves it stops the drill. */
export async function* drill(
  shop: OpenShop,
  signal?: AbortSignal,
): AsyncGenerator<
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly result: DrillResult },
  void,
  undefined
> {
  const result = yield* streamProgress<{ readonly kind: 'progress'; readonly percent: number }, DrillResult>(
    (tell, stop) => runDrill(shop, (percent) => tell({ kind: 'progress', percent }), stop),
    signal,
  );
  yield { kind: 'done', result };
}
