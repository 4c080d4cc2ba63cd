import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { VouchersTable } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';

export type VoucherRow = Readonly<VouchersTable>;

/** A voucher with the standing visit that used it, if any. */
export interface UsedVoucher extends VoucherRow {
  readonly usedBy: number | null;
}

const byCode = statement<{ code: string }>()((db, p) =>
  db
    .selectFrom('vouchers as v')
    .selectAll('v')
    .select((eb) =>
      eb
        .selectFrom('voucher_uses as u')
        .leftJoin('visits as r', 'r.reverses_id', 'u.visit_id')
        .select('u.visit_id')
        .whereRef('u.voucher_id', '=', 'v.id')
        .where('r.id', 'is', null)
        .limit(1)
        .as('usedBy'),
    )
    .where('v.code', '=', p('code')),
);

export function voucherByCode(db: ReadDb, code: string): Promise<UsedVoucher | undefined> {
  return db.one(byCode, { code });
}

const usableOf = statement<{ customerId: number; day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('vouchers as v')
    .selectAll('v')
    .where('v.customer_id', '=', p('customerId'))
    .where('v.expires_day', '>=', p('day'))
    .where('v.voided_at', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('voucher_uses as u')
            .leftJoin('visits as r', 'r.reverses_id', 'u.visit_id')
            .select('u.visit_id')
            .whereRef('u.voucher_id', '=', 'v.id')
            .where('r.id', 'is', null),
        ),
      ),
    )
    .orderBy('v.expires_day')
    .orderBy('v.id'),
);

/** Vouchers a customer can use on a day, the one that ends first on top. */
export function usableVouchers(db: ReadDb, customerId: number, day: BusinessDay): Promise<VoucherRow[]> {
  return db.all(usableOf, { customerId, day });
}

const use = statement<{ voucherId: number; visitId: number }>()((db, p) =>
  db.insertInto('voucher_uses').values({ voucher_id: p('voucherId'), visit_id: p('visitId') }),
);

export async function insertVoucherUse(tx: WriteTx, voucherId: number, visitId: number): Promise<void> {
  await tx.run(use, { voucherId, visitId });
}

const ofVisit = statement<{ visitId: number }>()((db, p) =>
  db
    .selectFrom('voucher_uses as u')
    .innerJoin('vouchers as v', 'v.id', 'u.voucher_id')
    .select(['v.id', 'v.code', 'v.name', 'v.benefit'])
    .where('u.visit_id', '=', p('visitId'))
    .orderBy('v.id'),
);

/** Vouchers used with a visit. */
export function vouchersOfVisit(
  db: ReadDb,
  visitId: number,
): Promise<Pick<VoucherRow, 'id' | 'code' | 'name' | 'benefit'>[]> {
  return db.all(ofVisit, { visitId });
}

const insert = statement<{ [K in keyof VouchersTable]: VouchersTable[K] }>()((db, p) =>
  db.insertInto('vouchers').values({
    id: p('id'),
    code: p('code'),
    customer_id: p('customer_id'),
    kind: p('kind'),
    name: p('name'),
    benefit: p('benefit'),
    cost: p('cost'),
    issued_at: p('issued_at'),
    issued_day: p('issued_day'),
    issued_by: p('issued_by'),
    expires_day: p('expires_day'),
    voided_at: p('voided_at'),
    voided_by: p('voided_by'),
    void_reason: p('void_reason'),
  }),
);

export async function insertVoucher(tx: WriteTx, voucher: VoucherRow): Promise<void> {
  await tx.run(insert, voucher);
}

/** Takes a voucher back before it was used. */
export async function voidVoucher(
  tx: WriteTx,
  id: number,
  by: { readonly at: number; readonly staffId: number; readonly reason: string },
): Promise<void> {
  const { at, staffId, reason } = by;
  await tx.runQuery((k) =>
    k
      .updateTable('vouchers')
      .set({ voided_at: at, voided_by: staffId, void_reason: reason })
      .where('id', '=', id),
  );
}

export interface VoucherFilter {
  readonly customerId: number | null;
  readonly state: 'usable' | 'used' | 'expired' | 'void' | 'all';
  readonly day: BusinessDay;
}

export interface ListedVoucher extends VoucherRow {
  readonly customerName: string;
  readonly staffName: string;
  readonly usedAt: number | null;
}

function listed({ customerId, state, day }: VoucherFilter) {
  // One use stands at most: the others were undone.
  let query = queryBuilder
    .selectFrom('vouchers as v')
    .innerJoin('customers as c', 'c.id', 'v.customer_id')
    .innerJoin('staff as s', 's.id', 'v.issued_by')
    .leftJoin('voucher_uses as u', (join) =>
      join
        .onRef('u.voucher_id', '=', 'v.id')
        .on((eb) =>
          eb.not(
            eb.exists(
              eb.selectFrom('visits as r').select('r.id').whereRef('r.reverses_id', '=', 'u.visit_id'),
            ),
          ),
        ),
    )
    .leftJoin('visits as w', 'w.id', 'u.visit_id');
  if (customerId !== null) query = query.where('v.customer_id', '=', customerId);
  if (state === 'used') query = query.where('w.id', 'is not', null);
  if (state === 'void') query = query.where('v.voided_at', 'is not', null);
  if (state === 'usable' || state === 'expired') {
    query = query
      .where('w.id', 'is', null)
      .where('v.voided_at', 'is', null)
      .where('v.expires_day', state === 'usable' ? '>=' : '<', day);
  }
  return query;
}

/** One page of vouchers, newest first. */
export function listVouchers(
  db: ReadDb,
  filter: VoucherFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<ListedVoucher[]> {
  return db.query(() =>
    listed(filter)
      .selectAll('v')
      .select(['c.name as customerName', 's.name as staffName', 'w.at as usedAt'])
      .orderBy('v.id', 'desc')
      .limit(page.limit)
      .offset(page.offset),
  );
}

export async function countVouchers(db: ReadDb, filter: VoucherFilter): Promise<number> {
  const rows = await db.query(() => listed(filter).select((eb) => eb.fn.countAll<number>().as('n')));
  return Number(rows[0]?.n ?? 0);
}

export async function voucherById(db: ReadDb, id: number): Promise<ListedVoucher | undefined> {
  const filter = { customerId: null, state: 'all', day: 0 as BusinessDay } as const;
  const rows = await db.query<ListedVoucher>(() =>
    listed(filter)
      .selectAll('v')
      .select(['c.name as customerName', 's.name as staffName', 'w.at as usedAt'])
      .where('v.id', '=', id),
  );
  return rows[0];
}

const spentSince = statement<{ kind: VoucherRow['kind']; from: BusinessDay; to: BusinessDay }>()((db, p) =>
  db
    .selectFrom('vouchers')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('cost'), eb.val(0)).as('sum'))
    .where('kind', '=', p('kind'))
    .where('issued_day', '>=', p('from'))
    .where('issued_day', '<', p('to'))
    .where('voided_at', 'is', null),
);

/** Cost of the vouchers of a kind issued in `[from, to)` and not taken back, minor units. */
export async function spentOnVouchers(
  db: ReadDb,
  kind: VoucherRow['kind'],
  from: BusinessDay,
  to: BusinessDay,
): Promise<number> {
  return Number((await db.one(spentSince, { kind, from, to }))?.sum ?? 0);
}

const issuedTo = statement<{ kind: VoucherRow['kind']; from: BusinessDay }>()((db, p) =>
  db
    .selectFrom('vouchers')
    .select('customer_id as customerId')
    .where('kind', '=', p('kind'))
    .where('issued_day', '>=', p('from'))
    .where('voided_at', 'is', null),
);

/** Customers who got a voucher of a kind on or after a day that was not taken back. */
export async function customersWithVoucherSince(
  db: ReadDb,
  kind: VoucherRow['kind'],
  from: BusinessDay,
): Promise<ReadonlySet<number>> {
  return new Set((await db.all(issuedTo, { kind, from })).map((row) => row.customerId));
}
