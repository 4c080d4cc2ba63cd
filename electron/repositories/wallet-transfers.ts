import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import type { LedgerEntry } from './ledger.ts';

export type WalletRow = Readonly<Schema['wallets']>;

/** One thing that was moved: the entry that took it out of a wallet and the one that took it into another. */
export interface TransferPart {
  readonly outId: number;
  readonly inId: number;
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('wallets').selectAll().where('id', '=', p('id')),
);

/** @throws Error when there is no such wallet */
export async function walletById(db: ReadDb, id: number): Promise<WalletRow> {
  const wallet = await db.one(byId, { id });
  if (!wallet) throw new Error(`wallet ${id} does not exist`);
  return wallet;
}

/** The wallet that holds now what was in a wallet: itself, or the last of those it has gone into. */
export async function walletInUse(db: ReadDb, id: number): Promise<number> {
  const { moved_into_id: intoId } = await walletById(db, id);
  return intoId === null ? id : walletInUse(db, intoId);
}

const emptiedBefore = statement<{ walletId: number; unitId: number; entryId: number }>()((db, p) =>
  db
    .selectFrom('ledger_entries as e')
    .innerJoin('wallet_transfers as t', 't.out_id', 'e.id')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select('e.id')
    .where('e.wallet_id', '=', p('walletId'))
    .where('e.unit_id', '=', p('unitId'))
    .where('e.id', '<', p('entryId'))
    .where('r.id', 'is', null)
    .limit(1),
);

/** Whether an entry was written to a wallet that had gone into another one already. */
export async function isWrittenAfterMove(db: ReadDb, entry: LedgerEntry): Promise<boolean> {
  const { wallet_id: walletId, unit_id: unitId, id: entryId } = entry;
  return (await db.one(emptiedBefore, { walletId, unitId, entryId })) !== undefined;
}

export async function insertWallet(tx: WriteTx, id: number, at: number): Promise<void> {
  await tx.runQuery((k) => k.insertInto('wallets').values({ id, created_at: at }));
}

/** Where everything of a wallet goes from now on, and by which merge; nulls = it is in use (again). */
export async function setMovedInto(
  tx: WriteTx,
  walletId: number,
  moved: { readonly intoId: number | null; readonly mergeId: number | null },
): Promise<void> {
  await tx.runQuery((k) =>
    k
      .updateTable('wallets')
      .set({ moved_into_id: moved.intoId, moved_by_id: moved.mergeId })
      .where('id', '=', walletId),
  );
}

/** What check-ins set aside are going to spend from a wallet is spent from another one. */
export async function moveReserves(tx: WriteTx, fromId: number, toId: number): Promise<void> {
  await tx.runQuery((k) =>
    k.updateTable('parked_reserves').set({ wallet_id: toId }).where('wallet_id', '=', fromId),
  );
}

/** What some check-ins set aside are going to spend from a wallet is spent from another one. */
export async function moveReservesOf(
  tx: WriteTx,
  parkedIds: readonly number[],
  fromId: number,
  toId: number,
): Promise<void> {
  if (parkedIds.length === 0) return;
  await tx.runQuery((k) =>
    k
      .updateTable('parked_reserves')
      .set({ wallet_id: toId })
      .where('wallet_id', '=', fromId)
      .where('parked_id', 'in', [...parkedIds]),
  );
}

/** Check-ins of a customer lose their claim on a wallet that is not theirs any more. */
export async function dropReserves(tx: WriteTx, walletId: number, customerId: number): Promise<void> {
  await tx.runQuery((k) =>
    k
      .deleteFrom('parked_reserves')
      .where('wallet_id', '=', walletId)
      .where('parked_id', 'in', (eb) =>
        eb.selectFrom('parked_check_ins').select('id').where('customer_id', '=', customerId),
      ),
  );
}

const insert = statement<{ outId: number; inId: number; mergeId: number | null }>()((db, p) =>
  db.insertInto('wallet_transfers').values({ out_id: p('outId'), in_id: p('inId'), merge_id: p('mergeId') }),
);

export async function insertTransfer(tx: WriteTx, part: TransferPart, mergeId: number | null): Promise<void> {
  await tx.run(insert, { ...part, mergeId });
}

const ofMerge = statement<{ mergeId: number }>()((db, p) =>
  db
    .selectFrom('wallet_transfers as t')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 't.out_id')
    .select(['t.out_id as outId', 't.in_id as inId'])
    .where('t.merge_id', '=', p('mergeId'))
    .where('r.id', 'is', null)
    .orderBy('t.out_id'),
);

/** What a merge has moved and stands, in the order it was moved. */
export function transfersOfMerge(db: ReadDb, mergeId: number): Promise<TransferPart[]> {
  return db.all(ofMerge, { mergeId });
}

const onward = statement<{ lotId: number }>()((db, p) =>
  db
    .selectFrom('ledger_draws as d')
    .innerJoin('wallet_transfers as t', 't.out_id', 'd.entry_id')
    .leftJoin('ledger_entries as r', 'r.reverses_id', 't.out_id')
    .select(['t.out_id as outId', 't.in_id as inId'])
    .distinct()
    .where('d.lot_id', '=', p('lotId'))
    .where('r.id', 'is', null)
    .orderBy('t.out_id'),
);

/** Transfers that took something of a lot further and stand, in the order they were made. */
export function onwardTransfers(db: ReadDb, lotId: number): Promise<TransferPart[]> {
  return db.all(onward, { lotId });
}

const entry = statement<{ id: number }>()((db, p) =>
  db.selectFrom('ledger_entries').selectAll().where('id', '=', p('id')),
);

/** @throws Error when there is no such entry */
export async function entryById(db: ReadDb, id: number): Promise<LedgerEntry> {
  const row = await db.one(entry, { id });
  if (!row) throw new Error(`ledger entry ${id} does not exist`);
  return row;
}

const expiredFrom = statement<{ lotId: number }>()((db, p) =>
  db
    .selectFrom('ledger_draws as d')
    .innerJoin('ledger_entries as e', 'e.id', 'd.entry_id')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('d.amount'), eb.val(0)).as('sum'))
    .where('d.lot_id', '=', p('lotId'))
    .where('e.kind', '=', 'expire'),
);

const everOnward = statement<{ lotId: number }>()((db, p) =>
  db
    .selectFrom('ledger_draws as d')
    .innerJoin('wallet_transfers as t', 't.out_id', 'd.entry_id')
    .select('t.in_id as inId')
    .distinct()
    .where('d.lot_id', '=', p('lotId')),
);

/** How much of a lot has expired, also where it had gone into another wallet. */
export async function expiredOfLot(db: ReadDb, lotId: number): Promise<number> {
  let expired = Number((await db.one(expiredFrom, { lotId }))?.sum ?? 0);
  for (const { inId } of await db.all(everOnward, { lotId })) expired += await expiredOfLot(db, inId);
  return expired;
}
