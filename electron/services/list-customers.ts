import type { CustomerRow } from '#shared/contract/customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { displayPhone, phoneTails } from '#shared/domain/phone/phone.ts';
import { foldTokens } from '#shared/domain/search/fold.ts';
import {
  countCustomers,
  type ListFilter,
  type ListRow,
  listCustomers,
} from '../repositories/customer-list.ts';
import { birthdayOf, tailOf } from './customer-view.ts';
import { present, type ShopContext, shopFacts } from './shop-context.ts';

type FilterKind = ListFilter['kind'];

export interface ListInput {
  readonly search?: string | undefined;
  readonly filter: FilterKind;
  readonly sort: 'lastVisit' | 'name' | 'visits' | 'spend';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

function monthToday(ctx: ShopContext): number {
  return Number(formatDay(present(ctx).day).slice(5, 7));
}

function filterOf(ctx: ShopContext, kind: FilterKind, search: string): ListFilter {
  const digits = search.replace(/[\s+()/.-]/g, '');
  const isPhone = /^\d{3,}$/.test(digits);
  return {
    kind,
    tokens: isPhone ? [] : foldTokens(search),
    phoneTails: isPhone ? phoneTails(search) : [],
    month: monthToday(ctx),
  };
}

/** A customer as a row of a list. */
export function listRowView(ctx: ShopContext, row: ListRow): CustomerRow {
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
  };
}

/** One page of the customers list with the number of all rows of the filter. */
export async function customerList(
  ctx: ShopContext,
  input: ListInput,
): Promise<{ total: number; rows: CustomerRow[] }> {
  const filter = filterOf(ctx, input.filter, input.search ?? '');
  const rows = await listCustomers(ctx.work.read, filter, input);
  const view = (row: ListRow) => listRowView(ctx, row);
  return { total: await countCustomers(ctx.work.read, filter), rows: rows.map(view) };
}

/** Numbers on the filter chips. */
export async function customerCounts(ctx: ShopContext): Promise<Record<FilterKind, number>> {
  shopFacts(ctx);
  const count = (kind: FilterKind) => countCustomers(ctx.work.read, filterOf(ctx, kind, ''));
  return {
    all: await count('all'),
    birthday: await count('birthday'),
    completeLater: await count('completeLater'),
    never: await count('never'),
  };
}
