import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { flush, flushFolder } from './flush.ts';
import { shopFile } from './open-database.ts';
import { removeDatabase } from './upgrade-on-copy.ts';

/** Another file takes the place of the shop's file; all names are relative to the data directory. */
export interface Exchange {
  readonly format: 1;
  /** `back`: what was begun is being taken back. */
  readonly phase: 'forward' | 'back';
  /** Where the file of before goes. */
  readonly aside: string;
  /** False where there was nothing worth keeping. */
  readonly keepAside: boolean;
  /** What is to be remembered when the new file is in place. */
  readonly entry: unknown;
}

const ends = ['-wal', '-journal'] as const;
const journalName = 'restore.json';

/** The file that is to take the shop's place waits beside it, so that one rename is enough. */
const nextFile = (dataDir: string): string => join(dataDir, '.shop.sqlite.next');
const journalFile = (dataDir: string): string => join(dataDir, 'backups', journalName);

/** Writes a small file so that it is there whole or not at all. */
function writeWhole(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.part`);
  writeFileSync(temporary, text, { mode: 0o600 });
  flush(temporary);
  renameSync(temporary, file);
  flushFolder(dirname(file));
}

/** Gives a file a second name; a copy where the file system knows no second names. */
function nameAgain(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    const temporary = `${to}.part`;
    try {
      copyFileSync(from, temporary);
      flush(temporary);
      renameSync(temporary, to);
    } finally {
      rmSync(temporary, { force: true });
    }
  }
}

/** Puts a file in the place of another; `backups/`, from which it comes, may lie on another disk. */
function moveOver(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    nameAgain(from, to);
    rmSync(from, { force: true });
  }
}

function isSameFile(one: string, other: string): boolean {
  const [first, second] = [statSync(one, { bigint: true }), statSync(other, { bigint: true })];
  return first.ino === second.ino && first.dev === second.dev;
}

/** What was begun and not ended; null where nothing was. The journal is there whole or not at all. */
export function readExchange(dataDir: string): Exchange | null {
  const file = journalFile(dataDir);
  if (!existsSync(file)) return null;
  const exchange = JSON.parse(readFileSync(file, 'utf8')) as Exchange;
  if (exchange.format !== 1) throw new Error(`${journalName} is of a newer version`);
  return exchange;
}

/** Puts a file beside the shop's: a rename, or a copy where `backups/` lies on another disk. */
function putBeside(dataDir: string, file: string): void {
  const next = nextFile(dataDir);
  removeDatabase(next);
  try {
    renameSync(file, next);
  } catch {
    copyFileSync(file, next);
    rmSync(file, { force: true });
  }
  flush(next);
  flushFolder(dataDir);
}

/**
 * Writes down that a file is to take the place of the shop's. From here on `carryOut` can end it, in this run of the
 * program or the next.
 * @param file a whole database that nobody has open; it is moved
 * @throws what the file system reports; nothing was begun then
 */
export function beginExchange(
  dataDir: string,
  file: string,
  exchange: Omit<Exchange, 'format' | 'phase'>,
): void {
  mkdirSync(join(dataDir, 'backups'), { recursive: true });
  try {
    putBeside(dataDir, file);
    writeWhole(journalFile(dataDir), JSON.stringify({ format: 1, phase: 'forward', ...exchange }));
  } catch (error) {
    // The journal first: one that stands alone says that the file has taken its place.
    rmSync(journalFile(dataDir), { force: true });
    removeDatabase(nextFile(dataDir));
    throw error;
  }
}

/**
 * Does what is left to do of an exchange that was begun. Nobody may have the shop's file open. The old file keeps its
 * place until the new one takes it by a rename; its log goes aside with it before that, so that it never meets the new one.
 * @returns which file is in place now; null where no exchange was begun
 */
export function carryOut(dataDir: string): 'new' | 'old' | null {
  const exchange = readExchange(dataDir);
  if (!exchange) {
    removeDatabase(nextFile(dataDir));
    return null;
  }
  const [shop, next, aside] = [shopFile(dataDir), nextFile(dataDir), join(dataDir, exchange.aside)];
  if (exchange.phase === 'back') return takeBack(dataDir);
  if (!existsSync(next)) {
    const replaced = existsSync(shop) && !(existsSync(aside) && isSameFile(shop, aside));
    return replaced ? 'new' : takeBack(dataDir);
  }
  if (existsSync(shop) && !existsSync(aside)) nameAgain(shop, aside);
  for (const end of ends) {
    if (existsSync(shop + end) && statSync(shop + end).size > 0 && !existsSync(aside + end))
      nameAgain(shop + end, aside + end);
  }
  flushFolder(dirname(aside));
  for (const end of [...ends, '-shm']) rmSync(shop + end, { force: true });
  flushFolder(dataDir);
  renameSync(next, shop);
  flushFolder(dataDir);
  return 'new';
}

/** Puts the file of before back into its place; what came instead of it is removed. */
export function takeBack(dataDir: string): 'old' {
  const exchange = readExchange(dataDir);
  if (!exchange) throw new Error('nothing was begun that could be taken back');
  const [shop, next, aside] = [shopFile(dataDir), nextFile(dataDir), join(dataDir, exchange.aside)];
  if (exchange.phase === 'forward')
    writeWhole(journalFile(dataDir), JSON.stringify({ ...exchange, phase: 'back' }));
  const isOld = existsSync(next) || (existsSync(aside) && existsSync(shop) && isSameFile(aside, shop));
  if (existsSync(aside) && !(isOld && existsSync(shop))) {
    for (const end of [...ends, '-shm']) rmSync(shop + end, { force: true });
    moveOver(aside, shop);
  }
  for (const end of ends) {
    if (existsSync(aside + end) && !existsSync(shop + end)) moveOver(aside + end, shop + end);
  }
  flushFolder(dataDir);
  removeDatabase(aside);
  removeDatabase(next);
  endExchange(dataDir);
  return 'old';
}

/** Forgets the journal, after the new file was opened and the exchange was put on record. */
export function endExchange(dataDir: string): void {
  const exchange = readExchange(dataDir);
  if (exchange?.phase === 'forward' && !exchange.keepAside) removeDatabase(join(dataDir, exchange.aside));
  rmSync(journalFile(dataDir), { force: true });
  flushFolder(join(dataDir, 'backups'));
}
