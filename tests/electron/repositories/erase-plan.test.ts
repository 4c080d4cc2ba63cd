import BetterSqlite3 from 'better-sqlite3';
import { expect, it } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { erasePlan } from '#electron/repositories/erase-plan.ts';
import { migrations } from '#migrations/index.ts';

/** Columns that are no text and are emptied all the same. */
const numbersToo: readonly string[] = [
  'customers.birth_day',
  'customers.birth_month',
  'customers.birth_year',
  'customers.referred_by_id',
  'customers.import_id',
  'customers.complete_later',
];

it('says of every column that can hold text what forgetting a person does to it', () => {
  const database = new BetterSqlite3(':memory:');
  migrate(database, migrations, () => undefined);
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  const columns = tables.flatMap((table) =>
    (database.pragma(`table_info(${table})`) as { name: string; type: string }[])
      .filter(({ type }) => !['INTEGER', 'REAL'].includes(type))
      .filter(({ name }) => !(table.startsWith('customer_names') && ['id', 'rowid', 'rank'].includes(name)))
      .map(({ name }) => `${table}.${name}`),
  );
  const planned = Object.entries(erasePlan).flatMap(([table, plan]) =>
    Object.keys(plan.columns).map((column) => `${table}.${column}`),
  );
  const hidden = ['customer_names.customer_names', 'customer_names.rank'];
  expect(planned.filter((one) => !numbersToo.includes(one)).sort()).toEqual(
    columns.filter((one) => !hidden.includes(one)).sort(),
  );
  database.close();
});
