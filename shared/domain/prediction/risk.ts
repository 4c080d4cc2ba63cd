import { median } from '../statistics/index.ts';
import { activityOf, weeksUntilChance } from './activity.ts';
import { cadenceOf } from './cadence.ts';
import type { NoVisitModel, VisitModel } from './fit-visit-model.ts';
import { chanceOfLongerWait, usualWaitWeeks } from './future-visits.ts';
import { dayAfterWaiting, type Pause, waitedDays } from './pauses.ts';
import type { CustomerRow } from './summarise-visits.ts';

/** Below this chance of being active somebody late is at risk, below the other slipping. */
const atRiskBelow = 0.5;
const slippingBelow = 0.75;
/** Late for the own rhythm: at most one wait in ten of somebody active is longer. */
const rareWait = 0.1;
/** Slowing: the median of the last three gaps is so many times that of the gaps before, of which there are three. */
const slowingFrom = 1.5;
/**
 * And by the model at most one gap in five was to be as long as that median: two of three gaps so long come by chance to at most
 * one in ten (3q² - 2q³).
 */
const rareGap = 0.2;
const recentGaps = 3;

export interface Slowing {
  readonly recentGapDays: number;
  readonly earlierGapDays: number;
}

/** What the sentence beside a state needs: "usually every 14 days, now 31; expected 2 Nov". */
export interface RiskFacts {
  readonly usualGapDays: number;
  /** Days since the last visit on the calendar. */
  readonly sinceDays: number;
  /** Those of them that count: without closed days and announced absences. */
  readonly waitedDays: number;
  readonly expectedDay: number;
  readonly slowing: Slowing | null;
}

/**
 * How it stands with one customer:
 * - new: came once, and it is too early to expect more
 * - onTrack, slipping, atRisk: from the model; `because` names what decided
 * - late: late for their own rhythm where the shop's data carry no model or only a rough one; without any probability
 */
export type Risk = RiskFacts &
  (
    | {
        readonly state: 'new' | 'onTrack';
        readonly because: 'inTime';
        readonly active: number | null;
        readonly worryDay: number | null;
      }
    | {
        readonly state: 'slipping' | 'atRisk';
        readonly because: 'slowing' | 'late' | 'probablyLeft';
        /** Probability of not having left. */
        readonly active: number;
        /** From this day on having left is likelier than not; null when that is years away. */
        readonly worryDay: number | null;
      }
    | { readonly state: 'late'; readonly because: 'late'; readonly active: null; readonly worryDay: null }
  );

export interface RiskShop {
  readonly model: VisitModel | NoVisitModel;
  /** The shop's median gap in weeks (`shopGapWeeks`). */
  readonly gapWeeks: number;
  /** What the backtest found best; 'cadence' leaves the model aside. */
  readonly use: 'model' | 'cadence';
}

/**
 * The standing of one customer on the day `today`, for the board, the profile and the till alike.
 * @param row from visits up to `today`
 * @param pauses closed days of the shop and announced absences of this customer; they stop the clock
 */
export function riskOf(row: CustomerRow, shop: RiskShop, today: number, pauses: readonly Pause[] = []): Risk {
  const waited = waitedDays(row.lastDay, today, pauses);
  const { model, use } = shop;
  const slowing = slowingOf(row.gapsWeeks);
  const common = { sinceDays: Math.max(0, today - row.lastDay), waitedDays: waited, slowing };
  const cadence = cadenceOf(row, shop.gapWeeks, waited / 7);
  const usualGapDays = usualGap(row.gapsWeeks, cadence.gapWeeks);
  if (model.kind === 'none' || model.standing === 'rough' || use === 'cadence') {
    const expectedDay = dayAfterWaiting(row.lastDay, Math.round(usualGapDays), pauses);
    const facts = { ...common, usualGapDays, expectedDay };
    if (cadence.state === 'new' || cadence.state === 'onTime') {
      const state = cadence.state === 'new' ? 'new' : 'onTrack';
      return { ...facts, state, because: 'inTime', active: null, worryDay: null };
    }
    return { ...facts, state: 'late', because: 'late', active: null, worryDay: null };
  }
  const wait = waited / 7;
  // The model sees the days that counted, as if the pauses had not been.
  const seen = { ...row, ageWeeks: row.recencyWeeks + wait };
  const { active } = activityOf(model, seen);
  const usualWait = usualWaitWeeks(model, row);
  const worry = weeksUntilChance(model, row, atRiskBelow);
  const facts = {
    ...common,
    usualGapDays,
    expectedDay: dayAfterWaiting(row.lastDay, Math.round(usualWait * 7), pauses),
    active,
    // Nobody is worth a worry before the day they are expected.
    worryDay:
      worry === null ? null : dayAfterWaiting(row.lastDay, Math.ceil(Math.max(worry, usualWait) * 7), pauses),
  };
  const overdue = wait > usualWait;
  if (overdue && active < atRiskBelow) return { ...facts, state: 'atRisk', because: 'probablyLeft' };
  if (overdue && (active < slippingBelow || chanceOfLongerWait(model, row, wait) < rareWait)) {
    return { ...facts, state: 'slipping', because: 'late' };
  }
  if (slowing !== null && chanceOfLongerWait(model, asBefore(row), slowing.recentGapDays / 7) < rareGap) {
    return { ...facts, state: 'slipping', because: 'slowing' };
  }
  return { ...facts, state: row.repeatVisits === 0 ? 'new' : 'onTrack', because: 'inTime' };
}

/** The row as it stood before the last three gaps. */
function asBefore(row: CustomerRow): CustomerRow {
  const gapsWeeks = row.gapsWeeks.slice(0, -recentGaps);
  return {
    ...row,
    gapsWeeks,
    repeatVisits: gapsWeeks.length,
    recencyWeeks: gapsWeeks.reduce((sum, gap) => sum + gap, 0),
  };
}

/** The median of the own gaps in days from three on; before, the gap drawn towards the shop's. */
function usualGap(gapsWeeks: readonly number[], personalWeeks: number): number {
  const own = gapsWeeks.length >= recentGaps ? median(gapsWeeks) : null;
  return (own ?? personalWeeks) * 7;
}

function slowingOf(gapsWeeks: readonly number[]): Slowing | null {
  const recent = median(gapsWeeks.slice(-recentGaps));
  const before = gapsWeeks.slice(0, -recentGaps);
  const earlier = before.length < recentGaps ? null : median(before);
  if (recent === null || earlier === null || recent < slowingFrom * earlier) return null;
  return { recentGapDays: recent * 7, earlierGapDays: earlier * 7 };
}
