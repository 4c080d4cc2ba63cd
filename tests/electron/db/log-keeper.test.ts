import { statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { LogKeeper } from '#electron/db/log-keeper.ts';
import { moveLog } from '#electron/db/move-log.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Pages the log is let grow to here, and more than fits into them. */
const longLog = 400;
const longText = (longLog + 100) * 4_096;

function aQuietShop() {
  const file = shopFile(temporaryDirectory());
  const { writer, reader, close } = openDatabase(file);
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const work = new UnitOfWork(writer, reader);
  const write = (name: string, characters = 9_000) =>
    work.write((tx) =>
      tx.runQuery((db) => db.insertInto('preferences').values({ name, value: 'x'.repeat(characters) })),
    );
  const reports: unknown[] = [];
  const move = vi.fn(async () => moveLog(file));
  const keeper = new LogKeeper(work, move, (error) => reports.push(error), longLog);
  onTestFinished(async () => {
    await keeper.stop();
    close();
  });
  return { file, work, writer, write, reports, move, keeper, fileBytes: () => statSync(file).size };
}

/** Lets seconds pass, and whatever is done in them be done. */
async function pass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    vi.advanceTimersByTime(1_000);
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  }
}

describe('the write-ahead log', () => {
  it('is moved into the file when the till has been quiet, not before', async () => {
    const { write, fileBytes } = aQuietShop();
    const before = fileBytes();
    await write('a');
    await pass(2);
    expect(fileBytes()).toBe(before);
    await write('b');
    await pass(2);
    expect(fileBytes()).toBe(before);
    await pass(2);
    expect(fileBytes()).toBeGreaterThan(before);
  });

  it('is left alone while nothing new stands in it', async () => {
    const { write, move } = aQuietShop();
    await write('a');
    await pass(60);
    expect(move).toHaveBeenCalledTimes(1);
  });

  it('is moved beside a transaction, which is not kept waiting', async () => {
    const { write, work, fileBytes, reports } = aQuietShop();
    await write('a');
    const before = fileBytes();
    await work.write(() => pass(10));
    expect(fileBytes()).toBeGreaterThan(before);
    expect(reports).toEqual([]);
  });

  it('has a file as long as it will become, before it is written so far', async () => {
    const { file, work, writer, write, fileBytes, reports } = aQuietShop();
    await write('long', 12_000_000);
    writer.pragma('wal_checkpoint(TRUNCATE)');
    await pass(2);
    const room = Math.min(Math.floor(fileBytes() / 8), longLog * 4_120);
    await expect.poll(() => statSync(`${file}-wal`).size, { interval: 5 }).toBe(room);
    expect(work.log().pages).toBeLessThan(10);
    expect(reports).toEqual([]);
  });

  it('is tried again after the next write when it could not be moved, and the till hears nothing of it', async () => {
    const { write, move, reports, fileBytes } = aQuietShop();
    await write('a');
    move.mockRejectedValueOnce(new Error('the disk is away'));
    await pass(10);
    expect(reports).toEqual([new Error('the disk is away')]);
    const before = fileBytes();
    await write('b');
    await pass(10);
    expect(fileBytes()).toBeGreaterThan(before);
  });

  it('is moved and begun anew when it is long, although the till is never quiet', async () => {
    const { file, work, write, move, fileBytes } = aQuietShop();
    const before = fileBytes();
    await write('a', longText);
    move.mockImplementationOnce(async () => {
      // What a check-in writes while the log is moved is not moved with it.
      const reading = new BetterSqlite3(file, { readonly: true });
      reading.exec('BEGIN');
      reading.prepare('SELECT COUNT(*) FROM preferences').get();
      await write('while it was moved');
      moveLog(file);
      reading.close();
    });
    await pass(1);
    await write('b');
    await pass(1);
    expect(move).toHaveBeenCalled();
    expect(fileBytes()).toBeGreaterThan(before + longText);
    await write('c');
    expect(work.log().pages).toBeLessThan(100);
  });

  it('is not touched any more once it was told to stop', async () => {
    const { write, keeper, move } = aQuietShop();
    await write('a');
    await keeper.stop();
    await pass(60);
    expect(move).not.toHaveBeenCalled();
  });

  it('is not complained about when the shop is closed while it is moved', async () => {
    const { write, keeper, move, reports } = aQuietShop();
    await write('a');
    move.mockImplementationOnce(async () => {
      await keeper.stop();
      throw new Error('the thread was closed');
    });
    await pass(4);
    expect(move).toHaveBeenCalledTimes(1);
    expect(reports).toEqual([]);
  });
});
