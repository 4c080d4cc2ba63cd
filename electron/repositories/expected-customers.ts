import { type RawBuilder, sql } from 'kysely';
import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import {
  type MonthPart,
  noVisits,
  summarise,
  type VisitDay,
  type VisitStats,
} from '#shared/domain/visits/summarise.ts';
import type { ReadDb } from '../db/connection.ts';
import { RowDifferences } from './row-differences.ts';
import { type Among, among, expectedStats, inPortions, mergedPeople } from './summary-rebuild.ts';

/** What the visits of a customer add up to. */
export interface CustomerSums {
  readonly customerId: number;
  readonly stats: VisitStats;
  readonly months: readonly MonthPart[];
}

type VisitRow = readonly [
  customerId: number,
  day: BusinessDay,
  at: number,
  sign: number,
  amount: number | null,
];

const columns = sql`v.business_day, v.at, v.sign, v.amount`;

/** Visits in the order of the index of customers, so that nothing has to be sorted. */
const ownVisits = (customers: Among): RawBuilder<unknown> => sql`
  SELECT v.customer_id, ${columns} FROM visits AS v
  WHERE v.customer_id IS NOT NULL ${among('v.customer_id', customers)}
  ORDER BY v.customer_id, v.business_day`;

/** Those of people with several entries, all counted for the one kept. */
const mergedVisits = (customers: Among): RawBuilder<unknown> => sql`
  SELECT p.kept_id, ${columns}
  FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
  WHERE 1 = 1 ${among('p.kept_id', customers)}
  ORDER BY p.kept_id, v.business_day`;

/** A day whose visits pass by; the moment of the last only where nothing of the day was undone. */
interface PassingDay {
  day: BusinessDay;
  checkIns: number;
  amount: number | null;
  known: number;
  at: number | null;
}

/** Adds up visits that pass by in the order of customers and days. */
class PassingVisits {
  readonly #take: (customerId: number, days: readonly VisitDay[], lastAt: number | null) => void;
  #customerId = 0;
  #days: PassingDay[] = [];

  constructor(take: (customerId: number, days: readonly VisitDay[], lastAt: number | null) => void) {
    this.#take = take;
  }

  add([customerId, day, at, sign, amount]: VisitRow): void {
    if (customerId !== this.#customerId) {
      this.end();
      this.#customerId = customerId;
    }
    let last = this.#days.at(-1);
    if (last?.day !== day) {
      this.#dropUndone();
      last = { day, checkIns: 0, amount: null, known: 0, at };
      this.#days.push(last);
    }
    last.checkIns += sign;
    if (amount !== null) {
      last.amount = (last.amount ?? 0) + amount;
      last.known += sign;
    }
    last.at = sign === 1 && last.at !== null ? Math.max(last.at, at) : null;
  }

  /** Hands over the customer whose visits passed last. */
  end(): void {
    this.#dropUndone();
    if (this.#days.length > 0) this.#take(this.#customerId, this.#days, this.#days.at(-1)?.at ?? null);
    this.#days = [];
  }

  /** A day on which every check-in was undone is none. */
  #dropUndone(): void {
    const last = this.#days.at(-1);
    if (last && last.checkIns <= 0) this.#days.pop();
  }
}

async function daysOfCustomers(db: ReadDb, customers: Among): Promise<Map<number, CustomerSums>> {
  const found = new Map<number, CustomerSums>();
  const merged = new Set<number>();
  await db.scan<readonly [number]>(
    (k) => ({ compile: () => mergedPeople.compile(k) }),
    ([id]) => merged.add(id),
  );
  const unclear: number[] = [];
  for (const isMerged of [false, true]) {
    const visits = new PassingVisits((customerId, days, lastAt) => {
      if (lastAt === null) unclear.push(customerId);
      found.set(customerId, { customerId, ...summarise(days, lastAt) });
    });
    const query = isMerged ? mergedVisits(customers) : ownVisits(customers);
    await db.scan<VisitRow>(
      (k) => ({ compile: () => query.compile(k) }),
      (row) => {
        if (isMerged || !merged.has(row[0])) visits.add(row);
      },
    );
    visits.end();
  }
  for (const portion of inPortions(unclear)) await findLastMoments(db, portion, found);
  return found;
}

/** The last moment of those of whose last day something was undone. */
async function findLastMoments(
  db: ReadDb,
  customerIds: ReturnType<typeof inPortions>[number],
  found: Map<number, CustomerSums>,
): Promise<void> {
  type Row = { customer_id: number; last_at: number | null };
  const query = expectedStats(customerIds) as RawBuilder<Row>;
  for (const row of await db.query<Row>((k) => ({ compile: () => query.compile(k) }))) {
    const sums = found.get(row.customer_id);
    if (sums) found.set(row.customer_id, { ...sums, stats: { ...sums.stats, lastAt: row.last_at } });
  }
}

/**
 * What the visits of every customer who is not part of another add up to, in the order of their ids: one pass over the
 * visits, by the rule that the till and a back-dated visit follow.
 */
export async function expectedCustomers(db: ReadDb, customers: Among): Promise<CustomerSums[]> {
  const withVisits = await daysOfCustomers(db, customers);
  const all: CustomerSums[] = [];
  const people = sql`SELECT id FROM customers
    WHERE merged_into_id IS NULL ${among('id', customers)} ORDER BY id`;
  await db.scan<readonly [number]>(
    (k) => ({ compile: () => people.compile(k) }),
    ([id]) => all.push(withVisits.get(id) ?? { customerId: id, stats: noVisits, months: [] }),
  );
  return all;
}

type StatsRow = readonly [
  customerId: number,
  firstDay: number | null,
  lastDay: number | null,
  lastAt: number | null,
  visits: number,
  checkIns: number,
  spend: number,
  amountCheckIns: number,
];

/** Columns of `customer_stats` and `customer_month`, in the order of the lists below. */
export const statsColumns = sql`customer_id, first_day, last_day, last_at, visits, check_ins, spend, amount_check_ins`;
export const monthColumns = sql`month, customer_id, visits, spend, age, prev`;

function isStatsRow({ stats }: CustomerSums, row: StatsRow): boolean {
  return (
    row[1] === stats.firstDay &&
    row[2] === stats.lastDay &&
    row[3] === stats.lastAt &&
    row[4] === stats.visits &&
    row[5] === stats.checkIns &&
    row[6] === stats.spend &&
    row[7] === stats.amountCheckIns
  );
}

type MonthRow = readonly [
  month: BusinessMonth,
  customerId: number,
  visits: number,
  spend: number,
  age: number,
  prev: number | null,
];

/** What has to be written so that the stored months are the expected ones. */
export interface MonthCorrections {
  /** In the order of the table: by month, then by customer. */
  readonly months: { readonly customerId: number; readonly part: MonthPart }[];
  readonly extra: { readonly month: BusinessMonth; readonly customerId: number }[];
}

type CustomerMonth = MonthCorrections['months'][number];

const monthOrder = ({ customerId, part }: CustomerMonth, row: MonthRow): number =>
  part.month === row[0] ? customerId - row[1] : part.month - row[0];

const isMonthRow = ({ part }: CustomerMonth, row: MonthRow): boolean =>
  row[2] === part.visits && row[3] === part.spend && row[4] === part.age && row[5] === part.prev;

/** Months of all customers in the order of the table: put to their months one after another, nothing is compared. */
function inTableOrder(expected: readonly CustomerSums[]): CustomerMonth[] {
  const months = new Map<BusinessMonth, CustomerMonth[]>();
  for (const { customerId, months: parts } of expected) {
    for (const part of parts) {
      const known = months.get(part.month);
      if (known) known.push({ customerId, part });
      else months.set(part.month, [{ customerId, part }]);
    }
  }
  return [...months].sort(([a], [b]) => a - b).flatMap(([, ofMonth]) => ofMonth);
}

/**
 * Sums of some or all customers that are missing or wrong, and customers who have some and should not.
 * @param expected in the order of their ids
 */
export async function statsToCorrect(
  db: ReadDb,
  customers: Among,
  expected: readonly CustomerSums[],
): Promise<[wrong: CustomerSums[], extra: number[]]> {
  const found = new RowDifferences(
    expected,
    ({ customerId }, row: StatsRow) => customerId - row[0],
    isStatsRow,
  );
  const stored = sql`SELECT ${statsColumns} FROM customer_stats WHERE 1 = 1 ${among('customer_id', customers)}
    ORDER BY customer_id`;
  await db.scan<StatsRow>((k) => ({ compile: () => stored.compile(k) }), found.take);
  const { wrong, extra } = found.end();
  return [wrong, extra.map(([customerId]) => customerId)];
}

/**
 * Compares the months of some or all customers with what is expected of them, row by row.
 * @param expected in the order of their ids
 */
export async function monthsToCorrect(
  db: ReadDb,
  customers: Among,
  expected: readonly CustomerSums[],
): Promise<MonthCorrections> {
  const found = new RowDifferences(inTableOrder(expected), monthOrder, isMonthRow);
  const stored = sql`SELECT ${monthColumns} FROM customer_month WHERE 1 = 1 ${among('customer_id', customers)}
    ORDER BY month, customer_id`;
  await db.scan<MonthRow>((k) => ({ compile: () => stored.compile(k) }), found.take);
  const { wrong, extra } = found.end();
  return { months: wrong, extra: extra.map(([month, customerId]) => ({ month, customerId })) };
}
