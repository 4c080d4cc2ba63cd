import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import type { ReadDb } from '../db/connection.ts';
import { heldOut } from '../repositories/experiments.ts';
import { leftAlone } from '../repositories/follow-ups.ts';
import { situationsOf } from './situation-query.ts';
import { rowsOf } from './standing-days.ts';

export interface SurpriseQuestion {
  readonly day: BusinessDay;
  /** Situations whose playbook gives something on the spot, each with the kind of voucher it gives. */
  readonly gives: readonly { readonly situation: PlaybookSituation; readonly kind: string }[];
}

/** Expected so many days ago, or by tomorrow: somebody who may come today. */
const expectedAgo = 7;
/** A second surprise within so many days would be none. */
const restDays = 60;

/**
 * Who may be surprised on a day: on track by the newest look, expected about now, given nothing of the kind lately, and
 * neither held back by an experiment nor to be left alone.
 */
export async function surpriseCandidates(
  db: ReadDb,
  { day, gives }: SurpriseQuestion,
): Promise<readonly number[]> {
  if (gives.length === 0) return [];
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT o.customer_id AS id
      FROM customer_outlook AS o JOIN customer_stats AS s ON s.customer_id = o.customer_id
        JOIN customers AS c ON c.id = o.customer_id
      WHERE o.state = 'onTrack' AND s.last_day <= o.last_day AND s.last_day < ${day} AND c.merged_into_id IS NULL
        AND o.expected_day >= ${day - expectedAgo} AND o.expected_day <= ${day + 1}
        AND o.customer_id NOT IN (SELECT customer_id FROM vouchers
          WHERE issued_day >= ${day - restDays} AND kind IN (${sql.join(gives.map(({ kind }) => kind))}))
      ORDER BY o.customer_id`,
  );
  const ids = rows.map(({ id }) => id);
  const situations = await situationsOf(db, { ids, reason: null });
  const held = await heldOut(db, day);
  const meant = ids.filter(
    (id, index) => !held.has(id) && gives.some(({ situation }) => situation === situations[index]),
  );
  const alone = await leftAlone(db, meant);
  return meant.filter((id) => !alone.has(id));
}
