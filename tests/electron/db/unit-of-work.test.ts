import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { WriteTx } from '#electron/db/connection.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { StorageRefused, storageError, UnitOfWork } from '#electron/db/unit-of-work.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function aUnitOfWork() {
  const { writer, reader, close } = openDatabase(shopFile(temporaryDirectory()));
  onTestFinished(close);
  const names = () => reader.prepare('SELECT name FROM preferences ORDER BY name').pluck().all();
  return { work: new UnitOfWork(writer, reader), writer, names };
}

const put = (tx: WriteTx, name: string, value = '') =>
  tx.runQuery((db) => db.insertInto('preferences').values({ name, value }));

describe('a unit of work', () => {
  it('has everything on disk when it returns, and gives back what the work returned', async () => {
    const { work, names } = aUnitOfWork();
    const touched = await work.write((tx) => put(tx, 'a'));
    expect(touched).toBe(1);
    expect(names()).toEqual(['a']);
  });

  it('has a larger page cache for a large work, and the usual one again afterwards, also when it throws', async () => {
    const { work, names, writer } = aUnitOfWork();
    const cache = () => Number(writer.pragma('cache_size', { simple: true }));
    const references = () => Number(writer.pragma('foreign_keys', { simple: true }));
    const usual = cache();
    const during = await work.writeLarge(async (tx) => {
      await put(tx, 'a');
      return [cache(), references()];
    });
    expect(during).toEqual([expect.any(Number), 0]);
    expect(during[0]).toBeLessThan(usual);
    expect([cache(), references()]).toEqual([usual, 1]);
    const failing = work.writeLarge(async (tx) => {
      await put(tx, 'b');
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect([cache(), references()]).toEqual([usual, 1]);
    await work.write((tx) => put(tx, 'c'));
    expect(names()).toEqual(['a', 'c']);
  });

  it('keeps nothing of a work that throws', async () => {
    const { work, names, writer } = aUnitOfWork();
    const failing = work.write(async (tx) => {
      await put(tx, 'a');
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(new RangeError('no'));
    expect(names()).toEqual([]);
    expect(writer.inTransaction).toBe(false);
  });

  it('goes on with the next work after one that threw', async () => {
    const { work, names } = aUnitOfWork();
    const failing = work.write(async (tx) => {
      await put(tx, 'a');
      throw new Error('no');
    });
    const next = work.write((tx) => put(tx, 'b'));
    await expect(failing).rejects.toThrow('no');
    await next;
    expect(names()).toEqual(['b']);
  });

  it('lets works wait for one another, however they await inside', async () => {
    const { work, names } = aUnitOfWork();
    const seen: string[] = [];
    const slow = (name: string) =>
      work.write(async (tx) => {
        seen.push(`${name} begins`);
        for (let step = 0; step < 3; step += 1) {
          await setImmediate();
          await put(tx, `${name}${step}`);
        }
        seen.push(`${name} ends`);
      });
    await Promise.all([slow('a'), slow('b'), slow('c')]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(names()).toHaveLength(9);
  });

  it('does not let a slow work show others what it has not committed', async () => {
    const { work, names } = aUnitOfWork();
    let seen: unknown;
    await work.write(async (tx) => {
      await put(tx, 'a');
      seen = names();
      await setImmediate();
    });
    expect(seen).toEqual([]);
  });

  it('counts commits only', async () => {
    const { work } = aUnitOfWork();
    expect(work.dataVersion).toBe(0);
    await work.write((tx) => put(tx, 'a'));
    await work.write(() => Promise.reject(new Error('no'))).catch(() => undefined);
    expect(work.dataVersion).toBe(1);
  });

  it('tells of a commit before any other work begins, and never of a work that failed', async () => {
    const { work } = aUnitOfWork();
    const seen: string[] = [];
    const first = work.write(
      async (tx) => put(tx, 'a'),
      (touched) => seen.push(`committed ${touched}`),
    );
    const second = work.write(
      async () => {
        seen.push('next');
        throw new Error('no');
      },
      () => seen.push('failed work committed'),
    );
    await Promise.allSettled([first, second]);
    expect(seen).toEqual(['committed 1', 'next']);
  });

  it('is settled when all works begun so far have ended', async () => {
    const { work, names } = aUnitOfWork();
    void work.write(async (tx) => {
      await setImmediate();
      await put(tx, 'a');
    });
    void work.write(() => Promise.reject(new Error('no'))).catch(() => undefined);
    await work.settled();
    expect(names()).toEqual(['a']);
  });

  it('says that the disk is full, keeps what was there, and goes on when there is room again', async () => {
    const { work, writer, names } = aUnitOfWork();
    await work.write((tx) => put(tx, 'before'));
    const pages = Number(writer.pragma('page_count', { simple: true }));
    writer.pragma(`max_page_count = ${pages + 1}`);
    const tooMuch = work.write(async (tx) => {
      await put(tx, 'small');
      await put(tx, 'large', 'x'.repeat(100_000));
    });
    await expect(tooMuch).rejects.toMatchObject({ name: 'StorageRefused', why: 'diskFull' });
    expect(names()).toEqual(['before']);
    writer.pragma('max_page_count = 1000000');
    await work.write((tx) => put(tx, 'large', 'x'.repeat(100_000)));
    expect(names()).toEqual(['before', 'large']);
  });

  it('passes a broken constraint on as it is', async () => {
    const { work } = aUnitOfWork();
    await work.write((tx) => put(tx, 'a'));
    await expect(work.write((tx) => put(tx, 'a'))).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_PRIMARYKEY',
    });
  });

  it('throws the first error also when SQLite has rolled back by itself', async () => {
    const { work, writer, names } = aUnitOfWork();
    const failing = work.write(async (tx) => {
      await put(tx, 'a');
      writer.exec('ROLLBACK');
      throw new Error('the first error');
    });
    await expect(failing).rejects.toThrow('the first error');
    expect(names()).toEqual([]);
  });
});

describe('what SQLite says of the disk', () => {
  const coded = (code: string) => Object.assign(new Error(code), { code });
  it.each([
    ['SQLITE_FULL', 'diskFull'],
    ['SQLITE_IOERR_WRITE', 'diskFull'],
    ['SQLITE_IOERR_SHMSIZE', 'diskFull'],
    ['SQLITE_READONLY', 'readOnly'],
    ['SQLITE_READONLY_DBMOVED', 'readOnly'],
    ['SQLITE_CANTOPEN', 'readOnly'],
    ['SQLITE_CORRUPT', 'damaged'],
    ['SQLITE_CORRUPT_VTAB', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_IOERR_READ', 'damaged'],
    ['SQLITE_IOERR_SHORT_READ', 'damaged'],
  ])('%s: %s', (code, why) => {
    const error = coded(code);
    const refused = storageError(error);
    expect(refused).toBeInstanceOf(StorageRefused);
    expect(refused).toMatchObject({ why, cause: error });
  });

  it.each([coded('SQLITE_CONSTRAINT_UNIQUE'), coded('SQLITE_BUSY'), new Error('no code'), 'text', null])(
    'nothing about %s',
    (error) => {
      expect(storageError(error)).toBe(error);
    },
  );
});
