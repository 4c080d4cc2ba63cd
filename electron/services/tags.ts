import type { WhichPeople } from '#shared/contract/segment-filter.ts';
import type { Tag } from '#shared/contract/tags.ts';
import { type TagColour, tagKey } from '#shared/domain/tags/tag.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { erasureOf } from '../repositories/erase-person.ts';
import { loadSegments } from '../repositories/segments.ts';
import {
  insertTag,
  loadTags,
  putTagOn,
  removeTag,
  type TagRow,
  tagById,
  tagByKey,
  tagsOf,
  takeTagOff,
  updateTag,
  wearersOf,
} from '../repositories/tags.ts';
import { failure } from './failure.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { peopleQuestion } from './segments.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

const view = ({ id, name, colour }: TagRow): Tag => ({ tagId: id, name, colour });

/** @throws Failure NotFound, also of a tag that was removed */
async function known(db: ReadDb, tagId: number): Promise<TagRow> {
  const row = await tagById(db, tagId);
  if (!row) throw failure('NotFound', { what: 'tag', id: tagId });
  return row;
}

/** The id of the entry kept. @throws Failure NotFound, also of whoever was forgotten */
async function personOf(db: ReadDb, customerId: number): Promise<number> {
  const customer = await keptCustomer(db, customerId);
  if (!customer || (await erasureOf(db, customer.id)))
    throw failure('NotFound', { what: 'customer', id: customerId });
  return customer.id;
}

/** Every tag of the shop by name. */
export async function tagList(ctx: ShopContext): Promise<{ tags: Tag[] }> {
  shopFacts(ctx);
  return { tags: (await loadTags(ctx.work.read)).map(view) };
}

/** Whether a filter asks about a tag anywhere. */
function asksAbout(filter: unknown, tagId: number): boolean {
  if (typeof filter !== 'object' || filter === null) return false;
  const { kind, of, tagIds } = filter as Readonly<Record<string, unknown>>;
  if (kind === 'tag') return Array.isArray(tagIds) && tagIds.includes(tagId);
  return Array.isArray(of) ? of.some((one) => asksAbout(one, tagId)) : asksAbout(of, tagId);
}

/** What hangs on each tag: how many people wear it, and the saved segments that ask about it, by their names. */
export async function tagUse(ctx: ShopContext, reports: ReportsAsked) {
  shopFacts(ctx);
  const people = new Map((await reports.ask('tagCounts', null)).map((one) => [one.tagId, one.people]));
  const segments = (await loadSegments(ctx.work.read)).map(({ name, filter }) => ({
    name,
    filter: JSON.parse(filter) as unknown,
  }));
  return {
    counts: (await loadTags(ctx.work.read)).map(({ id }) => ({
      tagId: id,
      people: people.get(id) ?? 0,
      segments: segments.filter(({ filter }) => asksAbout(filter, id)).map(({ name }) => name),
    })),
  };
}

/** Somebody's tags by name. @throws Failure NotFound */
export async function tagsOfCustomer(ctx: ShopContext, customerId: number): Promise<{ tags: Tag[] }> {
  shopFacts(ctx);
  return wornBy(ctx.work.read, await personOf(ctx.work.read, customerId));
}

async function wornBy(db: ReadDb, customerId: number): Promise<{ tags: Tag[] }> {
  return { tags: (await tagsOf(db, customerId)).map(view) };
}

/** Makes a tag. @returns its id */
async function make(tx: WriteTx, ctx: ShopContext, name: string, colour: TagColour | null): Promise<number> {
  const id = ctx.ids.next('tags');
  await insertTag(tx, {
    ...{ id, name, name_folded: tagKey(name), colour },
    ...{ created_at: present(ctx).at, created_by: currentStaff(shopFacts(ctx)).id, removed_at: null },
  });
  return id;
}

/** The tag of a name, made if there is none. */
export async function tagNamed(
  tx: WriteTx,
  ctx: ShopContext,
  name: string,
): Promise<{ readonly tagId: number; readonly made: boolean }> {
  const row = await tagByKey(tx, tagKey(name));
  return row ? { tagId: row.id, made: false } : { tagId: await make(tx, ctx, name, null), made: true };
}

/**
 * Why a tag may not go once some people have taken it off: others wear it, or a saved segment asks about it.
 * @returns null when nothing keeps it
 */
export async function whyTagStays(
  db: ReadDb,
  tagId: number,
  takenOff: ReadonlySet<number>,
): Promise<'worn' | 'asked' | null> {
  if ((await wearersOf(db, tagId)).some((id) => !takenOff.has(id))) return 'worn';
  const segments = await loadSegments(db);
  return segments.some(({ filter }) => asksAbout(JSON.parse(filter) as unknown, tagId)) ? 'asked' : null;
}

async function put(
  tx: WriteTx,
  ctx: ShopContext,
  customerIds: readonly number[],
  name: string,
): Promise<number> {
  const { tagId } = await tagNamed(tx, ctx, name);
  const staffId = currentStaff(shopFacts(ctx)).id;
  await putTagOn(tx, customerIds, { tagId, at: present(ctx).at, staffId });
  return tagId;
}

/** Changes somebody's tags, once. @returns what they wear then */
function changeTagsOf<I extends { readonly requestId: string; readonly customerId: number }>(
  ctx: ShopContext,
  call: string,
  input: I,
  change: (tx: WriteTx, customerId: number) => Promise<unknown>,
): Promise<{ tags: Tag[] }> {
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, call, input, async () => {
      const customerId = await personOf(tx, input.customerId);
      await change(tx, customerId);
      return customerId;
    });
    return wornBy(tx, await personOf(tx, id));
  });
}

/** Puts the tag of a name on somebody; a new name makes a new tag. @throws Failure NotFound, RequestIdReused */
export function putOn(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly name: string },
): Promise<{ tags: Tag[] }> {
  return changeTagsOf(ctx, 'tags.putOn', input, (tx, customerId) => put(tx, ctx, [customerId], input.name));
}

/** Takes a tag off somebody. @throws Failure NotFound, RequestIdReused */
export function takeOff(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly tagId: number },
): Promise<{ tags: Tag[] }> {
  return changeTagsOf(ctx, 'tags.takeOff', input, async (tx, customerId) =>
    takeTagOff(tx, [customerId], (await known(tx, input.tagId)).id),
  );
}

/** Ids of everybody in a list. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
async function idsOf(
  ctx: ShopContext,
  reports: ReportsAsked,
  which: WhichPeople,
): Promise<readonly number[]> {
  const everybody = { tokens: [], phoneTails: [], sort: 'name', descending: false, offset: 0 } as const;
  const page = { ...everybody, limit: Number.MAX_SAFE_INTEGER };
  return (await reports.ask('peoplePage', await peopleQuestion(ctx, which), page)).ids;
}

interface OfPeople {
  readonly requestId: string;
  readonly which: WhichPeople;
}

/**
 * Puts the tag of a name on everybody in a list; a new name makes a new tag.
 * @throws Failure NotFound, SegmentNotUsable, InvalidValue, RequestIdReused
 */
export async function putOnPeople(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: OfPeople & { readonly name: string },
): Promise<Tag> {
  const ids = await idsOf(ctx, reports, input.which);
  return ctx.work.write(async (tx) => {
    const tagId = await writeOnce(tx, ctx, 'tags.putOnPeople', input, () => put(tx, ctx, ids, input.name));
    return view(await known(tx, tagId));
  });
}

/** Takes a tag off everybody in a list. @throws Failure NotFound, SegmentNotUsable, InvalidValue, RequestIdReused */
export async function takeOffPeople(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: OfPeople & { readonly tagId: number },
): Promise<Tag> {
  const ids = await idsOf(ctx, reports, input.which);
  return ctx.work.write(async (tx) => {
    const tagId = await writeOnce(tx, ctx, 'tags.takeOffPeople', input, async () => {
      await takeTagOff(tx, ids, (await known(tx, input.tagId)).id);
      return input.tagId;
    });
    return view(await known(tx, tagId));
  });
}

/** Makes a tag, or changes one. @throws Failure NotFound, TagNameTaken, RequestIdReused */
export function saveTag(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly tagId: number | null;
    readonly name: string;
    readonly colour: TagColour | null;
  },
): Promise<Tag> {
  const { tagId, name, colour } = input;
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'tags.save', input, async () => {
      const same = await tagByKey(tx, tagKey(name));
      if (same && same.id !== tagId) throw failure('TagNameTaken', { name: same.name });
      if (tagId === null) return make(tx, ctx, name, colour);
      await updateTag(tx, (await known(tx, tagId)).id, { name, name_folded: tagKey(name), colour });
      return tagId;
    });
    return view(await known(tx, id));
  });
}

/** Removes a tag from the shop and from whoever wears it. @throws Failure NotFound, RequestIdReused */
export function removeTagOfShop(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly tagId: number },
): Promise<{ tagId: number }> {
  return ctx.work.write(async (tx) => ({
    tagId: await writeOnce(tx, ctx, 'tags.remove', input, async () => {
      await removeTag(tx, (await known(tx, input.tagId)).id, present(ctx).at);
      return input.tagId;
    }),
  }));
}
