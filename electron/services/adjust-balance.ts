import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import { type ProgrammeRules, unitsOf } from '#shared/domain/loyalty/programme.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { failure } from './failure.ts';
import { WalletPosting } from './post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { writeOnce } from './write-once.ts';

interface Adjustment {
  readonly requestId: string;
  readonly customerId: number;
  readonly unitId: number;
  readonly change: number;
  readonly reason: string;
}

/** A correction gives a lot that ends as one that is earned today does. @returns the id of the entry */
function correct(
  wallet: WalletPosting,
  rules: ProgrammeRules,
  day: BusinessDay,
  { unitId, change, reason }: Adjustment,
): Promise<number> {
  if (change === 0) throw failure('InvalidValue', { field: 'change' });
  if (!unitsOf(rules).some((unit) => unit.unitId === unitId)) {
    throw failure('InvalidValue', { field: 'unitId' });
  }
  const balance = wallet.balanceOf(unitId);
  if (change < 0 && balance + change < 0) {
    throw failure('InsufficientBalance', { unitId, balance, price: 0 - change });
  }
  return wallet.adjust(
    unitId,
    change,
    { kind: 'adjusted', reason },
    expiryDay(expiryRuleOf(rules, unitId), day),
  );
}

/**
 * Corrects a balance by hand, with a reason that stays in the ledger; never below zero. The same `requestId` again
 * changes nothing.
 * @throws Failure NotFound, InvalidValue (no change, unknown unit), InsufficientBalance, RequestIdReused
 */
export function adjustBalance(
  ctx: ShopContext,
  input: Adjustment,
): Promise<{ entryId: number; balance: number }> {
  const facts = shopFacts(ctx);
  const { customerId, unitId } = input;
  return ctx.work.write(async (tx) => {
    const customer = await keptCustomer(tx, customerId);
    if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
    const { at, day, month } = present(ctx);
    const { rules, versionId } = programmeOn(facts, day);
    const wallet = await WalletPosting.open(tx, ctx.ids, {
      walletId: customer.wallet_id,
      customerId,
      visitId: null,
      at,
      day,
      month,
      staffId: currentStaff(facts).id,
      programmeVersionId: versionId,
    });
    const entryId = await writeOnce(tx, ctx, 'loyalty.adjust', input, async () => {
      const id = await correct(wallet, rules, day, input);
      await wallet.close();
      return id;
    });
    return { entryId, balance: wallet.balanceOf(unitId) };
  });
}
