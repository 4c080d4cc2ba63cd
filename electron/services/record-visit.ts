import type { BalanceChange } from '#shared/contract/till.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { monthOf } from '#shared/domain/business-day/business-day.ts';
import { earn } from '#shared/domain/loyalty/earn.ts';
import { unitsOf } from '#shared/domain/loyalty/programme.ts';
import { type Redemption, redeem } from '#shared/domain/loyalty/redeem.ts';
import { advance, type VisitStats } from '#shared/domain/visits/summarise.ts';
import type { WriteTx } from '../db/connection.ts';
import type { CheckInCustomer } from '../repositories/customers.ts';
import type { ProgrammeVersion } from '../repositories/programmes.ts';
import { addCustomerMonth, addDayTotals, setCustomerStats } from '../repositories/summaries.ts';
import { insertVisit, insertVisitLines, type VisitLine } from '../repositories/visits.ts';
import { balanceChange } from './balance-changes.ts';
import { failure } from './failure.ts';
import { type Posting, WalletPosting } from './post-ledger.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import type { ShopContext } from './shop-context.ts';

/** A visit as it is to be written; everything is resolved, nothing is looked up any more. */
export interface VisitPlan {
  readonly requestId: string;
  readonly customer: CheckInCustomer | null;
  readonly at: number;
  readonly day: BusinessDay;
  readonly amount: number | null;
  readonly lines: readonly VisitLine[];
  readonly rewardIds: readonly number[];
  readonly staffId: number;
  readonly source: 'till' | 'import' | 'demo';
  readonly programme: ProgrammeVersion;
  /** False for imported history: it is a visit, but earns nothing. */
  readonly earns: boolean;
  readonly movedFromId: number | null;
  readonly importId: number | null;
}

export interface RecordedVisit {
  readonly visitId: number;
  readonly changes: readonly BalanceChange[];
  readonly redemptions: readonly Redemption[];
  /** Visit days of the customer including this one; null for a walk-in. */
  readonly visits: number | null;
}

export function statsOfCustomer(customer: CheckInCustomer): VisitStats {
  return {
    firstDay: customer.first_day,
    lastDay: customer.last_day,
    lastAt: customer.last_at,
    visits: customer.visits,
    checkIns: customer.check_ins,
    spend: customer.spend,
    amountCheckIns: customer.amount_check_ins,
  };
}

/** Brings the customer's sums and month up to date; a back-dated visit has them made anew. */
async function updateSummaries(tx: WriteTx, plan: VisitPlan, customer: CheckInCustomer): Promise<number> {
  const next = advance(statsOfCustomer(customer), plan);
  if (!next) return (await rebuildCustomer(tx, customer.id)).visits;
  const { stats, part } = next;
  await setCustomerStats(tx, {
    customer_id: customer.id,
    first_day: stats.firstDay,
    last_day: stats.lastDay,
    last_at: stats.lastAt,
    visits: stats.visits,
    check_ins: stats.checkIns,
    spend: stats.spend,
    amount_check_ins: stats.amountCheckIns,
  });
  await addCustomerMonth(tx, { customer_id: customer.id, ...part });
  return stats.visits;
}

/** Debits the rewards, then credits what was paid: the same visit's points cannot pay for its reward. */
async function postLoyalty(
  tx: WriteTx,
  ctx: ShopContext,
  plan: VisitPlan,
  posting: Posting,
): Promise<{ changes: BalanceChange[]; redemptions: readonly Redemption[] }> {
  const { rules } = plan.programme;
  const wallet = await WalletPosting.open(tx, ctx.ids, posting);
  const result = redeem(rules, plan.rewardIds, (unitId) => wallet.balanceOf(unitId));
  if (result.kind === 'notAvailable') throw failure('RewardNotAvailable', { rewardId: result.rewardId });
  if (result.kind === 'insufficient') {
    const { unitId, balance, price } = result;
    throw failure('InsufficientBalance', { unitId, balance, price });
  }
  const earnings = plan.earns
    ? earn(rules, { amount: plan.amount, carry: wallet.carryOf(rules.pointsUnitId) })
    : [];
  const before = new Map(unitsOf(rules).map((unit) => [unit.unitId, wallet.balanceOf(unit.unitId)]));
  for (const redemption of result.redemptions) await wallet.redeem(redemption);
  for (const earning of earnings) await wallet.earn(earning);
  await wallet.close();
  const changes = unitsOf(rules).map((unit) => {
    const earned = earnings
      .filter((one) => one.unitId === unit.unitId)
      .reduce((sum, one) => sum + one.change, 0);
    const spent = result.redemptions
      .filter((one) => one.reward.unitId === unit.unitId)
      .reduce((sum, one) => sum - one.change, 0);
    return balanceChange(rules, unit, { before: before.get(unit.unitId) ?? 0, earned, spent });
  });
  return { changes, redemptions: result.redemptions };
}

/**
 * Writes a visit with its lines, ledger entries and summaries inside the caller's transaction.
 * @throws Failure RewardNotAvailable, InsufficientBalance
 */
export async function recordVisit(tx: WriteTx, ctx: ShopContext, plan: VisitPlan): Promise<RecordedVisit> {
  const { customer, amount, at, day } = plan;
  const month = monthOf(day);
  const visitId = ctx.ids.next('visits');
  await insertVisit(tx, {
    id: visitId,
    request_id: plan.requestId,
    sign: 1,
    customer_id: customer?.id ?? null,
    at,
    business_day: day,
    business_month: month,
    amount,
    staff_id: plan.staffId,
    source: plan.source,
    programme_version_id: plan.programme.versionId,
    reverses_id: null,
    moved_from_id: plan.movedFromId,
    import_id: plan.importId,
    reason: null,
  });
  await insertVisitLines(tx, visitId, plan.lines);
  const loyalty =
    customer && (plan.earns || plan.rewardIds.length > 0)
      ? await postLoyalty(tx, ctx, plan, {
          walletId: customer.walletId,
          customerId: customer.id,
          visitId,
          at,
          day,
          month,
          staffId: plan.staffId,
          programmeVersionId: plan.programme.versionId,
        })
      : { changes: [], redemptions: [] };
  const visits = customer ? await updateSummaries(tx, plan, customer) : null;
  await addDayTotals(tx, {
    business_day: day,
    check_ins: 1,
    identified: customer ? 1 : 0,
    amount: amount ?? 0,
    identified_amount: customer ? (amount ?? 0) : 0,
    amount_check_ins: amount === null ? 0 : 1,
    rewards: loyalty.redemptions.length,
  });
  return { visitId, visits, ...loyalty };
}
