import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import { unitsOf } from '#shared/domain/loyalty/programme.ts';
import { customerById } from '../repositories/customers.ts';
import { entryOfRequest } from '../repositories/ledger.ts';
import { failure } from './failure.ts';
import { WalletPosting } from './post-ledger.ts';
import { currentStaff, present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/**
 * Corrects a balance by hand, with a reason that stays in the ledger; never below zero. The same `requestId` again
 * changes nothing.
 * @throws Failure NotFound, InvalidValue (no change, unknown unit), InsufficientBalance
 */
export function adjustBalance(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly customerId: number;
    readonly unitId: number;
    readonly change: number;
    readonly reason: string;
  },
): Promise<{ entryId: number; balance: number }> {
  const facts = shopFacts(ctx);
  const { requestId, customerId, unitId, change, reason } = input;
  return ctx.work.write(async (tx) => {
    const customer = await customerById(tx, customerId);
    if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
    const { at, day, month } = present(ctx);
    const programme = programmeOn(facts, day);
    const wallet = await WalletPosting.open(tx, ctx.ids, {
      walletId: customer.wallet_id,
      customerId,
      visitId: null,
      requestId,
      at,
      day,
      month,
      staffId: currentStaff(facts).id,
      programmeVersionId: programme.versionId,
    });
    const earlier = await entryOfRequest(tx, requestId);
    if (earlier !== undefined) return { entryId: earlier, balance: wallet.balanceOf(unitId) };
    if (change === 0 || !unitsOf(programme.rules).some((unit) => unit.unitId === unitId)) {
      throw failure('InvalidValue', { field: change === 0 ? 'change' : 'unitId' });
    }
    const balance = wallet.balanceOf(unitId);
    if (change < 0 && balance + change < 0) {
      throw failure('InsufficientBalance', { unitId, balance, price: -change });
    }
    const ends = expiryDay(expiryRuleOf(programme.rules, unitId), day);
    const entryId = await wallet.adjust(unitId, change, { kind: 'adjusted', reason }, ends);
    await wallet.close();
    return { entryId, balance: wallet.balanceOf(unitId) };
  });
}
