import BetterSqlite3, { type Database } from 'better-sqlite3';

/** A value as SQLite keeps it; the shop's file holds no blobs. */
export type StoredValue = string | number | null;

export interface StoredTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/**
 * All tables of a shop's file as they are at one moment, however much is written meanwhile: a connection of its own with
 * one read transaction. For whoever passes over everything.
 */
export class ReadSnapshot {
  readonly #database: Database;

  /** @param file the shop's file */
  constructor(file: string) {
    this.#database = new BetterSqlite3(file, { readonly: true });
    this.#database.pragma('busy_timeout = 5000');
    this.#database.pragma('cache_size = -8000');
    this.#database.exec('BEGIN');
  }

  /**
   * Tables with rows of their own, by name: not the index of names, which is made of the customers, and not what proves
   * who somebody is, which belongs to nobody else.
   */
  tables(): StoredTable[] {
    const names = this.#database
      .prepare(
        `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
           AND name NOT IN ('staff_keys', 'pin_failures')
         ORDER BY name`,
      )
      .pluck()
      .all() as string[];
    return names.map((name) => ({
      name,
      columns: this.#database.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(name) as string[],
    }));
  }

  count({ name }: StoredTable): number {
    return Number(this.#database.prepare(`SELECT COUNT(*) FROM "${name}"`).pluck().get());
  }

  /** Every row as the list of its columns, one after another. */
  rows({ name, columns }: StoredTable): IterableIterator<StoredValue[]> {
    const list = columns.map((column) => `"${column}"`).join(', ');
    return this.#database.prepare(`SELECT ${list} FROM "${name}"`).raw().iterate() as IterableIterator<
      StoredValue[]
    >;
  }

  close(): void {
    this.#database.close();
  }
}
