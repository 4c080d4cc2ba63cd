import type { Birthday, Customer } from '#shared/contract/customers.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import type { ConsentPurpose } from '#shared/domain/consent/consent.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  type CustomerRow,
  customerById,
  findCard,
  insertNote,
  keptCustomer,
  setCardState,
  updateCustomer,
} from '../repositories/customers.ts';
import { erasureOf } from '../repositories/erase-person.ts';
import { changedFields } from './audit/append-audit.ts';
import { addCard, addConsent, birthdayColumns, phoneColumns } from './create-customer.ts';
import { customerView } from './customer-view.ts';
import { failure } from './failure.ts';
import { mustReadCare } from './privacy/care-readers.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

export interface CustomerChange {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly birthday?: Birthday | null | undefined;
  readonly language?: string | null | undefined;
  readonly allergy?: string | null | undefined;
  readonly preference?: string | null | undefined;
  readonly source?: string | null | undefined;
  readonly referredById?: number | null | undefined;
  readonly completeLater?: boolean | undefined;
}

/** @returns the id of the customer, of a merged entry that of the one kept */
async function known(tx: WriteTx, customerId: number): Promise<number> {
  const customer = await keptCustomer(tx, customerId);
  if (!customer || (await erasureOf(tx, customer.id)))
    throw failure('NotFound', { what: 'customer', id: customerId });
  return customer.id;
}

/** Only what was given changes; an empty text clears a field. */
function columnsOf(ctx: ShopContext, change: CustomerChange) {
  const { name, phone, birthday, referredById, completeLater } = change;
  const texts = (['email', 'language', 'allergy', 'preference', 'source'] as const).flatMap((field) => {
    const value = change[field];
    return value === undefined ? [] : [[field, value || null] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(name === undefined ? {} : { name, name_folded: fold(name) }),
    ...(phone === undefined ? {} : phoneColumns(ctx, phone)),
    ...(birthday === undefined ? {} : birthdayColumns(birthday)),
    ...(referredById === undefined ? {} : { referred_by_id: referredById }),
    ...(completeLater === undefined ? {} : { complete_later: completeLater ? 1 : 0 }),
  };
}

/** Which customer, and the id of the request. */
interface OfCustomer {
  readonly requestId: string;
  readonly customerId: number;
}

/** What people know of a customer: not the forms in which it is searched. */
function shown(row: CustomerRow | undefined): Readonly<Record<string, unknown>> {
  if (!row) return {};
  const { name_folded: _folded, phone_reversed: _reversed, ...fields } = row;
  return fields;
}

/** A change of a known customer, written once per request. */
function change(
  ctx: ShopContext,
  input: OfCustomer,
  call: string,
  write: (tx: WriteTx, customerId: number) => Promise<unknown>,
): Promise<Customer> {
  return ctx.work.write(async (tx) => {
    const customerId = await known(tx, input.customerId);
    await writeOnce(tx, ctx, call, input, async () => {
      const before = await customerById(tx, customerId);
      await write(tx, customerId);
      const after = await customerById(tx, customerId);
      return { id: customerId, facts: changedFields(shown(before), shown(after)) };
    });
    return customerView(tx, ctx, customerId);
  });
}

/**
 * Changes what is known of a customer; an allergy only for those who read it.
 * @throws Failure NotFound, ApprovalNeeded, InvalidPhone, InvalidValue, RequestIdReused
 */
export function changeCustomer(ctx: ShopContext, input: CustomerChange & OfCustomer): Promise<Customer> {
  return change(ctx, input, 'customers.update', async (tx, customerId) => {
    const referredById = input.referredById ? await known(tx, input.referredById) : input.referredById;
    if (referredById === customerId) throw failure('InvalidValue', { field: 'referredById' });
    if (input.allergy !== undefined && (await customerById(tx, customerId))?.allergy) {
      mustReadCare(shopFacts(ctx), ['allergy']);
    }
    const columns = columnsOf(ctx, { ...input, referredById });
    if (Object.keys(columns).length > 0) await updateCustomer(tx, customerId, columns);
  });
}

/**
 * Gives a card to a customer: the one read, or a new one of ours when `code` is null.
 * @throws Failure NotFound, InvalidCard, CardTaken, RequestIdReused
 */
export function giveCard(
  ctx: ShopContext,
  input: OfCustomer & { readonly code: string | null },
): Promise<Customer> {
  return change(ctx, input, 'customers.giveCard', (tx, customerId) =>
    addCard(tx, ctx, customerId, input.code),
  );
}

/**
 * Blocks a lost card: it is nobody's key any more, but stays known.
 * @throws Failure NotFound, InvalidCard, RequestIdReused
 */
export function blockCard(
  ctx: ShopContext,
  input: OfCustomer & { readonly code: string },
): Promise<Customer> {
  return change(ctx, input, 'customers.blockCard', async (tx, customerId) => {
    const code = normaliseCardCode(input.code);
    const card = code === null ? undefined : await findCard(tx, code);
    if (!card || card.customer_id !== customerId) throw failure('InvalidCard', { code: input.code });
    await setCardState(tx, card.code, 'blocked');
  });
}

/** Records an answer to a consent question. @throws Failure NotFound, RequestIdReused */
export function answerConsent(
  ctx: ShopContext,
  input: OfCustomer & { readonly purpose: ConsentPurpose; readonly granted: boolean },
): Promise<Customer> {
  return change(ctx, input, 'customers.answerConsent', (tx, customerId) =>
    addConsent(tx, ctx, customerId, input, 'profile'),
  );
}

/** Adds a note to a customer's history, once per request. @throws Failure NotFound, RequestIdReused */
export function addNote(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly customerId: number; readonly text: string },
): Promise<{ noteId: number }> {
  return ctx.work.write(async (tx) => {
    const noteId = await writeOnce(tx, ctx, 'customers.addNote', input, async () => {
      const customerId = await known(tx, input.customerId);
      const { at, day } = present(ctx);
      const id = ctx.ids.next('customer_notes');
      await insertNote(tx, {
        id,
        request_id: input.requestId,
        customer_id: customerId,
        text: input.text,
        at,
        business_day: day,
        staff_id: currentStaff(shopFacts(ctx)).id,
      });
      return id;
    });
    return { noteId };
  });
}
