import { type GoalMetric, type GoalRealism, type GoalState, goalMetric } from '#shared/contract/goals.ts';
import {
  addDays,
  type BusinessDay,
  type BusinessMonth,
  businessMonth,
  formatDay,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { type Goal, progressOf, realismOf } from '#shared/domain/goals/goal.ts';
import { type GoalRow, insertGoal, loadGoals } from '../repositories/goals.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { retentionReport } from './retention-report.ts';
import { currentStaff, present, type ShopContext, shopFacts } from './shop-context.ts';
import { monthText } from './simulate-programme.ts';
import { writeOnce } from './write-once.ts';

/** Only the cost of rewards is better when it is smaller. */
const directionOf = (metric: GoalMetric): Goal['direction'] =>
  metric === 'rewardCostShare' ? 'atMost' : 'atLeast';

/** Nobody keeps more than everybody. */
const largestOf = (metric: GoalMetric): number => (metric === 'retention' ? 1 : Number.POSITIVE_INFINITY);

/** Figures that mean nothing in a part of a month are counted over as many days as the month before had. */
const rolling: readonly GoalMetric[] = ['retention', 'frequency'];

/** Finished months that are looked back on. */
const mostMonths = 13;

type Measures = Readonly<
  Record<GoalMetric, Pick<GoalState['current'], 'value' | 'numerator' | 'denominator'>>
>;

const ratio = (numerator: number, denominator: number) => ({
  value: denominator > 0 ? numerator / denominator : null,
  numerator,
  denominator,
});
const sum = (value: number) => ({ value, numerator: null, denominator: null });

interface Days {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

/** All metrics over the days `[from, to)`. */
async function measuresOf(ctx: ShopContext, reports: ReportsAsked, { from, to }: Days): Promise<Measures> {
  const facts = shopFacts(ctx);
  const window = facts.preferences.activityWindow;
  const one = await retentionReport(ctx, reports, { from: formatDay(from), to: formatDay(to), window });
  const rewards = await reports.ask('rewardsUsed', { from, to, versions: facts.programmes });
  const cost = rewards.reduce((total, reward) => total + reward.cost, 0);
  return {
    retention: ratio(one.kept, one.S),
    averageSpend: ratio(one.amount, one.amountCheckIns),
    frequency: ratio(one.visits, one.customers),
    memberSales: sum(one.identifiedAmount),
    rewardCostShare: ratio(cost, one.identifiedAmount),
    newCustomers: sum(one.newInPeriod),
  };
}

/** The finished months of the shop's own record, oldest first; one it began in the middle of is left out. */
async function finishedMonths(ctx: ShopContext, reports: ReportsAsked): Promise<readonly BusinessMonth[]> {
  const { firstDay } = await reports.ask('visitSpan', null);
  const began = firstDay === null ? null : parseDay(firstDay);
  if (began === null) return [];
  const { month } = present(ctx);
  return Array.from({ length: mostMonths }, (_, index) => businessMonth(month - mostMonths + index)).filter(
    (one) => monthRange(one).from >= began,
  );
}

async function historyOf(ctx: ShopContext, reports: ReportsAsked) {
  const months = [];
  for (const month of await finishedMonths(ctx, reports)) {
    months.push({ month, measures: await measuresOf(ctx, reports, monthRange(month)) });
  }
  return months;
}

type History = Awaited<ReturnType<typeof historyOf>>;

function realismFor(metric: GoalMetric, target: number, history: History): GoalRealism {
  const goal = { target, direction: directionOf(metric) };
  const values = history.map(({ measures }) => measures[metric].value);
  return realismOf(goal, values, { largest: largestOf(metric) });
}

/** Where the running month stands: up to and with today. */
async function currentMeasures(ctx: ShopContext, reports: ReportsAsked) {
  const { day, month } = present(ctx);
  const to = addDays(day, 1);
  const before = monthRange(businessMonth(month - 1));
  const spans = {
    monthToDate: { from: monthRange(month).from, to },
    rollingMonth: { from: addDays(to, before.from - before.to), to },
  };
  return {
    spans,
    monthToDate: await measuresOf(ctx, reports, spans.monthToDate),
    rollingMonth: await measuresOf(ctx, reports, spans.rollingMonth),
  };
}

function stateOf(
  metric: GoalMetric,
  row: GoalRow | undefined,
  current: Awaited<ReturnType<typeof currentMeasures>>,
  history: History,
): GoalState {
  const basis = rolling.includes(metric) ? ('rollingMonth' as const) : ('monthToDate' as const);
  const now = current[basis][metric];
  const span = current.spans[basis];
  const direction = directionOf(metric);
  const target = row?.target ?? null;
  return {
    metric,
    direction,
    goal: row && target !== null ? { target, at: row.at, by: row.byName } : null,
    current: { ...now, basis, from: formatDay(span.from), to: formatDay(span.to) },
    progress: target === null ? null : progressOf({ target, direction }, now.value),
    history: history.map(({ month, measures }) => ({ month: monthText(month), ...measures[metric] })),
    realism: target === null ? null : realismFor(metric, target, history),
  };
}

/** Every metric with its goal, where it stands, and what the shop has done in its finished months. */
export async function goalStates(ctx: ShopContext, reports: ReportsAsked): Promise<{ goals: GoalState[] }> {
  const rows = await loadGoals(ctx.work.read);
  const current = await currentMeasures(ctx, reports);
  const history = await historyOf(ctx, reports);
  return {
    goals: goalMetric.options.map((metric) =>
      stateOf(
        metric,
        rows.find((row) => row.metric === metric),
        current,
        history,
      ),
    ),
  };
}

/** How a target that is being typed compares with the shop's own months. */
export async function goalHint(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: { readonly metric: GoalMetric; readonly target: number },
): Promise<GoalRealism> {
  return realismFor(input.metric, input.target, await historyOf(ctx, reports));
}

/** Sets a target, or takes the goal away; earlier targets stay in the file. @throws Failure RequestIdReused */
export async function setGoal(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly metric: GoalMetric; readonly target: number | null },
): Promise<{ metric: GoalMetric; target: number | null }> {
  const { metric, target } = input;
  await ctx.work.write((tx) =>
    writeOnce(tx, ctx, 'goals.set', input, async () => {
      const id = ctx.ids.next('goals');
      const staffId = currentStaff(shopFacts(ctx)).id;
      await insertGoal(tx, { id, metric, target, at: present(ctx).at, staff_id: staffId });
      return id;
    }),
  );
  return { metric, target };
}
