import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type AuditRow, entryHash, factsHash, noHash } from '../db/audit-hash.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { queryBuilder, statement } from '../db/statement.ts';

const last = statement<Record<never, never>>()((db) =>
  // The condition says nothing new; it has SQLite look for the last row where it would count as a scan.
  db
    .selectFrom('audit_entries')
    .select(['number', 'hash'])
    .where('number', '>', 0)
    .orderBy('number', 'desc')
    .limit(1),
);

/** The newest entry of the log. */
export function lastAuditEntry(db: ReadDb): Promise<{ number: number; hash: string } | undefined> {
  return db.one(last, {});
}

/** Counts the entries that were ever written, apart from the log: where its end is cut off, the count stays. */
const entryCounter = 'auditEntries';

const countOn = statement<{ name: string; atLeast: number }>()((db, p) =>
  db
    .insertInto('counters')
    .values({ name: p('name'), value: p('atLeast') })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({ value: sql<number>`max(counters.value + 1, excluded.value)` }),
    )
    .returning('value'),
);

/** The number of a new entry. After an end that was cut off it leaves a gap, which then shows for good. */
export async function nextEntryNumber(tx: WriteTx, newest: number): Promise<number> {
  const row = await tx.one(countOn, { name: entryCounter, atLeast: newest + 1 });
  if (!row) throw new Error('the log gave no number');
  return row.value;
}

const counted = statement<{ name: string }>()((db, p) =>
  db.selectFrom('counters').select('value').where('name', '=', p('name')),
);

const insert = statement<{ [K in keyof AuditRow]: AuditRow[K] }>()((db, p) =>
  db.insertInto('audit_entries').values({
    number: p('number'),
    at: p('at'),
    business_day: p('business_day'),
    staff_id: p('staff_id'),
    approved_by: p('approved_by'),
    call: p('call'),
    outcome: p('outcome'),
    customer_id: p('customer_id'),
    subject_id: p('subject_id'),
    facts_hash: p('facts_hash'),
    previous_hash: p('previous_hash'),
    hash: p('hash'),
  }),
);

export async function insertAuditEntry(tx: WriteTx, row: AuditRow): Promise<void> {
  await tx.run(insert, row);
}

const insertFacts = statement<{ number: number; salt: string; facts: string }>()((db, p) =>
  db.insertInto('audit_facts').values({ number: p('number'), salt: p('salt'), facts: p('facts') }),
);

export async function insertAuditFacts(
  tx: WriteTx,
  number: number,
  salt: string,
  facts: string,
): Promise<void> {
  await tx.run(insertFacts, { number, salt, facts });
}

/** An entry of the log, or a row of the visits, which say who and when themselves. */
export interface LoggedRow {
  /** NULL of a visit. */
  readonly number: number | null;
  readonly visitId: number | null;
  readonly at: number;
  readonly day: BusinessDay;
  readonly staffId: number | null;
  readonly staffName: string | null;
  readonly approverId: number | null;
  readonly approvedBy: string | null;
  /** Whom of the staff it is about. */
  readonly aboutName: string | null;
  readonly call: string;
  readonly outcome: 'done' | 'refused';
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly amount: number | null;
  readonly reason: string | null;
  readonly facts: string | null;
  /** 1 where somebody did it for their own entry among the customers. */
  readonly isOwn: number;
  /** Of a row that takes a check-in back: when the check-in was. */
  readonly undoneAt: number | null;
}

/** Whether whoever did it is the customer, also after a merge. */
const ownOf = (staffId: string) => sql`EXISTS (
  SELECT 1 FROM staff_customers AS sc JOIN customers AS o ON o.id = sc.customer_id
  WHERE sc.staff_id = ${sql.ref(staffId)} AND COALESCE(o.merged_into_id, o.id) = COALESCE(c.merged_into_id, c.id))`;

/** Everything that was written on some business days, newest first; imported visits stand in the entry of their import. */
export function loggedBetween(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<LoggedRow[]> {
  const query = sql<LoggedRow>`
    SELECT a.number AS "number", NULL AS "visitId", a.at AS at, a.business_day AS day, a.staff_id AS "staffId", s.name AS "staffName",
      a.approved_by AS "approverId", b.name AS "approvedBy", CASE WHEN p.id IS NOT a.staff_id THEN p.name END AS "aboutName", a.call AS call, a.outcome AS outcome, a.customer_id AS "customerId", c.name AS "customerName",
      NULL AS amount, NULL AS reason, f.facts AS facts, ${ownOf('a.staff_id')} AS "isOwn", NULL AS "undoneAt"
    FROM audit_entries AS a LEFT JOIN staff AS s ON s.id = a.staff_id LEFT JOIN staff AS b ON b.id = a.approved_by
    LEFT JOIN staff AS p ON p.id = a.subject_id AND a.call LIKE 'staff.%'
    LEFT JOIN customers AS c ON c.id = a.customer_id LEFT JOIN audit_facts AS f ON f.number = a.number
    WHERE a.business_day BETWEEN ${from} AND ${to}
    UNION ALL
    SELECT NULL, v.id, v.at, v.business_day, v.staff_id, s.name, NULL, NULL, NULL,
      CASE v.sign WHEN 1 THEN 'till.checkIn' WHEN 0 THEN 'till.refund' ELSE 'till.undo' END, 'done',
      v.customer_id, c.name, v.amount, v.reason, NULL, ${ownOf('v.staff_id')}, o.at
    FROM visits AS v LEFT JOIN staff AS s ON s.id = v.staff_id LEFT JOIN customers AS c ON c.id = v.customer_id
    LEFT JOIN visits AS o ON o.id = v.reverses_id
    WHERE v.business_day BETWEEN ${from} AND ${to} AND v.source = 'till'
    ORDER BY 3 DESC, 1 DESC, 2 DESC`;
  return db.query<LoggedRow>(() => ({ compile: () => query.compile(queryBuilder) }));
}

/** Where the log does not say what it said when it was written. */
export interface BrokenLog {
  /** The first entry that is missing, or is not what it was. */
  readonly number: number;
  readonly why: 'missing' | 'changed' | 'factsChanged' | 'factsGone';
}

/** The chain as it is followed from entry to entry. */
class Chain {
  #expected = 1;
  #previous = noHash;
  broken: BrokenLog | null = null;

  /** @param written how many entries there have been, at least */
  end(written: number): void {
    if (!this.broken && written >= this.#expected) this.broken = { number: this.#expected, why: 'missing' };
  }

  take(row: AuditRow, facts: { salt: string | null; facts: string | null; isErased: boolean }): void {
    if (this.broken) return;
    if (row.number !== this.#expected) this.broken = { number: this.#expected, why: 'missing' };
    else if (row.previous_hash !== this.#previous || row.hash !== entryHash(row))
      this.broken = { number: row.number, why: 'changed' };
    else if (facts.salt !== null && factsHash(facts.salt, facts.facts ?? '') !== row.facts_hash)
      this.broken = { number: row.number, why: 'factsChanged' };
    else if (facts.salt === null && row.facts_hash !== null && !facts.isErased)
      this.broken = { number: row.number, why: 'factsGone' };
    this.#expected = row.number + 1;
    this.#previous = row.hash;
  }
}

type ChainRow = readonly [
  ...[number: number, at: number, day: BusinessDay, staffId: number | null, approvedBy: number | null],
  ...[call: string, outcome: 'done' | 'refused', customerId: number | null, subjectId: number | null],
  ...[factsHash: string | null, previousHash: string, hash: string],
  ...[salt: string | null, facts: string | null, isErased: number],
];

/**
 * Follows the whole log from its first entry and says where it first was tampered with. An end that was cut off shows by
 * the count of entries; whoever sets that back as well is found out by the next close or an older backup alone.
 */
export async function verifyAudit(db: ReadDb): Promise<{ entries: number; broken: BrokenLog | null }> {
  const chain = new Chain();
  let entries = 0;
  // Before the entries are read: what is written meanwhile is in them, and not missed.
  const written = (await db.one(counted, { name: entryCounter }))?.value ?? 0;
  const query = sql`
    SELECT a.number, a.at, a.business_day, a.staff_id, a.approved_by, a.call, a.outcome, a.customer_id, a.subject_id,
      a.facts_hash, a.previous_hash, a.hash, f.salt, f.facts,
      EXISTS (SELECT 1 FROM erasures AS e WHERE e.customer_id = a.customer_id)
    FROM audit_entries AS a LEFT JOIN audit_facts AS f ON f.number = a.number ORDER BY a.number`;
  await db.scan<ChainRow>(
    () => ({ compile: () => query.compile(queryBuilder) }),
    ([
      number,
      at,
      day,
      staffId,
      approvedBy,
      call,
      outcome,
      customerId,
      subjectId,
      facts,
      previous,
      hash,
      ...rest
    ]) => {
      entries += 1;
      const [salt, words, isErased] = rest;
      const row = {
        number,
        at,
        business_day: day,
        staff_id: staffId,
        approved_by: approvedBy,
        call,
        outcome,
      };
      chain.take(
        {
          ...row,
          customer_id: customerId,
          subject_id: subjectId,
          facts_hash: facts,
          previous_hash: previous,
          hash,
        },
        { salt, facts: words, isErased: isErased === 1 },
      );
    },
  );
  chain.end(written);
  return { entries, broken: chain.broken };
}
