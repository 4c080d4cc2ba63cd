import { useQuery } from '@tanstack/react-query';
import type { GoalState } from '#shared/contract/goals.ts';
import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { realismOf } from '#shared/domain/goals/goal.ts';
import {
  type MonthEnd,
  type NextGoal,
  nextGoal,
  type Try,
  whatToTry,
} from '#shared/domain/month-close/what-to-try.ts';
import { orpc } from '../../api/queries.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { freshFor } from '../month/use-figures.ts';
import { dayAfter, firstDay } from './month-name.ts';

/** From so many days on a good customer counts as gone quiet; so many of them are named. */
const silentDays = 30;
const mostSilent = 8;

/** What a finished month leaves for the next. */
export interface NextMonth {
  readonly month: MonthEnd;
  readonly tries: readonly Try[];
  /** The goal that is set, in people; null where none is. */
  readonly goal: NextGoal | null;
  /** What the shop manages every fourth time; null with too little history, or where a goal is set. */
  readonly suggestion: NextGoal | null;
  readonly goals: readonly GoalState[];
}

/** The shop's own next step, from its finished months. */
const suggestedShare = (retention: GoalState | undefined): number | null => {
  if (retention === undefined) return null;
  const values = retention.history.map(({ value }) => value);
  return realismOf({ target: 1, direction: 'atLeast' }, values, { largest: 1 }).suggestion;
};

/** The figures of a finished month that the next one begins with; null while they are counted. */
export const useNextMonth = (at: BusinessMonth, enabled: boolean): NextMonth | null => {
  const { till } = useShop();
  const span = { from: firstDay(at), to: dayAfter(at) };
  const asked = { enabled, staleTime: freshFor };
  const retention = useQuery({
    ...orpc.reports.retention.queryOptions({ input: { ...span, window: till.activityWindow } }),
    ...asked,
  }).data;
  const frequency = useQuery({ ...orpc.reports.frequency.queryOptions({ input: span }), ...asked }).data;
  const silent = useQuery({
    ...orpc.reports.silentVips.queryOptions({
      // As the card on the Month page asks it, so that both share one answer.
      input: { to: span.to, days: silentDays, offset: 0, limit: 50 },
    }),
    ...asked,
  }).data;
  const goals = useQuery({ ...orpc.goals.list.queryOptions(), enabled }).data?.goals;
  if (retention === undefined || frequency === undefined || silent === undefined || goals === undefined) {
    return null;
  }
  const quiet = silent.people.slice(0, mostSilent);
  const month: MonthEnd = {
    customers: retention.customers,
    once: frequency.period.histogram[0]?.customers ?? 0,
    lapsed: retention.lapsed,
    // As they are shown, so that whoever reckons it again comes to the same.
    visitsEach: retention.frequencyMean === null ? null : Math.round(retention.frequencyMean * 10) / 10,
    averageSpend: retention.averageSpend === null ? null : Math.round(retention.averageSpend),
    silent: {
      people: quiet.length,
      all: silent.total,
      days: silentDays,
      yearValue: silent.byMoney ? quiet.reduce((sum, { value }) => sum + value, 0) : null,
    },
    activeAtEnd: retention.E,
  };
  const set = goals.find(({ metric }) => metric === 'retention');
  const goal = nextGoal(set?.goal?.target ?? null, month);
  return {
    month,
    tries: whatToTry(month),
    goal,
    suggestion: goal === null ? nextGoal(suggestedShare(set), month) : null,
    goals,
  };
};
