import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CopyDamaged, copyBeforeMigration, copyDatabase, newestFile } from '#electron/db/copy-database.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function aDatabase() {
  const directory = temporaryDirectory();
  const { writer, close } = openDatabase(shopFile(directory));
  onTestFinished(close);
  return { writer, backups: join(directory, 'backups') };
}

const read = (file: string, sql: string) => {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return copy.prepare(sql).pluck().all();
  } finally {
    copy.close();
  }
};

describe('a copy of the database', () => {
  it('holds what is committed, also what only stands in the log, and says how much', async () => {
    const { writer, backups } = aDatabase();
    writer.exec(`INSERT INTO preferences VALUES ('a', '1'); INSERT INTO wallets (id, created_at) VALUES (1, 0);
      INSERT INTO staff VALUES (1, 'Owner', 'owner', 1, 0);
      INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
      VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1), (2, 1, 'Eero', 'eero', 0, 0, 0, 1)`);
    const copy = await copyDatabase(writer, backups, 'copy.sqlite');
    expect(copy).toEqual({
      file: join(backups, 'copy.sqlite'),
      bytes: statSync(join(backups, 'copy.sqlite')).size,
      customers: 2,
      visits: 0,
    });
    expect(read(copy.file, 'SELECT name FROM customers')).toEqual(['Aino', 'Eero']);
  });

  it('is a shop that opens', async () => {
    const { writer } = aDatabase();
    const directory = temporaryDirectory();
    await copyDatabase(writer, directory, 'shop.sqlite');
    const again = openDatabase(shopFile(directory));
    expect(again.writer.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });

  it('leaves nothing else behind, and takes over what a killed attempt left', async () => {
    const { writer, backups } = aDatabase();
    await copyDatabase(writer, backups, 'copy.sqlite');
    writeFileSync(join(backups, '.copy.sqlite.part'), 'half of an earlier copy');
    await copyDatabase(writer, backups, 'copy.sqlite');
    expect(readdirSync(backups)).toEqual(['copy.sqlite']);
  });

  it('is not kept when it cannot be read back whole', async () => {
    const { writer, backups } = aDatabase();
    const page = Number(
      writer.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'preferences'").pluck().get(),
    );
    writer.pragma('wal_checkpoint(TRUNCATE)');
    const spoilt = join(temporaryDirectory(), 'spoilt.sqlite');
    await copyDatabase(writer, join(spoilt, '..'), 'spoilt.sqlite');
    spoil(spoilt, page);
    const source = new BetterSqlite3(spoilt);
    onTestFinished(() => {
      source.close();
    });
    await expect(copyDatabase(source, backups, 'copy.sqlite')).rejects.toThrow(CopyDamaged);
    expect(readdirSync(backups)).toEqual([]);
  });

  it('passes on what the file system says, and leaves nothing', async () => {
    const { writer } = aDatabase();
    const file = join(temporaryDirectory(), 'a-file');
    writeFileSync(file, '');
    await expect(copyDatabase(writer, join(file, 'backups'), 'copy.sqlite')).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
    const taken = temporaryDirectory();
    await copyDatabase(writer, join(taken, 'copy.sqlite'), 'inner.sqlite');
    await expect(copyDatabase(writer, taken, 'copy.sqlite')).rejects.toMatchObject({ code: 'EISDIR' });
    expect(readdirSync(taken)).toEqual(['copy.sqlite']);
  });

  it('goes on while the till writes, and holds a state that was once true', async () => {
    const { writer, backups } = aDatabase();
    const put = writer.prepare('INSERT INTO preferences VALUES (?, ?)');
    writer.exec('BEGIN');
    for (let row = 0; row < 2_000; row += 1) put.run(`large${row}`, 'x'.repeat(4_000));
    writer.exec('COMMIT');
    const copying = copyDatabase(writer, backups, 'copy.sqlite');
    let written = 0;
    while (!existsSync(join(backups, 'copy.sqlite')) && written < 50) {
      writer.transaction(() => {
        put.run(`left${written}`, '');
        put.run(`right${written}`, '');
      })();
      written += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { file } = await copying;
    const sides = read(
      file,
      "SELECT count(*) FROM preferences WHERE name LIKE 'left%' UNION ALL SELECT count(*) FROM preferences WHERE name LIKE 'right%'",
    );
    expect(sides[0]).toBe(sides[1]);
    expect(written).toBeGreaterThan(1);
  });
});

/** Overwrites one page, counted from 1. */
function spoil(file: string, page: number): void {
  const source = new BetterSqlite3(file);
  const bytes = source.serialize();
  source.close();
  bytes.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(file, bytes);
}

describe('the copy before a migration', () => {
  it('is named after the schema and replaces one of an earlier attempt', () => {
    const { writer, backups } = aDatabase();
    writer.exec("INSERT INTO preferences VALUES ('a', 'old')");
    const schema = writer.pragma('user_version', { simple: true });
    const file = copyBeforeMigration(writer, backups);
    expect(file).toBe(join(backups, `before-migration-from-${schema}.sqlite`));
    writer.exec("UPDATE preferences SET value = 'new'");
    writeFileSync(join(backups, `.before-migration-from-${schema}.sqlite.part`), 'half of an earlier copy');
    expect(copyBeforeMigration(writer, backups)).toBe(file);
    expect(read(file, 'SELECT value FROM preferences')).toEqual(['new']);
    expect(readdirSync(backups)).toHaveLength(1);
  });

  it('keeps the earlier one when a new one cannot be made', () => {
    const { writer, backups } = aDatabase();
    const file = copyBeforeMigration(writer, backups);
    const before = statSync(file).mtimeMs;
    writer.exec('BEGIN');
    expect(() => copyBeforeMigration(writer, backups)).toThrow(/transaction/);
    writer.exec('ROLLBACK');
    expect(statSync(file).mtimeMs).toBe(before);
    expect(readdirSync(backups)).toHaveLength(1);
  });
});

describe('the newest copy', () => {
  it('is the one written last whose name fits', () => {
    const directory = temporaryDirectory();
    const put = (name: string, seconds: number) => {
      writeFileSync(join(directory, name), '');
      utimesSync(join(directory, name), seconds, seconds);
    };
    put('b.sqlite', 2_000);
    put('a.sqlite', 3_000);
    put('c.txt', 9_000);
    expect(newestFile(directory, /\.sqlite$/)).toEqual({ file: join(directory, 'a.sqlite'), at: 3_000_000 });
  });

  it('is none where there are no copies or no directory', () => {
    const directory = temporaryDirectory();
    expect(newestFile(directory, /\.sqlite$/)).toBeNull();
    expect(newestFile(join(directory, 'none'), /\.sqlite$/)).toBeNull();
  });
});
