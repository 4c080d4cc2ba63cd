import type { Customer } from '#shared/contract/customers.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { displayPhone } from '#shared/domain/phone/phone.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  type CustomerRow,
  customerById,
  customerCards,
  customerConsents,
  walletSharers,
} from '../repositories/customers.ts';
import { erasureOf } from '../repositories/erase-person.ts';
import { mergedInto } from '../repositories/merges.ts';
import { failure } from './failure.ts';
import { readsCare } from './privacy/care-readers.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

export function birthdayOf(
  row: Pick<CustomerRow, 'birth_day' | 'birth_month' | 'birth_year'>,
): Customer['birthday'] {
  if (row.birth_day === null || row.birth_month === null) return null;
  return { day: row.birth_day, month: row.birth_month, year: row.birth_year };
}

/** Last four digits of a phone or card, to tell people of one name apart. */
export const tailOf = (text: string | null | undefined): string | null => (text ? text.slice(-4) : null);

/**
 * A customer with cards and the newest answer per consent purpose.
 * @throws Failure NotFound
 */
export async function customerView(db: ReadDb, ctx: ShopContext, customerId: number): Promise<Customer> {
  const row = await customerById(db, customerId);
  if (!row) throw failure('NotFound', { what: 'customer', id: customerId });
  const referrer = row.referred_by_id === null ? undefined : await customerById(db, row.referred_by_id);
  const consents = await customerConsents(db, customerId);
  const newest = consents.filter(
    (consent, index) => consents.findIndex((other) => other.purpose === consent.purpose) === index,
  );
  const mayRead = readsCare(shopFacts(ctx), 'allergy');
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    phoneDisplay: row.phone === null ? null : displayPhone(row.phone, shopFacts(ctx).shop.country),
    email: row.email,
    birthday: birthdayOf(row),
    language: row.language,
    allergy: mayRead ? row.allergy : null,
    allergyHidden: row.allergy !== null && !mayRead,
    preference: row.preference,
    source: row.source,
    referredById: row.referred_by_id,
    referredByName: referrer?.name ?? null,
    customerSince: formatDay(row.customer_since),
    completeLater: row.complete_later === 1,
    cards: (await customerCards(db, customerId)).map((card) => ({
      code: card.code,
      state: card.state,
      issuedAt: card.issued_at,
    })),
    consents: newest.map((consent) => ({
      purpose: consent.purpose,
      granted: consent.granted === 1,
      at: consent.at,
      staffName: consent.staffName,
      place: consent.place,
      textVersion: consent.text_version,
    })),
    household: await walletSharers(db, row.wallet_id, row.id),
    merged: (await mergedInto(db, row.id)).map(({ customerId: id, name, at }) => ({
      customerId: id,
      name,
      at,
    })),
    mergedIntoId: row.merged_into_id,
    erasedAt: (await erasureOf(db, customerId))?.at ?? null,
    externalRef: row.external_ref,
  };
}
