import { peopleForShare } from '../goals/goal.ts';

/** What a finished month shows of the people one can still do something about. Money in minor units. */
export type MonthEnd = {
  /** People seen in the month, and those of them who came only once in it. */
  readonly customers: number;
  readonly once: number;
  /** Active at the month's start and no longer at its end. */
  readonly lapsed: number;
  /** Visits of a customer and money of a check-in, on average; null: not known. */
  readonly visitsEach: number | null;
  readonly averageSpend: number | null;
  /** The most valuable people not seen for so many days. */
  readonly silent: {
    /** Those who are named, out of all. */
    readonly people: number;
    readonly all: number;
    readonly days: number;
    /** What those named brought in the last 365 days; null: no amounts are kept. */
    readonly yearValue: number | null;
  };
  readonly activeAtEnd: number;
};

/**
 * One thing to try, with the people it is about. `worth` is what a month would bring at most if it worked with all of
 * them: minor units, null without amounts.
 * - once: a second visit of everybody who came only once, at the average spend
 * - silent: a twelfth of what the quiet brought in the last 365 days
 * - lapsed: as many visits at as much money as the average customer of the month
 */
export type Try = {
  readonly kind: 'once' | 'silent' | 'lapsed';
  readonly people: number;
  readonly worth: number | null;
};

/** More than two things are not done. */
const most = 2;

/**
 * At most two things to try, from the month's own figures, the one worth more first (with equal worth, or without
 * amounts, the one about more people). The quiet and the lapsed are partly the same people, so only the better of these
 * two is named. Nothing is named about nobody.
 */
export function whatToTry(month: MonthEnd): readonly Try[] {
  const { once, lapsed, silent, averageSpend, visitsEach } = month;
  const first = (a: Try, b: Try): number => (b.worth ?? 0) - (a.worth ?? 0) || b.people - a.people;
  const again: Try = { kind: 'once', people: once, worth: money(once, averageSpend) };
  const away: readonly Try[] = [
    {
      kind: 'silent',
      people: silent.people,
      worth: silent.yearValue === null ? null : Math.round(silent.yearValue / 12),
    },
    {
      kind: 'lapsed',
      people: lapsed,
      worth: visitsEach === null ? null : money(lapsed * visitsEach, averageSpend),
    },
  ];
  const [back] = away.filter(({ people }) => people > 0).sort(first);
  return [again, ...(back === undefined ? [] : [back])]
    .filter(({ people }) => people > 0)
    .sort(first)
    .slice(0, most);
}

const money = (times: number, each: number | null): number | null =>
  each === null ? null : Math.round(times * each);

/** What a share to be kept means for the next month: everybody active at the end of this one is its start. */
export type NextGoal = { readonly share: number; readonly keep: number; readonly of: number };

/** Next month's retention goal in people; null without a share or without anybody to keep. */
export function nextGoal(
  share: number | null,
  { activeAtEnd }: Pick<MonthEnd, 'activeAtEnd'>,
): NextGoal | null {
  if (share === null || activeAtEnd === 0) return null;
  return { share, keep: peopleForShare(share, activeAtEnd), of: activeAtEnd };
}
