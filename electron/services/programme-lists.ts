import {
  addDays,
  businessMonth,
  formatDay,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { type RollForwardColumn, rollForwardCost } from '#shared/domain/loyalty/reconcile.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { typicalAmount } from '../repositories/loyalty-facts.ts';
import { loadUnits } from '../repositories/programmes.ts';
import { failure } from './failure.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { monthText } from './simulate-programme.ts';

/** What the programme costs: the month before this one, and what is owed now. */
export async function programmeCost(ctx: ShopContext, reports: ReportsClient) {
  const { day, month } = present(ctx);
  const facts = shopFacts(ctx);
  const last = businessMonth(month - 1);
  const { from, to } = monthRange(last);
  const cost = await reports.ask('programmeCost', {
    from,
    to,
    today: day,
    rules: programmeOn(facts, day).rules,
    versions: facts.programmes,
  });
  return {
    ...cost,
    month: monthText(last),
    rewards: [...cost.rewards],
    typicalAmount: await typicalAmount(ctx.work.read),
  };
}

/** What ends within so many days, whose it is, and whether they may be told; soonest first. */
export async function expiringLots(
  ctx: ShopContext,
  reports: ReportsClient,
  input: { readonly days: number; readonly offset: number; readonly limit: number },
) {
  const { offset, limit } = input;
  const until = addDays(present(ctx).day, input.days);
  const versions = shopFacts(ctx).programmes;
  const { total, rows } = await reports.ask('expiringSoon', { versions, until, offset, limit });
  const kinds = new Map((await loadUnits(ctx.work.read)).map((unit) => [unit.id, unit.kind]));
  return {
    total,
    people: rows.map((row) => ({
      ...row,
      day: formatDay(row.day),
      kind: kinds.get(row.unitId) ?? ('points' as const),
    })),
  };
}

/** People per tier, who is about to rise and who drops when the grace ends. */
export function tierLists(ctx: ShopContext, reports: ReportsClient) {
  const { day } = present(ctx);
  return reports.ask('tierLists', { rules: programmeOn(shopFacts(ctx), day).rules, day });
}

interface Interval {
  readonly from: string;
  readonly to: string;
}

/** @throws Failure InvalidValue */
function interval(input: Interval) {
  const [from, to] = [parseDay(input.from), parseDay(input.to)];
  if (from === null) throw failure('InvalidValue', { field: 'from' });
  if (to === null || to < from) throw failure('InvalidValue', { field: 'to' });
  return { from, to };
}

/**
 * Opening + earned + adjusted - redeemed - expired = closing over `[from, to)`, per unit; in money at the reward cost of
 * the rules in force at its end. Units that no rules count in and nobody ever held are left out.
 * @throws Failure InvalidValue
 */
export async function reconciliation(ctx: ShopContext, reports: ReportsAsked, input: Interval) {
  const { from, to } = interval(input);
  const { rules } = programmeOn(shopFacts(ctx), addDays(to, -1));
  const units = await loadUnits(ctx.work.read);
  const rows = await reports.ask('rollForwards', { from, to, unitIds: units.map((unit) => unit.id) });
  const isCounted = (unitId: number) =>
    rules.stampCards.some((card) => card.unitId === unitId) ||
    (rules.points !== null && rules.pointsUnitId === unitId);
  const found = units.flatMap((unit) => {
    const row = rows.find((one) => one.unitId === unit.id);
    const isEmpty = !row || Object.entries(row).every(([key, value]) => key === 'unitId' || value === 0);
    if (!row || (isEmpty && !isCounted(unit.id))) return [];
    const rewards = rules.rewards.filter((reward) => reward.active && reward.unitId === unit.id);
    const cost = rollForwardCost(row, rewards);
    return [
      {
        ...row,
        kind: unit.kind,
        name: unit.name,
        openingCost: cost.opening,
        earnedCost: cost.earned,
        adjustedCost: cost.adjusted,
        redeemedCost: cost.redeemed,
        expiredCost: cost.expired,
        closingCost: cost.closing,
      },
    ];
  });
  return { units: found };
}

/** The entries behind one column, newest first. @throws Failure InvalidValue */
export async function reconciliationEntries(
  ctx: ShopContext,
  reports: ReportsClient,
  input: Interval & {
    readonly unitId: number;
    readonly column: RollForwardColumn;
    readonly offset: number;
    readonly limit: number;
  },
) {
  shopFacts(ctx);
  const { unitId, column, offset, limit } = input;
  const asked = { ...interval(input), unitId, column, offset, limit };
  const { total, entries } = await reports.ask('columnEntries', asked);
  return { total, entries: entries.map((entry) => ({ ...entry, day: formatDay(entry.day) })) };
}
