import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ArmName } from '#shared/domain/experiments/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

/** A change of a customer as the log has it. */
export interface ChangeRow {
  readonly at: number;
  readonly staffName: string;
  /** JSON: what was there before and after. */
  readonly facts: string;
}

/** Changes of somebody's own data, newest first, under each of their entries. */
export function changesOfPerson(db: ReadDb, entryIds: readonly number[]): Promise<ChangeRow[]> {
  return rowsOf(
    db,
    sql<ChangeRow>`SELECT a.at, COALESCE(s.name, '') AS "staffName", f.facts
      FROM audit_entries AS a JOIN audit_facts AS f ON f.number = a.number LEFT JOIN staff AS s ON s.id = a.staff_id
      WHERE a.customer_id IN (${sql.join([...entryIds])}) AND a.outcome = 'done' AND a.call = 'customers.update'
      ORDER BY a.number DESC`,
  );
}

/** A campaign somebody was drawn for. */
export interface CampaignOfPerson {
  readonly name: string;
  readonly day: BusinessDay;
  readonly arm: ArmName;
}

/** Campaigns that somebody was drawn for, newest first, under each of their entries. */
export function campaignsOfPerson(db: ReadDb, entryIds: readonly number[]): Promise<CampaignOfPerson[]> {
  return rowsOf(
    db,
    sql<CampaignOfPerson>`SELECT c.name, COALESCE(m.joined_day, c.started_day, c.from_day) AS day, m.arm
      FROM campaign_people AS m JOIN campaigns AS c ON c.id = m.campaign_id
      WHERE m.customer_id IN (${sql.join([...entryIds])}) ORDER BY c.id DESC, m.customer_id`,
  );
}
