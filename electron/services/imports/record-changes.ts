import type { WriteTx } from '../../db/connection.ts';
import type { CustomerRow } from '../../repositories/customers.ts';
import { insertImportChange } from '../../repositories/import-changes.ts';
import { fieldText, hashOfFields, importedFields } from './customer-fields.ts';

/** Keeps that an import made a customer, and how they looked then. */
export async function recordCreated(tx: WriteTx, importId: number, customer: CustomerRow): Promise<void> {
  await insertImportChange(tx, {
    import_id: importId,
    customer_id: customer.id,
    field: 'created',
    before: '',
    after: hashOfFields(customer),
  });
}

/** Keeps what an import changed of somebody who was there before. */
export async function recordChanged(
  tx: WriteTx,
  importId: number,
  before: CustomerRow,
  change: Partial<CustomerRow>,
): Promise<void> {
  const after = { ...before, ...change };
  for (const field of importedFields) {
    const [then, now] = [fieldText(before, field), fieldText(after, field)];
    if (then === now) continue;
    await insertImportChange(tx, {
      import_id: importId,
      customer_id: before.id,
      field,
      before: then,
      after: now,
    });
  }
}

/** Keeps that a card was given, a note written, a tag made or put on, or a balance brought along. */
export async function recordAdded(
  tx: WriteTx,
  importId: number,
  customerId: number,
  added: { readonly field: 'card' | 'note' | 'entry' | 'tag' | 'tagMade'; readonly after: string },
): Promise<void> {
  await insertImportChange(tx, { import_id: importId, customer_id: customerId, before: '', ...added });
}
