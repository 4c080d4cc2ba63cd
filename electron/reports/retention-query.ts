import { sql } from 'kysely';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ActivityWindow,
  activityBounds,
  isInGroup,
  type Period,
  type RetentionFact,
  retentionFromFacts,
} from '#shared/domain/retention/index.ts';
import { wilson } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { type NamedPerson, namedPage, type Page } from './names-of.ts';
import { mergedPeople, rowsOf, standingDays } from './standing-days.ts';

/** A period `[start, end)`, the activity window, and today's business day. */
export interface RetentionQuestion extends Period {
  readonly window: ActivityWindow;
  readonly today: BusinessDay;
}

interface FactRow {
  readonly customerId: number;
  readonly firstDay: BusinessDay;
  readonly atStart: number;
  readonly atEnd: number;
  readonly inPeriod: number;
}

/** The earliest "customer since" of an import among the entries of a customer. */
const importedSince = sql`
  CASE WHEN c.id NOT IN (SELECT merged_into_id FROM customers WHERE merged_into_id IS NOT NULL)
    THEN CASE WHEN c.import_id IS NOT NULL THEN c.customer_since END
    ELSE (SELECT MIN(i.customer_since) FROM (${mergedPeople}) AS p
      CROSS JOIN customers AS i ON i.id = p.id WHERE p.kept_id = c.id AND i.import_id IS NOT NULL)
  END`;

/**
 * One row per customer seen in either activity window or in the period. A day counts when its check-ins outnumber
 * their reversals; an imported "customer since" counts as the first visit (metrics.md §0). The few merged entries are
 * added up apart, so that the days of all the others are read in the order of the index.
 */
export async function retentionFacts(
  db: ReadDb,
  question: Omit<RetentionQuestion, 'today'>,
): Promise<readonly RetentionFact[]> {
  const { startFrom, endFrom } = activityBounds(question, question.window);
  const { start, end } = question;
  const rows = await rowsOf(
    db,
    sql<FactRow>`
      SELECT d.customer_id AS "customerId",
        CASE WHEN ${importedSince} < s.first_day THEN ${importedSince} ELSE s.first_day END AS "firstDay",
        MAX(CASE WHEN d.business_day >= ${startFrom} AND d.business_day < ${start} THEN 1 ELSE 0 END) AS "atStart",
        MAX(CASE WHEN d.business_day >= ${endFrom} AND d.business_day < ${end} THEN 1 ELSE 0 END) AS "atEnd",
        SUM(CASE WHEN d.business_day >= ${start} AND d.business_day < ${end} THEN 1 ELSE 0 END) AS "inPeriod"
      FROM (${standingDays(startFrom, end)}) AS d
      JOIN customer_stats AS s ON s.customer_id = d.customer_id
      JOIN customers AS c ON c.id = d.customer_id
      GROUP BY d.customer_id, c.id, c.import_id, c.customer_since, s.first_day`,
  );
  return rows.map((row) => ({
    customerId: row.customerId,
    firstDay: row.firstDay,
    activeAtStart: row.atStart === 1,
    activeAtEnd: row.atEnd === 1,
    visitDaysInPeriod: row.inPeriod,
  }));
}

/** Sums of the period's days, walk-ins included. */
async function totals(db: ReadDb, { start, end }: Period) {
  const rows = await db.query((k) =>
    k
      .selectFrom('day_totals')
      .select((eb) => [
        eb.fn.coalesce(eb.fn.sum<number>('check_ins'), eb.val(0)).as('checkIns'),
        eb.fn.coalesce(eb.fn.sum<number>('identified'), eb.val(0)).as('identifiedCheckIns'),
        eb.fn.coalesce(eb.fn.sum<number>('amount'), eb.val(0)).as('amount'),
        eb.fn.coalesce(eb.fn.sum<number>('identified_amount'), eb.val(0)).as('identifiedAmount'),
        eb.fn.coalesce(eb.fn.sum<number>('amount_check_ins'), eb.val(0)).as('amountCheckIns'),
      ])
      .where('business_day', '>=', start)
      .where('business_day', '<', end),
  );
  const row = rows[0];
  return {
    checkIns: Number(row?.checkIns ?? 0),
    identifiedCheckIns: Number(row?.identifiedCheckIns ?? 0),
    amount: Number(row?.amount ?? 0),
    identifiedAmount: Number(row?.identifiedAmount ?? 0),
    amountCheckIns: Number(row?.amountCheckIns ?? 0),
  };
}

/** Retention of a period with every figure it rests on (metrics.md §0-1). */
export async function retentionFigures(db: ReadDb, question: RetentionQuestion): Promise<RetentionFigures> {
  const result = retentionFromFacts(await retentionFacts(db, question), question);
  const sums = await totals(db, question);
  const { S, E, N, R, kept, lapsed, newInPeriod, seenOfS } = result;
  return {
    from: formatDay(question.start),
    to: formatDay(question.end),
    window: question.start - activityBounds(question, question.window).startFrom,
    ...{ S, E, N, R, kept, lapsed, newInPeriod, seenOfS },
    retention: result.retention,
    retentionInterval: wilson(kept, S),
    textbook: result.textbook,
    visits: result.visits,
    customers: result.customers,
    frequencyMean: result.frequencyMean,
    frequencyMedian: result.frequencyMedian,
    repeaters: result.repeaters,
    ...sums,
    averageSpend: sums.amountCheckIns === 0 ? null : sums.amount / sums.amountCheckIns,
    unfinished: question.end > question.today,
  };
}

/** The people behind one figure, by name, one page of them. */
export async function retentionNames(
  db: ReadDb,
  question: RetentionQuestion,
  input: Page & { readonly group: RetentionGroup },
): Promise<{ total: number; people: NamedPerson[] }> {
  const members = (await retentionFacts(db, question)).filter((fact) =>
    isInGroup(fact, question, input.group),
  );
  const people = members.map((fact) => ({
    customerId: Number(fact.customerId),
    visits: fact.visitDaysInPeriod,
  }));
  return namedPage(db, people, input);
}

/** First and last day with a check-in. */
export async function visitSpan(db: ReadDb): Promise<{ firstDay: string | null; lastDay: string | null }> {
  const rows = await db.query((k) =>
    k
      .selectFrom('day_totals')
      .select((eb) => [
        eb.fn.min<BusinessDay | null>('business_day').as('first'),
        eb.fn.max<BusinessDay | null>('business_day').as('last'),
      ])
      .where('check_ins', '>', 0),
  );
  const { first = null, last = null } = rows[0] ?? {};
  return {
    firstDay: first === null ? null : formatDay(first),
    lastDay: last === null ? null : formatDay(last),
  };
}
