import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { isLanguage } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import type { WriteTx } from '../../db/connection.ts';
import {
  type ErasureRow,
  entriesOfPerson,
  erasePerson,
  insertErasure,
  renewNameIndex,
} from '../../repositories/erase-person.ts';
import type { ShopRow } from '../../repositories/shop.ts';
import { fingerprintOf } from './fingerprint.ts';

/** In what shop, why, when and by whom somebody is forgotten. */
export interface Forgetting {
  readonly shop: Pick<ShopRow, 'created_at' | 'language'>;
  readonly cause: ErasureRow['cause'];
  readonly at: number;
  readonly day: BusinessDay;
  readonly staffId: number;
}

/** What stands in the place of a name that is gone, in the language of the shop. */
const nameGone = (language: string): string =>
  resources[isLanguage(language) ? language : 'en'].privacy.nameGone;

/**
 * Forgets people inside the caller's transaction: names, words and numbers go from every table, with those of the entries
 * merged into them; visits, entries of the ledger, totals and closed months stay to the byte.
 * @param customerIds of people kept, not of merged entries
 * @returns a row for every entry
 */
export async function forgetPeople(
  tx: WriteTx,
  customerIds: readonly number[],
  { shop, cause, at, day, staffId }: Forgetting,
): Promise<ErasureRow[]> {
  const written: ErasureRow[] = [];
  for (const customerId of customerIds) {
    const entries = await entriesOfPerson(tx, customerId);
    await erasePerson(tx, customerId, nameGone(shop.language));
    for (const entry of entries) {
      const facts = { shopCreatedAt: shop.created_at, id: entry.id, createdAt: entry.created_at };
      const row: ErasureRow = {
        customer_id: entry.id,
        fingerprint: fingerprintOf(facts),
        cause,
        visits: entry.visits,
        at,
        business_day: day,
        staff_id: staffId,
      };
      await insertErasure(tx, row);
      written.push(row);
    }
  }
  if (written.length > 0) await renewNameIndex(tx);
  return written;
}
