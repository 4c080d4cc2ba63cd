import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures } from './failures.ts';
import { line, moment, requestId } from './schema.ts';

/** What a copy of the shop holds: enough to recognise it and to say what going back to it would lose. */
export const shopCounts = z.object({
  customers: z.int(),
  visits: z.int(),
  /** Rewards and vouchers given out, undone ones not counted. */
  rewards: z.int(),
  newestVisitAt: moment.nullable(),
});

/** Where backups can be written: a stick that is plugged in, or a folder somebody chose. */
export const backupPlace = z.object({
  /** The path; the name of the place for the calls. */
  id: z.string(),
  kind: z.enum(['stick', 'folder']),
  label: z.string(),
  path: z.string(),
  freeBytes: z.int().nullable(),
  totalBytes: z.int().nullable(),
  state: z.enum(['ready', 'missing', 'readOnly', 'full']),
  /** Since when a stick has been plugged in, as far as this program has seen it. */
  pluggedSince: moment.nullable(),
});

/** A backup that was written, read back, opened and counted. */
export const madeBackup = z.object({
  id: z.string(),
  at: moment,
  placeLabel: z.string(),
  file: z.string(),
  bytes: z.int(),
  encrypted: z.boolean(),
  counts: shopCounts,
});

/** A restore into a scratch copy, with everything that can be checked on it. */
export const drillResult = z.object({
  at: moment,
  sound: z.boolean(),
  /** What was restored: file name of a backup, or of a snapshot of this computer. */
  of: z.string(),
  ofAt: moment,
  counts: shopCounts.nullable(),
  checks: z.array(
    z.object({
      name: z.enum(['opened', 'integrity', 'references', 'summaries', 'balances', 'closes']),
      sound: z.boolean(),
    }),
  ),
});

export const backupStage = z.enum(['copy', 'check', 'lock', 'write', 'readBack', 'prove']);

export const backupPreferences = z.object({
  /** Days after which the newest backup counts as old. */
  reminderDays: z.int().min(1).max(30),
  /** A backup starts by itself when a known stick is plugged in. */
  startByItself: z.boolean(),
});

export const backupAttention = z.enum([
  'neverBackedUp',
  'backupOld',
  'stickOvernight',
  'lowDisk',
  'clockMovedBack',
  'dayInFuture',
  'drillFailed',
  'drillOld',
]);

export const backupsOverview = z.object({
  now: shopCounts,
  last: madeBackup.nullable(),
  /** Check-ins that are only on this computer. */
  sinceLast: z.int(),
  /** What a backup will take at most, bytes. */
  needsBytes: z.int(),
  places: z.array(backupPlace),
  /** Newest first. */
  earlier: z.array(madeBackup),
  passphrase: z.object({ set: z.boolean(), hint: z.string(), setAt: moment.nullable() }),
  preferences: backupPreferences,
  drill: drillResult.nullable(),
  snapshots: z.object({ count: z.int(), bytes: z.int(), newestAt: moment.nullable() }),
  /** The last restore while it can still be taken back. */
  restored: z.object({ at: moment, from: z.string(), fromAt: moment, until: moment }).nullable(),
  attention: z.array(backupAttention),
  /** A backup or a drill that runs just now, also one that began by itself. */
  running: z
    .object({ what: z.enum(['backup', 'drill']), stage: backupStage.nullable(), percent: z.int() })
    .nullable(),
  /** Whether the host can show a dialog to choose a folder (the desktop window can). */
  canChooseFolder: z.boolean(),
});

const overviewCall = oc.errors(callFailures);

export const backups = {
  overview: overviewCall.output(backupsOverview),
  /** Makes a backup on a place; leaving the stream stops it and leaves nothing behind. */
  run: oc
    .errors({ ...callFailures, BackupFailed: failures.BackupFailed })
    .input(z.object({ placeId: z.string() }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), stage: backupStage, percent: z.int().min(0).max(100) }),
          z.object({ kind: z.literal('done'), backup: madeBackup, safeToRemove: z.boolean() }),
        ]),
      ),
    ),
  /** A folder as a place; its path comes from the dialog, or was typed. @throws InvalidValue when it is no writable folder */
  addFolder: oc
    .errors({ ...callFailures, InvalidValue: failures.InvalidValue })
    .input(z.object({ path: line(1000).min(1) }))
    .output(backupsOverview),
  removeFolder: oc
    .errors(callFailures)
    .input(z.object({ path: z.string() }))
    .output(backupsOverview),
  /** Shows the system's dialog; null when nothing was chosen. */
  chooseFolder: oc.errors(callFailures).output(z.object({ path: z.string().nullable() })),
  setPreferences: oc.errors(callFailures).input(backupPreferences.partial()).output(backupsOverview),
  /** null takes the passphrase away: later backups are not locked. */
  setPassphrase: oc
    .errors({ ...callFailures, InvalidValue: failures.InvalidValue })
    .input(z.object({ passphrase: z.string().min(1).max(200).nullable(), hint: line(120) }))
    .output(backupsOverview),
  testPassphrase: oc
    .errors(callFailures)
    .input(z.object({ passphrase: z.string().max(200) }))
    .output(z.object({ right: z.boolean() })),
  /** Six words nobody has used before. */
  suggestPassphrase: oc.errors(callFailures).output(z.object({ passphrase: z.string() })),
  /** What stands on the printed recovery sheet. */
  recoverySheet: oc.errors(callFailures).output(
    z.object({
      passphrase: z.string().nullable(),
      hint: z.string(),
      shop: z.string(),
      setAt: moment.nullable(),
    }),
  ),
  /** Proves on a scratch copy that the newest backup or snapshot restores. */
  drill: oc
    .errors({ ...callFailures, BackupFailed: failures.BackupFailed })
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), percent: z.int().min(0).max(100) }),
          z.object({ kind: z.literal('done'), result: drillResult }),
        ]),
      ),
    ),
  /** Writes a checked snapshot into `backups/` of the data directory. */
  saveCopy: oc
    .errors({ ...callFailures, BackupFailed: failures.BackupFailed })
    .output(z.object({ file: z.string(), bytes: z.int(), at: moment, customers: z.int(), visits: z.int() })),
  /** When the newest copy was written, snapshot or backup; null = never. */
  latest: oc.errors(callFailures).output(z.object({ at: moment.nullable(), file: z.string().nullable() })),
};

/** A file that can be gone back to, as far as it can be told without opening it. */
export const restorable = z.object({
  /** Full path. */
  file: z.string(),
  kind: z.enum(['backup', 'snapshot', 'setAside']),
  placeLabel: z.string(),
  at: moment,
  bytes: z.int(),
  encrypted: z.boolean(),
  hint: z.string(),
  shopName: z.string().nullable(),
  schemaVersion: z.int().nullable(),
  counts: shopCounts.nullable(),
});

export const restoreComparison = z.object({
  file: z.string(),
  at: moment,
  shopName: z.string(),
  /** False when the backup is of another shop than the one here: it replaces this one all the same. */
  sameShop: z.boolean(),
  backup: shopCounts,
  /** null where there is no shop yet, or none that can be read. */
  here: shopCounts.nullable(),
  lost: z.object({
    customers: z.int(),
    visits: z.int(),
    rewards: z.int(),
    /** The newest check-ins that are not in the backup, newest first, ten at most. */
    newest: z.array(z.object({ at: moment, name: z.string().nullable(), amount: z.int().nullable() })),
  }),
  currency: z.string(),
  schemaVersion: z.int(),
  willMigrate: z.boolean(),
  seconds: z.int(),
});

export const restoreReport = z.object({
  at: moment,
  counts: shopCounts,
  /** Until when one can go back to the data of before. */
  goBackUntil: moment.nullable(),
  migratedFrom: z.int().nullable(),
  /** People who were in the backup, had been forgotten since and were again. */
  forgottenAgain: z.int(),
});

const restoreEvents = eventIterator(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('progress'), percent: z.int().min(0).max(100) }),
    z.object({ kind: z.literal('done'), report: restoreReport }),
  ]),
);

/** What any call of a restore may answer with. */
const alwaysFailures = { Unknown: failures.Unknown, NotInTraining: failures.NotInTraining };

const restoreFailures = {
  ...alwaysFailures,
  BackupRefused: failures.BackupRefused,
  RestoreFailed: failures.RestoreFailed,
};

/** Answered in every state: with a shop, before the first run, and when the shop's file cannot be opened. */
export const restore = {
  /** Backups on every plugged stick and known folder, snapshots, and what a restore set aside; newest first. */
  choices: oc
    .errors(alwaysFailures)
    .input(z.object({ folder: z.string().nullable() }))
    .output(z.object({ choices: z.array(restorable), canChooseFolder: z.boolean() })),
  chooseFile: oc.errors(alwaysFailures).output(z.object({ path: z.string().nullable() })),
  /** Opens the backup completely into a scratch copy and compares; nothing of the shop changes. */
  compare: oc
    .errors(restoreFailures)
    .input(z.object({ file: z.string(), passphrase: z.string().max(200).nullable() }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), percent: z.int().min(0).max(100) }),
          z.object({ kind: z.literal('done'), comparison: restoreComparison }),
        ]),
      ),
    ),
  /** Puts the backup in the place of the shop's file. What was here is set aside first. */
  run: oc
    .errors(restoreFailures)
    .input(z.object({ requestId, file: z.string(), passphrase: z.string().max(200).nullable() }))
    .output(restoreEvents),
  /** Takes the last restore back. */
  goBack: oc.errors(restoreFailures).input(z.object({ requestId })).output(restoreEvents),
};

export type ShopCounts = z.infer<typeof shopCounts>;
export type BackupPlaceInfo = z.infer<typeof backupPlace>;
export type MadeBackup = z.infer<typeof madeBackup>;
export type DrillResult = z.infer<typeof drillResult>;
export type BackupStage = z.infer<typeof backupStage>;
export type BackupPreferences = z.infer<typeof backupPreferences>;
export type BackupAttention = z.infer<typeof backupAttention>;
export type BackupsOverview = z.infer<typeof backupsOverview>;
export type Restorable = z.infer<typeof restorable>;
export type RestoreComparison = z.infer<typeof restoreComparison>;
export type RestoreReport = z.infer<typeof restoreReport>;
