import type { Profile } from '#shared/contract/customers.ts';
import {
  type BusinessMonth,
  businessMonth,
  formatDay,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import { rhythmOf } from '#shared/domain/visits/rhythm.ts';
import { customerById, customersBroughtBy } from '../repositories/customers.ts';
import { customerMonths, customerStats } from '../repositories/summaries.ts';
import { customerDays, newestVisits } from '../repositories/visits.ts';
import { usualOf, walletView } from './customer-card.ts';
import { customerView } from './customer-view.ts';
import { failure } from './failure.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** Months shown in the small chart of the profile. */
const monthsShown = 12;
const ordersLooked = 12;

const monthText = (month: BusinessMonth): string => formatDay(monthRange(month).from).slice(0, 7);

async function lastMonths(ctx: ShopContext, customerId: number): Promise<Profile['months']> {
  const { month } = present(ctx);
  const first = businessMonth(month - monthsShown + 1);
  const rows = await customerMonths(ctx.work.read, customerId, first);
  return Array.from({ length: monthsShown }, (_, index) => {
    const shown = businessMonth(first + index);
    return { month: monthText(shown), visits: rows.find((row) => row.month === shown)?.visits ?? 0 };
  });
}

/**
 * Everything the profile shows beside the timeline.
 * @throws Failure NotFound
 */
export async function customerProfile(ctx: ShopContext, customerId: number): Promise<Profile> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const row = await customerById(db, customerId);
  if (!row) throw failure('NotFound', { what: 'customer', id: customerId });
  const stats = await customerStats(db, customerId);
  const days = await customerDays(db, customerId);
  const { rules } = programmeOn(facts, present(ctx).day);
  const usual = await usualOf(db, facts, await newestVisits(db, customerId, ordersLooked));
  const balances = await walletView(db, rules, row.wallet_id);
  return {
    customer: await customerView(db, ctx, customerId),
    visits: stats?.visits ?? 0,
    firstDay: stats?.first_day ? formatDay(stats.first_day) : null,
    lastDay: stats?.last_day ? formatDay(stats.last_day) : null,
    lastAt: stats?.last_at ?? null,
    spend: stats?.spend ?? 0,
    amountVisits: stats?.amount_check_ins ?? 0,
    rhythmDays: rhythmOf(days.map((visited) => visited.day)),
    balances: balances.map(({ carryNum: _num, carryDen: _den, ...balance }) => balance),
    usual: (usual?.lines ?? []).map(({ name, quantity }) => ({ name, quantity })),
    months: await lastMonths(ctx, customerId),
    brought: await customersBroughtBy(db, customerId),
  };
}
