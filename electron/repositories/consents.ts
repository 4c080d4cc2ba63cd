import { type RawBuilder, sql } from 'kysely';
import {
  type ConsentAnswer,
  type ConsentPurpose,
  type ContactChannel,
  contactChannels,
  decidingPurposes,
  mayProfile as mayBeProfiled,
  usableChannels,
} from '#shared/domain/consent/consent.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

type Sql = RawBuilder<unknown>;

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

const person = sql`COALESCE(p.merged_into_id, p.id)`;

/** Ids of everybody whose newest answer for a purpose is the one given; those given under a merged entry are theirs. */
function answered(purpose: ConsentPurpose, granted: boolean): Sql {
  return sql`SELECT ${person} FROM consents AS a JOIN customers AS p ON p.id = a.customer_id
    WHERE a.granted = ${granted ? 1 : 0} AND a.id IN (
      SELECT MAX(n.id) FROM consents AS n JOIN customers AS q ON q.id = n.customer_id
      WHERE n.purpose IN (${sql.join([...decidingPurposes(purpose)])}) GROUP BY COALESCE(q.merged_into_id, q.id))`;
}

/** A subquery: ids of everybody who agreed to a purpose; to `contact`: to any channel. */
export function agreedTo(purpose: ConsentPurpose): Sql {
  if (purpose !== 'contact') return answered(purpose, true);
  return sql.join(
    contactChannels.map((channel) => answered(channel, true)),
    sql` UNION `,
  );
}

/** A number 1 or 0 inside a query: whether the person, given by a subquery of their entries, agreed to any channel. */
export function mayBeContacted(entries: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM (${sql.join(
    contactChannels.map((channel) => sql`SELECT ${channel} AS channel`),
    sql` UNION ALL `,
  )}) AS way WHERE (SELECT k.granted FROM consents AS k WHERE k.customer_id IN (${entries})
    AND k.purpose IN ('contact', way.channel) ORDER BY k.at DESC, k.id DESC LIMIT 1) = 1)`;
}

/**
 * A subquery: ids of everybody about whom nothing may be estimated, because they said no (to profiling, or to being a
 * member and nothing else) or were forgotten.
 */
export const profilingRefused: Sql = sql`
  ${answered('profiling', false)}
  UNION SELECT m.id FROM customers AS m
    WHERE m.id IN (${answered('membership', false)}) AND m.id NOT IN (${answered('profiling', true)})
  UNION SELECT e.customer_id FROM erasures AS e`;

/** Everybody about whom no risk, expected day or value may be worked out or shown. */
export async function refusedProfiling(db: ReadDb): Promise<ReadonlySet<number>> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT r.* FROM (SELECT 0 AS id UNION ${profilingRefused}) AS r`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Whether a risk, an expected day and a value may be worked out and shown for somebody. */
export async function mayProfile(db: ReadDb, customerId: number): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT c.id AS id FROM customers AS c WHERE c.id = ${customerId}
      AND COALESCE(c.merged_into_id, c.id) NOT IN (${profilingRefused})`,
  );
  return rows.length > 0;
}

/** Those of some customers kept about whom nothing may be estimated, because they said no. */
export async function refusedAmong(db: ReadDb, customerIds: readonly number[]): Promise<ReadonlySet<number>> {
  const ids = JSON.stringify(customerIds);
  const answers = sql`k.id, k.purpose, k.granted, k.at FROM json_each(${ids}) AS one`;
  const rows = await rowsOf(
    db,
    sql<AnswerRow>`
      SELECT one.value AS "personId", ${answers} JOIN consents AS k ON k.customer_id = one.value
      UNION ALL SELECT one.value, ${answers} JOIN customers AS p ON p.merged_into_id = one.value
        JOIN consents AS k ON k.customer_id = p.id`,
  );
  const byPerson = new Map<number, AnswerRow[]>();
  for (const row of rows) byPerson.set(row.personId, [...(byPerson.get(row.personId) ?? []), row]);
  const refused = [...byPerson].filter(
    ([, own]) => !mayBeProfiled(own.map(({ granted, ...answer }) => ({ ...answer, granted: granted === 1 }))),
  );
  return new Set(refused.map(([id]) => id));
}

interface AnswerRow {
  readonly personId: number;
  readonly id: number;
  readonly purpose: ConsentPurpose;
  readonly granted: number;
  readonly at: number;
}

/**
 * Ways to reach people: agreed to, and with the number or address they need. Nobody who was forgotten can be reached.
 * @returns for each of the ids that is a customer kept
 */
export async function allowedChannels(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<Map<number, ReadonlySet<ContactChannel>>> {
  const allowed = new Map<number, ReadonlySet<ContactChannel>>();
  for (let index = 0; index < customerIds.length; index += 500) {
    const ids = sql.join(customerIds.slice(index, index + 500));
    const people = await rowsOf(
      db,
      sql<{ id: number; phone: string | null; email: string | null }>`
        SELECT c.id, c.phone, c.email FROM customers AS c WHERE c.id IN (${ids})`,
    );
    const rows = await rowsOf(
      db,
      sql<AnswerRow>`
        SELECT ${person} AS "personId", k.id, k.purpose, k.granted, k.at
        FROM customers AS p JOIN consents AS k ON k.customer_id = p.id
        WHERE (p.id IN (${ids}) OR p.merged_into_id IN (${ids})) AND p.id NOT IN (SELECT customer_id FROM erasures)`,
    );
    const answers = new Map<number, ConsentAnswer[]>();
    for (const { personId, granted, ...answer } of rows) {
      const own = answers.get(personId) ?? [];
      own.push({ ...answer, granted: granted === 1 });
      answers.set(personId, own);
    }
    for (const { id, phone, email } of people) {
      allowed.set(id, usableChannels(answers.get(id) ?? [], { phone, email }));
    }
  }
  return allowed;
}
