import type { BalanceChange } from '#shared/contract/till.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { monthOf } from '#shared/domain/business-day/business-day.ts';
import { deductionOfReward, deductionOfVoucher, settleBill } from '#shared/domain/loyalty/bill.ts';
import { type Earning, earn } from '#shared/domain/loyalty/earn.ts';
import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import { type DueGift, dueGifts } from '#shared/domain/loyalty/gifts.ts';
import { type TierLevel, unitsOf } from '#shared/domain/loyalty/programme.ts';
import { type Redemption, type RewardChoice, redeem } from '#shared/domain/loyalty/redeem.ts';
import type { Benefit } from '#shared/domain/loyalty/vouchers.ts';
import { advance, type VisitStats } from '#shared/domain/visits/summarise.ts';
import type { WriteTx } from '../db/connection.ts';
import { type CheckInCustomer, customerForCheckIn } from '../repositories/customers.ts';
import { addRewardCount } from '../repositories/loyalty-facts.ts';
import type { ProgrammeVersion } from '../repositories/programmes.ts';
import { addCustomerMonth, addDayTotals, setCustomerStats } from '../repositories/summaries.ts';
import { insertVisit, insertVisitLines, type VisitLine } from '../repositories/visits.ts';
import { balanceChange } from './balance-changes.ts';
import { failure } from './failure.ts';
import { earnBase, giftFacts, rewardFacts, tierOn } from './loyalty-facts.ts';
import { type Posting, WalletPosting } from './post-ledger.ts';
import { rebuildCustomer } from './rebuild-customer.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

/** A visit as it is to be written; everything is resolved, nothing is looked up any more. */
export interface VisitPlan {
  readonly requestId: string;
  readonly customer: CheckInCustomer | null;
  readonly at: number;
  readonly day: BusinessDay;
  readonly amount: number | null;
  readonly lines: readonly VisitLine[];
  readonly rewards: readonly RewardChoice[];
  /** What vouchers take off the bill. */
  readonly vouchers: readonly Benefit[];
  /** The check-in set aside that this one finishes. */
  readonly parkedId?: number | null;
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

type MemberPlan = VisitPlan & { readonly customer: CheckInCustomer };

/** What a visit will do to the ledger, decided before a row of it is written. */
interface Decided {
  readonly wallet: WalletPosting;
  readonly redemptions: readonly Redemption[];
  readonly earnings: readonly Earning[];
  readonly gifts: readonly DueGift[];
}

interface PostedLoyalty {
  readonly changes: readonly BalanceChange[];
  readonly redemptions: readonly Redemption[];
}

/** Gifts for others, such as who brought this customer: written to their wallet with this visit, so that an undo finds them. */
async function giveToReferrer(
  tx: WriteTx,
  ctx: ShopContext,
  plan: VisitPlan,
  posting: Posting,
  gift: DueGift,
): Promise<void> {
  const referrer = await customerForCheckIn(tx, plan.customer?.referred_by_id ?? 0);
  if (!referrer || !plan.customer) return;
  const { rules } = plan.programme;
  const wallet = await WalletPosting.open(tx, ctx.ids, {
    ...posting,
    walletId: referrer.walletId,
    customerId: referrer.id,
  });
  const why = { kind: 'gift', occasion: gift.occasion, visits: null, name: plan.customer.name } as const;
  await wallet.gift(gift.gift, why, expiryDay(expiryRuleOf(rules, gift.gift.unitId), plan.day));
  await wallet.close();
}

/**
 * Checks the rewards and works out what is earned. Nothing of this visit counts yet: neither its points, nor what is
 * bought with it, nor the tier it may lead to.
 */
async function decide(tx: WriteTx, ctx: ShopContext, plan: MemberPlan, posting: Posting): Promise<Decided> {
  const { rules } = plan.programme;
  const { customer, day, earns } = plan;
  const wallet = await WalletPosting.open(tx, ctx.ids, posting);
  const tier = await tierOn(tx, rules, customer.id, day);
  const redemptions = await chosenRewards(tx, plan, wallet, tier);
  if (!earns) return { wallet, redemptions, earnings: [], gifts: [] };
  const lines = paidLines(plan, redemptions);
  const base = await earnBase(tx, shopFacts(ctx), rules, { ...plan, tier, lines });
  return {
    wallet,
    redemptions,
    earnings: earn(rules, { ...base, carry: wallet.carryOf(rules.pointsUnitId) }),
    gifts: dueGifts(rules.gifts, await giftFacts(tx, rules, customer, day)),
  };
}

const sumOf = <T>(list: readonly T[], amountOf: (one: T) => number): number =>
  list.reduce((total, one) => total + amountOf(one), 0);

/** Debits the rewards, then credits what was paid and the gifts due. */
async function postLoyalty(
  tx: WriteTx,
  ctx: ShopContext,
  plan: MemberPlan,
  posting: Posting,
  { wallet, redemptions, earnings, gifts }: Decided,
): Promise<PostedLoyalty> {
  const { rules } = plan.programme;
  const own = gifts.filter((gift) => gift.to === 'customer');
  const before = new Map(unitsOf(rules).map((unit) => [unit.unitId, wallet.balanceOf(unit.unitId)]));
  const endOf = (unitId: number) => expiryDay(expiryRuleOf(rules, unitId), plan.day);
  for (const redemption of redemptions) {
    await wallet.redeem(redemption);
    if (redemption.reward.stock !== null) await addRewardCount(tx, redemption.reward.id, 1);
  }
  for (const earning of earnings) await wallet.earn(earning, endOf(earning.unitId));
  for (const { gift, occasion, visits } of own) {
    await wallet.gift(gift, { kind: 'gift', occasion, visits, name: null }, endOf(gift.unitId));
  }
  await wallet.close();
  for (const gift of gifts) if (gift.to === 'referrer') await giveToReferrer(tx, ctx, plan, posting, gift);
  const changes = unitsOf(rules).map((unit) => {
    const isOf = ({ unitId }: { readonly unitId: number }) => unitId === unit.unitId;
    const given = sumOf(own.map(({ gift }) => gift).filter(isOf), ({ amount }) => amount);
    return balanceChange(rules, unit, {
      before: before.get(unit.unitId) ?? 0,
      earned: sumOf(earnings.filter(isOf), ({ change }) => change) + given,
      spent: sumOf(
        redemptions.filter(({ reward }) => isOf(reward)),
        ({ change }) => 0 - change,
      ),
      gifts: given,
    });
  });
  return { redemptions, changes };
}

/** The lines that earn: pieces given for a reward or a voucher are not paid for. */
function paidLines(plan: VisitPlan, redemptions: readonly Redemption[]): readonly VisitLine[] {
  const deductions = [
    ...redemptions.map(({ reward, change }) => deductionOfReward(reward, 0 - change)),
    ...plan.vouchers.map(deductionOfVoucher),
  ];
  return settleBill({ amount: plan.amount ?? 0, lines: plan.lines }, deductions).lines;
}

/** @throws Failure RewardNotAvailable, InsufficientBalance */
async function chosenRewards(
  tx: WriteTx,
  plan: MemberPlan,
  wallet: WalletPosting,
  tier: TierLevel | null,
): Promise<readonly Redemption[]> {
  if (plan.rewards.length === 0) return [];
  const { rules } = plan.programme;
  const { id: customerId, walletId } = plan.customer;
  const facts = await rewardFacts(tx, rules, {
    customerId,
    walletId,
    day: plan.day,
    tier,
    balanceOf: (unitId) => wallet.balanceOf(unitId),
    parkedId: plan.parkedId ?? undefined,
    choices: plan.rewards,
  });
  const result = redeem(rules, plan.rewards, facts);
  if (result.kind === 'redeemed') return result.redemptions;
  if (result.kind === 'notAvailable') {
    throw failure('RewardNotAvailable', { rewardId: result.rewardId, obstacle: result.obstacle });
  }
  const { unitId, balance, price } = result;
  throw failure('InsufficientBalance', { unitId, balance, price });
}

/**
 * Writes a visit with its lines, ledger entries and summaries inside the caller's transaction.
 * @throws Failure RewardNotAvailable, InsufficientBalance
 */
export async function recordVisit(tx: WriteTx, ctx: ShopContext, plan: VisitPlan): Promise<RecordedVisit> {
  const { customer, amount, at, day } = plan;
  const month = monthOf(day);
  const visitId = ctx.ids.next('visits');
  const member = customer && (plan.earns || plan.rewards.length > 0) ? { ...plan, customer } : null;
  const posting = {
    walletId: customer?.walletId ?? 0,
    customerId: customer?.id ?? 0,
    ...{ visitId, at, day, month, staffId: plan.staffId, programmeVersionId: plan.programme.versionId },
  };
  const decided = member && (await decide(tx, ctx, member, posting));
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
    refunds_id: null,
    moved_from_id: plan.movedFromId,
    import_id: plan.importId,
    reason: null,
  });
  await insertVisitLines(tx, visitId, plan.lines);
  const loyalty =
    member && decided
      ? await postLoyalty(tx, ctx, member, posting, decided)
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
