import type { Outlook, OutlookBacktest, OutlookModel, OutlookState } from '#shared/contract/outlook.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { cameOnce } from '#shared/domain/prediction/came-once.ts';
import {
  forecastCustomer,
  type LoggedVisit,
  summariseVisits,
  yearValueRange,
} from '#shared/domain/prediction/index.ts';
import type { BacktestSummary, KeptModel } from '../reports/outlook-model.ts';
import { type OutlookProgress, weeksAhead } from '../reports/outlook-run.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import { mayProfile } from '../repositories/consents.ts';
import { keptCustomer } from '../repositories/customers.ts';
import {
  type KnownOutlook,
  lastOutlookRun,
  type OutlookRunRow,
  outlooksOf,
} from '../repositories/outlooks.ts';
import { absencesOf, closedDaysInForce } from '../repositories/pauses.ts';
import { customerDays } from '../repositories/visits.ts';
import { failure } from './failure.ts';
import { refreshOutlooks } from './outlook-run.ts';
import { pauseViews } from './pauses.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';
import { streamProgress } from './stream-progress.ts';

const dayText = (day: BusinessDay | null): string | null => (day === null ? null : formatDay(day));

function outlookView(row: KnownOutlook, today: BusinessDay): Outlook {
  const { recent_gap: recent, earlier_gap: earlier } = row;
  return {
    state: row.state,
    because: row.because,
    lastDay: formatDay(row.last_day),
    cameOnce: cameOnce(row.visit_days),
    usualGapDays: row.usual_gap,
    sinceDays: Math.max(0, today - row.last_day),
    waitedDays: row.waited,
    expectedDay: formatDay(row.expected_day),
    worryDay: dayText(row.worry_day),
    active: row.active,
    returns: row.returns,
    visitsAhead: row.visits_ahead,
    yearValue: row.year_value,
    slowing: recent === null || earlier === null ? null : { recentGapDays: recent, earlierGapDays: earlier },
  };
}

/** Null, too, for what an earlier build kept with one score for both models: the look of the next day tells both. */
const backtestView = (tested: BacktestSummary): OutlookBacktest | null =>
  tested.oneStage === undefined ? null : { ...tested, cutDay: formatDay(tested.cutDay as BusinessDay) };

function modelView({ risk, spend, backtest }: KeptModel): OutlookModel {
  const { model, use, gapWeeks } = risk;
  const isFitted = model.kind === 'model';
  return {
    use,
    standing: isFitted ? model.standing : 'none',
    reason: isFitted ? null : model.reason,
    k: isFitted ? model.k : null,
    gapDays: gapWeeks * 7,
    spendGoesWithFrequency: spend.kind === 'gammaGamma' && spend.goesWithFrequency,
    backtest: backtest && backtestView(backtest),
  };
}

const modelOf = (run: OutlookRunRow): KeptModel => JSON.parse(run.model) as KeptModel;

/** By what everybody is judged, since when, how well it did on the last quarter, and how many are in which state. */
export async function outlookOverview(ctx: ShopContext, reports: ReportsAsked) {
  const run = await lastOutlookRun(ctx.work.read);
  return {
    run: run ? { day: formatDay(run.business_day), at: run.at, customers: run.customers } : null,
    model: run ? modelView(modelOf(run)) : null,
    weeksAhead,
    states: [...(await reports.ask('outlookCounts', null))],
  };
}

/** People of a state, those with most at stake first. */
export async function outlookPeople(
  ctx: ShopContext,
  reports: ReportsAsked,
  page: { readonly state: OutlookState; readonly offset: number; readonly limit: number },
) {
  const { day } = present(ctx);
  const [rows, counts] = await Promise.all([
    reports.ask('outlookBoard', page),
    reports.ask('outlookCounts', null),
  ]);
  return {
    total: counts.find(({ state }) => state === page.state)?.people ?? 0,
    people: rows.map((row) => ({
      ...outlookView(row, day),
      customerId: row.customer_id,
      name: row.name,
      yearSpend: row.year_spend,
    })),
  };
}

/**
 * What is said of one customer: worked out anew from their visits as they are now, by the model of the last run, so that
 * the profile tells the same as the board and also what happened since.
 * @throws Failure NotFound
 */
export async function outlookOfCustomer(ctx: ShopContext, { customerId }: { readonly customerId: number }) {
  const db = ctx.work.read;
  const customer = await keptCustomer(db, customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: customerId });
  const absences = await absencesOf(db, customer.id);
  const common = {
    ...{ refused: false, weeksAhead, outlook: null, yearValue: null },
    absences: pauseViews(absences),
  };
  if (!(await mayProfile(db, customer.id))) return { ...common, refused: true };
  const run = await lastOutlookRun(db);
  if (!run) return common;
  const { day: today } = present(ctx);
  const shop = modelOf(run);
  const visits: LoggedVisit[] = (await customerDays(db, customer.id)).map(({ day, amount }) => ({
    ...{ customerId: customer.id, day, amount },
  }));
  const [row] = summariseVisits(visits, today);
  if (!row) return common;
  const pauses = [...(await closedDaysInForce(db)), ...absences];
  const {
    risk,
    returns,
    visits: ahead,
    yearValue,
  } = forecastCustomer(shop, row, {
    ...{ today, weeks: weeksAhead, pauses },
  });
  const view = outlookView(
    {
      ...{ customer_id: customer.id, business_day: today, last_day: row.lastDay as BusinessDay },
      ...{ state: risk.state, because: risk.because, active: risk.active, returns, visits_ahead: ahead },
      ...{ usual_gap: risk.usualGapDays, waited: risk.waitedDays, visit_days: row.repeatVisits + 1 },
      expected_day: risk.expectedDay as BusinessDay,
      worry_day: risk.worryDay as BusinessDay | null,
      year_spend: 0,
      year_value: yearValue === null ? null : Math.round(yearValue),
      recent_gap: risk.slowing?.recentGapDays ?? null,
      earlier_gap: risk.slowing?.earlierGapDays ?? null,
    },
    today,
  );
  const seen = { ...row, ageWeeks: row.recencyWeeks + risk.waitedDays / 7 };
  const { model } = shop.risk;
  const range = yearValue === null || model.kind === 'none' ? null : yearValueRange(model, shop.spend, seen);
  return {
    ...common,
    outlook: view,
    yearValue: range && {
      expected: Math.round(range.expected),
      low: Math.round(range.low),
      high: Math.round(range.high),
    },
  };
}

export type OutlookEvent = ({ readonly kind: 'progress' } & OutlookProgress) | { readonly kind: 'done' };

/** Looks at all customers now; ends when its reader leaves, and what was written until then stays right. */
export async function* runOutlooks(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): AsyncGenerator<OutlookEvent, void, undefined> {
  yield* streamProgress<OutlookEvent, boolean>(
    (tell, stop) =>
      refreshOutlooks(ctx, reports, (progress) => tell({ kind: 'progress', ...progress }), stop),
    signal,
  );
  yield { kind: 'done' };
}

/** Outlooks of some customers as screens show them; whoever has none is missing. */
export async function outlookViews(
  ctx: ShopContext,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, Outlook>> {
  const { day } = present(ctx);
  const rows = await outlooksOf(ctx.work.read, customerIds);
  return new Map([...rows].map(([id, row]) => [id, outlookView(row, day)]));
}
