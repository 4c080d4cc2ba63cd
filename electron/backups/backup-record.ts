import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { backupPreferences, drillResult, madeBackup, shopCounts } from '#shared/contract/backups.ts';

/** A backup as this computer remembers it: with the shop it is of. */
const recordedBackup = madeBackup.extend({ shopCreatedAt: z.int() });

/** A restore: what was put in the place of what, and how to take it back. */
const recordedRestore = z.object({
  /** Request that asked for it: the same again is answered with what it did. */
  requestId: z.string(),
  at: z.int(),
  /** File that was gone back to, and of when it was. */
  from: z.string(),
  fromAt: z.int(),
  counts: shopCounts,
  migratedFrom: z.int().nullable(),
  /** People who had been forgotten since and were again. */
  forgottenAgain: z.int().default(0),
  /** Full path of what was here before; null where there was nothing. */
  setAside: z.string().nullable(),
  /** Until when it is kept. */
  until: z.int(),
  /** True where this itself took a restore back. */
  wentBack: z.boolean(),
});

const recordLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), ...recordedBackup.shape }),
  z.object({ kind: z.literal('drill'), ...drillResult.shape }),
  z.object({ kind: z.literal('restore'), ...recordedRestore.shape }),
]);

const safetySettings = z.object({
  preferences: backupPreferences,
  /** Folders chosen as places, full paths. */
  folders: z.array(z.string()),
  /** Kept because automatic backups need it; whoever reads this can read the shop's file beside it. */
  passphrase: z.object({ text: z.string(), hint: z.string(), setAt: z.int() }).nullable(),
  /** When the program last looked at the clock. */
  lastSeenAt: z.int().nullable(),
  /** When the derived tables were last compared with the entries. */
  driftCheckedAt: z.int().nullable(),
});

export type RecordedBackup = z.infer<typeof recordedBackup>;
export type RecordedRestore = z.infer<typeof recordedRestore>;
export type RecordedDrill = z.infer<typeof drillResult>;
export type SafetySettings = z.infer<typeof safetySettings>;
type RecordLine = z.infer<typeof recordLine>;

const usualSettings: SafetySettings = {
  preferences: { reminderDays: 3, startByItself: true },
  folders: [],
  passphrase: null,
  lastSeenAt: null,
  driftCheckedAt: null,
};

/** A line that was torn by a power cut, or that a newer version wrote, is none. */
function readLine(text: string): RecordLine | null {
  try {
    return recordLine.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * What this computer remembers about backups, beside the shop's file and not in it, so that a restore never takes it
 * back: `settings.json` and the append-only `record.jsonl`. Few and small, therefore read and written at once.
 */
export class BackupRecord {
  readonly directory: string;
  readonly #recordFile: string;
  readonly #settingsFile: string;
  #lines: RecordLine[] | null = null;
  #settings: SafetySettings | null = null;

  constructor(directory: string) {
    this.directory = directory;
    this.#recordFile = join(directory, 'record.jsonl');
    this.#settingsFile = join(directory, 'settings.json');
  }

  #read(): RecordLine[] {
    if (this.#lines) return this.#lines;
    const text = existsSync(this.#recordFile) ? readFileSync(this.#recordFile, 'utf8') : '';
    this.#lines = text
      .split('\n')
      .map(readLine)
      .filter((line) => line !== null);
    return this.#lines;
  }

  /** @throws what the file system reports; nothing is remembered then */
  #append(line: RecordLine): void {
    const lines = this.#read();
    mkdirSync(this.directory, { recursive: true });
    const isNew = !existsSync(this.#recordFile);
    const handle = openSync(this.#recordFile, 'a', 0o600);
    try {
      // The break comes first too: behind a line that was torn, this one would be lost with it.
      writeSync(handle, `${isNew ? '' : '\n'}${JSON.stringify(line)}\n`);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (isNew && process.platform !== 'win32') flush(this.directory);
    lines.push(line);
  }

  #ofKind<K extends RecordLine['kind']>(kind: K): Extract<RecordLine, { kind: K }>[] {
    const isKind = (line: RecordLine): line is Extract<RecordLine, { kind: K }> => line.kind === kind;
    return this.#read().filter(isKind).reverse();
  }

  /** Backups of a shop, known by the moment of its set-up, that were written from this computer; newest first. */
  backups(shopCreatedAt: number): readonly RecordedBackup[] {
    return this.#ofKind('backup')
      .filter((one) => one.shopCreatedAt === shopCreatedAt)
      .map(({ kind: _kind, ...backup }) => backup);
  }

  appendBackup(backup: RecordedBackup): void {
    this.#append({ kind: 'backup', ...backup });
  }

  /** Newest first. */
  drills(): readonly RecordedDrill[] {
    return this.#ofKind('drill').map(({ kind: _kind, ...drill }) => drill);
  }

  appendDrill(drill: RecordedDrill): void {
    this.#append({ kind: 'drill', ...drill });
  }

  /** Newest first, those that took one back included. */
  restores(): readonly RecordedRestore[] {
    return this.#ofKind('restore').map(({ kind: _kind, ...restore }) => restore);
  }

  appendRestore(restore: RecordedRestore): void {
    this.#append({ kind: 'restore', ...restore });
  }

  /** What was set; the usual where nothing was, or where the file cannot be read. */
  settings(): SafetySettings {
    if (this.#settings) return this.#settings;
    let stored: unknown = {};
    try {
      stored = JSON.parse(readFileSync(this.#settingsFile, 'utf8'));
    } catch {
      // Not there yet, or not readable: the usual.
    }
    this.#settings = safetySettings
      .catch(usualSettings)
      .parse({ ...usualSettings, ...(typeof stored === 'object' ? stored : {}) });
    return this.#settings;
  }

  /**
   * Sets some of the settings: written whole under another name, flushed, then renamed, readable by this user alone.
   * @throws what the file system reports; the settings are then those of before
   */
  changeSettings(change: Partial<SafetySettings>): SafetySettings {
    const next = { ...this.settings(), ...change };
    mkdirSync(this.directory, { recursive: true });
    const temporary = join(this.directory, `.settings.${randomUUID().slice(0, 8)}.part`);
    try {
      const handle = openSync(temporary, 'wx', 0o600);
      try {
        writeSync(handle, `${JSON.stringify(next, null, 2)}\n`);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      chmodSync(temporary, 0o600);
      renameSync(temporary, this.#settingsFile);
    } finally {
      rmSync(temporary, { force: true });
    }
    if (process.platform !== 'win32') flush(this.directory);
    this.#settings = next;
    return next;
  }
}
