import type { Customer, NewCustomer } from '#shared/contract/customers.ts';
import { dayOfDate } from '#shared/domain/business-day/business-day.ts';
import { issueCardCode, normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { type ConsentPurpose, consentTextVersion } from '#shared/domain/consent/consent.ts';
import { normalisePhone, reverseDigits } from '#shared/domain/phone/phone.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  customerById,
  customerOfRequest,
  findCard,
  insertCard,
  insertConsent,
  insertCustomer,
  keptCustomer,
  setCardState,
} from '../repositories/customers.ts';
import { nextCount } from '../repositories/shop.ts';
import { customerView } from './customer-view.ts';
import { failure } from './failure.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

/**
 * E.164 of a phone as typed; null stays null.
 * @throws Failure InvalidPhone
 */
export function phoneColumns(ctx: ShopContext, typed: string | null | undefined) {
  if (!typed) return { phone: null, phone_reversed: null };
  const phone = normalisePhone(typed, shopFacts(ctx).shop.country);
  if (!phone) throw failure('InvalidPhone', { phone: typed });
  return { phone, phone_reversed: reverseDigits(phone) };
}

/** @throws Failure InvalidValue for a date that does not exist; 29 February without a year does */
export function birthdayColumns(birthday: NewCustomer['birthday']) {
  if (!birthday) return { birth_day: null, birth_month: null, birth_year: null };
  const { day, month, year } = birthday;
  if (dayOfDate(year ?? 2000, month, day) === null) throw failure('InvalidValue', { field: 'birthday' });
  return { birth_day: day, birth_month: month, birth_year: year };
}

/** The next code of ours that is free: an imported or found card may carry one that we have not come to yet. */
async function nextOwnCode(tx: WriteTx, till: number): Promise<string> {
  for (;;) {
    const code = issueCardCode(till, await nextCount(tx, 'cards'));
    if (!(await findCard(tx, code))) return code;
  }
}

/**
 * Gives a card to a customer: the code read from it, or a new one of ours. Their own blocked card, found again, counts
 * again.
 * @throws Failure InvalidCard, CardTaken
 */
export async function addCard(
  tx: WriteTx,
  ctx: ShopContext,
  customerId: number,
  typed: string | null,
): Promise<string> {
  const facts = shopFacts(ctx);
  const code = typed === null ? await nextOwnCode(tx, facts.shop.till_number) : normaliseCardCode(typed);
  if (!code) throw failure('InvalidCard', { code: typed ?? '' });
  const taken = await findCard(tx, code);
  if (taken?.customer_id === customerId) {
    if (taken.state === 'blocked') await setCardState(tx, code, 'active');
    return code;
  }
  if (taken) {
    const owner = await customerById(tx, taken.customer_id);
    throw failure('CardTaken', { code, customerId: taken.customer_id, name: owner?.name ?? '' });
  }
  await insertCard(tx, {
    code,
    code_reversed: [...code].reverse().join(''),
    customer_id: customerId,
    state: 'active',
    issued_at: ctx.clock.now(),
    issued_by: currentStaff(facts).id,
  });
  return code;
}

/** Where a consent question was asked. */
export type ConsentPlace = 'till' | 'form' | 'profile';

/** Records one answer to a consent question. */
export async function addConsent(
  tx: WriteTx,
  ctx: ShopContext,
  customerId: number,
  answer: { readonly purpose: ConsentPurpose; readonly granted: boolean },
  place: ConsentPlace,
): Promise<void> {
  const { at, day } = present(ctx);
  await insertConsent(tx, {
    id: ctx.ids.next('consents'),
    customer_id: customerId,
    purpose: answer.purpose,
    granted: answer.granted ? 1 : 0,
    text_version: consentTextVersion,
    at,
    business_day: day,
    staff_id: currentStaff(shopFacts(ctx)).id,
    place,
  });
}

/** Adds a customer inside the caller's transaction and returns the id. */
export async function addCustomer(
  tx: WriteTx,
  ctx: ShopContext,
  input: NewCustomer & { readonly requestId: string },
  place: ConsentPlace,
): Promise<number> {
  const { at, day } = present(ctx);
  const referrerId = input.referredById ?? null;
  const referrer = referrerId === null ? null : await keptCustomer(tx, referrerId);
  if (referrer === undefined) throw failure('NotFound', { what: 'customer', id: referrerId ?? 0 });
  const id = ctx.ids.next('customers');
  await insertCustomer(tx, {
    id,
    request_id: input.requestId,
    wallet_id: ctx.ids.next('wallets'),
    name: input.name,
    name_folded: fold(input.name),
    ...phoneColumns(ctx, input.phone),
    email: input.email || null,
    ...birthdayColumns(input.birthday),
    language: input.language ?? null,
    allergy: input.allergy || null,
    preference: input.preference || null,
    source: input.source || null,
    referred_by_id: referrer?.id ?? null,
    customer_since: day,
    complete_later: input.completeLater ? 1 : 0,
    external_ref: null,
    import_id: null,
    created_at: at,
    created_by: currentStaff(shopFacts(ctx)).id,
    merged_into_id: null,
  });
  if (input.cardCode) await addCard(tx, ctx, id, input.cardCode);
  if (input.issueCard) await addCard(tx, ctx, id, null);
  for (const answer of input.consents ?? []) await addConsent(tx, ctx, id, answer, place);
  return id;
}

/**
 * Creates a customer, once per request.
 * @throws Failure InvalidPhone, InvalidCard, CardTaken, InvalidValue, NotFound (referrer), RequestIdReused
 */
export function createCustomer(
  ctx: ShopContext,
  input: NewCustomer & { readonly requestId: string },
): Promise<Customer> {
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'customers.create', input, async () => {
      // A person saved with their first check-in carries that request.
      if (await customerOfRequest(tx, input.requestId)) throw failure('RequestIdReused');
      return addCustomer(tx, ctx, input, 'form');
    });
    return customerView(tx, ctx, id);
  });
}
