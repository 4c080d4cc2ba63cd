import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { correctionsIn } from '#shared/domain/privacy/corrected-fields.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  type CustomerRow,
  customerConsents,
  keptCustomer,
  sameCustomer,
} from '../../repositories/customers.ts';
import { campaignsOfPerson, changesOfPerson } from '../../repositories/data-sheet.ts';
import { erasureOf } from '../../repositories/erase-person.ts';
import { interestsOf } from '../../repositories/interests.ts';
import { balanceAfter, entryPage, walletBalances } from '../../repositories/ledger.ts';
import { loadUnits } from '../../repositories/programmes.ts';
import type { AuditFacts } from '../audit/append-audit.ts';
import { customerTimeline } from '../customer-timeline.ts';
import { customerView } from '../customer-view.ts';
import { explainedRow } from '../explain-balance.ts';
import { failure } from '../failure.ts';
import { interestView } from '../interests.ts';
import { outlookOfCustomer } from '../outlook.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { voucherList } from '../vouchers.ts';

/** Lines read at once; between two portions the till goes first. */
const portion = 500;

/** Everything of a list that comes in portions. */
async function whole<R>(read: (page: { limit: number; offset: number }) => Promise<R[]>): Promise<R[]> {
  const all: R[] = [];
  for (;;) {
    const rows = await read({ limit: portion, offset: all.length });
    all.push(...rows);
    if (rows.length < portion) return all;
  }
}

async function personOf(db: ReadDb, ctx: ShopContext, id: number) {
  const seen = await customerView(db, ctx, id);
  const { name, phone, phoneDisplay, email, birthday, language, allergy, preference } = seen;
  const { source, referredByName, customerSince, cards, externalRef } = seen;
  return {
    person: {
      ...{ id, name, phone, phoneDisplay, email, birthday, language, allergy, preference },
      ...{ source, referredByName, customerSince, cards, externalRef },
    },
    sharedWith: seen.household.length,
  };
}

async function consentsOf(db: ReadDb, id: number): Promise<DataSheet['consents']> {
  return (await customerConsents(db, id)).map((row) => ({
    purpose: row.purpose,
    granted: row.granted === 1,
    at: row.at,
    day: formatDay(row.business_day),
    place: row.place,
    textVersion: row.text_version,
    staffName: row.staffName,
  }));
}

/** What they collected and used themselves; what others did who share the wallet is theirs. */
async function balancesOf(
  db: ReadDb,
  { wallet_id: walletId }: CustomerRow,
  entryIds: readonly number[],
): Promise<DataSheet['balances']> {
  const balances = await walletBalances(db, walletId);
  const found: DataSheet['balances'] = [];
  for (const { id: unitId, kind, name } of await loadUnits(db)) {
    const entries = await whole((page) => entryPage(db, walletId, unitId, page));
    const newest = entries[0];
    if (!newest) continue;
    let after = await balanceAfter(db, walletId, unitId, newest.id);
    const rows = entries.flatMap((entry) => {
      const row = explainedRow(entry, after);
      after -= entry.change;
      return entryIds.includes(entry.customer_id) ? [row] : [];
    });
    const balance = balances.find((one) => one.unitId === unitId)?.balance ?? 0;
    found.push({ unitId, kind, name, balance, rows });
  }
  return found;
}

async function correctionsOf(db: ReadDb, entryIds: readonly number[]): Promise<DataSheet['corrections']> {
  return (await changesOfPerson(db, entryIds)).flatMap(({ at, staffName, facts }) => {
    const { before = {}, after = {} } = JSON.parse(facts) as AuditFacts;
    return correctionsIn(before, after).map((one) => ({ at, staffName, ...one }));
  });
}

/**
 * Everything that is kept about one person, to hand to them; of a merged entry of the one kept.
 * @throws Failure NotFound, also of whoever was forgotten
 */
export async function dataSheet(ctx: ShopContext, customerId: number): Promise<DataSheet> {
  const { shop } = shopFacts(ctx);
  const db = ctx.work.read;
  const row = await keptCustomer(db, customerId);
  if (!row || (await erasureOf(db, row.id))) throw failure('NotFound', { what: 'customer', id: customerId });
  const { id } = row;
  const entryIds = await sameCustomer(db, id);
  const history = await whole<TimelineEntry>(
    async (page) => (await customerTimeline(ctx, { customerId: id, kind: 'all', ...page })).entries,
  );
  const { refused, outlook, absences } = await outlookOfCustomer(ctx, { customerId: id });
  return {
    at: present(ctx).at,
    shopName: shop.name,
    ...(await personOf(db, ctx, id)),
    consents: await consentsOf(db, id),
    history: history.filter(({ kind }) => kind !== 'consent'),
    balances: await balancesOf(db, row, entryIds),
    vouchers: await whole<Voucher>(
      async (page) => (await voucherList(ctx, { customerId: id, state: 'all', ...page })).vouchers,
    ),
    campaigns: (await campaignsOfPerson(db, entryIds)).map(({ name, day, arm }) => ({
      name,
      day: formatDay(day),
      contacted: arm !== 'held',
    })),
    interests: (await interestsOf(db, id)).map(interestView),
    absences,
    estimatesRefused: refused,
    estimate: outlook,
    corrections: await correctionsOf(db, entryIds),
  };
}
