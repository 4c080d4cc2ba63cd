import type { ErasureView, PersonToForget } from '#shared/contract/privacy.ts';
import { rememberForgotten } from '../../platform/forgotten-list.ts';
import { customerCards, customerNotes, keptCustomer } from '../../repositories/customers.ts';
import { allErasures, type ErasureRow, erasedPeople, erasureOf } from '../../repositories/erase-person.ts';
import { customerStats } from '../../repositories/summaries.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { currentStaff, present, type ShopContext, shopFacts } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';
import { noteToClean, olderCopies, toCleanSince } from './clean-up.ts';
import { forgetPeople } from './forget-person.ts';

const viewOf = (ctx: ShopContext, row: ErasureRow): ErasureView => ({
  customerId: row.customer_id,
  at: row.at,
  visits: row.visits,
  cause: row.cause,
  staffName: shopFacts(ctx).staff.find(({ id }) => id === row.staff_id)?.name ?? '',
});

/** What forgetting somebody takes away and what stays. @throws Failure NotFound, also of whoever was forgotten */
export async function personToForget(shop: OpenShop, customerId: number): Promise<PersonToForget> {
  const { ctx, backups } = shop;
  const db = ctx.work.read;
  const row = await keptCustomer(db, customerId);
  if (!row || (await erasureOf(db, row.id))) throw failure('NotFound', { what: 'customer', id: customerId });
  const { safety } = backups;
  return {
    customerId: row.id,
    name: row.name,
    visits: (await customerStats(db, row.id))?.check_ins ?? 0,
    notes: (await customerNotes(db, row.id)).length,
    cards: (await customerCards(db, row.id)).length,
    copiesHere: (await olderCopies(safety.directory, null)).length,
    backupsElsewhere: safety.record.backups(shopFacts(ctx).shop.created_at).length,
  };
}

/**
 * Forgets a person for ever: what tells who they are goes, what they did stays as figures. The copies on this computer
 * follow in the background; older backups forget again when they are restored.
 * @throws Failure NotFound, RequestIdReused
 */
export async function eraseCustomer(
  { ctx, dataDir, backups }: OpenShop,
  input: { readonly requestId: string; readonly customerId: number },
): Promise<ErasureView> {
  const forgotten: ErasureRow[] = [];
  const row = await ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'privacy.erase', input, async () => {
      const customer = await keptCustomer(tx, input.customerId);
      if (!customer || (await erasureOf(tx, customer.id)))
        throw failure('NotFound', { what: 'customer', id: input.customerId });
      const facts = shopFacts(ctx);
      const { at, day } = present(ctx);
      const about = { shop: facts.shop, cause: 'asked' as const, at, day, staffId: currentStaff(facts).id };
      forgotten.push(...(await forgetPeople(tx, [customer.id], about)));
      await noteToClean(tx, at);
      return customer.id;
    });
    const erasure = await erasureOf(tx, id);
    if (!erasure) throw failure('NotFound', { what: 'customer', id });
    return erasure;
  });
  keepList(dataDir, forgotten, backups.safety.logger);
  return viewOf(ctx, row);
}

/** Beside the file too; the next start makes up for it where it cannot be written now. */
export function keepList(
  dataDir: string,
  rows: readonly ErasureRow[],
  logger: OpenShop['backups']['safety']['logger'],
): void {
  try {
    rememberForgotten(
      dataDir,
      rows.map(({ customer_id: customerId, fingerprint }) => ({ customerId, fingerprint })),
    );
  } catch (error) {
    logger.error('the list of whom to forget again could not be written', { error });
  }
}

/** At the start: whoever was forgotten in the file is on the list beside it. */
export async function keepWholeList(
  dataDir: string,
  ctx: ShopContext,
  logger: OpenShop['backups']['safety']['logger'],
): Promise<void> {
  keepList(dataDir, await allErasures(ctx.work.read), logger);
}

/** Everybody who was forgotten, and whether copies on this computer are still to be cleaned. */
export async function forgottenPeople(
  shop: OpenShop,
): Promise<{ people: ErasureView[]; isCleaning: boolean }> {
  const rows = await erasedPeople(shop.ctx.work.read);
  return {
    people: rows.map((row) => viewOf(shop.ctx, row)),
    isCleaning: (await toCleanSince(shop)) !== null,
  };
}
