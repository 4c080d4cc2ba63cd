import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { Carry } from '#shared/domain/loyalty/carry.ts';
import type { Debt } from '#shared/domain/loyalty/debts.ts';
import type { Draw, Lot } from '#shared/domain/loyalty/lots.ts';
import type { PointsRefund } from '#shared/domain/loyalty/refund.ts';
import { netDraws } from '#shared/domain/loyalty/reverse.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { LedgerEntriesTable } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type LedgerEntry = Readonly<LedgerEntriesTable>;

export interface BalanceRow {
  readonly unitId: number;
  readonly balance: number;
  readonly carry: Carry;
}

const balancesOf = statement<{ walletId: number }>()((db, p) =>
  db
    .selectFrom('balances')
    .select(['unit_id', 'balance', 'carry_num', 'carry_den'])
    .where('wallet_id', '=', p('walletId')),
);

/** Balances of a wallet, one per unit that was ever touched. */
export async function walletBalances(db: ReadDb, walletId: number): Promise<BalanceRow[]> {
  const rows = await db.all(balancesOf, { walletId });
  return rows.map((row) => ({
    unitId: row.unit_id,
    balance: row.balance,
    carry: { num: row.carry_num, den: row.carry_den },
  }));
}

const putBalance = statement<{
  walletId: number;
  unitId: number;
  balance: number;
  carryNum: number;
  carryDen: number;
}>()((db, p) =>
  db
    .insertInto('balances')
    .values({
      wallet_id: p('walletId'),
      unit_id: p('unitId'),
      balance: p('balance'),
      carry_num: p('carryNum'),
      carry_den: p('carryDen'),
    })
    .onConflict((conflict) =>
      conflict.columns(['wallet_id', 'unit_id']).doUpdateSet((eb) => ({
        balance: eb.ref('excluded.balance'),
        carry_num: eb.ref('excluded.carry_num'),
        carry_den: eb.ref('excluded.carry_den'),
      })),
    ),
);

/** Sets the derived balance of one unit. */
export async function setBalance(tx: WriteTx, walletId: number, row: BalanceRow): Promise<void> {
  await tx.run(putBalance, {
    walletId,
    unitId: row.unitId,
    balance: row.balance,
    carryNum: row.carry.num,
    carryDen: row.carry.den,
  });
}

const insert = statement<{ [K in keyof LedgerEntriesTable]: LedgerEntriesTable[K] }>()((db, p) =>
  db.insertInto('ledger_entries').values({
    id: p('id'),
    wallet_id: p('wallet_id'),
    unit_id: p('unit_id'),
    customer_id: p('customer_id'),
    visit_id: p('visit_id'),
    kind: p('kind'),
    change: p('change'),
    carry_num: p('carry_num'),
    carry_den: p('carry_den'),
    at: p('at'),
    business_day: p('business_day'),
    business_month: p('business_month'),
    staff_id: p('staff_id'),
    programme_version_id: p('programme_version_id'),
    reverses_id: p('reverses_id'),
    refunds_id: p('refunds_id'),
    why: p('why'),
  }),
);

export async function insertEntry(tx: WriteTx, entry: LedgerEntry): Promise<void> {
  await tx.run(insert, entry);
}

/** A lot as it is opened. */
export interface OpenedLot {
  /** Id of the entry that credits. */
  readonly lotId: number;
  readonly walletId: number;
  readonly unitId: number;
  readonly amount: number;
  /** Day and programme version of the earning, also when the lot comes from another wallet. */
  readonly day: BusinessDay;
  readonly versionId: number;
  readonly expiresDay: BusinessDay | null;
}

const insertLotRow = statement<{ [K in keyof OpenedLot]: OpenedLot[K] }>()((db, p) =>
  db.insertInto('lots').values({
    entry_id: p('lotId'),
    wallet_id: p('walletId'),
    unit_id: p('unitId'),
    amount: p('amount'),
    remaining: p('amount'),
    business_day: p('day'),
    programme_version_id: p('versionId'),
    expires_day: p('expiresDay'),
  }),
);

export async function insertLot(tx: WriteTx, lot: OpenedLot): Promise<void> {
  await tx.run(insertLotRow, lot);
}

const insertDrawRow = statement<{ id: number; entryId: number; lotId: number; amount: number }>()((db, p) =>
  db
    .insertInto('ledger_draws')
    .values({ id: p('id'), entry_id: p('entryId'), lot_id: p('lotId'), amount: p('amount') }),
);

const takeFromLot = statement<{ lotId: number; amount: number }>()((db, p) =>
  db
    .updateTable('lots')
    .set((eb) => ({ remaining: eb('remaining', '-', p('amount')) }))
    .where('entry_id', '=', p('lotId')),
);

/**
 * Records what an entry takes from a lot (negative: gives back) and keeps the lot's remainder in step.
 * @throws Error when the lot does not exist or does not hold that much
 */
export async function insertDraw(tx: WriteTx, draw: Draw & { id: number; entryId: number }): Promise<void> {
  await tx.run(insertDrawRow, draw);
  const touched = await tx.run(takeFromLot, { lotId: draw.lotId, amount: draw.amount });
  if (touched !== 1) throw new Error(`lot ${draw.lotId} does not exist`);
}

/** A lot with what goes along when it moves to another wallet. */
export interface OpenLot extends Lot {
  readonly day: BusinessDay;
  readonly versionId: number;
  readonly expiresDay: BusinessDay | null;
}

const openLotsOf = statement<{ walletId: number; unitId: number }>()((db, p) =>
  db
    .selectFrom('lots')
    .select([
      'entry_id as lotId',
      'amount',
      'remaining',
      'expires_day as expiresDay',
      'business_day as day',
      'programme_version_id as versionId',
    ])
    .where('wallet_id', '=', p('walletId'))
    .where('unit_id', '=', p('unitId'))
    // Written out, not a parameter: only so the index of open lots can be used.
    .where('remaining', '>', sql.lit(0)),
);

/** Lots of a wallet that still hold something. */
export function openLots(db: ReadDb, walletId: number, unitId: number): Promise<OpenLot[]> {
  return db.all(openLotsOf, { walletId, unitId });
}

const takersOf = statement<{ walletId: number; unitId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .leftJoin('ledger_draws as d', 'd.entry_id', 'e.id')
    .select(['e.id as entryId', 'e.change', 'e.reverses_id', 'e.refunds_id', 'd.lot_id as lotId', 'd.amount'])
    .where('e.wallet_id', '=', p('walletId'))
    .where('e.unit_id', '=', p('unitId'))
    .where('e.kind', 'in', ['reverse', 'transfer'])
    .where('e.change', '<', 0)
    .where('r.id', 'is', null)
    .orderBy('e.id')
    .orderBy('d.id'),
);

/**
 * Entries that took something back and stand: what they could not draw yet, and what other lots drew in place of the one
 * that was earned (`shared/domain/loyalty/debts.ts`). Those that owe nothing and have no stand-ins are left out.
 */
export async function openDebts(db: ReadDb, walletId: number, unitId: number): Promise<Debt[]> {
  const takers = new Map<number, { taken: number; ownLotId: number | null; draws: Draw[] }>();
  for (const row of await db.all(takersOf, { walletId, unitId })) {
    const taker = takers.get(row.entryId) ?? {
      taken: 0 - row.change,
      ownLotId: row.reverses_id ?? row.refunds_id,
      draws: [],
    };
    takers.set(row.entryId, taker);
    if (row.lotId !== null && row.amount !== null) taker.draws.push({ lotId: row.lotId, amount: row.amount });
  }
  return [...takers].flatMap(([entryId, { taken, ownLotId, draws }]) => {
    const net = netDraws(draws);
    const undrawn = taken - net.reduce((sum, draw) => sum + draw.amount, 0);
    const standIns = net.filter((draw) => draw.lotId !== ownLotId);
    return undrawn === 0 && standIns.length === 0 ? [] : [{ entryId, undrawn, ownLotId, standIns }];
  });
}

/** Lots by their ids, empty ones too. */
export async function lotsById(db: ReadDb, lotIds: readonly number[]): Promise<Lot[]> {
  if (lotIds.length === 0) return [];
  return db.query((k) =>
    k
      .selectFrom('lots')
      .select(['entry_id as lotId', 'amount', 'remaining', 'expires_day as expiresDay'])
      .where('entry_id', 'in', [...lotIds]),
  );
}

const ofVisit = statement<{ visitId: number }>()((db, p) =>
  db.selectFrom('ledger_entries').selectAll().where('visit_id', '=', p('visitId')).orderBy('id'),
);

/** What a visit earned and spent. */
export function entriesOfVisit(db: ReadDb, visitId: number): Promise<LedgerEntry[]> {
  return db.all(ofVisit, { visitId });
}

const drawsOf = statement<{ entryId: number }>()((db, p) =>
  db
    .selectFrom('ledger_draws')
    .select(['lot_id as lotId', 'amount'])
    .where('entry_id', '=', p('entryId'))
    .orderBy('id'),
);

export function drawsOfEntry(db: ReadDb, entryId: number): Promise<Draw[]> {
  return db.all(drawsOf, { entryId });
}

/** Entries of several visits at once, for the stream and the timeline. */
export async function entriesOfVisits(db: ReadDb, visitIds: readonly number[]): Promise<LedgerEntry[]> {
  if (visitIds.length === 0) return [];
  return db.query((k) =>
    k
      .selectFrom('ledger_entries')
      .selectAll()
      .where('visit_id', 'in', [...visitIds])
      .orderBy('id'),
  );
}

const sumUpTo = statement<{ walletId: number; unitId: number; entryId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('change'), eb.val(0)).as('sum'))
    .where('wallet_id', '=', p('walletId'))
    .where('unit_id', '=', p('unitId'))
    .where('id', '<=', p('entryId')),
);

/** Balance right after an entry: the sum of all entries up to it. */
export async function balanceAfter(
  db: ReadDb,
  walletId: number,
  unitId: number,
  entryId: number,
): Promise<number> {
  return Number((await db.one(sumUpTo, { walletId, unitId, entryId }))?.sum ?? 0);
}

const sumUpToVisit = statement<{ walletId: number; unitId: number; visitId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('change'), eb.val(0)).as('sum'))
    .where('wallet_id', '=', p('walletId'))
    .where('unit_id', '=', p('unitId'))
    .where('visit_id', '<=', p('visitId')),
);

/** Balance right after a visit that may not have moved it: the sum of the entries of all visits up to it. */
export async function balanceUpToVisit(
  db: ReadDb,
  walletId: number,
  unitId: number,
  visitId: number,
): Promise<number> {
  return Number((await db.one(sumUpToVisit, { walletId, unitId, visitId }))?.sum ?? 0);
}

export interface ExplainedEntry extends LedgerEntry {
  readonly staffName: string;
  readonly customerName: string;
  readonly programmeNumber: number;
  readonly amount: number | null;
}

const pageOf = statement<{ walletId: number; unitId: number; limit: number; offset: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .innerJoin('staff as s', 's.id', 'e.staff_id')
    .innerJoin('programme_versions as v', 'v.id', 'e.programme_version_id')
    .innerJoin('customers as c', 'c.id', 'e.customer_id')
    .leftJoin('visits as t', 't.id', 'e.visit_id')
    .selectAll('e')
    .select([
      's.name as staffName',
      'c.name as customerName',
      'v.number as programmeNumber',
      't.amount as amount',
    ])
    .where('e.wallet_id', '=', p('walletId'))
    .where('e.unit_id', '=', p('unitId'))
    .orderBy('e.id', 'desc')
    .limit(p('limit'))
    .offset(p('offset')),
);

/** One page of a unit's entries, newest first. */
export function entryPage(
  db: ReadDb,
  walletId: number,
  unitId: number,
  page: { limit: number; offset: number },
): Promise<ExplainedEntry[]> {
  return db.all(pageOf, { walletId, unitId, ...page });
}

const countOf = statement<{ walletId: number; unitId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('wallet_id', '=', p('walletId'))
    .where('unit_id', '=', p('unitId')),
);

export async function countEntries(db: ReadDb, walletId: number, unitId: number): Promise<number> {
  return Number((await db.one(countOf, { walletId, unitId }))?.n ?? 0);
}

const refundsOf = statement<{ entryId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select(['e.change', 'e.carry_num', 'e.carry_den'])
    .where('e.refunds_id', '=', p('entryId'))
    .where('r.id', 'is', null)
    .orderBy('e.id'),
);

/** What refunds have taken back of an earning and stands. */
export async function refundsOfEarning(db: ReadDb, entryId: number): Promise<PointsRefund[]> {
  const rows = await db.all(refundsOf, { entryId });
  return rows.map((row) => ({ change: row.change, carry: { num: row.carry_num, den: row.carry_den } }));
}

const standing = statement<{ visitId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .innerJoin('visits as v', 'v.id', 'e.visit_id')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .selectAll('e')
    .where((eb) => eb.or([eb('v.id', '=', p('visitId')), eb('v.refunds_id', '=', p('visitId'))]))
    .where('r.id', 'is', null)
    .where('e.reverses_id', 'is', null)
    .orderBy('e.id'),
);

/**
 * Entries of a visit and of the refunds made on it that stand, in the order they were written: neither reversed nor
 * reversals themselves.
 */
export function standingEntries(db: ReadDb, visitId: number): Promise<LedgerEntry[]> {
  return db.all(standing, { visitId });
}
