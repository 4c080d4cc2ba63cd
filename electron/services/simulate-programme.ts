import type { SimulatedMonth } from '#shared/contract/loyalty.ts';
import { addDays, type BusinessDay, type BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { addMonths } from '#shared/domain/loyalty/expiry.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import type { SimulatedMonth as ReplayedMonth } from '#shared/domain/loyalty/simulate.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { ReplayInput } from '../reports/simulation-query.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';
import { streamProgress } from './stream-progress.ts';

export type SimulationEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly months: SimulatedMonth[]; readonly redemptionRate: number | null };

/** `YYYY-MM`. */
export function monthText(month: BusinessMonth): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** What the worker needs to replay the visits of `[from, to)`. */
function replayInput(
  ctx: ShopContext,
  draft: ProgrammeRules,
  span: { readonly from: BusinessDay; readonly to: BusinessDay },
): ReplayInput {
  const { programmes, calendar, items } = shopFacts(ctx);
  return {
    versions: programmes.map(({ versionId, effectiveFrom, rules }) => ({ versionId, effectiveFrom, rules })),
    draft,
    ...span,
    calendar,
    categories: new Map([...items].map(([itemId, { category }]) => [itemId, category])),
  };
}

function monthView({ month, visits, amount, now, draft }: ReplayedMonth): SimulatedMonth {
  const side = ({ points, stamps, redemptions, cost }: ReplayedMonth['now']) => ({
    points,
    stamps,
    redemptions,
    cost,
  });
  return { month: monthText(month), visits, amount, now: side(now), draft: side(draft) };
}

/**
 * Replays a draft on the visits of so many months up to today, beside the rules that were in force; in the worker. Ends
 * when its reader leaves.
 */
export async function* simulateDraft(
  ctx: ShopContext,
  reports: ReportsClient,
  input: { readonly rules: ProgrammeRules; readonly months: number },
  signal?: AbortSignal,
): AsyncGenerator<SimulationEvent, void, undefined> {
  const { day } = present(ctx);
  const span = { from: addDays(addMonths(day, -input.months), 1), to: addDays(day, 1) };
  const asked = replayInput(ctx, input.rules, span);
  const { months, redemptionRate } = yield* streamProgress(
    async (tell: (event: SimulationEvent) => void, stop) =>
      reports.run('simulate', asked, (progress) => tell({ kind: 'progress', ...progress }), stop),
    signal,
  );
  yield { kind: 'done', months: months.map(monthView), redemptionRate };
}

/** Days that a comparison looks back on. */
const comparedDays = 90;
/** People named in a comparison. */
const mostNamed = 20;

/** How a draft differs from today's rules for the people there are, by what they did in the last 90 days. */
export async function compareDraft(
  ctx: ShopContext,
  reports: ReportsClient,
  rules: ProgrammeRules,
  signal?: AbortSignal,
) {
  const { day } = present(ctx);
  const today = programmeOn(shopFacts(ctx), day).rules;
  const span = { from: addDays(day, 1 - comparedDays), to: addDays(day, 1) };
  const asked = { ...replayInput(ctx, rules, span), now: today };
  const replayed = await reports.run('compareEarnings', asked, () => undefined, signal);
  const people = replayed.map(({ customerId, now, draft }) => ({
    customerId,
    now: Math.round(now),
    draft: Math.round(draft),
  }));
  const gains = people.filter(({ now, draft }) => draft > now).length;
  const loses = people.filter(({ now, draft }) => draft < now).length;
  const most = people
    .filter(({ now, draft }) => draft !== now)
    .sort((a, b) => Math.abs(b.draft - b.now) - Math.abs(a.draft - a.now) || a.customerId - b.customerId)
    .slice(0, mostNamed);
  const names = await reports.ask(
    'customerNames',
    most.map((one) => one.customerId),
  );
  return {
    customers: people.length,
    gains,
    loses,
    same: people.length - gains - loses,
    tiers: await comparedTiers(reports, { today, draft: rules, day }),
    people: most.map((one) => ({ ...one, name: names.get(one.customerId) ?? '' })),
  };
}

/** People per tier under both; a tier is known by its id, and called as the draft calls it. */
async function comparedTiers(
  reports: ReportsClient,
  about: { readonly today: ProgrammeRules; readonly draft: ProgrammeRules; readonly day: BusinessDay },
): Promise<{ name: string; now: number; draft: number }[]> {
  const { day } = about;
  const now = await reports.ask('peoplePerLevel', { rules: about.today, day });
  const draft = await reports.ask('peoplePerLevel', { rules: about.draft, day });
  const gone = now.filter(({ tierId }) => !draft.some((level) => level.tierId === tierId));
  return [
    ...draft.map(({ tierId, name, people }) => ({
      name,
      now: now.find((level) => level.tierId === tierId)?.people ?? 0,
      draft: people,
    })),
    ...gone.map(({ name, people }) => ({ name, now: people, draft: 0 })),
  ];
}
