import { businessDayAt } from '#shared/domain/business-day/business-day.ts';
import { changeScratchShop } from '../../db/scratch-shop.ts';
import type { ForgottenEntry } from '../../platform/forgotten-list.ts';
import { entryToForget } from '../../repositories/erase-person.ts';
import { readShopFacts } from '../shop-context.ts';
import { isSameEntry } from './fingerprint.ts';
import { forgetPeople } from './forget-person.ts';

/**
 * Forgets again whom a backup brings back, in a file that nobody else has open, before it becomes the shop.
 * @returns how many people
 */
export function forgetAgain(file: string, forgotten: readonly ForgottenEntry[], at: number): Promise<number> {
  if (forgotten.length === 0) return Promise.resolve(0);
  return changeScratchShop(file, async (work) => {
    const facts = await readShopFacts(work.read);
    if (!facts) return 0;
    const { shop, calendar, staff } = facts;
    const people = new Set<number>();
    for (const { customerId, fingerprint } of forgotten) {
      const entry = await entryToForget(work.read, customerId);
      if (!entry) continue;
      const own = { shopCreatedAt: shop.created_at, id: customerId, createdAt: entry.created_at };
      // An entry that was merged later stood for itself in the backup, and the other way round.
      if (isSameEntry(fingerprint, own)) people.add(entry.merged_into_id ?? customerId);
    }
    const owner = staff.find(({ role }) => role === 'owner') ?? staff[0];
    if (people.size === 0 || !owner) return 0;
    const about = {
      shop,
      cause: 'restored' as const,
      at,
      day: businessDayAt(at, calendar),
      staffId: owner.id,
    };
    await work.write((tx) => forgetPeople(tx, [...people], about));
    await work.compact();
    return people.size;
  });
}
