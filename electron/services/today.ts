import type { Today } from '#shared/contract/till.ts';
import {
  addDays,
  businessDayRange,
  formatDay,
  minuteOfDay,
} from '#shared/domain/business-day/business-day.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { birthDatesOn } from '#shared/domain/visits/birthdays.ts';
import { countBirthdays, countJoined, customerById } from '../repositories/customers.ts';
import { entriesOfVisits, walletBalances } from '../repositories/ledger.ts';
import { dayTotals } from '../repositories/summaries.ts';
import { cardlessSince, customersBetween, visitsOfDay } from '../repositories/till.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** Names of the rewards used with each visit. */
async function rewardNames(ctx: ShopContext, visitIds: readonly number[]): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>();
  for (const entry of await entriesOfVisits(ctx.work.read, visitIds)) {
    const why = JSON.parse(entry.why) as Why;
    if (entry.kind !== 'redeem' || why.kind !== 'reward' || entry.visit_id === null) continue;
    names.set(entry.visit_id, [...(names.get(entry.visit_id) ?? []), why.rewardName]);
  }
  return names;
}

/** Today's check-ins, newest first, and the day's totals. Moved visits appear at their new customer only. */
export async function today(ctx: ShopContext, limit: number): Promise<Today> {
  shopFacts(ctx);
  const db = ctx.work.read;
  const { day } = present(ctx);
  const totals = await dayTotals(db, day);
  const visits = (await visitsOfDay(db, day, limit)).filter((visit) => visit.movedTo === null);
  const rewards = await rewardNames(
    ctx,
    visits.map((visit) => visit.id),
  );
  let birthdays = 0;
  for (const date of birthDatesOn(day)) birthdays += await countBirthdays(db, date.day, date.month);
  return {
    day: formatDay(day),
    checkIns: totals?.check_ins ?? 0,
    identified: totals?.identified ?? 0,
    amount: totals?.amount ?? 0,
    newCustomers: await countJoined(db, day),
    rewardsUsed: totals?.rewards ?? 0,
    birthdays,
    visits: visits.map((visit) => ({
      visitId: visit.id,
      at: visit.at,
      customerId: visit.customer_id,
      name: visit.name,
      amount: visit.amount,
      rewardNames: rewards.get(visit.id) ?? [],
      state: visit.reversedBy === null ? 'done' : 'undone',
      refunded: 0 - (visit.refundedSum ?? 0),
      undoable: visit.reversedBy === null,
    })),
  };
}

/** Weeks looked back, how near in time, and how often somebody must have come to be expected. */
const weeksBack = 8;
const nearMs = 30 * 60_000;
const fewestTimes = 3;
const mostPeople = 6;

/** People who came on most of the last eight same weekdays at about this time, and not yet today. */
export async function usuallyHere(ctx: ShopContext) {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const { at, day } = present(ctx);
  const { calendar, preferences } = facts;
  if (!preferences.usuallyHere) return [];
  const sinceStart = at - businessDayRange(day, calendar).start;
  const seen = new Map<number, number[]>();
  for (let week = 1; week <= weeksBack; week += 1) {
    const earlier = addDays(day, -7 * week);
    const moment = businessDayRange(earlier, calendar).start + sinceStart;
    for (const visit of await customersBetween(db, earlier, moment - nearMs, moment + nearMs)) {
      seen.set(visit.customerId, [...(seen.get(visit.customerId) ?? []), minuteOfDay(visit.at, calendar)]);
    }
  }
  const { start, end } = businessDayRange(day, calendar);
  const here = new Set((await customersBetween(db, day, start, end)).map((visit) => visit.customerId));
  const expected = [...seen]
    .filter(([customerId, minutes]) => minutes.length >= fewestTimes && !here.has(customerId))
    .sort(([a, minutesA], [b, minutesB]) => minutesB.length - minutesA.length || a - b)
    .slice(0, mostPeople);
  const { rules } = programmeOn(facts, day);
  const people = [];
  for (const [customerId, minutes] of expected) {
    const customer = await customerById(db, customerId);
    if (!customer) continue;
    const balances = await walletBalances(db, customer.wallet_id);
    people.push({
      customerId,
      name: customer.name,
      seen: minutes.length,
      of: weeksBack,
      fromMinute: Math.min(...minutes),
      toMinute: Math.max(...minutes),
      rewardReady: balances.some((row) =>
        rules.rewards.some((reward) => reward.unitId === row.unitId && reward.price <= row.balance),
      ),
    });
  }
  return people;
}

/** Likely owners of an unknown card: people without one who came yesterday or today. */
export async function recentWithoutCard(ctx: ShopContext) {
  const yesterday = addDays(present(ctx).day, -1);
  return cardlessSince(ctx.work.read, businessDayRange(yesterday, shopFacts(ctx).calendar).start, 5);
}
