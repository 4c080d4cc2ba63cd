import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { type ParamRef, type queryBuilder, statement } from '../db/statement.ts';
import { samePerson } from './customers.ts';

/** One line of a customer's history before its details are read. */
export interface TimelineKey {
  readonly kind: 'visit' | 'note' | 'consent' | 'joined' | 'merged' | 'followUp' | 'promise' | 'interest';
  readonly id: number;
  readonly at: number;
}

type Builder = typeof queryBuilder;

interface KeyParams {
  readonly [name: string]: number;
  readonly customerId: number;
  readonly visits: number;
  readonly rewardsOnly: number;
  readonly notes: number;
  readonly rest: number;
}

/** Follow-ups, promises and what was asked about, wherever they were written. */
const careKeys = (db: Builder, p: ParamRef<KeyParams>) =>
  db
    .selectFrom('follow_up_facts as f')
    .select((eb) => [eb.val('followUp').as('kind'), 'f.id as id', 'f.at as at'])
    .where('f.customer_id', 'in', samePerson(p('customerId')))
    .where((eb) => eb(p('rest'), '=', 1))
    .unionAll(
      db
        .selectFrom('promises as q')
        .select((eb) => [eb.val('promise').as('kind'), 'q.id as id', 'q.at as at'])
        .where('q.customer_id', 'in', samePerson(p('customerId')))
        .where((eb) => eb(p('rest'), '=', 1)),
    )
    .unionAll(
      db
        .selectFrom('interests as a')
        .select((eb) => [eb.val('interest').as('kind'), 'a.id as id', 'a.at as at'])
        .where('a.customer_id', 'in', samePerson(p('customerId')))
        .where((eb) => eb(p('rest'), '=', 1)),
    );

const keysOf = statement<KeyParams & { limit: number; offset: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .select((eb) => [eb.val('visit').as('kind'), 'v.id as id', 'v.at as at'])
    .where('v.customer_id', 'in', samePerson(p('customerId')))
    .where('v.sign', '=', 1)
    .where((eb) => eb(p('visits'), '=', 1))
    .where((eb) =>
      eb.or([
        eb(p('rewardsOnly'), '=', 0),
        eb.exists(
          eb
            .selectFrom('ledger_entries as e')
            .select('e.id')
            .whereRef('e.visit_id', '=', 'v.id')
            .where('e.kind', '=', 'redeem'),
        ),
      ]),
    )
    .unionAll(
      db
        .selectFrom('customer_notes as n')
        .select((eb) => [eb.val('note').as('kind'), 'n.id as id', 'n.at as at'])
        .where('n.customer_id', '=', p('customerId'))
        .where((eb) => eb(p('notes'), '=', 1)),
    )
    .unionAll(
      db
        .selectFrom('consents as k')
        .select((eb) => [eb.val('consent').as('kind'), 'k.id as id', 'k.at as at'])
        .where('k.customer_id', 'in', samePerson(p('customerId')))
        .where((eb) => eb(p('rest'), '=', 1)),
    )
    .unionAll(
      db
        .selectFrom('customers as c')
        .select((eb) => [eb.val('joined').as('kind'), 'c.id as id', 'c.created_at as at'])
        .where('c.id', 'in', samePerson(p('customerId')))
        // Somebody entered twice became a customer with the first of the entries.
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('customers as o')
                .select('o.id')
                .where('o.id', 'in', samePerson(p('customerId')))
                .where((earlier) =>
                  earlier.or([
                    earlier('o.created_at', '<', earlier.ref('c.created_at')),
                    earlier.and([
                      earlier('o.created_at', '=', earlier.ref('c.created_at')),
                      earlier('o.id', '<', earlier.ref('c.id')),
                    ]),
                  ]),
                ),
            ),
          ),
        )
        .where((eb) => eb(p('rest'), '=', 1)),
    )
    .unionAll(
      db
        .selectFrom('merges as m')
        .select((eb) => [eb.val('merged').as('kind'), 'm.id as id', 'm.at as at'])
        .where('m.kept_id', '=', p('customerId'))
        .where('m.undone_at', 'is', null)
        .where((eb) => eb(p('rest'), '=', 1)),
    )
    .unionAll(careKeys(db, p))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);

export type TimelineKind = 'all' | 'visits' | 'rewards' | 'notes';

const params = (customerId: number, kind: TimelineKind): KeyParams => ({
  customerId,
  visits: kind === 'notes' ? 0 : 1,
  rewardsOnly: kind === 'rewards' ? 1 : 0,
  notes: kind === 'all' || kind === 'notes' ? 1 : 0,
  rest: kind === 'all' ? 1 : 0,
});

/** One page of a customer's history, newest first; what was written under merged entries belongs to it. */
export function timelineKeys(
  db: ReadDb,
  customerId: number,
  kind: TimelineKind,
  page: { readonly limit: number; readonly offset: number },
): Promise<TimelineKey[]> {
  return db.all(keysOf, { ...params(customerId, kind), ...page }) as Promise<TimelineKey[]>;
}

/** How many lines the history has in all. */
export async function countTimeline(db: ReadDb, customerId: number, kind: TimelineKind): Promise<number> {
  const everything = { limit: 1_000_000, offset: 0 };
  return (await timelineKeys(db, customerId, kind, everything)).length;
}

export interface TimelineVisit {
  readonly id: number;
  readonly at: number;
  readonly business_day: BusinessDay;
  readonly amount: number | null;
  readonly source: 'till' | 'import' | 'demo';
  readonly staffName: string;
  readonly reversedBy: number | null;
  readonly movedTo: number | null;
}

/** Visits with what became of them. */
export async function timelineVisits(db: ReadDb, ids: readonly number[]): Promise<TimelineVisit[]> {
  if (ids.length === 0) return [];
  return db.query((k) =>
    k
      .selectFrom('visits as v')
      .innerJoin('staff as s', 's.id', 'v.staff_id')
      .leftJoin('visits as r', 'r.reverses_id', 'v.id')
      .leftJoin('visits as m', 'm.moved_from_id', 'v.id')
      .select(['v.id', 'v.at', 'v.business_day', 'v.amount', 'v.source', 's.name as staffName'])
      .select(['r.id as reversedBy', 'm.id as movedTo'])
      .where('v.id', 'in', [...ids]),
  );
}
