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
import { type Among, among, expectedStats, inPortions, mergedPeople } from './summary-rebuild.ts';

/** What the visits of a customer add up to. */
export interface CustomerSums {
  readonly customerId: number;
  readonly stats: VisitStats;
  readonly months: readonly MonthPart[];
}

/** A standing day; the moment of the last check-in only where nothing of the day was undone. */
type DayRow = readonly [
  customerId: number,
  day: BusinessDay,
  checkIns: number,
  amount: number | null,
  known: number,
  at: number | null,
];

const sums = sql`SUM(v.sign), SUM(v.amount), SUM(CASE WHEN v.amount IS NULL THEN 0 ELSE v.sign END),
  CASE WHEN COUNT(*) = SUM(v.sign) THEN MAX(v.at) END`;

/** Standing days in the order of the index of customers, so that nothing has to be sorted. */
const ownDays = (customers: Among): RawBuilder<unknown> => sql`
  SELECT v.customer_id, v.business_day, ${sums} FROM visits AS v
  WHERE v.customer_id IS NOT NULL ${among('v.customer_id', customers)}
  GROUP BY v.customer_id, v.business_day HAVING SUM(v.sign) > 0 ORDER BY v.customer_id, v.business_day`;

/** Those of people with several entries, all counted for the one kept. */
const mergedDays = (customers: Among): RawBuilder<unknown> => sql`
  SELECT p.kept_id, v.business_day, ${sums}
  FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
  WHERE 1 = 1 ${among('p.kept_id', customers)}
  GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0 ORDER BY p.kept_id, v.business_day`;

interface Days {
  readonly days: VisitDay[];
  lastAt: number | null;
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
    let customerId = 0;
    let last: Days = { days: [], lastAt: null };
    const end = () => {
      if (last.days.length === 0) return;
      if (last.lastAt === null) unclear.push(customerId);
      found.set(customerId, { customerId, ...summarise(last.days, last.lastAt) });
    };
    const query = isMerged ? mergedDays(customers) : ownDays(customers);
    await db.scan<DayRow>(
      (k) => ({ compile: () => query.compile(k) }),
      ([id, day, checkIns, amount, known, at]) => {
        if (id !== customerId) {
          end();
          customerId = id;
          last = { days: [], lastAt: null };
        }
        if (!isMerged && merged.has(id)) return;
        last.days.push({ day, checkIns, amount, known });
        last.lastAt = at;
      },
    );
    end();
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

export function isStatsRow({ customerId, stats }: CustomerSums, row: StatsRow): boolean {
  return (
    row[0] === customerId &&
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

function isMonthRow(part: MonthPart, row: MonthRow): boolean {
  return row[2] === part.visits && row[3] === part.spend && row[4] === part.age && row[5] === part.prev;
}

/** What has to be written so that the stored months are the expected ones. */
export interface MonthCorrections {
  /** In the order of the table: by month, then by customer. */
  readonly months: { readonly customerId: number; readonly part: MonthPart }[];
  readonly extra: { readonly month: BusinessMonth; readonly customerId: number }[];
}

/** Months of all customers, each with its customers in rising order. */
function partsByMonth(expected: readonly CustomerSums[]): Map<BusinessMonth, Map<number, MonthPart>> {
  const months = new Map<BusinessMonth, Map<number, MonthPart>>();
  for (const { customerId, months: parts } of expected) {
    for (const part of parts) {
      const known = months.get(part.month);
      if (known) known.set(customerId, part);
      else months.set(part.month, new Map([[customerId, part]]));
    }
  }
  return months;
}

/** Sums of some or all customers that are missing or wrong, and customers who have some and should not. */
export async function statsToCorrect(
  db: ReadDb,
  customers: Among,
  expected: readonly CustomerSums[],
): Promise<[wrong: CustomerSums[], extra: number[]]> {
  const sums = new Map(expected.map((one) => [one.customerId, one]));
  const extra: number[] = [];
  const stored = sql`SELECT ${statsColumns} FROM customer_stats WHERE 1 = 1 ${among('customer_id', customers)}`;
  await db.scan<StatsRow>(
    (k) => ({ compile: () => stored.compile(k) }),
    (row) => {
      const one = sums.get(row[0]);
      if (!one) extra.push(row[0]);
      else if (isStatsRow(one, row)) sums.delete(row[0]);
    },
  );
  return [[...sums.values()], extra];
}

/** Compares the months of some or all customers with what is expected of them, row by row. */
export async function monthsToCorrect(
  db: ReadDb,
  customers: Among,
  expected: readonly CustomerSums[],
): Promise<MonthCorrections> {
  const found: MonthCorrections = { months: [], extra: [] };
  const parts = partsByMonth(expected);
  const stored = sql`SELECT ${monthColumns} FROM customer_month WHERE 1 = 1 ${among('customer_id', customers)}`;
  await db.scan<MonthRow>(
    (k) => ({ compile: () => stored.compile(k) }),
    (row) => {
      const ofMonth = parts.get(row[0]);
      const part = ofMonth?.get(row[1]);
      if (!part) found.extra.push({ month: row[0], customerId: row[1] });
      else if (isMonthRow(part, row)) ofMonth?.delete(row[1]);
    },
  );
  for (const [, ofMonth] of [...parts].sort(([a], [b]) => a - b)) {
    for (const [customerId, part] of ofMonth) found.months.push({ customerId, part });
  }
  return found;
}
