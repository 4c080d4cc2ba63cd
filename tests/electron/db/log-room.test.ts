import { cpSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeRoomInLog } from '#electron/db/log-room.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { smallDisk } from '#tests/support/small-disk.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const megabyte = 1024 * 1024;
/** More pages than are wanted here. */
const longest = 16_384;
const always = () => true;

async function aShopOf(megabytes: number, directory = temporaryDirectory()) {
  const file = shopFile(directory);
  const { writer, reader, close } = openDatabase(file);
  onTestFinished(close);
  const work = new UnitOfWork(writer, reader);
  const write = (name: string, characters = 10) =>
    work.write((tx) =>
      tx.runQuery((db) => db.insertInto('preferences').values({ name, value: 'x'.repeat(characters) })),
    );
  await write('long', megabytes * megabyte);
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const bytes = (end = '') => statSync(file + end).size;
  return { file, work, writer, write, logBytes: () => bytes('-wal'), fileBytes: () => bytes() };
}

const namesIn = (file: string) => {
  const database = new BetterSqlite3(file);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare('SELECT name FROM preferences ORDER BY name').pluck().all();
  } finally {
    database.close();
  }
};

describe('room in the write-ahead log', () => {
  it('is an eighth of the shop’s file, and does not grow by what is written then', async () => {
    const { work, write, logBytes, fileBytes } = await aShopOf(20);
    await makeRoomInLog(work, longest, always);
    const room = Math.floor(fileBytes() / 8);
    expect(logBytes()).toBe(room);
    for (let count = 0; count < 20; count += 1) await write(`written ${count}`, 50_000);
    expect(work.log().pages).toBeGreaterThan(250);
    expect(logBytes()).toBe(room);
  });

  it('is no more than what the log is moved at, and none where the file is small', async () => {
    const large = await aShopOf(20);
    await makeRoomInLog(large.work, 300, always);
    expect(large.logBytes()).toBe(300 * 4_120);
    const small = await aShopOf(1);
    await makeRoomInLog(small.work, longest, always);
    expect(small.logBytes()).toBe(0);
  });

  it('harms nothing that stands in the log or is written while it is made, also when the power goes', async () => {
    const { file, work, write } = await aShopOf(30);
    await write('before');
    let parts = 0;
    await makeRoomInLog(work, longest, () => {
      parts += 1;
      void write(`beside ${parts}`, 400_000);
      return true;
    });
    expect(parts).toBeGreaterThan(2);
    await write('then');
    const copy = temporaryDirectory();
    cpSync(dirname(file), copy, { recursive: true });
    const beside = Array.from({ length: parts }, (_, index) => `beside ${index + 1}`);
    expect(namesIn(shopFile(copy))).toEqual([...['before', 'long', 'then'], ...beside].sort());
  });

  it('is not made while another program writes', async () => {
    const { file, work, writer, logBytes } = await aShopOf(20);
    writer.pragma('busy_timeout = 0');
    const other = new BetterSqlite3(file);
    other.exec('BEGIN IMMEDIATE');
    const before = logBytes();
    await expect(makeRoomInLog(work, longest, always)).rejects.toThrow('locked');
    expect(logBytes()).toBe(before);
    other.close();
    await makeRoomInLog(work, longest, always);
    expect(logBytes()).toBeGreaterThan(before);
  });

  it('is not made any further once nobody wants it', async () => {
    const { work, logBytes } = await aShopOf(30);
    let asked = 0;
    await makeRoomInLog(work, longest, () => {
      asked += 1;
      return asked < 3;
    });
    expect(logBytes()).toBe(2 * megabyte);
  });

  it('is left to the shop where the disk is nearly full', async (context) => {
    const disk = smallDisk(context, 32 * 1024);
    const { work, logBytes } = await aShopOf(12, disk.path);
    await makeRoomInLog(work, longest, always);
    expect(logBytes()).toBe(0);
  });
});
