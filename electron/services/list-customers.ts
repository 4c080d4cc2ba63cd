import type { CustomerRow } from '#shared/contract/customers.ts';
import type { WhichPeople } from '#shared/contract/segment-filter.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { displayPhone, phoneTails } from '#shared/domain/phone/phone.ts';
import { foldTokens } from '#shared/domain/search/fold.ts';
import type { PeopleSearch } from '../db/people-search.ts';
import {
  countCustomers,
  type ListFilter,
  type ListRow,
  listCustomers,
  rowsOfCustomers,
} from '../repositories/customer-list.ts';
import { tagsOfPeople } from '../repositories/tags.ts';
import { birthdayOf, tailOf } from './customer-view.ts';
import { type Standing, standingColumns, standingsOf } from './list-standing.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { peopleQuestion } from './segments.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';

type FilterKind = ListFilter['kind'];

export interface ListInput {
  readonly search?: string | undefined;
  readonly filter: FilterKind | WhichPeople;
  readonly sort: 'lastVisit' | 'name' | 'visits' | 'spend';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

function monthToday(ctx: ShopContext): number {
  return Number(formatDay(present(ctx).day).slice(5, 7));
}

function searchOf(search: string): PeopleSearch {
  const digits = search.replace(/[\s+()/.-]/g, '');
  const isPhone = /^\d{3,}$/.test(digits);
  return { tokens: isPhone ? [] : foldTokens(search), phoneTails: isPhone ? phoneTails(search) : [] };
}

function filterOf(ctx: ShopContext, kind: FilterKind, search: string): ListFilter {
  return { kind, month: monthToday(ctx), ...searchOf(search) };
}

/** A customer as a row of a list. */
function listRowView(
  ctx: ShopContext,
  row: ListRow,
  { tagIds, standing }: { readonly tagIds: readonly number[]; readonly standing: Standing },
): CustomerRow {
  const { country } = shopFacts(ctx).shop;
  return {
    customerId: row.id,
    name: row.name,
    phoneDisplay: row.phone === null ? null : displayPhone(row.phone, country),
    cardTail: tailOf(row.card),
    lastDay: row.last_day === null ? null : formatDay(row.last_day),
    lastAt: row.last_at,
    visits: row.visits,
    spend: row.spend,
    completeLater: row.complete_later === 1,
    birthday: birthdayOf(row),
    tagIds: [...tagIds],
    ...standing,
  };
}

interface ListPage {
  readonly total: number;
  readonly rows: CustomerRow[];
  readonly columns: { readonly tiers: boolean; readonly outlooks: boolean };
}

/** One page of the people of a segment or behind a figure. */
async function peopleOf(ctx: ShopContext, reports: ReportsAsked, which: WhichPeople, input: ListInput) {
  const { sort, descending, offset, limit } = input;
  const page = { sort, descending, offset, limit, ...searchOf(input.search ?? '') };
  const { total, ids } = await reports.ask('peoplePage', await peopleQuestion(ctx, which), page);
  const rows = new Map((await rowsOfCustomers(ctx.work.read, ids)).map((row) => [row.id, row]));
  return { total, rows: ids.flatMap((id) => rows.get(id) ?? []) };
}

/**
 * One page of the customers list with the number of all rows of the filter.
 * @throws Failure NotFound, SegmentNotUsable, InvalidValue
 */
export async function customerList(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: ListInput,
): Promise<ListPage> {
  const viewOf = async ({ total, rows }: { readonly total: number; readonly rows: readonly ListRow[] }) => {
    const ids = rows.map(({ id }) => id);
    const tags = await tagsOfPeople(ctx.work.read, ids);
    const standings = await standingsOf(ctx, ids);
    const more = (id: number) => ({
      tagIds: (tags.get(id) ?? []).map((tag) => tag.id),
      standing: standings(id),
    });
    const views = rows.map((row) => listRowView(ctx, row, more(row.id)));
    return { total, rows: views, columns: await standingColumns(ctx) };
  };
  if (typeof input.filter !== 'string') {
    return viewOf(await peopleOf(ctx, reports, input.filter, input));
  }
  const filter = filterOf(ctx, input.filter, input.search ?? '');
  const rows = await listCustomers(ctx.work.read, filter, input);
  return viewOf({ total: await countCustomers(ctx.work.read, filter), rows });
}

/** Numbers on the filter chips. */
export async function customerCounts(ctx: ShopContext): Promise<Record<FilterKind, number>> {
  shopFacts(ctx);
  const count = (kind: FilterKind) => countCustomers(ctx.work.read, filterOf(ctx, kind, ''));
  return {
    all: await count('all'),
    slipping: await count('slipping'),
    atRisk: await count('atRisk'),
    late: await count('late'),
    birthday: await count('birthday'),
    completeLater: await count('completeLater'),
    never: await count('never'),
  };
}
