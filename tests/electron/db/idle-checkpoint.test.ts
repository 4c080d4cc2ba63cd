import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { IdleCheckpoint } from '#electron/db/idle-checkpoint.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

function aQuietShop() {
  const directory = temporaryDirectory();
  const { writer, reader, close } = openDatabase(shopFile(directory));
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const work = new UnitOfWork(writer, reader);
  const reports: unknown[] = [];
  const checkpoint = new IdleCheckpoint(writer, work, (error) => reports.push(error));
  onTestFinished(() => {
    checkpoint.stop();
    if (writer.open) close();
  });
  const write = (name: string) =>
    work.write((tx) =>
      tx.runQuery((db) => db.insertInto('preferences').values({ name, value: 'x'.repeat(9_000) })),
    );
  return {
    writer,
    work,
    write,
    reports,
    checkpoint,
    fileBytes: () => statSync(join(directory, 'shop.sqlite')).size,
  };
}

const pass = (seconds: number) => vi.advanceTimersByTime(seconds * 1_000);

describe('the write-ahead log', () => {
  it('is moved into the file when the till has been quiet, not before', async () => {
    const { write, fileBytes } = aQuietShop();
    const before = fileBytes();
    await write('a');
    pass(2);
    expect(fileBytes()).toBe(before);
    await write('b');
    pass(2);
    expect(fileBytes()).toBe(before);
    pass(2);
    expect(fileBytes()).toBeGreaterThan(before);
  });

  it('is left alone while nothing new stands in it', async () => {
    const { writer, write } = aQuietShop();
    await write('a');
    const pragma = vi.spyOn(writer, 'pragma');
    pass(60);
    expect(pragma).toHaveBeenCalledTimes(1);
  });

  it('is left alone inside a transaction', async () => {
    const { write, work, fileBytes, reports } = aQuietShop();
    await write('a');
    const before = fileBytes();
    await work.write(async () => pass(10));
    expect(fileBytes()).toBe(before);
    expect(reports).toEqual([]);
  });

  it('is tried again after the next write when it could not be moved, and the till hears nothing of it', async () => {
    const { writer, write, reports, fileBytes } = aQuietShop();
    await write('a');
    const failing = vi.spyOn(writer, 'pragma').mockImplementation(() => {
      throw new Error('the disk is away');
    });
    pass(10);
    expect(reports).toEqual([new Error('the disk is away')]);
    failing.mockRestore();
    const before = fileBytes();
    await write('b');
    pass(10);
    expect(fileBytes()).toBeGreaterThan(before);
  });

  it('is not touched any more once it was told to stop', async () => {
    const { writer, write, checkpoint } = aQuietShop();
    await write('a');
    checkpoint.stop();
    const pragma = vi.spyOn(writer, 'pragma');
    pass(60);
    expect(pragma).not.toHaveBeenCalled();
  });
});
