import { sql } from 'kysely';
import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ActivityBounds,
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
import { type CustomerDay, eachCustomerDay, earlierSinceIn, rowsOf, sinceOf } from './standing-days.ts';

/** A period `[start, end)`, the activity window, and today's business day. */
export interface RetentionQuestion extends Period {
  readonly window: ActivityWindow;
  readonly today: BusinessDay;
}

/** What the days of one customer say about a period. */
interface Seen {
  activeAtStart: boolean;
  activeAtEnd: boolean;
  visitDaysInPeriod: number;
}

function seenOn(
  days: readonly CustomerDay[],
  { start, end }: Period,
  { startFrom, endFrom }: ActivityBounds,
) {
  const seen = new Map<number, Seen>();
  for (const { customerId, day } of days) {
    let one = seen.get(customerId);
    if (one === undefined) {
      one = { activeAtStart: false, activeAtEnd: false, visitDaysInPeriod: 0 };
      seen.set(customerId, one);
    }
    if (day >= startFrom && day < start) one.activeAtStart = true;
    if (day >= endFrom && day < end) one.activeAtEnd = true;
    if (day >= start && day < end) one.visitDaysInPeriod += 1;
  }
  return seen;
}

/**
 * First visits of everybody seen since a day; an imported "customer since" counts as one (metrics.md §0). Somebody whose
 * first visit is older than that day is not asked about: an even older one changes nothing.
 */
export async function firstDaysSince(
  db: ReadDb,
  since: BusinessDay,
): Promise<ReadonlyMap<number, BusinessDay>> {
  const rows = await rowsOf(
    db,
    sql<{ id: number; first: BusinessDay }>`
    SELECT customer_id AS id, first_day AS first FROM customer_stats WHERE last_day >= ${since}`,
  );
  const found = new Map(rows.map(({ id, first }) => [id, first]));
  const ids = rows.filter(({ first }) => first >= since).map(({ id }) => id);
  for (const [id, day] of await sinceOf(db, ids)) found.set(id, day);
  return found;
}

/**
 * One row per customer seen in either activity window or in the period. A day counts when its check-ins outnumber
 * their reversals.
 */
export async function retentionFacts(
  db: ReadDb,
  question: Omit<RetentionQuestion, 'today'>,
): Promise<readonly RetentionFact[]> {
  const bounds = activityBounds(question, question.window);
  const days: CustomerDay[] = [];
  await eachCustomerDay(db, { from: bounds.startFrom, to: question.end }, (rows) => {
    for (const row of rows) days.push(row);
  });
  const first = await firstDaysSince(db, bounds.startFrom);
  const seen = seenOn(days, question, bounds);
  const facts = Array.from(seen, ([customerId, one]) => {
    const firstDay = first.get(customerId);
    if (firstDay === undefined) throw new Error(`customer ${customerId} has visits and no first one`);
    return { customerId, firstDay, ...one };
  });
  // New in the period as an import says, without a visit in the record that shows it.
  const unseen = (await earlierSinceIn(db, question)).filter(({ customerId }) => !seen.has(customerId));
  return [...facts, ...unseen.map(({ customerId, since }) => unseenNewcomer(customerId, since))];
}

const unseenNewcomer = (customerId: number, firstDay: BusinessDay): RetentionFact => ({
  customerId,
  firstDay,
  activeAtStart: false,
  activeAtEnd: false,
  visitDaysInPeriod: 0,
});

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
