import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';

/** SQLite takes only so many parameters in one statement. */
const idsPerQuery = 500;

interface NameRow {
  readonly id: number;
  readonly name: string;
  readonly folded: string;
  readonly lastDay: BusinessDay | null;
}

/** Names and last days of customers, in no order. */
export async function namesOf(db: ReadDb, ids: readonly number[]): Promise<readonly NameRow[]> {
  const rows: NameRow[] = [];
  for (let index = 0; index < ids.length; index += idsPerQuery) {
    const part = ids.slice(index, index + idsPerQuery);
    rows.push(
      ...(await db.query((k) =>
        k
          .selectFrom('customers as c')
          .innerJoin('customer_stats as s', 's.customer_id', 'c.id')
          .select(['c.id', 'c.name', 'c.name_folded as folded', 's.last_day as lastDay'])
          .where('c.id', 'in', part),
      )),
    );
  }
  return rows;
}

export interface NamedPerson {
  readonly customerId: number;
  readonly name: string;
  readonly lastDay: string | null;
  readonly visits: number;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** People by name, one page of them. */
export async function namedPage(
  db: ReadDb,
  people: readonly { readonly customerId: number; readonly visits: number }[],
  page: Page,
): Promise<{ total: number; people: NamedPerson[] }> {
  const rows = await namesOf(
    db,
    people.map((one) => one.customerId),
  );
  const shown = [...rows]
    .sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : a.id - b.id))
    .slice(page.offset, page.offset + page.limit);
  const visitsOf = new Map(people.map((one) => [one.customerId, one.visits]));
  return {
    total: people.length,
    people: shown.map((row) => ({
      customerId: row.id,
      name: row.name,
      lastDay: row.lastDay === null ? null : formatDay(row.lastDay),
      visits: visitsOf.get(row.id) ?? 0,
    })),
  };
}
