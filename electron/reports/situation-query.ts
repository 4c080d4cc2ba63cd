import { sql } from 'kysely';
import type { FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import {
  type PlaybookSituation,
  type Standing,
  situationOf,
  valuableShare,
} from '#shared/domain/playbooks/situations.ts';
import type { ReadDb } from '../db/connection.ts';
import { rowsOf } from './standing-days.ts';

interface StandingRow {
  readonly customerId: number;
  readonly state: string;
  readonly isValuable: number;
}

/** How it stands with everybody who has an outlook: as `standingOf` says it of one. */
function standings(db: ReadDb): Promise<StandingRow[]> {
  return rowsOf(
    db,
    sql<StandingRow>`SELECT o.customer_id AS "customerId",
      CASE WHEN s.last_day > o.last_day THEN 'onTrack' ELSE o.state END AS state,
      o.year_spend > 0 AND RANK() OVER (ORDER BY o.year_spend DESC) - 1
        < ${valuableShare} * COUNT(*) FILTER (WHERE o.year_spend > 0) OVER () AS "isValuable"
    FROM customer_outlook AS o JOIN customer_stats AS s ON s.customer_id = o.customer_id`,
  );
}

const standingOfState = (state: string | undefined): Standing => {
  if (state === 'late') return 'slipping';
  return state === 'atRisk' || state === 'slipping' ? state : 'onTrack';
};

/** The situation that each of some people is in for a reason, in their order; who has no outlook is on track. */
export async function situationsOf(
  db: ReadDb,
  asked: { readonly ids: readonly number[]; readonly reason: FollowUpReason | null },
): Promise<PlaybookSituation[]> {
  const known = new Map((await standings(db)).map((row) => [row.customerId, row]));
  return asked.ids.map((id) => {
    const row = known.get(id);
    return situationOf(asked.reason, {
      standing: standingOfState(row?.state),
      isValuable: row?.isValuable === 1,
    });
  });
}
