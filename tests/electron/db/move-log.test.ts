import { statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { logLook, moveLog } from '#electron/db/move-log.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function aShopsFile() {
  const file = shopFile(temporaryDirectory());
  const { writer, reader, close } = openDatabase(file);
  onTestFinished(close);
  writer.pragma('wal_checkpoint(TRUNCATE)');
  const insert = writer.prepare('INSERT INTO preferences (name, value) VALUES (?, ?)');
  return {
    file,
    writer,
    reader,
    look: logLook(reader),
    write: (name: string) => insert.run(name, 'x'.repeat(40_000)),
    fileBytes: () => statSync(file).size,
  };
}

describe('the log', () => {
  it('is looked at without moving anything, also beside a transaction', () => {
    const { writer, write, look, fileBytes } = aShopsFile();
    expect(look()).toEqual({ pages: 0, left: 0 });
    const before = fileBytes();
    write('a');
    const { pages, left } = look();
    expect(pages).toBeGreaterThan(9);
    expect(left).toBe(pages);
    writer.exec('BEGIN IMMEDIATE');
    write('b');
    expect(look()).toEqual({ pages, left });
    writer.exec('COMMIT');
    expect(look().pages).toBeGreaterThan(pages);
    expect(fileBytes()).toBe(before);
  });

  it('is moved beside a transaction, and begun anew by the next write', () => {
    const { file, writer, write, look, fileBytes } = aShopsFile();
    const before = fileBytes();
    write('a');
    const { pages } = look();
    writer.exec('BEGIN IMMEDIATE');
    moveLog(file);
    writer.exec('COMMIT');
    expect(look()).toEqual({ pages, left: 0 });
    expect(fileBytes()).toBeGreaterThan(before);
    writer.prepare("UPDATE preferences SET value = 'y' WHERE name = 'a'").run();
    expect(look().pages).toBeLessThan(pages);
  });

  it('keeps what somebody who reads does not know yet', () => {
    const { file, write, look } = aShopsFile();
    write('a');
    const reading = new BetterSqlite3(file, { readonly: true });
    onTestFinished(() => void reading.close());
    reading.exec('BEGIN');
    reading.prepare('SELECT COUNT(*) FROM preferences').get();
    write('b');
    moveLog(file);
    expect(look().left).toBeGreaterThan(0);
    expect(look().left).toBeLessThan(look().pages);
    reading.exec('COMMIT');
    moveLog(file);
    expect(look().left).toBe(0);
  });
});
