import type { TimelineEntry } from '#shared/contract/customers.ts';
import type { Interest } from '#shared/contract/interests.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import {
  endInterest,
  type InterestRow,
  insertInterest,
  interestById,
  interestsOf,
} from '../repositories/interests.ts';
import { failure } from './failure.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/** What somebody asked about: an item of the shop, or words for what it does not sell. */
export type AskedAbout =
  | { readonly kind: 'item'; readonly itemId: number }
  | { readonly kind: 'words'; readonly words: string };

/** As the screens show it. */
export const interestView = (row: InterestRow): Interest => ({
  interestId: row.id,
  itemId: row.itemId,
  what: row.itemName ?? row.words ?? '',
  at: row.at,
  day: formatDay(row.day),
  staffName: row.staffName,
  state: row.endedAt !== null ? 'ended' : row.boughtAt !== null ? 'bought' : 'open',
});

/** @returns the id of the entry kept. @throws Failure NotFound */
async function known(db: ReadDb, customerId: number): Promise<number> {
  const customer = await keptCustomer(db, customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
  return customer.id;
}

async function viewOf(db: ReadDb, id: number): Promise<Interest> {
  const row = await interestById(db, id);
  if (!row) throw failure('NotFound', { what: 'interest', id });
  return interestView(row);
}

/** Everything somebody asked about, newest first, without what was taken off by hand. @throws Failure NotFound */
export async function interestList(ctx: ShopContext, customerId: number): Promise<{ interests: Interest[] }> {
  shopFacts(ctx);
  const rows = await interestsOf(ctx.work.read, await known(ctx.work.read, customerId));
  return { interests: rows.map(interestView).filter(({ state }) => state !== 'ended') };
}

/** What was asked about as lines of a customer's history, by `interest <id>`; what was taken off says so. */
export async function interestEntries(
  ctx: ShopContext,
  ids: readonly number[],
): Promise<ReadonlyMap<string, TimelineEntry>> {
  const entries = new Map<string, TimelineEntry>();
  for (const id of ids) {
    const row = await interestById(ctx.work.read, id);
    if (row) entries.set(`interest ${id}`, { kind: 'interest', ...interestView(row) });
  }
  return entries;
}

const isAbout = (about: AskedAbout, one: Interest): boolean =>
  about.kind === 'item'
    ? one.itemId === about.itemId
    : one.itemId === null && fold(one.what) === fold(about.words);

async function write(tx: WriteTx, ctx: ShopContext, input: Adding): Promise<number> {
  const facts = shopFacts(ctx);
  const { about } = input;
  const customerId = await known(tx, input.customerId);
  if (about.kind === 'item' && !facts.items.has(about.itemId)) {
    throw failure('NotFound', { what: 'item', id: about.itemId });
  }
  const all = (await interestsOf(tx, customerId)).map(interestView);
  const open = all.find((one) => one.state === 'open' && isAbout(about, one));
  if (open) return open.interestId;
  const { at, day } = present(ctx);
  const id = ctx.ids.next('interests');
  await insertInterest(tx, {
    id,
    request_id: input.requestId,
    customer_id: customerId,
    item_id: about.kind === 'item' ? about.itemId : null,
    words: about.kind === 'words' ? about.words : null,
    at,
    business_day: day,
    staff_id: currentStaff(facts).id,
    ended_at: null,
    ended_by: null,
  });
  return id;
}

interface Adding {
  readonly requestId: string;
  readonly customerId: number;
  readonly about: AskedAbout;
}

/** Notes what somebody asked about, once while it is open. @throws Failure NotFound (customer, item), RequestIdReused */
export function addInterest(ctx: ShopContext, input: Adding): Promise<Interest> {
  return ctx.work.write(async (tx) =>
    viewOf(tx, await writeOnce(tx, ctx, 'interests.add', input, () => write(tx, ctx, input))),
  );
}

/** Takes off what somebody asked about. @throws Failure NotFound, RequestIdReused */
export function takeInterestOff(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly interestId: number },
): Promise<Interest> {
  const { interestId } = input;
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'interests.end', input, async () => {
      await viewOf(tx, interestId);
      await endInterest(tx, interestId, { at: present(ctx).at, staffId: currentStaff(shopFacts(ctx)).id });
      return interestId;
    });
    return viewOf(tx, id);
  });
}

/**
 * Names of the items to offer somebody who is here: on sale, asked about before, not bought since. What they asked about
 * during this very visit is for the next one.
 * @param lastVisitAt moment of their newest check-in; null = none
 */
export async function itemsToOffer(
  ctx: ShopContext,
  customerId: number,
  lastVisitAt: number | null,
): Promise<readonly string[]> {
  const { items } = shopFacts(ctx);
  const { day } = present(ctx);
  const rows = await interestsOf(ctx.work.read, customerId);
  return rows.flatMap((row) => {
    const item = row.itemId === null ? undefined : items.get(row.itemId);
    const isEarlier = row.day < day || (lastVisitAt !== null && lastVisitAt > row.at);
    return item?.active === 1 && isEarlier && interestView(row).state === 'open' ? [item.name] : [];
  });
}
