import type { Duplicate } from '#shared/contract/customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { normalisePhone, reverseDigits } from '#shared/domain/phone/phone.ts';
import { nearIdenticalNames } from '#shared/domain/search/near-identical-names.ts';
import { customerById, customersWithPhone, findCard } from '../repositories/customers.ts';
import { customerStats } from '../repositories/summaries.ts';
import { tailOf } from './customer-view.ts';
import type { CustomerSearch } from './search-customers.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

/** Names looked at for the near-identical ones. */
const namesLooked = 30;
const mostShown = 5;

/** Who may be the same person as the one being entered: by card, by phone, by near-identical name. */
export async function findDuplicates(
  ctx: ShopContext,
  search: CustomerSearch,
  input: {
    readonly name: string;
    readonly phone: string | null;
    readonly cardCode: string | null;
    readonly exceptId?: number | null | undefined;
  },
): Promise<Duplicate[]> {
  const db = ctx.work.read;
  const found = new Map<number, Duplicate['why']>();
  const add = (id: number, why: Duplicate['why']) => {
    if (id !== input.exceptId && !found.has(id)) found.set(id, why);
  };
  const code = input.cardCode ? normaliseCardCode(input.cardCode) : null;
  const card = code ? await findCard(db, code) : undefined;
  if (card) add(card.customer_id, 'card');
  const phone = input.phone ? normalisePhone(input.phone, shopFacts(ctx).shop.country) : null;
  if (phone) for (const row of await customersWithPhone(db, reverseDigits(phone))) add(row.id, 'phone');
  const hits = /\p{L}/u.test(input.name) ? await search.search(input.name, namesLooked) : [];
  for (const hit of hits) if (nearIdenticalNames(hit.name, input.name)) add(hit.customerId, 'name');
  const duplicates: Duplicate[] = [];
  for (const [customerId, why] of [...found].slice(0, mostShown)) {
    const row = await customerById(db, customerId);
    const stats = await customerStats(db, customerId);
    if (!row) continue;
    const lastDay = stats?.last_day ? formatDay(stats.last_day) : null;
    duplicates.push({ customerId, name: row.name, phoneTail: tailOf(row.phone), lastDay, why });
  }
  return duplicates;
}
