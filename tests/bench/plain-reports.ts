/** What the reports are asked about. Days since 1970-01-01. */
export interface PlainPeriod {
  readonly start: number;
  readonly end: number;
  readonly window: number;
}

const days = `days AS (
  SELECT customer_id, business_day, business_month, SUM(amount) AS spend FROM visits
  WHERE customer_id IS NOT NULL GROUP BY customer_id, business_day, business_month HAVING SUM(sign) > 0
)`;
const firsts = `firsts AS (
  SELECT customer_id, MIN(business_day) AS first_day, MIN(business_month) AS first_month FROM days GROUP BY customer_id
)`;

/** Periods of 30 days, the newest first. */
const periods = ({ end }: PlainPeriod, count: number): string =>
  Array.from(
    { length: count },
    (_, back) => `SELECT ${end - 30 * (back + 1)} AS s, ${end - 30 * back} AS e`,
  ).join(' UNION ALL ');

const facts = ({ window }: PlainPeriod, around: string, extra = ''): string => `
  SELECT p.s, d.customer_id${extra},
    MAX(CASE WHEN d.business_day < p.s THEN 1 ELSE 0 END) AS at_start,
    MAX(CASE WHEN d.business_day >= p.e - ${window} THEN 1 ELSE 0 END) AS at_end,
    SUM(CASE WHEN d.business_day >= p.s THEN 1 ELSE 0 END) AS seen
  FROM (${around}) AS p JOIN days AS d ON d.business_day >= p.s - ${window} AND d.business_day < p.e`;

const retained = `SUM(at_start) AS s_all, SUM(at_start * at_end) AS kept, SUM(at_end) AS e_all, SUM(seen) AS visits,
  SUM(CASE WHEN seen > 0 THEN 1 ELSE 0 END) AS customers`;

const score = (value: string): string =>
  `1 + (RANK() OVER (ORDER BY ${value}) - 1 + 0.5 * COUNT(*) OVER (PARTITION BY ${value})) / COUNT(*) OVER ()`;

/**
 * The ten reports of the month dashboard in plain SQL on the raw visits, as somebody would write them who has no tables
 * of sums: what our own are measured against, on SQLite and on DuckDB.
 */
export function plainReports(period: PlainPeriod): Readonly<Record<string, string>> {
  const { start, end } = period;
  const own = `SELECT ${start} AS s, ${end} AS e`;
  return {
    retention: `WITH ${days}, ${firsts}, facts AS (${facts(period, own)} GROUP BY p.s, d.customer_id)
      SELECT ${retained}, SUM(CASE WHEN f.first_day >= ${start} THEN at_end ELSE 0 END) AS n_new
      FROM facts JOIN firsts AS f ON f.customer_id = facts.customer_id`,
    cohorts: `WITH ${days}, ${firsts}
      SELECT f.first_month, d.business_month - f.first_month, COUNT(DISTINCT d.customer_id)
      FROM days AS d JOIN firsts AS f ON f.customer_id = d.customer_id
      GROUP BY f.first_month, d.business_month - f.first_month`,
    firstReturn: `WITH ${days}, ${firsts}, seconds AS (
        SELECT d.customer_id, MIN(d.business_day) AS second_day FROM days AS d JOIN firsts AS f
          ON f.customer_id = d.customer_id WHERE d.business_day > f.first_day GROUP BY d.customer_id)
      SELECT f.first_day, s.second_day, COUNT(*) FROM firsts AS f
        LEFT JOIN seconds AS s ON s.customer_id = f.customer_id GROUP BY f.first_day, s.second_day`,
    trend: `WITH ${days}, facts AS (${facts(period, periods(period, 24))} GROUP BY p.s, d.customer_id)
      SELECT s, ${retained} FROM facts GROUP BY s`,
    frequency: `WITH ${days}, own AS (
        SELECT customer_id, COUNT(*) AS whole,
          SUM(CASE WHEN business_day >= ${start} AND business_day < ${end} THEN 1 ELSE 0 END) AS visits
        FROM days GROUP BY customer_id)
      SELECT visits, whole, COUNT(*) FROM own GROUP BY visits, whole`,
    splits: `WITH ${days}, facts AS (
        ${facts(period, periods(period, 2), ', c.source')} JOIN customers AS c ON c.id = d.customer_id
        GROUP BY p.s, d.customer_id, c.source)
      SELECT s, source, ${retained} FROM facts GROUP BY s, source`,
    value: `WITH ${days}, own AS (
        SELECT customer_id, SUM(spend) AS spend FROM days GROUP BY customer_id)
      SELECT customer_id, spend, SUM(spend) OVER (ORDER BY spend DESC, customer_id) FROM own`,
    rfm: `WITH ${days}, own AS (
        SELECT customer_id, MAX(business_day) AS r, COUNT(*) AS f, SUM(spend) AS m FROM days GROUP BY customer_id),
      scored AS (SELECT customer_id, ${score('r')} AS r, ${score('f')} AS f, ${score('m')} AS m FROM own)
      SELECT r, f, COUNT(*) FROM scored GROUP BY r, f`,
    silentVips: `WITH ${days}, own AS (
        SELECT customer_id, MAX(business_day) AS last_day, SUM(spend) AS spend FROM days
        WHERE business_day >= ${end - 365} AND business_day < ${end} GROUP BY customer_id)
      SELECT * FROM (SELECT *, PERCENT_RANK() OVER (ORDER BY spend DESC) AS place FROM own) AS ranked
      WHERE place < 0.2 AND last_day < ${end - 30}`,
    topCustomers: `WITH ${days}
      SELECT customer_id, SUM(spend) AS spend FROM days WHERE business_day >= ${start} AND business_day < ${end}
      GROUP BY customer_id ORDER BY SUM(spend) DESC LIMIT 50`,
  };
}
