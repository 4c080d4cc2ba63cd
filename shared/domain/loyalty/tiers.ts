import { addDays, type BusinessDay, dayOfDate, formatDay } from '../business-day/business-day.ts';
import type { TierLevel, TierScheme } from './programme.ts';

/** One day of a customer as tiers see it. */
export interface TierDay {
  readonly day: BusinessDay;
  /** Minor units. */
  readonly amount: number;
}

const firstOfYear = (day: BusinessDay): BusinessDay => {
  const first = dayOfDate(Number(formatDay(day).slice(0, 4)), 1, 1);
  if (first === null) throw new RangeError(`no year for day ${day}`);
  return first;
};

/** Days `[from, to]` that count at a day. */
export function tierWindow(
  span: TierScheme['window'],
  day: BusinessDay,
): { from: BusinessDay; to: BusinessDay } {
  return span.kind === 'rolling'
    ? { from: addDays(day, 1 - span.days), to: day }
    : { from: firstOfYear(day), to: day };
}

/** What a level is measured in: a ranking goes by what people brought. */
const measureOf = ({ basis }: TierScheme): 'visits' | 'spend' => (basis === 'visits' ? 'visits' : 'spend');

/** Visits or spend inside a window. */
export function standingIn(
  basis: 'visits' | 'spend',
  days: readonly TierDay[],
  span: { readonly from: BusinessDay; readonly to: BusinessDay },
): number {
  const inside = days.filter(({ day }) => day >= span.from && day <= span.to);
  return basis === 'visits' ? inside.length : inside.reduce((sum, { amount }) => sum + amount, 0);
}

/** A customer's days that grow at the end; answers any window by two searches. */
export class TierHistory {
  readonly #days: BusinessDay[] = [];
  /** Spend up to and with each day. */
  readonly #sums: number[] = [];

  /** @param days in any order */
  constructor(days: readonly TierDay[] = []) {
    for (const one of [...days].sort((a, b) => a.day - b.day)) this.add(one);
  }

  /** Adds a day, not earlier than the newest one; a second coming on one day adds to its spend only. */
  add({ day, amount }: TierDay): void {
    const last = this.#days.length - 1;
    const sum = (this.#sums[last] ?? 0) + amount;
    if (this.#days[last] === day) {
      this.#sums[last] = sum;
      return;
    }
    this.#days.push(day);
    this.#sums.push(sum);
  }

  /** The same days, to be gone on with apart. */
  copy(): TierHistory {
    const copy = new TierHistory();
    copy.#days.push(...this.#days);
    copy.#sums.push(...this.#sums);
    return copy;
  }

  /** How many days lie before `day`. */
  #before(day: BusinessDay): number {
    let [low, high] = [0, this.#days.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? day) < day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Visits or spend inside a window. */
  standingIn(basis: 'visits' | 'spend', span: { from: BusinessDay; to: BusinessDay }): number {
    const [first, next] = [this.#before(span.from), this.#before(addDays(span.to, 1))];
    if (basis === 'visits') return Math.max(0, next - first);
    return next <= first ? 0 : (this.#sums[next - 1] ?? 0) - (this.#sums[first - 1] ?? 0);
  }

  /** The days inside `(from, to]`. */
  between(from: BusinessDay, to: BusinessDay): readonly BusinessDay[] {
    return this.#days.slice(this.#before(addDays(from, 1)), this.#before(addDays(to, 1)));
  }
}

/**
 * The best standing of a customer on any day within the grace: a level once deserved is kept for `graceDays` more, and
 * because it is worked out from the visits alone, switching tiers off and on loses nothing. With calendar years a grace
 * of a year keeps a level to the end of the next one.
 */
export function bestStanding(
  scheme: TierScheme,
  days: readonly TierDay[] | TierHistory,
  day: BusinessDay,
): number {
  const history = days instanceof TierHistory ? days : new TierHistory(days);
  const measure = measureOf(scheme);
  // A standing only rises on days with a visit, so those and the two ends are all that must be looked at.
  const from = addDays(day, -scheme.graceDays);
  return [from, ...history.between(from, day), day].reduce(
    (best, moment) => Math.max(best, history.standingIn(measure, tierWindow(scheme.window, moment))),
    0,
  );
}

/** Where somebody stands: what they have, what is next, and what would be left without the grace. */
export interface TierOutlook {
  readonly level: TierLevel | null;
  /** The level that today's window deserves by itself; lower than `level` while only the grace keeps it. */
  readonly deserved: TierLevel | null;
  readonly next: TierLevel | null;
  /** Visits or minor units missing to `next` in today's window. */
  readonly missing: number;
}

/** Standing of one customer on a day, for the lists of who is about to rise or to drop. Not for rankings. */
export function tierOutlook(
  scheme: TierScheme,
  days: readonly TierDay[] | TierHistory,
  day: BusinessDay,
): TierOutlook {
  const history = days instanceof TierHistory ? days : new TierHistory(days);
  const standing = history.standingIn(measureOf(scheme), tierWindow(scheme.window, day));
  const level = levelFor(scheme, bestStanding(scheme, history, day));
  const higher = scheme.levels.filter((candidate) => compareLevels(scheme, candidate, level) > 0);
  const next = [...higher].sort((a, b) => compareLevels(scheme, a, b))[0] ?? null;
  return {
    level,
    deserved: levelFor(scheme, standing),
    next,
    missing: next ? Math.max(0, next.from - standing) : 0,
  };
}

/** What a ranking goes by. */
export interface RankedCustomer {
  readonly customerId: number;
  /** Best spend within the grace (`bestStanding`), minor units. */
  readonly spend: number;
  /** Visit days in the window: decide between equals, and alone where no sums are typed. */
  readonly visits: number;
}

/**
 * Rank of every customer who has something to show, 1 = first: by spend, then visits, then who has been known longer.
 */
export function ranking(customers: Iterable<RankedCustomer>): ReadonlyMap<number, number> {
  const sorted = [...customers]
    .filter(({ spend, visits }) => spend > 0 || visits > 0)
    .sort((a, b) => b.spend - a.spend || b.visits - a.visits || a.customerId - b.customerId);
  return new Map(sorted.map(({ customerId }, index) => [customerId, index + 1]));
}

/** The highest level whose threshold is reached; null when the scheme has none that low. */
export function levelFor(scheme: TierScheme, standing: number): TierLevel | null {
  return scheme.levels.reduce<TierLevel | null>(
    (best, level) => (standing >= level.from && (!best || level.from >= best.from) ? level : best),
    null,
  );
}

/**
 * The level of a rank (1 = first): `from` is how many people a level holds, so the smallest one that holds the rank is
 * the highest; a level with 0 holds everybody.
 */
export function levelForRank(scheme: TierScheme, rank: number | null): TierLevel | null {
  const holds = (level: TierLevel) => level.from === 0 || (rank !== null && rank <= level.from);
  const size = (level: TierLevel) => (level.from === 0 ? Number.POSITIVE_INFINITY : level.from);
  return scheme.levels.reduce<TierLevel | null>(
    (best, level) => (holds(level) && (!best || size(level) < size(best)) ? level : best),
    null,
  );
}

/** Order of levels from low to high. */
export function compareLevels(scheme: TierScheme, a: TierLevel | null, b: TierLevel | null): number {
  const height = (level: TierLevel | null): number => {
    if (!level) return -1;
    if (scheme.basis !== 'rank') return level.from;
    return level.from === 0 ? 0 : 1 / level.from;
  };
  return height(a) - height(b);
}

/** A level held by the owner's word wins while it is higher. */
export function withHold(
  scheme: TierScheme,
  deserved: TierLevel | null,
  heldId: number | null,
): TierLevel | null {
  const held = scheme.levels.find((level) => level.id === heldId) ?? null;
  return compareLevels(scheme, held, deserved) > 0 ? held : deserved;
}

/** The levels that somebody at `level` has reached: their own and all below it. */
export function reachedLevels(scheme: TierScheme, level: TierLevel | null): readonly TierLevel[] {
  return level === null ? [] : scheme.levels.filter((other) => compareLevels(scheme, other, level) <= 0);
}
