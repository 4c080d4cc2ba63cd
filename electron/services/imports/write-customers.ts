import { reverseDigits } from '#shared/domain/phone/phone.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { WriteTx } from '../../db/connection.ts';
import {
  type CustomerRow,
  insertCard,
  insertCustomer,
  insertNote,
  updateCustomer,
} from '../../repositories/customers.ts';
import { putTagOn } from '../../repositories/tags.ts';
import { currentStaff, present, type ShopContext, shopFacts } from '../shop-context.ts';
import { tagNamed } from '../tags.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { type CustomerPlan, noteKey, type PlannedCustomer } from './plan-customers.ts';
import { recordAdded, recordChanged, recordCreated } from './record-changes.ts';

type Columns = Partial<
  Pick<
    CustomerRow,
    | 'name'
    | 'name_folded'
    | 'external_ref'
    | 'phone'
    | 'phone_reversed'
    | 'email'
    | 'birth_day'
    | 'birth_month'
    | 'birth_year'
  >
>;

/** The columns that the file fills. */
function filledColumns({ fields }: PlannedCustomer): Columns {
  const { name, ref, phone, email, birthday } = fields;
  return {
    ...(name === null ? {} : { name, name_folded: fold(name) }),
    ...(ref === null ? {} : { external_ref: ref }),
    ...(phone === null ? {} : { phone, phone_reversed: reverseDigits(phone) }),
    ...(email === null ? {} : { email }),
    ...(birthday === null
      ? {}
      : { birth_day: birthday.day, birth_month: birthday.month, birth_year: birthday.year }),
  };
}

async function createCustomer(
  tx: WriteTx,
  ctx: ShopContext,
  person: PlannedCustomer,
  importId: number,
): Promise<number> {
  const { at, day } = present(ctx);
  const { row } = person;
  const customer: CustomerRow = {
    id: ctx.ids.next('customers'),
    request_id: row.key,
    wallet_id: ctx.ids.next('wallets'),
    name: row.name,
    name_folded: fold(row.name),
    phone: null,
    phone_reversed: null,
    email: null,
    birth_day: null,
    birth_month: null,
    birth_year: null,
    language: null,
    allergy: null,
    preference: null,
    source: null,
    referred_by_id: null,
    customer_since: row.since ?? day,
    complete_later: 0,
    external_ref: null,
    import_id: importId,
    created_at: at,
    created_by: currentStaff(shopFacts(ctx)).id,
    merged_into_id: null,
    ...filledColumns(person),
  };
  await insertCustomer(tx, customer);
  await recordCreated(tx, importId, customer);
  return customer.id;
}

async function writeBelongings(
  tx: WriteTx,
  ctx: ShopContext,
  customerId: number,
  { fields }: PlannedCustomer,
  importId: number,
): Promise<void> {
  const { at, day } = present(ctx);
  const staffId = currentStaff(shopFacts(ctx)).id;
  for (const code of fields.cards) {
    const reversed = [...code].reverse().join('');
    const issued = { issued_at: at, issued_by: staffId };
    await insertCard(tx, {
      code,
      code_reversed: reversed,
      customer_id: customerId,
      state: 'active',
      ...issued,
    });
    await recordAdded(tx, importId, customerId, { field: 'card', after: code });
  }
  for (const note of fields.notes) {
    const key = noteKey(customerId, note);
    await insertNote(tx, {
      id: ctx.ids.next('customer_notes'),
      request_id: key,
      customer_id: customerId,
      text: note,
      at,
      business_day: day,
      staff_id: staffId,
    });
    await recordAdded(tx, importId, customerId, { field: 'note', after: key });
  }
  for (const name of fields.tags) {
    const { tagId, made } = await tagNamed(tx, ctx, name);
    await putTagOn(tx, [customerId], { tagId, at, staffId });
    await recordAdded(tx, importId, customerId, { field: 'tag', after: String(tagId) });
    if (made) await recordAdded(tx, importId, customerId, { field: 'tagMade', after: String(tagId) });
  }
}

/** Writes a plan inside the caller's transaction: new people, and what known people still lacked. */
export async function writeCustomers(
  tx: WriteTx,
  ctx: ShopContext,
  plan: CustomerPlan,
  writing: {
    readonly importId: number;
    readonly signal: AbortSignal;
    readonly progress: (done: number, total: number) => void;
  },
): Promise<void> {
  const { importId, signal, progress } = writing;
  for (const [index, person] of plan.people.entries()) {
    const customerId = person.known?.id ?? (await createCustomer(tx, ctx, person, importId));
    const columns = filledColumns(person);
    if (person.known && Object.keys(columns).length > 0) {
      await updateCustomer(tx, customerId, columns);
      await recordChanged(tx, importId, person.known, columns);
    }
    await writeBelongings(tx, ctx, customerId, person, importId);
    if (index % rowsPerTurn === rowsPerTurn - 1) {
      progress(index + 1, plan.people.length);
      await giveWay(signal);
    }
  }
  progress(plan.people.length, plan.people.length);
  await giveWay(signal);
}
