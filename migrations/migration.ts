/** One step of the database's history. Frozen once released: a change is a new migration. */
export interface Migration {
  /** Numbered in tens; becomes the file's `user_version`. */
  readonly number: number;
  readonly name: string;
  /** Runs inside the migration's own transaction. */
  readonly up: (execute: (sql: string) => void) => void;
}
