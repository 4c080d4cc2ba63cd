import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { RestoreReport } from '#shared/contract/backups.ts';
import { type SetAsideKind, setAsideMs, setAsideName } from '#shared/domain/backup/set-aside-names.ts';
import type { RecordedRestore } from '../../backups/backup-record.ts';
import { newestSchema } from '../../db/open-database.ts';
import { upgradeDatabase } from '../../db/upgrade-on-copy.ts';
import { readForgotten } from '../../platform/forgotten-list.ts';
import { failure } from '../failure.ts';
import { forgetAgain } from '../privacy/forget-again.ts';
import { streamProgress } from '../stream-progress.ts';
import { type ChosenBackup, type InScratch, openIntoScratch } from './open-into-scratch.ts';
import type { RestoreDesk } from './restore-desk.ts';

export type RestoreEvent =
  | { readonly kind: 'progress'; readonly percent: number }
  | { readonly kind: 'done'; readonly report: RestoreReport };

/** How far a restore is when the backup lies open and checked in the scratch file, and when it is up to date. */
const percentOpened = 70;
const percentReady = 85;

interface Request {
  readonly requestId: string;
}

function reportOf({
  at,
  counts,
  setAside,
  until,
  migratedFrom,
  forgottenAgain,
}: RecordedRestore): RestoreReport {
  return { at, counts, goBackUntil: setAside === null ? null : until, migratedFrom, forgottenAgain };
}

/** What was here: to be taken back where it was a shop, kept where it was anything else, nothing before the first run. */
function whatIsHere(desk: RestoreDesk): { kind: SetAsideKind; keepAside: boolean; canGoBack: boolean } {
  const shop = desk.shop();
  if (shop) {
    const isSetUp = shop.ctx.facts !== null;
    return { kind: 'set-aside', keepAside: isSetUp, canGoBack: isSetUp };
  }
  const kind = desk.failure() === 'Damaged' ? 'damaged' : 'not-opened';
  return { kind, keepAside: true, canGoBack: false };
}

/** A name that no file has: two restores in one second must not share it. */
function freeName(directory: string, at: number, kind: SetAsideKind): string {
  let moment = at;
  while (existsSync(join(directory, setAsideName(moment, kind)))) moment += 1000;
  return setAsideName(moment, kind);
}

async function putInPlace(
  desk: RestoreDesk,
  { scratch, opened, at: fromAt }: InScratch,
  about: Pick<RecordedRestore, 'requestId' | 'from' | 'wentBack' | 'forgottenAgain'>,
): Promise<RecordedRestore> {
  const { directory, clock } = desk.safety;
  const at = clock.now();
  const { kind, keepAside, canGoBack } = whatIsHere(desk);
  const aside = freeName(directory, at, kind);
  const entry: RecordedRestore = {
    ...about,
    at,
    fromAt,
    counts: opened.counts,
    migratedFrom: opened.schemaVersion < newestSchema ? opened.schemaVersion : null,
    setAside: canGoBack ? join(directory, aside) : null,
    until: at + setAsideMs,
  };
  await desk.replace({ file: scratch, aside, keepAside, entry });
  return entry;
}

async function restoreOnce(
  desk: RestoreDesk,
  chosen: ChosenBackup,
  { requestId, wentBack }: { requestId: string; wentBack: boolean },
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<RecordedRestore> {
  const tellOpening = (percent: number) => tell(Math.round((percent * percentOpened) / 100));
  return openIntoScratch(desk.safety, chosen, tellOpening, signal, async (inScratch) => {
    tell(percentOpened);
    if (inScratch.opened.schemaVersion < newestSchema) upgradeDatabase(inScratch.scratch);
    const forgottenAgain = await forgetAgain(
      inScratch.scratch,
      readForgotten(desk.dataDir),
      desk.safety.clock.now(),
    );
    tell(percentReady);
    const about = { requestId, from: basename(chosen.file), wentBack, forgottenAgain };
    return putInPlace(desk, inScratch, about);
  });
}

/** Runs one restore after another; one that was done already is answered with what it did. */
async function* restoring(
  desk: RestoreDesk,
  { requestId }: Request,
  choose: () => { readonly chosen: ChosenBackup; readonly wentBack: boolean },
  signal: AbortSignal | undefined,
): AsyncGenerator<RestoreEvent, void, undefined> {
  const report = yield* streamProgress<RestoreEvent, RestoreReport>(
    (tell, stop) =>
      desk.inTurn(async () => {
        const earlier = desk.safety.record.restores().find((one) => one.requestId === requestId);
        if (earlier) return reportOf(earlier);
        const { chosen, wentBack } = choose();
        const tellPercent = (percent: number) => tell({ kind: 'progress', percent });
        const entry = await restoreOnce(desk, chosen, { requestId, wentBack }, tellPercent, stop);
        return reportOf(entry);
      }),
    signal,
  );
  yield { kind: 'done', report };
}

/**
 * Puts a backup in the place of the shop's file: opened and checked in a scratch file, brought up to date there, then
 * exchanged. What was here is set aside first. Leaving the stream stops it as long as nothing was exchanged.
 * @throws Failure BackupRefused or RestoreFailed; the shop is then the one of before
 */
export function restoreShop(
  desk: RestoreDesk,
  { requestId, file, passphrase }: Request & ChosenBackup,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined> {
  return restoring(desk, { requestId }, () => ({ chosen: { file, passphrase }, wentBack: false }), signal);
}

/** The last restore, as long as what it set aside is there and may be gone back to. */
function lastRestore({ safety }: RestoreDesk): (RecordedRestore & { setAside: string }) | null {
  const last = safety.record.restores()[0];
  if (!last || last.setAside === null || last.until <= safety.clock.now()) return null;
  return existsSync(last.setAside) ? { ...last, setAside: last.setAside } : null;
}

/**
 * Takes the last restore back; the shop that is left by that is set aside in its turn.
 * @throws Failure RestoreFailed `nothingToGoBackTo` when nothing was restored in the last 30 days
 */
export function goBack(
  desk: RestoreDesk,
  { requestId }: Request,
  signal?: AbortSignal,
): AsyncGenerator<RestoreEvent, void, undefined> {
  const choose = () => {
    const last = lastRestore(desk);
    if (!last) throw failure('RestoreFailed', { why: 'nothingToGoBackTo' });
    return { chosen: { file: last.setAside, passphrase: null }, wentBack: true };
  };
  return restoring(desk, { requestId }, choose, signal);
}
