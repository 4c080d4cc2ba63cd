import fc from 'fast-check';
import { mergeCustomers } from '#electron/services/merge-customers.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { refreshShopFacts } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { addDays, type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from './shop.ts';

/** One check-in in the life of a shop and what becomes of it. `hour` may lie before the cut-off. */
export interface LivedVisit {
  readonly who: number;
  readonly staff: number;
  readonly day: number;
  readonly hour: number;
  readonly amount: number | null;
  readonly fate: 'stays' | 'undone' | 'moved' | 'refunded' | 'refundedUndone';
}

export interface ShopLife {
  readonly timeZone: string;
  readonly visits: readonly LivedVisit[];
  /** Days by which an import knows people from before 1 January; null: it does not. */
  readonly since: readonly (number | null)[];
  /** Entries that turn out to be one person, at the end. */
  readonly merged: readonly { readonly keep: number; readonly merge: number }[];
}

/** People in the life of a shop; visits of nobody known are walk-ins. */
export const livedPeople = 10;
/** The first of 240 days; clocks change in between in Helsinki and in New York. */
export const livedFrom = parseDay('2026-01-01') ?? (0 as BusinessDay);
export const livedDays = 240;

const person = fc.nat(livedPeople - 1);

/** A few months of a shop: visits around the cut-off and the change of clocks, undone, moved, refunded; people merged. */
export const shopLife = fc.record<ShopLife>({
  timeZone: fc.constantFrom('Europe/Helsinki', 'America/New_York', 'Asia/Jakarta'),
  visits: fc.array(
    fc.record<LivedVisit>({
      who: fc.integer({ min: -1, max: livedPeople - 1 }),
      staff: fc.nat(1),
      // Often the same few days, so that some are visited twice and stay when one of the two is undone.
      day: fc.oneof(
        fc.nat(livedDays - 1),
        fc.nat(12).map((week) => week * 14),
      ),
      // Without 02 and 03, which the clocks jump over.
      hour: fc.constantFrom(0, 1, 4, 5, 9, 12, 18, 23),
      amount: fc.option(fc.integer({ min: 0, max: 5000 }), { freq: 9 }),
      fate: fc.constantFrom(
        'stays',
        'stays',
        'stays',
        'stays',
        'undone',
        'moved',
        'refunded',
        'refundedUndone',
      ),
    }),
    { maxLength: 40, size: 'max' },
  ),
  since: fc.array(fc.option(fc.nat(100)), { minLength: livedPeople, maxLength: livedPeople }),
  merged: fc.uniqueArray(fc.record({ keep: person, merge: person }), {
    maxLength: 2,
    selector: ({ merge }) => merge,
  }),
});

/** A visit that stands at the end, with what was paid for it in the end. */
export interface StandingVisit {
  readonly customerId: number;
  readonly staffId: number;
  readonly day: string;
  readonly amount: number;
  readonly isKnown: boolean;
}

/** A lived shop, and beside it, kept in the plainest way, what stands. */
export interface LivedShop {
  readonly shop: TestShop;
  readonly standing: readonly StandingVisit[];
  /** Walk-ins. */
  readonly unknown: readonly Omit<StandingVisit, 'customerId'>[];
  /** "Customer since" that an import said, of those who stand for themselves at the end. */
  readonly since: ReadonlyMap<number, string>;
}

async function staffOf({ ctx, database, number }: TestShop): Promise<readonly number[]> {
  const owner = number('SELECT MIN(id) FROM staff');
  database.writer
    .prepare("INSERT INTO staff (id, name, role, active, created_at) VALUES (?, 'Sami', 'staff', 1, 0)")
    .run(owner + 1);
  await refreshShopFacts(ctx);
  return [owner, owner + 1];
}

type Mutable = { customerId: number | null; staffId: number; day: string; amount: number; isKnown: boolean };

async function liveVisit(
  shop: TestShop,
  visit: LivedVisit,
  around: { readonly ids: readonly number[]; readonly staff: readonly number[]; readonly timeZone: string },
): Promise<Mutable | null> {
  const { ctx, clock } = shop;
  const { ids, staff, timeZone } = around;
  const date = addDays(livedFrom, visit.day);
  clock.set(momentAt(`${formatDay(date)} ${String(visit.hour).padStart(2, '0')}:30`, timeZone));
  const customerId = ids[visit.who] ?? null;
  const staffId = staff[visit.staff] ?? 0;
  const { visitId } = await aVisit(ctx, customerId, { amount: visit.amount, staffId });
  clock.pass(10);
  const paid = visit.amount ?? 0;
  const row: Mutable = {
    ...{ customerId, staffId, amount: paid, isKnown: visit.amount !== null },
    day: formatDay(visit.hour < 4 ? addDays(date, -1) : date),
  };
  const undo = () => undoVisit(ctx, { requestId: aRequest(), visitId });
  const refund = Math.ceil(paid / 3);
  const returned = () =>
    refundVisit(ctx, { requestId: aRequest(), visitId, amount: refund, returnRewards: false });
  switch (visit.fate) {
    case 'undone':
      await undo();
      return null;
    case 'moved': {
      const next = ids[(visit.who + 1) % ids.length];
      if (next === undefined || next === customerId) return row;
      await moveVisit(ctx, { requestId: aRequest(), visitId, customerId: next });
      return { ...row, customerId: next };
    }
    case 'refunded':
    case 'refundedUndone':
      if (refund > 0) await returned();
      if (visit.fate === 'refunded') return { ...row, amount: paid - refund };
      await undo();
      return null;
    case 'stays':
      return row;
  }
}

/** Lives a life through the product's own services. */
export async function livedShop(life: ShopLife): Promise<LivedShop> {
  const { timeZone } = life;
  const shop = await aShop({ now: '2025-12-01 10:00', timeZone });
  const { ctx, database } = shop;
  await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
  const staff = await staffOf(shop);
  const ids: number[] = [];
  for (let index = 0; index < livedPeople; index += 1) {
    ids.push(await aCustomer(ctx, { name: `Person ${index}`, ...(index % 2 ? { source: 'Friend' } : {}) }));
  }
  database.writer
    .prepare(
      "INSERT INTO imports VALUES (1, 'life-import', 'customers', 'people.csv', 'none', 0, ?, '{}', 0, NULL, NULL, NULL)",
    )
    .run(staff[0] ?? 0);
  const since = new Map<number, BusinessDay>();
  // Who is known from no import became a customer at the till, so never before a visit.
  database.writer.prepare('UPDATE customers SET customer_since = ?').run(addDays(livedFrom, livedDays));
  const known = database.writer.prepare(
    'UPDATE customers SET import_id = 1, customer_since = ? WHERE id = ?',
  );
  for (const [index, before] of life.since.entries()) {
    const id = ids[index];
    if (before === null || id === undefined) continue;
    since.set(id, addDays(livedFrom, -before));
    known.run(addDays(livedFrom, -before), id);
  }
  const rows: Mutable[] = [];
  for (const visit of life.visits) {
    const row = await liveVisit(shop, visit, { ids, staff, timeZone });
    if (row) rows.push(row);
  }
  await mergeAtTheEnd(shop, life, { ids, rows, since });
  return {
    shop,
    standing: rows.flatMap((row) =>
      row.customerId === null ? [] : [{ ...row, customerId: row.customerId }],
    ),
    unknown: rows.filter((row) => row.customerId === null),
    since: new Map([...since].map(([id, day]) => [id, formatDay(day)])),
  };
}

async function mergeAtTheEnd(
  { ctx, clock }: TestShop,
  life: ShopLife,
  kept: {
    readonly ids: readonly number[];
    readonly rows: Mutable[];
    readonly since: Map<number, BusinessDay>;
  },
): Promise<void> {
  clock.set(momentAt(`${formatDay(addDays(livedFrom, livedDays + 10))} 12:00`, life.timeZone));
  const gone = new Set<number>();
  for (const { keep, merge } of life.merged) {
    const [keepId = 0, mergeId = 0] = [kept.ids[keep], kept.ids[merge]];
    if (keepId === mergeId || gone.has(keepId) || gone.has(mergeId)) continue;
    await mergeCustomers(ctx, { requestId: aRequest(), keepId, mergeId });
    gone.add(mergeId);
    for (const row of kept.rows) if (row.customerId === mergeId) row.customerId = keepId;
    const earliest = [kept.since.get(keepId), kept.since.get(mergeId)].filter((day) => day !== undefined);
    kept.since.delete(mergeId);
    if (earliest.length > 0)
      kept.since.set(
        keepId,
        earliest.reduce((a, b) => (b < a ? b : a)),
      );
  }
}
