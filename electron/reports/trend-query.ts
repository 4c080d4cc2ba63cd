import { sql } from 'kysely';
import type { TrendPoint } from '#shared/contract/reports.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ActivityWindow,
  activityBounds,
  type Period,
  previousPeriod,
  type RetentionFact,
  retentionFromFacts,
} from '#shared/domain/retention/index.ts';
import { meanOf, rateOf, sumsOf } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import type { RetentionQuestion } from './retention-query.ts';
import { eachCustomerDay, rowsOf, sinceOfCustomers } from './standing-days.ts';

/** Customer-days in columns: half a million of them are a few megabytes. */
interface DayColumns {
  /** Places of the customers, in the order of first appearance. */
  readonly customerIds: readonly number[];
  readonly days: readonly (readonly BusinessDay[])[];
}

async function dayColumns(db: ReadDb, span: { from: BusinessDay; to: BusinessDay }): Promise<DayColumns> {
  const places = new Map<number, number>();
  const days: BusinessDay[][] = [];
  await eachCustomerDay(db, span, (rows) => {
    for (const { customerId, day } of rows) {
      const place = places.get(customerId);
      if (place !== undefined) days[place]?.push(day);
      else {
        places.set(customerId, days.length);
        days.push([day]);
      }
    }
  });
  for (const own of days) own.sort((a, b) => a - b);
  return { customerIds: [...places.keys()], days };
}

/** How many days lie before a day; they rise. */
function countBefore(days: readonly BusinessDay[], day: BusinessDay): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? day) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function firstDays(db: ReadDb, since: BusinessDay): Promise<ReadonlyMap<number, BusinessDay>> {
  const rows = await rowsOf(
    db,
    sql<{ id: number; first: BusinessDay }>`
    SELECT customer_id AS id, first_day AS first FROM customer_stats WHERE last_day >= ${since}`,
  );
  const found = new Map(rows.map(({ id, first }) => [id, first]));
  for (const [id, day] of await sinceOfCustomers(db)) found.set(id, day);
  return found;
}

interface Day {
  readonly day: BusinessDay;
  readonly checkIns: number;
  readonly amount: number;
  readonly amountCheckIns: number;
}

const dayTotals = (db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<Day[]> =>
  rowsOf(
    db,
    sql<Day>`
    SELECT business_day AS day, check_ins AS "checkIns", amount, amount_check_ins AS "amountCheckIns"
    FROM day_totals WHERE business_day >= ${from} AND business_day < ${to}`,
  );

function sumsIn(days: readonly Day[], { start, end }: Period) {
  const sums = { checkIns: 0, amount: 0, amountCheckIns: 0 };
  for (const { day, checkIns, amount, amountCheckIns } of days) {
    if (day < start || day >= end) continue;
    sums.checkIns += checkIns;
    sums.amount += amount;
    sums.amountCheckIns += amountCheckIns;
  }
  return sums;
}

/** The period and those before it, oldest first, as far as the calendar goes back. */
export function periodsBack(last: Period, count: number): readonly Period[] {
  const periods: Period[] = [last];
  while (periods.length < count) {
    const [first = last] = periods;
    periods.unshift(previousPeriod(first));
  }
  return periods;
}

/** Retention, frequency and average spend of a period and those before it; the days are read once for all of them. */
export async function trendPoints(
  db: ReadDb,
  question: RetentionQuestion & { readonly periods: number },
): Promise<{ points: TrendPoint[] }> {
  const { window, today } = question;
  const periods = periodsBack({ start: question.start, end: question.end }, question.periods);
  const [oldest = question] = periods;
  const from = activityBounds(oldest, window).startFrom;
  const columns = await dayColumns(db, { from, to: question.end });
  const first = await firstDays(db, from);
  const totals = await dayTotals(db, oldest.start, question.end);
  const [record] = await rowsOf(
    db,
    sql<{ first: BusinessDay | null }>`SELECT MIN(business_day) AS first FROM day_totals WHERE check_ins > 0`,
  );
  const points = periods.map((period) => {
    const facts = factsOf(columns, first, period, window);
    const found = retentionFromFacts(facts, period);
    const sums = sumsIn(totals, period);
    const { startFrom } = activityBounds(period, window);
    return {
      from: formatDay(period.start),
      to: formatDay(period.end),
      unfinished: period.end > today,
      recordTooShort: record?.first === undefined || record.first === null || record.first > startFrom,
      retention: rateOf(found.kept, found.S),
      textbook: found.textbook,
      E: found.E,
      N: found.N,
      R: found.R,
      lapsed: found.lapsed,
      customers: found.customers,
      frequency: meanOf(
        sumsOf(facts.map((fact) => fact.visitDaysInPeriod).filter((visitDays) => visitDays > 0)),
      ),
      ...sums,
      averageSpend: sums.amountCheckIns === 0 ? null : sums.amount / sums.amountCheckIns,
    };
  });
  return { points };
}

/** What everybody with a day in the columns did around one period. */
function factsOf(
  { customerIds, days }: DayColumns,
  first: ReadonlyMap<number, BusinessDay>,
  period: Period,
  window: ActivityWindow,
): readonly RetentionFact[] {
  const { startFrom, endFrom } = activityBounds(period, window);
  const { start, end } = period;
  const facts: RetentionFact[] = [];
  for (const [place, customerId] of customerIds.entries()) {
    const own = days[place] ?? [];
    const beforeEnd = countBefore(own, end);
    const beforeStart = countBefore(own, start);
    const activeAtStart = beforeStart > countBefore(own, startFrom);
    const activeAtEnd = beforeEnd > countBefore(own, endFrom);
    const visitDaysInPeriod = beforeEnd - beforeStart;
    if (!activeAtStart && !activeAtEnd && visitDaysInPeriod === 0) continue;
    const firstDay = first.get(customerId) ?? own[0] ?? start;
    facts.push({ customerId, firstDay, activeAtStart, activeAtEnd, visitDaysInPeriod });
  }
  return facts;
}
