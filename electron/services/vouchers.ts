import { randomBytes } from 'node:crypto';
import type { Benefit, Voucher } from '#shared/contract/vouchers.ts';
import {
  type BusinessDay,
  formatDay,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { issueVoucherCode, normaliseVoucherCode } from '#shared/domain/loyalty/voucher-code.ts';
import { voucherState } from '#shared/domain/loyalty/vouchers.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { keptCustomer } from '../repositories/customers.ts';
import { loadPreferences, nextCount, setPreference } from '../repositories/shop.ts';
import {
  countVouchers,
  insertVoucher,
  type ListedVoucher,
  listVouchers,
  spentOnVouchers,
  voidVoucher,
  voucherByCode,
  voucherById,
} from '../repositories/vouchers.ts';
import { failure } from './failure.ts';
import { voucherObstacle } from './redeem-vouchers.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { mayGive } from './staff/admit.ts';
import { writeOnce } from './write-once.ts';

/** Kinds of vouchers that the owner gives a monthly budget. */
export type BudgetKind = 'surprise' | 'recovery';
const budgetKinds: readonly BudgetKind[] = ['surprise', 'recovery'];

function voucherView(row: ListedVoucher, day: BusinessDay): Voucher {
  const facts = {
    customerId: row.customer_id,
    expiresDay: row.expires_day,
    isVoid: row.voided_at !== null,
    isUsed: row.usedAt !== null,
  };
  return {
    voucherId: row.id,
    code: row.code,
    customerId: row.customer_id,
    customerName: row.customerName,
    kind: row.kind,
    name: row.name,
    benefit: JSON.parse(row.benefit) as Benefit,
    cost: row.cost,
    issuedDay: formatDay(row.issued_day),
    issuedBy: row.staffName,
    expiresDay: formatDay(row.expires_day),
    state: voucherState(facts, day),
    usedAt: row.usedAt,
  };
}

async function viewOf(db: ReadDb, ctx: ShopContext, id: number): Promise<Voucher> {
  const row = await voucherById(db, id);
  if (!row) throw failure('NotFound', { what: 'voucher', id });
  return voucherView(row, present(ctx).day);
}

/** What the owner lets be given a month, minor units; null = no limit. */
async function limits(db: ReadDb): Promise<Readonly<Record<BudgetKind, number | null>>> {
  const stored = (await loadPreferences(db)).get('voucherBudgets');
  const kept = stored ? (JSON.parse(stored) as Partial<Record<BudgetKind, number | null>>) : {};
  return { surprise: kept.surprise ?? null, recovery: kept.recovery ?? null };
}

/** The monthly budgets and what was spent of them this month. */
export async function voucherBudgets(ctx: ShopContext, db: ReadDb = ctx.work.read) {
  shopFacts(ctx);
  const { from, to } = monthRange(present(ctx).month);
  const perMonth = await limits(db);
  const budgets = [];
  for (const kind of budgetKinds) {
    budgets.push({ kind, perMonth: perMonth[kind], spent: await spentOnVouchers(db, kind, from, to) });
  }
  return { budgets };
}

/** Sets or lifts a monthly budget. @throws Failure RequestIdReused */
export function setVoucherBudget(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly kind: BudgetKind; readonly perMonth: number | null },
) {
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'vouchers.setBudget', input, async () => {
      const changed = { ...(await limits(tx)), [input.kind]: input.perMonth };
      await setPreference(tx, 'voucherBudgets', JSON.stringify(changed));
      return 0;
    });
    return voucherBudgets(ctx, tx);
  });
}

async function checkBudget(tx: WriteTx, ctx: ShopContext, kind: string, cost: number): Promise<void> {
  const { budgets } = await voucherBudgets(ctx, tx);
  const budget = budgets.find((one) => one.kind === kind);
  if (!budget || budget.perMonth === null) return;
  const left = Math.max(0, budget.perMonth - budget.spent);
  if (cost > left) throw failure('BudgetExceeded', { kind: budget.kind, left });
}

/** Whether a voucher of so much cost still fits the month's budget of its kind. */
export async function isWithinBudget(
  ctx: ShopContext,
  db: ReadDb,
  kind: string,
  cost: number,
): Promise<boolean> {
  const { budgets } = await voucherBudgets(ctx, db);
  const budget = budgets.find((one) => one.kind === kind);
  return !budget || budget.perMonth === null || cost <= budget.perMonth - budget.spent;
}

interface Issuing {
  readonly requestId: string;
  readonly customerId: number;
  readonly kind: Voucher['kind'];
  readonly name: string;
  readonly benefit: Benefit;
  readonly cost: number;
  readonly expiresDay: string;
}

/**
 * Issues a voucher within a transaction.
 * @returns its id
 * @throws Failure NotFound (customer, item), InvalidValue (ends in the past), BudgetExceeded
 */
export async function writeVoucher(
  tx: WriteTx,
  ctx: ShopContext,
  input: Omit<Issuing, 'requestId'>,
): Promise<number> {
  const facts = shopFacts(ctx);
  const { at, day } = present(ctx);
  const { benefit } = input;
  const customer = await keptCustomer(tx, input.customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
  if (benefit.kind === 'item' && !facts.items.has(benefit.itemId)) {
    throw failure('NotFound', { what: 'item', id: benefit.itemId });
  }
  const expiresDay = parseDay(input.expiresDay);
  if (expiresDay === null || expiresDay < day) throw failure('InvalidValue', { field: 'expiresDay' });
  mayGive(facts, input.cost);
  await checkBudget(tx, ctx, input.kind, input.cost);
  const id = ctx.ids.next('vouchers');
  await insertVoucher(tx, {
    id,
    code: issueVoucherCode(facts.shop.till_number, await nextCount(tx, 'vouchers'), randomBytes(8)),
    customer_id: customer.id,
    kind: input.kind,
    name: input.name,
    benefit: JSON.stringify(benefit),
    cost: input.cost,
    issued_at: at,
    issued_day: day,
    issued_by: currentStaff(facts).id,
    expires_day: expiresDay,
    voided_at: null,
    voided_by: null,
    void_reason: null,
  });
  return id;
}

/**
 * Issues a voucher to one customer; the same `requestId` again answers with the one issued the first time.
 * @throws Failure NotFound (customer, item), InvalidValue (ends in the past), BudgetExceeded, ApprovalNeeded (more than they may give), RequestIdReused
 */
export function issueVoucher(ctx: ShopContext, input: Issuing): Promise<Voucher> {
  return ctx.work.write(async (tx) => {
    const id = await writeOnce(tx, ctx, 'vouchers.issue', input, () => writeVoucher(tx, ctx, input));
    return viewOf(tx, ctx, id);
  });
}

/** One page of vouchers, newest first, of one customer or of all. */
export async function voucherList(
  ctx: ShopContext,
  input: {
    readonly customerId?: number | undefined;
    readonly state: 'usable' | 'used' | 'expired' | 'void' | 'all';
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ total: number; vouchers: Voucher[] }> {
  shopFacts(ctx);
  const { day } = present(ctx);
  const filter = { customerId: input.customerId ?? null, state: input.state, day };
  const rows = await listVouchers(ctx.work.read, filter, input);
  return {
    total: await countVouchers(ctx.work.read, filter),
    vouchers: rows.map((row) => voucherView(row, day)),
  };
}

/**
 * Whose voucher a typed or scanned code is.
 * @throws Failure VoucherNotUsable
 */
export async function checkVoucher(ctx: ShopContext, typed: string): Promise<Voucher> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const code = normaliseVoucherCode(typed) ?? typed;
  const row = await voucherByCode(db, code);
  const why = voucherObstacle(row, present(ctx).day, null);
  if (!row || why !== null) throw failure('VoucherNotUsable', { code, why: why ?? 'unknown' });
  return viewOf(db, ctx, row.id);
}

/** Takes a voucher back before it was used. @throws Failure NotFound, VoucherNotUsable (used already), RequestIdReused */
export function takeVoucherBack(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly voucherId: number; readonly reason: string },
): Promise<Voucher> {
  const { voucherId, reason } = input;
  return ctx.work.write(async (tx) => {
    await writeOnce(tx, ctx, 'vouchers.void', input, async () => {
      const { state, code } = await viewOf(tx, ctx, voucherId);
      if (state === 'used') throw failure('VoucherNotUsable', { code, why: 'used' });
      if (state !== 'void') {
        const { at } = present(ctx);
        await voidVoucher(tx, voucherId, { at, staffId: currentStaff(shopFacts(ctx)).id, reason });
      }
      return voucherId;
    });
    return viewOf(tx, ctx, voucherId);
  });
}
