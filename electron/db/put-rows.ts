import type { WriteTx } from './connection.ts';
import type { Schema } from './schema.ts';
import type { Statement } from './statement.ts';

/** A row as the list of its values, in the order of the columns. */
type ValueRow = readonly (number | string | null)[];

/** Rows in one statement: each run of a statement costs as much as writing several rows. */
const rowsAtOnce = 64;

type PutStatement = Statement<readonly ValueRow[], unknown>;

function putStatement(
  table: string,
  columns: readonly string[],
  key: readonly string[],
  rows: number,
): PutStatement {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const others = columns.filter((column) => !key.includes(column));
  return {
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(rows).fill(row).join(', ')}
      ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    bind: (values) => values.flat(),
  };
}

/** Lists of as many rows as one statement takes, made when it is their turn. */
function* portions(rows: readonly ValueRow[], size: number): Generator<readonly ValueRow[]> {
  for (let start = 0; start + size <= rows.length; start += size) yield rows.slice(start, start + size);
}

/**
 * A way to write any number of rows of a table: a row with the key of one that stands there takes its place. Rows in the
 * order of the table's key are written quickest.
 */
export function putRows<T extends keyof Schema & string>(
  table: T,
  columns: readonly (keyof Schema[T] & string)[],
  key: readonly (keyof Schema[T] & string)[],
): (tx: WriteTx, rows: readonly ValueRow[]) => Promise<void> {
  const many = putStatement(table, columns, key, rowsAtOnce);
  const single = putStatement(table, columns, key, 1);
  return async (tx, rows) => {
    await tx.runAll(many, portions(rows, rowsAtOnce));
    await tx.runAll(single, portions(rows.slice(rows.length - (rows.length % rowsAtOnce)), 1));
  };
}
