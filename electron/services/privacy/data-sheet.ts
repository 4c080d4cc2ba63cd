import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import type { Voucher } from '#shared/contract/vouchers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { correctionsIn } from '#shared/domain/privacy/corrected-fields.ts';
import type { ReadDb } from '../../db/connection.ts';
import { careNotesOfPerson } from '../../repositories/care-notes.ts';
import { type CustomerRow, customerConsents, sameCustomer } from '../../repositories/customers.ts';
import { campaignsOfPerson, changesOfPerson } from '../../repositories/data-sheet.ts';
import { interestsOf } from '../../repositories/interests.ts';
import { balanceAfter, entryPage, walletBalances } from '../../repositories/ledger.ts';
import { loadUnits } from '../../repositories/programmes.ts';
import { tagsOf } from '../../repositories/tags.ts';
import type { AuditFacts } from '../audit/append-audit.ts';
import { customerTimeline } from '../customer-timeline.ts';
import { customerView } from '../customer-view.ts';
import { explainedRow } from '../explain-balance.ts';
import { interestView } from '../interests.ts';
import { outlookOfCustomer } from '../outlook.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { voucherList } from '../vouchers.ts';
import { careNoteView, kindsKnown, knownPerson } from './care-notes.ts';
import { mustReadCare, readsCare } from './care-readers.ts';

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

/** The allergy is that of the entry: whoever may not read it gets no sheet. */
async function personOf(db: ReadDb, ctx: ShopContext, { id, allergy }: CustomerRow) {
  const seen = await customerView(db, ctx, id);
  const { name, phone, phoneDisplay, email, birthday, language, preference } = seen;
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

/**
 * What was corrected about somebody, newest first, without what is not for whoever asks.
 * @throws Failure NotFound
 */
export async function correctionsOfPerson(
  ctx: ShopContext,
  customerId: number,
): Promise<{ corrections: DataSheet['corrections'] }> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const { id } = await knownPerson(db, customerId);
  const all = await correctionsOf(db, await sameCustomer(db, id));
  return { corrections: all.filter(({ field }) => field !== 'allergy' || readsCare(facts, 'allergy')) };
}

async function correctionsOf(db: ReadDb, entryIds: readonly number[]): Promise<DataSheet['corrections']> {
  return (await changesOfPerson(db, entryIds)).flatMap(({ at, staffName, facts }) => {
    const { before = {}, after = {} } = JSON.parse(facts) as AuditFacts;
    return correctionsIn(before, after).map((one) => ({ at, staffName, ...one }));
  });
}

/**
 * Everything that is kept about one person, to hand to them; of a merged entry of the one kept.
 * @throws Failure NotFound, also of whoever was forgotten; ApprovalNeeded where something is known that is not for whoever
 * asks
 */
export async function dataSheet(ctx: ShopContext, customerId: number): Promise<DataSheet> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const row = await knownPerson(db, customerId);
  const { id } = row;
  const entryIds = await sameCustomer(db, id);
  const notes = await careNotesOfPerson(db, id);
  const corrections = await correctionsOf(db, entryIds);
  const hadAllergy = corrections.some(({ field }) => field === 'allergy');
  mustReadCare(facts, [...kindsKnown(row, notes), ...(hadAllergy ? (['allergy'] as const) : [])]);
  const history = await whole<TimelineEntry>(
    async (page) => (await customerTimeline(ctx, { customerId: id, kind: 'all', ...page })).entries,
  );
  const { refused, outlook, absences } = await outlookOfCustomer(ctx, { customerId: id });
  return {
    at: present(ctx).at,
    shopName: facts.shop.name,
    ...(await personOf(db, ctx, row)),
    tags: (await tagsOf(db, id)).map(({ name }) => name),
    careNotes: notes.map((note) => careNoteView(ctx, note, true)),
    consents: await consentsOf(db, id),
    history: history.filter(({ kind }) => kind !== 'consent' && kind !== 'interest'),
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
    corrections,
  };
}
