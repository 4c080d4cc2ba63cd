import type { TestShop } from './shop.ts';

/** Every row of every table, to show that a refused use case left the shop as it was. */
export function allRows(shop: TestShop): Readonly<Record<string, readonly unknown[]>> {
  const tables = shop.rows<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  );
  return Object.fromEntries(tables.map(({ name }) => [name, shop.rows(`SELECT * FROM ${name}`)]));
}
