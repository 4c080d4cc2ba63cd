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
import { firstDaysSince, type RetentionQuestion } from './retention-query.ts';
import { eachCustomerDay, rowsOf } from './standing-days.ts';
import type { ReportDb } from './stoppable-db.ts';

/** Who came on which day: customers by their places, days counted from the first. */
interface DaySheet {
  readonly from: BusinessDay;
  readonly customerIds: readonly number[];
  readonly onDay: readonly (readonly number[])[];
}

async function daySheet(db: ReadDb, span: { from: BusinessDay; to: BusinessDay }): Promise<DaySheet> {
  const places = new Map<number, number>();
  const onDay: number[][] = Array.from({ length: span.to - span.from }, () => []);
  await eachCustomerDay(db, span, (rows) => {
    for (const { customerId, day } of rows) {
      let place = places.get(customerId);
      if (place === undefined) {
        place = places.size;
        places.set(customerId, place);
      }
      onDay[day - span.from]?.push(place);
    }
  });
  return { from: span.from, customerIds: [...places.keys()], onDay };
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
  db: ReportDb,
  question: RetentionQuestion & { readonly periods: number },
): Promise<{ points: TrendPoint[] }> {
  const { window, today } = question;
  const periods = periodsBack({ start: question.start, end: question.end }, question.periods);
  const [oldest = question] = periods;
  const from = activityBounds(oldest, window).startFrom;
  const sheet = await daySheet(db, { from, to: question.end });
  const first = await firstDaysSince(db, from);
  const totals = await dayTotals(db, oldest.start, question.end);
  const [record] = await rowsOf(
    db,
    sql<{ first: BusinessDay | null }>`SELECT MIN(business_day) AS first FROM day_totals WHERE check_ins > 0`,
  );
  const points: TrendPoint[] = [];
  for (const period of periods) {
    await db.giveWay?.();
    const facts = factsOf(sheet, first, period, window);
    const found = retentionFromFacts(facts, period);
    const sums = sumsIn(totals, period);
    const { startFrom } = activityBounds(period, window);
    points.push({
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
    });
  }
  return { points };
}

/** What everybody seen around one period did; only its own days and those of its windows are looked at. */
function factsOf(
  { from, customerIds, onDay }: DaySheet,
  first: ReadonlyMap<number, BusinessDay>,
  period: Period,
  window: ActivityWindow,
): readonly RetentionFact[] {
  const { startFrom, endFrom } = activityBounds(period, window);
  const { start, end } = period;
  const count = customerIds.length;
  const [atStart, atEnd, inPeriod] = [new Uint8Array(count), new Uint8Array(count), new Uint16Array(count)];
  for (let day: number = startFrom; day < end; day += 1) {
    for (const place of onDay[day - from] ?? []) {
      if (day < start) atStart[place] = 1;
      else inPeriod[place] = (inPeriod[place] ?? 0) + 1;
      if (day >= endFrom) atEnd[place] = 1;
    }
  }
  const facts: RetentionFact[] = [];
  for (const [place, customerId] of customerIds.entries()) {
    const activeAtStart = atStart[place] === 1;
    const activeAtEnd = atEnd[place] === 1;
    const visitDaysInPeriod = inPeriod[place] ?? 0;
    if (!activeAtStart && !activeAtEnd && visitDaysInPeriod === 0) continue;
    const firstDay = first.get(customerId);
    if (firstDay === undefined) throw new Error(`customer ${customerId} has visits and no first one`);
    facts.push({ customerId, firstDay, activeAtStart, activeAtEnd, visitDaysInPeriod });
  }
  return facts;
}
