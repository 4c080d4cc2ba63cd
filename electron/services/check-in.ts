import type { CheckInInput, Receipt } from '#shared/contract/till.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import type { Benefit } from '#shared/domain/loyalty/vouchers.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import {
  type CheckInCustomer,
  customerForCheckIn,
  customerOfRequest,
  keptCustomer,
} from '../repositories/customers.ts';
import { entriesOfVisit } from '../repositories/ledger.ts';
import { deleteParked } from '../repositories/parked.ts';
import type { StaffRow } from '../repositories/shop.ts';
import type { VisitLine, VisitRow } from '../repositories/visits.ts';
import { visitOfRequest } from '../repositories/visits.ts';
import { addCustomer } from './create-customer.ts';
import { failure } from './failure.ts';
import { type KeptPrice, keptPrices } from './kept-prices.ts';
import { receiptOfVisit } from './receipt-of-visit.ts';
import { recordVisit } from './record-visit.ts';
import { redeemVouchers, usableByCode } from './redeem-vouchers.ts';
import {
  currentStaff,
  present,
  programmeOfVisit,
  programmeOn,
  type ShopContext,
  type ShopFacts,
  shopFacts,
} from './shop-context.ts';

/** Names and prices of the chosen items at this moment; a price kept for the customer wins. */
function orderLines(facts: ShopFacts, items: CheckInInput['items'], kept: readonly KeptPrice[]): VisitLine[] {
  return (items ?? []).map(({ itemId, quantity }) => {
    const item = facts.items.get(itemId);
    if (!item) throw failure('NotFound', { what: 'item', id: itemId });
    return {
      itemId,
      name: item.name,
      quantity,
      unitPrice: kept.find((price) => price.itemId === itemId)?.price ?? item.price,
    };
  });
}

const ordered = (items: NonNullable<CheckInInput['items']>): string =>
  items.map(({ itemId, quantity }) => `${quantity}x${itemId}`).join('+');
const chosen = (rewards: NonNullable<CheckInInput['redeem']>): string =>
  rewards
    .map(({ rewardId }) => rewardId)
    .sort((a, b) => a - b)
    .join('+');

const codesOf = (vouchers: readonly { readonly code: string }[]): string =>
  vouchers
    .map(({ code }) => normaliseVoucherCode(code) ?? code)
    .sort()
    .join('+');

/** Whether the parts of rewards that were taken are those that are asked for. */
async function tookTheseParts(
  tx: WriteTx,
  facts: ShopFacts,
  visit: VisitRow,
  asked: NonNullable<CheckInInput['redeem']>,
): Promise<boolean> {
  if (asked.every(({ spend }) => spend === undefined)) return true;
  const { rewards } = programmeOfVisit(facts, visit).rules;
  const taken = (await entriesOfVisit(tx, visit.id)).flatMap((entry) => {
    const why = JSON.parse(entry.why) as Why;
    return why.kind === 'reward' ? [{ rewardId: why.rewardId, spend: 0 - entry.change }] : [];
  });
  return asked.every(({ rewardId, spend }) => {
    const isWhole = spend === undefined || rewards.find(({ id }) => id === rewardId)?.partial !== true;
    return isWhole || taken.some((one) => one.rewardId === rewardId && one.spend === spend);
  });
}

/** A request that was written already must be the same request. */
async function assertSame(
  tx: WriteTx,
  facts: ShopFacts,
  earlier: VisitRow,
  receipt: Receipt,
  input: CheckInInput,
): Promise<void> {
  const customerId = input.newCustomer
    ? ((await customerOfRequest(tx, input.requestId))?.id ?? 0)
    : input.customerId;
  // Whoever was merged since is the same customer.
  const kept = customerId === null ? null : ((await keptCustomer(tx, customerId))?.id ?? null);
  const isSame =
    earlier.sign === 1 &&
    earlier.moved_from_id === null &&
    receipt.customerId === kept &&
    earlier.amount === input.amount &&
    ordered(receipt.lines) === ordered(input.items ?? []) &&
    chosen(receipt.rewards) === chosen(input.redeem ?? []) &&
    codesOf(receipt.vouchers) === codesOf(input.vouchers ?? []) &&
    (await tookTheseParts(tx, facts, earlier, input.redeem ?? []));
  if (!isSame) throw failure('RequestIdReused');
}

/** @throws Failure NotFound for a member of staff who is not there (any more) */
function servedBy(facts: ShopFacts, staffId: number | undefined): StaffRow {
  if (staffId === undefined) return currentStaff(facts);
  const member = facts.staff.find((one) => one.id === staffId && one.active === 1);
  if (!member) throw failure('NotFound', { what: 'staff', id: staffId });
  return member;
}

async function whoCame(tx: WriteTx, ctx: ShopContext, input: CheckInInput): Promise<CheckInCustomer | null> {
  const customerId = input.newCustomer
    ? await addCustomer(tx, ctx, { ...input.newCustomer, requestId: input.requestId }, 'till')
    : input.customerId;
  if (customerId === null) return null;
  const customer = await customerForCheckIn(tx, customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
  return customer;
}

/**
 * Checks somebody in: the visit, what it earns, the rewards used and all summaries in one transaction.
 * The same `requestId` again changes nothing and answers with the receipt of the first time.
 * @throws Failure NotFound, AmountRequired, CustomerRequired, RewardNotAvailable, InsufficientBalance, RequestIdReused,
 * and those of a new customer
 */
export async function checkIn(ctx: ShopContext, input: CheckInInput): Promise<Receipt> {
  shopFacts(ctx);
  return ctx.work.write(async (tx) => {
    const facts = shopFacts(ctx);
    const earlier = await visitOfRequest(tx, input.requestId);
    if (earlier) {
      const receipt = await receiptOfVisit(tx, facts, earlier);
      await assertSame(tx, facts, earlier, receipt, input);
      return receipt;
    }
    if (input.amount === null && facts.preferences.amountRule === 'required') throw failure('AmountRequired');
    const rewards = input.redeem ?? [];
    const codes = (input.vouchers ?? []).map((choice) => choice.code);
    if (rewards.length + codes.length > 0 && input.customerId === null && !input.newCustomer)
      throw failure('CustomerRequired');
    const staff = servedBy(facts, input.staffId);
    const { at, day } = present(ctx);
    const customer = await whoCame(tx, ctx, input);
    const programme = programmeOn(facts, day);
    const kept = customer ? await keptPrices(tx, facts, programme.rules, customer.id, day) : [];
    const lines = orderLines(facts, input.items, kept);
    const vouchers = customer ? await usableByCode(tx, codes, customer.id, day) : [];
    const recorded = await recordVisit(tx, ctx, {
      requestId: input.requestId,
      customer,
      at,
      day,
      amount: input.amount,
      lines,
      rewards,
      vouchers: vouchers.map((voucher) => JSON.parse(voucher.benefit) as Benefit),
      parkedId: input.parkedId ?? null,
      staffId: staff.id,
      source: 'till',
      programme,
      earns: true,
      movedFromId: null,
      importId: null,
    });
    await redeemVouchers(tx, vouchers, recorded.visitId);
    if (input.parkedId !== undefined) await deleteParked(tx, input.parkedId);
    return {
      visitId: recorded.visitId,
      at,
      day: formatDay(day),
      customerId: customer?.id ?? null,
      customerName: customer?.name ?? null,
      amount: input.amount,
      lines,
      rewards: recorded.redemptions.map(({ reward }) => ({ rewardId: reward.id, name: reward.name })),
      vouchers: vouchers.map(({ code, name }) => ({ code, name })),
      changes: [...recorded.changes],
      visits: recorded.visits,
      staffName: staff.name,
      replayed: false,
    };
  });
}
