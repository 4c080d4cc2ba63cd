import { addDays, type BusinessDay, type ShopCalendar } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { rollForwardCost } from '#shared/domain/loyalty/reconcile.ts';
import {
  Replay,
  type ReplayedCustomer,
  redemptionRate,
  type SimulatedMonth,
  type SimulationProgress,
} from '#shared/domain/loyalty/simulate.ts';
import { TierHistory } from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb } from '../db/connection.ts';
import { rollForwards } from './reconciliation-query.ts';
import { countReplayed, type ReplayOptions, replayedVisits } from './replayed-visits.ts';
import type { Run } from './run.ts';
import { firstDayNeeded, tierDays } from './tier-query.ts';

/** A published version as the worker needs it, oldest first. */
export interface VersionInForce {
  readonly versionId: number;
  readonly effectiveFrom: BusinessDay;
  readonly rules: ProgrammeRules;
}

export interface ReplayInput {
  readonly versions: readonly VersionInForce[];
  readonly draft: ProgrammeRules;
  /** What the draft is compared with; left out: the rules under which each visit was written. */
  readonly now?: ProgrammeRules;
  /** Days `[from, to)`. */
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly calendar: ShopCalendar;
  /** Category by item. */
  readonly categories: ReadonlyMap<number, string>;
}

/** Rules in force on a day; days before the first version go by the first. */
function rulesOn(versions: readonly VersionInForce[], day: BusinessDay): ProgrammeRules {
  const version = versions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? versions[0];
  if (!version) throw new Error('the shop has no programme');
  return version.rules;
}

/** Sets of rules that may count in the replay, the draft among them: what ended before it is left out. */
function rulesInvolved({ versions, draft, now, from, to }: ReplayInput): readonly ProgrammeRules[] {
  if (now) return [draft, now];
  const counting = versions.filter(({ effectiveFrom }, index) => {
    const next = versions[index + 1];
    return effectiveFrom < to && (next === undefined || next.effectiveFrom >= from);
  });
  return [draft, rulesOn(versions, from), ...counting.map(({ rules }) => rules)];
}

/** The days before the replay that tiers look back on; nothing is read where no tier multiplies. */
async function daysBefore(
  db: ReadDb,
  rules: readonly ProgrammeRules[],
  from: BusinessDay,
): Promise<Map<number, TierHistory>> {
  const starts = rules.flatMap(({ tiers }) =>
    tiers?.levels.some(({ factor }) => factor.num !== factor.den) ? [firstDayNeeded(tiers, from)] : [],
  );
  const histories = new Map<number, TierHistory>();
  if (starts.length === 0) return histories;
  const first = starts.reduce((earliest, day) => (day < earliest ? day : earliest));
  for (const { customerId, day, amount } of await tierDays(db, first, addDays(from, -1))) {
    const history = histories.get(customerId) ?? new TierHistory();
    history.add({ day, amount: amount ?? 0 });
    histories.set(customerId, history);
  }
  return histories;
}

/** Share of what was earned in `[from, to)` that was redeemed, at the reward cost of the rules at its end. */
async function observedRate(db: ReadDb, input: ReplayInput): Promise<number | null> {
  const rules = rulesOn(input.versions, addDays(input.to, -1));
  const unitIds = [...new Set(rules.rewards.map((reward) => reward.unitId))];
  let [earned, redeemed] = [0, 0];
  for (const unit of await rollForwards(db, { from: input.from, to: input.to, unitIds })) {
    const rewards = rules.rewards.filter((reward) => reward.active && reward.unitId === unit.unitId);
    const cost = rollForwardCost({ ...unit, opening: 0 }, rewards);
    earned += cost.earned;
    redeemed += cost.redeemed;
  }
  return redemptionRate(earned, redeemed);
}

async function replayAll(
  db: ReadDb,
  input: ReplayInput,
  rate: number | null,
  run: Run<SimulationProgress>,
): Promise<Replay> {
  const rules = rulesInvolved(input);
  const byVersion = new Map(input.versions.map((version) => [version.versionId, version.rules]));
  const options: ReplayOptions = {
    calendar: input.calendar,
    categories: input.categories,
    rules,
    rulesOf: (versionId) => byVersion.get(versionId),
  };
  const replay = new Replay({
    now: (day, { versionId = 0 }) => input.now ?? byVersion.get(versionId) ?? rulesOn(input.versions, day),
    draft: input.draft,
    daysBefore: await daysBefore(db, rules, input.from),
    redemptionRate: rate,
  });
  await run.pause();
  const total = await countReplayed(db, input.from, input.to);
  let done = 0;
  run.tell({ done, total });
  for await (const visits of replayedVisits(db, input, options)) {
    for (const visit of visits) replay.add(visit);
    done += visits.length;
    run.tell({ done: Math.min(done, total), total });
    await run.pause();
  }
  run.tell({ done: total, total });
  return replay;
}

/** The draft replayed on real visits beside the rules of then, months oldest first. */
export async function simulateProgramme(
  db: ReadDb,
  input: ReplayInput,
  run: Run<SimulationProgress>,
): Promise<{ readonly months: readonly SimulatedMonth[]; readonly redemptionRate: number | null }> {
  const rate = await observedRate(db, input);
  const replay = await replayAll(db, input, rate, run);
  return { months: replay.finish(), redemptionRate: rate };
}

/** What everybody who came would have earned by `now` and by the draft. */
export async function compareEarnings(
  db: ReadDb,
  input: ReplayInput,
  run: Run<SimulationProgress>,
): Promise<readonly ReplayedCustomer[]> {
  return (await replayAll(db, input, null, run)).customers();
}
