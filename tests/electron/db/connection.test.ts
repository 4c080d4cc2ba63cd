import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { Connection } from '#electron/db/connection.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { statement } from '#electron/db/statement.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function aConnection() {
  const { writer, close } = openDatabase(shopFile(temporaryDirectory()));
  onTestFinished(close);
  const prepare = vi.spyOn(writer, 'prepare');
  return { connection: new Connection(writer), prepared: () => prepare.mock.calls.length };
}

const put = statement<{ name: string; value: string }>()((db, p) =>
  db.insertInto('preferences').values({ name: p('name'), value: p('value') }),
);
const get = statement<{ name: string }>()((db, p) =>
  db.selectFrom('preferences').select('value').where('name', '=', p('name')),
);
const all = statement<Record<never, never>>()((db) =>
  db.selectFrom('preferences').selectAll().orderBy('name'),
);

describe('a connection', () => {
  it('runs declared statements and says how many rows they touched', async () => {
    const { connection } = aConnection();
    expect(await connection.run(put, { name: 'a', value: '1' })).toBe(1);
    expect(await connection.one(get, { name: 'a' })).toEqual({ value: '1' });
    expect(await connection.one(get, { name: 'b' })).toBeUndefined();
    expect(await connection.all(all, {})).toEqual([{ name: 'a', value: '1' }]);
  });

  it('prepares a declared statement once', async () => {
    const { connection, prepared } = aConnection();
    for (const name of ['a', 'b', 'c']) await connection.run(put, { name, value: name });
    for (const name of ['a', 'b', 'c']) await connection.one(get, { name });
    expect(prepared()).toBe(2);
  });

  it('prepares a query of one shape once, whatever its values', async () => {
    const { connection, prepared } = aConnection();
    const find = (name: string) =>
      connection.query((db) => db.selectFrom('preferences').selectAll().where('name', '=', name));
    await connection.runQuery((db) => db.insertInto('preferences').values({ name: 'b', value: '2' }));
    expect(await find('a')).toEqual([]);
    expect(await find('b')).toEqual([{ name: 'b', value: '2' }]);
    expect(prepared()).toBe(2);
  });

  it('does not keep statements without end', async () => {
    const { connection, prepared } = aConnection();
    const ofLength = (length: number) =>
      connection.query((db) =>
        db
          .selectFrom('preferences')
          .select('name')
          .where(
            'name',
            'in',
            Array.from({ length }, (_, index) => `${index}`),
          ),
      );
    await ofLength(1);
    for (let length = 2; length <= 201; length += 1) await ofLength(length);
    const before = prepared();
    await ofLength(1);
    expect(prepared()).toBe(before + 1);
  });

  it('binds the values by name, wherever they stand', () => {
    const twice = statement<{ name: string; value: string }>()((db, p) =>
      db
        .selectFrom('preferences')
        .select('name')
        .where((eb) => eb.or([eb('value', '=', p('value')), eb('name', '=', p('name'))]))
        .where('name', '<>', p('value'))
        .limit(7),
    );
    expect(twice.bind({ name: 'n', value: 'v' })).toEqual(['v', 'n', 'v', 7]);
  });

  it('refuses a value that was forgotten', async () => {
    const { connection } = aConnection();
    await expect(connection.one(get, {} as { name: string })).rejects.toThrow(TypeError);
  });

  it('passes over rows in the order of the query, each as the list of its columns', async () => {
    const { connection } = aConnection();
    for (const [name, value] of [
      ['b', '2'],
      ['c', '1'],
      ['a', '3'],
    ] as const)
      await connection.run(put, { name, value });
    const found: unknown[] = [];
    await connection.scan(
      (db) => db.selectFrom('preferences').select(['value', 'name', 'name as again']).orderBy('value'),
      (row) => found.push(row),
    );
    expect(found).toEqual([
      ['1', 'c', 'c'],
      ['2', 'b', 'b'],
      ['3', 'a', 'a'],
    ]);
  });

  it('ends a pass with what whoever takes the rows throws, and can begin another', async () => {
    const { connection } = aConnection();
    for (const name of ['a', 'b']) await connection.run(put, { name, value: name });
    const names = (take: (name: string) => void) =>
      connection.scan<readonly [string]>(
        (db) => db.selectFrom('preferences').select('name'),
        ([name]) => take(name),
      );
    const seen: string[] = [];
    await expect(
      names((name) => {
        seen.push(name);
        throw new Error('enough');
      }),
    ).rejects.toThrow('enough');
    expect(seen).toEqual(['a']);
    await names((name) => seen.push(name));
    expect(seen).toEqual(['a', 'a', 'b']);
  });
});
