import { type ExpressionBuilder, sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { type PeopleSearch, searchConditions } from '../db/people-search.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder } from '../db/statement.ts';
import { peopleInStates } from './outlooks.ts';

export interface ListFilter extends PeopleSearch {
  readonly kind: 'all' | 'slipping' | 'atRisk' | 'late' | 'birthday' | 'completeLater' | 'never';
  /** Month (1..12) of the filter `birthday`. */
  readonly month: number;
}

export interface ListOrder {
  readonly sort: 'lastVisit' | 'name' | 'visits' | 'spend';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly card: string | null;
  readonly last_day: BusinessDay | null;
  readonly last_at: number | null;
  readonly visits: number;
  readonly spend: number;
  readonly complete_later: number;
  readonly birth_day: number | null;
  readonly birth_month: number | null;
  readonly birth_year: number | null;
}

function filtered(filter: ListFilter) {
  let query = queryBuilder
    .selectFrom('customers as c')
    .innerJoin('customer_stats as s', 's.customer_id', 'c.id');
  // Few are forgotten: a list of them costs nothing beside the walk of the index.
  query = query.where('s.customer_id', 'not in', queryBuilder.selectFrom('erasures').select('customer_id'));
  for (const condition of searchConditions(filter)) query = query.where(condition);
  if (filter.kind === 'birthday') query = query.where('c.birth_month', '=', filter.month);
  // Written out, not a parameter: only so the index of the incomplete can be used.
  if (filter.kind === 'completeLater') query = query.where('c.complete_later', '=', sql.lit(1));
  if (filter.kind === 'slipping' || filter.kind === 'atRisk' || filter.kind === 'late') {
    query = query.where(sql<boolean>`s.customer_id IN (${peopleInStates([filter.kind])})`);
  }
  if (filter.kind === 'never') query = query.where('s.visits', '=', 0);
  return query;
}

/** The second sort column is the one the index of the first goes on with, so that no page is sorted. */
const idColumns = {
  lastVisit: 's.customer_id',
  name: 'c.id',
  visits: 's.customer_id',
  spend: 's.customer_id',
} as const;
const sortColumns = {
  lastVisit: 's.last_at',
  name: 'c.name_folded',
  visits: 's.visits',
  spend: 's.spend',
} as const;

const columns = [
  'c.id',
  'c.name',
  'c.phone',
  'c.complete_later',
  'c.birth_day',
  'c.birth_month',
  'c.birth_year',
  's.last_day',
  's.last_at',
  's.visits',
  's.spend',
] as const;

/** The newest card that works. */
const cardInHand = (eb: ExpressionBuilder<Schema & { c: Schema['customers'] }, 'c'>) =>
  eb
    .selectFrom('cards as k')
    .select('k.code')
    .whereRef('k.customer_id', '=', 'c.id')
    .where('k.state', '=', 'active')
    .orderBy('k.issued_at', 'desc')
    .limit(1)
    .as('card');

/** People of a list of ids, each with what it is sorted by; the list is read once, and of the people only those in it. */
const rowsOf = (page: ReturnType<typeof pageOf> | ReturnType<typeof someOf>) =>
  queryBuilder
    .with('page', () => page)
    .selectFrom('page')
    .innerJoin('customers as c', 'c.id', 'page.id')
    .innerJoin('customer_stats as s', 's.customer_id', 'page.id')
    .select(columns)
    .select(cardInHand);

/** Ids of one page: far rows are skipped on the index. */
const pageOf = (filter: ListFilter, order: ListOrder, direction: 'asc' | 'desc') =>
  filtered(filter)
    .select([`${idColumns[order.sort]} as id`, `${sortColumns[order.sort]} as sorted`])
    .orderBy(sortColumns[order.sort], direction)
    .orderBy(idColumns[order.sort], direction)
    .limit(order.limit)
    .offset(order.offset);

const someOf = (ids: readonly number[]) =>
  queryBuilder.selectFrom('customers').select(['id', 'name_folded as sorted']).where('id', 'in', ids);

/** One page of the customers list. */
export async function listCustomers(db: ReadDb, filter: ListFilter, order: ListOrder): Promise<ListRow[]> {
  const direction = order.descending ? 'desc' : 'asc';
  return db.query(() =>
    rowsOf(pageOf(filter, order, direction))
      // By the page's own columns: by those of the tables, SQLite would walk a whole table to find a page in order.
      .orderBy('page.sorted', direction)
      .orderBy('page.id', direction),
  );
}

/** Forgotten people; entries that had been merged into them have no summaries. */
async function countForgotten(db: ReadDb): Promise<number> {
  const rows = await db.query((k) =>
    k
      .selectFrom('erasures as e')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('customer_stats as s')
            .select('s.customer_id')
            .whereRef('s.customer_id', '=', 'e.customer_id'),
        ),
      ),
  );
  return Number(rows[0]?.n ?? 0);
}

/** How many customers a filter holds. */
export async function countCustomers(db: ReadDb, filter: ListFilter): Promise<number> {
  if (filter.kind === 'all' && filter.tokens.length === 0 && filter.phoneTails.length === 0) {
    const rows = await db.query((k) =>
      k.selectFrom('customer_stats').select((eb) => eb.fn.countAll<number>().as('n')),
    );
    return Number(rows[0]?.n ?? 0) - (await countForgotten(db));
  }
  const rows = await db.query(() => filtered(filter).select((eb) => eb.fn.countAll<number>().as('n')));
  return Number(rows[0]?.n ?? 0);
}

/** Some customers as rows of the list, in no order; at most a page of them. */
export function rowsOfCustomers(db: ReadDb, ids: readonly number[]): Promise<ListRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return db.query(() => rowsOf(someOf(ids)));
}
