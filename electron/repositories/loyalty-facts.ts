import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { GivenGift } from '#shared/domain/loyalty/gifts.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { median } from '#shared/domain/statistics/index.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import { samePerson } from './customers.ts';

const earnedOn = statement<{ customerId: number; day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .innerJoin('ledger_entries as e', 'e.visit_id', 'v.id')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select((eb) => ['e.unit_id as unitId', eb.fn.sum<number>('e.change').as('earned')])
    .where('v.customer_id', 'in', samePerson(p('customerId')))
    .where('v.business_day', '=', p('day'))
    .where('v.sign', '=', 1)
    .where('e.kind', '=', 'earn')
    .where('r.id', 'is', null)
    .groupBy('e.unit_id'),
);

/**
 * What a customer's visits of a day have earned and not lost again, per unit: what daily caps are counted against,
 * whichever wallet it went to.
 */
export async function earnedOnDay(
  db: ReadDb,
  customerId: number,
  day: BusinessDay,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.all(earnedOn, { customerId, day });
  return new Map(rows.map((row) => [row.unitId, Number(row.earned)]));
}

const birthdaysSince = statement<{ customerId: number; day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select('e.why')
    .where('e.customer_id', 'in', samePerson(p('customerId')))
    .where('e.kind', '=', 'gift')
    .where('e.business_day', '>=', p('day'))
    .where('r.id', 'is', null),
);

/** Whether a birthday gift was given since a day and not undone. */
export async function birthdayGivenSince(db: ReadDb, customerId: number, day: BusinessDay): Promise<boolean> {
  const rows = await db.all(birthdaysSince, { customerId, day });
  return rows.some((row) => {
    const why = JSON.parse(row.why) as Why;
    return why.kind === 'gift' && why.occasion === 'birthday';
  });
}

const giftsOfVisits = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .innerJoin('ledger_entries as e', 'e.visit_id', 'v.id')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select('e.why')
    .where('v.customer_id', 'in', samePerson(p('customerId')))
    .where('v.sign', '=', 1)
    .where('e.kind', '=', 'gift')
    .where('r.id', 'is', null),
);

/** Gifts on account of a customer's visits that stand, whoever received them. */
export async function givenGifts(db: ReadDb, customerId: number): Promise<GivenGift[]> {
  const rows = await db.all(giftsOfVisits, { customerId });
  return rows.flatMap((row) => {
    const why = JSON.parse(row.why) as Why;
    return why.kind === 'gift' ? [{ occasion: why.occasion, visits: why.visits }] : [];
  });
}

const counts = statement<Record<never, never>>()((db) => db.selectFrom('reward_counts').selectAll());

/** How often each reward was given and not taken back. */
export async function rewardCounts(db: ReadDb): Promise<ReadonlyMap<number, number>> {
  return new Map((await db.all(counts, {})).map((row) => [row.reward_id, row.given]));
}

const countReward = statement<{ rewardId: number; change: number }>()((db, p) =>
  db
    .insertInto('reward_counts')
    .values({ reward_id: p('rewardId'), given: p('change') })
    .onConflict((conflict) =>
      conflict.column('reward_id').doUpdateSet((eb) => ({
        given: eb('reward_counts.given', '+', eb.ref('excluded.given')),
      })),
    ),
);

export async function addRewardCount(tx: WriteTx, rewardId: number, change: number): Promise<void> {
  await tx.run(countReward, { rewardId, change });
}

const boughtItem = statement<{ customerId: number; itemId: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .innerJoin('visit_lines as l', 'l.visit_id', 'v.id')
    .leftJoin('visits as r', 'r.reverses_id', 'v.id')
    .select('v.id')
    .where('v.customer_id', 'in', samePerson(p('customerId')))
    .where('v.sign', '=', 1)
    .where('l.item_id', '=', p('itemId'))
    .where('r.id', 'is', null)
    .limit(1),
);

/** Whether a customer ever bought an item. */
export async function hasBought(db: ReadDb, customerId: number, itemId: number): Promise<boolean> {
  return (await db.one(boughtItem, { customerId, itemId })) !== undefined;
}

const reservedIn = statement<{ walletId: number; exceptId: number }>()((db, p) =>
  db
    .selectFrom('parked_reserves')
    .select((eb) => ['unit_id as unitId', eb.fn.sum<number>('amount').as('amount')])
    .where('wallet_id', '=', p('walletId'))
    .where('parked_id', '<>', p('exceptId'))
    .groupBy('unit_id'),
);

/** What check-ins set aside are going to spend, per unit; `exceptId` is the one being finished (0 = none). */
export async function reservedUnits(
  db: ReadDb,
  walletId: number,
  exceptId: number,
): Promise<ReadonlyMap<number, number>> {
  const rows = await db.all(reservedIn, { walletId, exceptId });
  return new Map(rows.map((row) => [row.unitId, Number(row.amount)]));
}

const holdOf = statement<{ customerId: number; day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('tier_holds')
    .select('tier_id as tierId')
    .where('customer_id', '=', p('customerId'))
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', p('day'))])),
);

/** Tier at which the owner holds a customer on a day; null without a hold. */
export async function heldTier(db: ReadDb, customerId: number, day: BusinessDay): Promise<number | null> {
  return (await db.one(holdOf, { customerId, day }))?.tierId ?? null;
}

const rankOf = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('customer_tiers')
    .select(['rank', 'tier_id as tierId'])
    .where('customer_id', '=', p('customerId')),
);

/** Rank and tier of a customer at the last daily run. */
export async function rankedTier(
  db: ReadDb,
  customerId: number,
): Promise<{ readonly rank: number | null; readonly tierId: number | null }> {
  return (await db.one(rankOf, { customerId })) ?? { rank: null, tierId: null };
}

const held = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('units as u')
    .select(['u.id as unitId', 'u.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('balances as b')
          .select('b.wallet_id')
          .whereRef('b.unit_id', '=', 'u.id')
          .where('b.balance', '>', 0),
      ),
    ),
);

/** Units in which somebody holds something. */
export function heldUnits(db: ReadDb): Promise<{ unitId: number; name: string }[]> {
  return db.all(held, {});
}

/** How many of the newest check-ins tell what a visit usually brings. */
const typicalOf = 500;

const newestAmounts = statement<{ limit: number }>()((db, p) =>
  db
    .selectFrom('visits')
    .select('amount')
    .where('sign', '=', 1)
    .where('customer_id', 'is not', null)
    .where('amount', '>', 0)
    .orderBy('id', 'desc')
    .limit(p('limit')),
);

/** Median amount of the newest visits of customers, minor units; 0 before there are any. */
export async function typicalAmount(db: ReadDb): Promise<number> {
  const rows = await db.all(newestAmounts, { limit: typicalOf });
  const middle = median(rows.map((row) => row.amount ?? 0));
  return middle === null ? 0 : Math.round(middle);
}
