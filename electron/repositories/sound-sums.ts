import { type RawBuilder, sql } from 'kysely';
import { carryGrid } from '#shared/domain/loyalty/carry.ts';
import type { ReadDb } from '../db/connection.ts';
import { type CustomerSums, expectedCustomers, statsToCorrect } from './expected-customers.ts';
import { mergedPeople } from './summary-rebuild.ts';

// Whether derived tables say what the append-only ones do, found out without sorting or keeping any row: each side is
// added up once. Every value is multiplied by a weight that belongs to its row (a customer and a month, a lot), so the
// sums agree only when every single value does: values that changed places or that cancel each other out have different
// weights. Sums that differ say that rows have to be compared; sums that agree by chance are one in millions.

type Sql = RawBuilder<unknown>;
type Numbers = Readonly<Record<string, number | null>>;

/** A prime that products of a weight and a value are reduced by, so that sums of a hundred million rows stay exact. */
const prime = 2 ** 36 - 5;
const modulus = sql.lit(prime);

/** Weight of an id, up to 2^24. Ids follow one another: their squares do not, and neither do remainders of those. */
const ofId = (id: Sql): Sql => sql`(${id} % 2097143 * (${id} % 1048573) % 16777213)`;

/** Weight of a month, up to 2^20; that of a customer and a month is the product of both. */
const ofMonth = (month: Sql): Sql => sql`(${month} * ${month} % 1048573)`;

/** Values of one row are added up with these factors, so far apart that no usual mistake in one equals one in another. */
const factors = { day: 2 ** 27 + 29, firstMonth: 2 ** 19 + 21, month: 2 ** 13 - 1 };
const aDay = sql.lit(factors.day);
const aFirstMonth = sql.lit(factors.firstMonth);
const aMonth = sql.lit(factors.month);

/** What the months of a customer add up to, as `monthRows` adds them up. */
function monthsOf({ customerId, months }: CustomerSums): bigint {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return 0n;
  const weight = (month: number) => BigInt((month * month) % 1048573);
  const sum = months.reduce(
    (total, { month, visits, spend }) =>
      total + weight(month) * (BigInt(visits) * BigInt(factors.day) + BigInt(spend)),
    weight(last.month) * BigInt(first.month * factors.firstMonth + factors.month),
  );
  return BigInt(((customerId % 2097143) * (customerId % 1048573)) % 16777213) * sum;
}

/** A day and a moment as one number: the last of both is then one maximum. Moments are below 2^42 until the year 2109. */
const momentsOfDay = sql.lit(2 ** 42);

async function numbers(db: ReadDb, query: Sql): Promise<Numbers> {
  const [row] = await db.query((k) => ({ compile: () => (query as RawBuilder<Numbers>).compile(k) }));
  return row ?? {};
}

/**
 * Customers with a reversed or refunded visit or another entry of theirs: few, so they are compared row by row. Nobody
 * has the id 0; asking for visits of somebody would lead away from the small indexes.
 * @returns a query of their ids: they are looked for once, not by each query that needs them
 */
async function specialCustomers(db: ReadDb): Promise<Sql> {
  const ids: number[] = [];
  const query = sql`
    SELECT COALESCE(customer_id, 0) FROM visits WHERE reverses_id IS NOT NULL
    UNION SELECT COALESCE(customer_id, 0) FROM visits WHERE refunds_id IS NOT NULL
    UNION SELECT id FROM (${mergedPeople}) AS people`;
  await db.scan<readonly [number]>(
    (k) => ({ compile: () => query.compile(k) }),
    ([id]) => ids.push(id),
  );
  return sql`SELECT value FROM json_each(${JSON.stringify(ids)})`;
}

/**
 * All visits of each customer whose visits all stand, in the order of the index. `repeated` below is what these sums
 * count too often: customers come back on the same day.
 */
const visitsOfUsual = (special: Sql): Sql => sql`
  SELECT customer_id, MIN(business_day) AS first_day, MAX(business_day * ${momentsOfDay} + at) AS last,
    COUNT(*) AS check_ins, COALESCE(SUM(amount), 0) AS spend, COUNT(amount) AS known,
    MIN(business_month) AS first_month, MAX(business_month) AS last_month,
    SUM(${ofMonth(sql`business_month`)} * (${aDay} + COALESCE(amount, 0))) AS months
  FROM visits WHERE customer_id IS NOT NULL
  GROUP BY customer_id HAVING customer_id NOT IN (${special})`;

const usual = (special: Sql): Sql => sql`
  SELECT COUNT(*) AS customers,
    COALESCE(SUM(s.first_day IS NOT v.first_day OR s.last_day * ${momentsOfDay} + s.last_at IS NOT v.last
      OR s.last_at NOT BETWEEN 0 AND ${momentsOfDay} - 1 OR s.check_ins <> v.check_ins OR s.spend <> v.spend
      OR s.amount_check_ins <> v.known), 0) AS wrong,
    COALESCE(SUM(${ofId(sql`v.customer_id`)} * (v.check_ins - s.visits) % ${modulus}), 0) % ${modulus} AS repeated,
    COALESCE(SUM(${ofId(sql`v.customer_id`)}
      * ((v.months + ${ofMonth(sql`v.last_month`)} * (v.first_month * ${aFirstMonth} + ${aMonth})) % ${modulus})
      % ${modulus}), 0) % ${modulus} AS months
  FROM (${visitsOfUsual(special)}) AS v LEFT JOIN customer_stats AS s ON s.customer_id = v.customer_id`;

/** Visits beyond the first of their customer and day. */
const repeated = (special: Sql): Sql => sql`
  SELECT COALESCE(SUM(${ofId(sql`customer_id`)} * more % ${modulus}), 0) % ${modulus} AS repeated,
    COALESCE(SUM(${ofId(sql`customer_id`)} * (${ofMonth(sql`business_month`)} * ${aDay} * more % ${modulus})
      % ${modulus}), 0) % ${modulus} AS months
  FROM (
    SELECT customer_id, business_month, COUNT(*) - 1 AS more FROM visits WHERE customer_id IS NOT NULL
    GROUP BY customer_id, business_day, business_month HAVING COUNT(*) > 1
  ) AS days
  WHERE customer_id NOT IN (${special})`;

/** Rows without any visit, and how many rows there are and should be. */
const statsRows = (special: Sql): Sql => sql`
  SELECT COUNT(*) AS stored, COALESCE(SUM(usual), 0) AS usual, COALESCE(SUM(usual AND blank), 0) AS blank,
    (SELECT COUNT(*) FROM customers) - (SELECT COUNT(*) FROM customers WHERE merged_into_id IS NOT NULL) AS people
  FROM (
    SELECT customer_id NOT IN (${special}) AS usual,
      first_day IS NULL AND last_day IS NULL AND last_at IS NULL AND visits = 0 AND check_ins = 0 AND spend = 0
        AND amount_check_ins = 0 AS blank
    FROM customer_stats
  ) AS s`;

/**
 * Rows of `customer_month`. The month of the first visit is `month - age`. Each row takes off again what the row of its
 * `prev` has added for its month and its first month, so what is left over is that of each customer's last row; and as
 * `prev` is always earlier, that can be so only where each row names the one just before.
 */
const monthRows: Sql = sql`
  SELECT COUNT(*) FILTER (WHERE prev >= month OR visits < 1) AS wrong,
    COALESCE(SUM(${ofId(sql`customer_id`)}
      * ((${ofMonth(sql`month`)} * (visits * ${aDay} + spend) + ((month - age) * ${aFirstMonth} + ${aMonth})
        * (${ofMonth(sql`month`)} - COALESCE(${ofMonth(sql`prev`)}, 0))) % ${modulus})
      % ${modulus}), 0) % ${modulus} AS months
  FROM customer_month`;

const value = (row: Numbers, name: string): number => row[name] ?? Number.NaN;

/** Remainders agree although one may be negative. */
const isMultiple = (difference: number): boolean => Math.abs(difference % prime) === 0;

/** Whether `customer_stats` and `customer_month` are what the visits say. */
export async function areCustomersSound(db: ReadDb): Promise<boolean> {
  const special = await specialCustomers(db);
  const all = await numbers(db, usual(special));
  const rows = await numbers(db, statsRows(special));
  const usualRows = value(all, 'customers') + value(rows, 'blank');
  if (all.wrong !== 0 || rows.usual !== usualRows || rows.stored !== rows.people) return false;
  const again = await numbers(db, repeated(special));
  if (!isMultiple(value(all, 'repeated') - value(again, 'repeated'))) return false;
  const few = await expectedCustomers(db, special);
  if ((await statsToCorrect(db, special, few)).some((rows) => rows.length > 0)) return false;
  const stored = await numbers(db, monthRows);
  if (stored.wrong !== 0) return false;
  const ofUsual = value(all, 'months') - value(again, 'months') - value(stored, 'months');
  return few.reduce((sum, one) => sum + monthsOf(one), BigInt(ofUsual)) % BigInt(prime) === 0n;
}

function primesOf(number: number): number[] {
  const primes: number[] = [];
  for (let [rest, prime] = [number, 2]; rest > 1; prime += 1) {
    if (rest % prime === 0) primes.push(prime);
    while (rest % prime === 0) rest /= prime;
  }
  return primes;
}

/** A fraction on the grid is reduced when none of the grid's primes divides both of its parts. */
const reducible = sql.join(
  primesOf(carryGrid).map(
    (prime) => sql`(b.carry_num % ${sql.lit(prime)} = 0 AND b.carry_den % ${sql.lit(prime)} = 0)`,
  ),
  sql` OR `,
);

const grid = sql.lit(carryGrid);

/**
 * Remainders in parts of the grid; what is not on it makes the number so large that it equals nothing. Those that carry
 * nothing are passed over before anything is worked out.
 */
const carriedInGrid = sql`
  COALESCE(SUM(carry_num * (${grid} / carry_den) + ${grid} % carry_den * ${sql.lit(2 ** 40)})
    FILTER (WHERE carry_num <> 0), 0)`;

/**
 * Whether `balances` are the sums of the ledger, in the order of its index. False also where a remainder is older than
 * the grid: such have to be added up as fractions.
 */
export async function areBalancesSound(db: ReadDb): Promise<boolean> {
  const found = await numbers(
    db,
    sql`
    SELECT COUNT(*) AS expected, (SELECT COUNT(*) FROM balances) AS stored,
      COALESCE(SUM(b.balance IS NOT e.change OR b.carry_num * (${grid} / b.carry_den) IS NOT e.carry
        OR ${grid} % b.carry_den <> 0 OR b.carry_den > 1 AND (${reducible})), 0) AS wrong
    FROM (
      SELECT wallet_id, unit_id, SUM(change) AS change, ${carriedInGrid} AS carry
      FROM ledger_entries GROUP BY wallet_id, unit_id
    ) AS e LEFT JOIN balances AS b ON b.wallet_id = e.wallet_id AND b.unit_id = e.unit_id`,
  );
  return found.wrong === 0 && found.expected === found.stored;
}

/** Whether every lot holds what its draws leave. */
export async function areLotsSound(db: ReadDb): Promise<boolean> {
  const { taken, drawn } = await numbers(
    db,
    sql`SELECT
      (SELECT COALESCE(SUM(${ofId(sql`entry_id`)} * (amount - remaining) % ${modulus}), 0) % ${modulus}
        FROM lots WHERE remaining <> amount) AS taken,
      (SELECT COALESCE(SUM(${ofId(sql`lot_id`)} * amount % ${modulus}), 0) % ${modulus} FROM ledger_draws) AS drawn`,
  );
  return isMultiple((taken ?? Number.NaN) - (drawn ?? Number.NaN));
}
