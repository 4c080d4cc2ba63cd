import {
  type BusinessDay,
  type BusinessMonth,
  minuteOfDay,
  monthOf,
  type ShopCalendar,
} from '../business-day/business-day.ts';
import type { ProgrammeRules } from '../loyalty/programme.ts';
import type { DemoPlan, DemoVisit } from './plan-demo-shop.ts';
import { DemoWallet } from './wallet.ts';

/** What one customer has come to. */
export interface PersonFigures {
  /** Days on which they came, oldest first. */
  readonly days: readonly BusinessDay[];
  readonly checkIns: number;
  /** Minor units. */
  readonly spend: number;
  readonly wallet: DemoWallet;
}

export interface MonthFigures {
  readonly checkIns: number;
  readonly identified: number;
  readonly amount: number;
  readonly identifiedAmount: number;
  readonly rewards: number;
}

/** The true figures of a made-up shop, counted from its plan and not from any table. */
export interface DemoFigures {
  readonly months: ReadonlyMap<BusinessMonth, MonthFigures>;
  readonly people: readonly PersonFigures[];
}

const noMonth: MonthFigures = { checkIns: 0, identified: 0, amount: 0, identifiedAmount: 0, rewards: 0 };

function withVisit(month: MonthFigures, visit: DemoVisit): MonthFigures {
  const isKnown = visit.person !== null;
  return {
    checkIns: month.checkIns + 1,
    identified: month.identified + (isKnown ? 1 : 0),
    amount: month.amount + visit.amount,
    identifiedAmount: month.identifiedAmount + (isKnown ? visit.amount : 0),
    rewards: month.rewards + visit.rewardIds.length,
  };
}

/** Counts a plan through: totals of each month, days, money and balances of each customer. */
export function demoFigures(
  plan: DemoPlan,
  { rules, calendar }: { readonly rules: ProgrammeRules; readonly calendar: ShopCalendar },
): DemoFigures {
  const months = new Map<BusinessMonth, MonthFigures>();
  const people = plan.people.map(() => ({
    days: [] as BusinessDay[],
    checkIns: 0,
    spend: 0,
    wallet: new DemoWallet(rules),
  }));
  for (const visit of plan.visits) {
    const month = monthOf(visit.day);
    months.set(month, withVisit(months.get(month) ?? noMonth, visit));
    const person = visit.person === null ? undefined : people[visit.person];
    if (!person) continue;
    if (person.days.at(-1) !== visit.day) person.days.push(visit.day);
    person.checkIns += 1;
    person.spend += visit.amount;
    const used = visit.rewardIds.flatMap((id) => rules.rewards.filter((reward) => reward.id === id));
    const { day, at } = visit;
    person.wallet.book(used, visit.amount, { day, minute: minuteOfDay(at, calendar) });
  }
  return { months, people };
}
