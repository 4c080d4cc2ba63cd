import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';

/** What a log line carries beside its message: plain data that JSON can hold. */
export type LogFields = Readonly<Record<string, unknown>>;

/**
 * The log as the rest of the program sees it. An `Error` under the key `error` is written with its type,
 * message and stack; logs stay on this computer, so a stack belongs here and nowhere else.
 */
export interface Logger {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  readonly error: (message: string, fields?: LogFields) => void;
}

/** Where JSON lines go, and how to let go of the file. */
export interface LogFile {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

export interface LogFileOptions {
  /** Size in bytes from which a new file is begun. */
  readonly maxBytes?: number;
  /** How many files are kept, the current one included. */
  readonly maxFiles?: number;
}

const DEFAULT_MAX_BYTES = 1_000_000;
const DEFAULT_MAX_FILES = 5;

/**
 * Opens `<directory>/<name>.log` for appending. When a line would take it past `maxBytes`, it becomes
 * `<name>.1.log`, `.1` becomes `.2`, and so on; the oldest is dropped.
 *
 * Writing is synchronous, so that the line before a crash is on disk, and in this thread, because pino's own
 * transports start worker files that do not survive bundling. A log that cannot be written (full disk,
 * read-only directory) is given up silently: the shop must not stop because of its log.
 */
export function openLogFile(directory: string, name: string, options: LogFileOptions = {}): LogFile {
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES;
  const maxFiles = options.maxFiles ?? DEFAULT_MAX_FILES;
  const path = (age: number) => join(directory, age === 0 ? `${name}.log` : `${name}.${age}.log`);
  let current: { readonly fd: number; bytes: number } | null = null;

  const open = () => {
    mkdirSync(directory, { recursive: true });
    const fd = openSync(path(0), 'a');
    current = { fd, bytes: fstatSync(fd).size };
    return current;
  };
  const close = () => {
    if (current !== null) closeSync(current.fd);
    current = null;
  };
  const rotate = () => {
    close();
    rmSync(path(maxFiles - 1), { force: true });
    for (let age = maxFiles - 2; age >= 0; age -= 1) {
      if (existsSync(path(age))) renameSync(path(age), path(age + 1));
    }
    return open();
  };

  return {
    write: (line) => {
      try {
        const bytes = Buffer.byteLength(line);
        const file = current ?? open();
        const target = file.bytes > 0 && file.bytes + bytes > maxBytes ? rotate() : file;
        writeSync(target.fd, line);
        target.bytes += bytes;
      } catch {
        // Nowhere left to report it: see the docstring.
      }
    },
    close,
  };
}

/** A logger that writes JSON lines to `file`; `fields` stand on every line. */
export function createLogger(file: LogFile, fields: LogFields = {}): Logger {
  const log = pino({ base: { ...fields }, serializers: { error: pino.stdSerializers.err } }, file);
  return {
    info: (message, extra = {}) => log.info(extra, message),
    warn: (message, extra = {}) => log.warn(extra, message),
    error: (message, extra = {}) => log.error(extra, message),
  };
}
