import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

export interface DayVisit {
  readonly id: number;
  readonly at: number;
  readonly customer_id: number | null;
  readonly name: string | null;
  readonly amount: number | null;
  /** Id of the row that reverses it, if any. */
  readonly reversedBy: number | null;
  /** Sum of the rows that returned money on it: negative, null without one. */
  readonly refundedSum: number | null;
  /** Id of the visit it was written for anew at another customer, if any. */
  readonly movedTo: number | null;
}

const ofDay = statement<{ day: BusinessDay; limit: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .leftJoin('customers as m', 'm.id', 'v.customer_id')
    .leftJoin('customers as c', (join) =>
      join.on((eb) => eb('c.id', '=', eb.fn.coalesce('m.merged_into_id', 'm.id'))),
    )
    .leftJoin('visits as r', 'r.reverses_id', 'v.id')
    .select(['v.id', 'v.at', 'c.id as customer_id', 'c.name', 'v.amount', 'r.id as reversedBy'])
    .select((eb) =>
      eb
        .selectFrom('visits as f')
        .select((inner) => inner.fn.sum<number | null>('f.amount').as('sum'))
        .whereRef('f.refunds_id', '=', 'v.id')
        .as('refundedSum'),
    )
    .select((eb) =>
      eb
        .selectFrom('visits as m')
        .select('m.id')
        .whereRef('m.moved_from_id', '=', 'v.id')
        .limit(1)
        .as('movedTo'),
    )
    .where('v.business_day', '=', p('day'))
    .where('v.sign', '=', 1)
    .orderBy('v.at', 'desc')
    .orderBy('v.id', 'desc')
    .limit(p('limit')),
);

/** Check-ins of a day, newest first, the undone ones marked; those of merged entries for the one kept. */
export function visitsOfDay(db: ReadDb, day: BusinessDay, limit: number): Promise<DayVisit[]> {
  return db.all(ofDay, { day, limit });
}

const between = statement<{ day: BusinessDay; from: number; to: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .innerJoin('customers as c', 'c.id', 'v.customer_id')
    .select((eb) => [
      eb.fn.coalesce('c.merged_into_id', 'c.id').as('customerId'),
      eb.fn.min<number>('v.at').as('at'),
    ])
    .where('v.business_day', '=', p('day'))
    .where('v.customer_id', 'is not', null)
    .where('v.sign', '=', 1)
    .where('v.at', '>=', p('from'))
    .where('v.at', '<', p('to'))
    // The reversal carries the moment of the undo, so it may lie outside the span.
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('visits as r').select('r.id').whereRef('r.reverses_id', '=', 'v.id'))),
    )
    .groupBy((eb) => eb.fn.coalesce('c.merged_into_id', 'c.id')),
);

/**
 * Who came on a day inside a span of time, with the first moment; undone check-ins left out, those of merged entries
 * counted for the one kept.
 */
export function customersBetween(
  db: ReadDb,
  day: BusinessDay,
  from: number,
  to: number,
): Promise<{ customerId: number; at: number }[]> {
  return db.all(between, { day, from, to });
}

const withoutCard = statement<{ from: number; limit: number }>()((db, p) =>
  db
    .selectFrom('customer_stats as s')
    .innerJoin('customers as c', 'c.id', 's.customer_id')
    .select(['c.id as customerId', 'c.name', 's.last_at as at'])
    .where('s.last_at', '>=', p('from'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('cards as k')
            .select('k.code')
            .whereRef('k.customer_id', '=', 'c.id')
            .where('k.state', '=', 'active'),
        ),
      ),
    )
    .orderBy('s.last_at', 'desc')
    .orderBy('s.customer_id', 'desc')
    .limit(p('limit'))
    .$narrowType<{ at: number }>(),
);

/** Customers without an active card whose last visit was at or after a moment, the latest first. */
export function cardlessSince(
  db: ReadDb,
  from: number,
  limit: number,
): Promise<{ customerId: number; name: string; at: number }[]> {
  return db.all(withoutCard, { from, limit });
}

const named = statement<{ from: string; to: string }>()((db, p) =>
  db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('name_folded', '>=', p('from'))
    .where('name_folded', '<', p('to'))
    // Not by the column of the row itself: the index of names is enough to count.
    .where('id', 'not in', (eb) =>
      eb.selectFrom('customers').select('id').where('merged_into_id', 'is not', null),
    ),
);

/** How many customers have a first name (folded), those with no other name included. */
export async function countNamed(db: ReadDb, firstName: string): Promise<number> {
  // Of the signs in folded names only the space comes before "!".
  const row = await db.one(named, { from: firstName, to: `${firstName}!` });
  return Number(row?.n ?? 0);
}
