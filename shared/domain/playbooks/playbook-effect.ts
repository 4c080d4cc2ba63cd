import { contacts } from '../follow-ups/past-contacts.ts';
import type { FollowUpOutcome } from '../follow-ups/reasons.ts';
import { grouped } from '../grouped.ts';
import { fewestPeopleForRate, type Rate, rateOf } from '../statistics/index.ts';
import type { PlaybookSituation } from './situations.ts';

/** Days within which somebody who was turned to is looked for again. */
export const returnWindows = [30, 60] as const;

export type ReturnWindow = (typeof returnWindows)[number];

/** Once that a playbook was followed, by the person who was turned to; who did it is not known here on purpose. */
export interface PlaybookUse {
  readonly situation: PlaybookSituation;
  /** The version followed; null = as the program suggests. */
  readonly versionId: number | null;
  readonly customerId: number;
  readonly outcome: FollowUpOutcome;
  readonly day: number;
}

/** Counts of one playbook in one version. */
export interface PlaybookCounts {
  readonly situation: PlaybookSituation;
  readonly versionId: number | null;
  readonly outcomes: readonly { readonly outcome: FollowUpOutcome; readonly times: number }[];
  /** People who heard from the shop by it. */
  readonly people: number;
  /** Of these, those whose days after the first time are over, and who came within them. */
  readonly returns: readonly { readonly days: ReturnWindow; readonly over: number; readonly came: number }[];
}

/** Outcomes that put it off: nobody was turned to yet. */
export const notYetTurnedTo: readonly FollowUpOutcome[] = ['snoozed', 'nextVisit'];

const keyOf = (use: PlaybookUse): string => `${use.situation} ${use.versionId ?? ''}`;

/**
 * What became of following each playbook, by version. A person counts once, from the first time they heard from the shop
 * by it: a second call within the same weeks is no second proof. The day itself does not count as coming back.
 * @param visitDays days with a visit that stands, by person
 * @returns in the order of first use
 */
export function playbookCounts(
  uses: readonly PlaybookUse[],
  visitDays: ReadonlyMap<number, readonly number[]>,
  today: number,
): PlaybookCounts[] {
  const groups = grouped(
    uses.filter(({ outcome }) => !notYetTurnedTo.includes(outcome)),
    keyOf,
  );
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    return one === undefined ? [] : [countsOf(one, group, visitDays, today)];
  });
}

function countsOf(
  { situation, versionId }: PlaybookUse,
  group: readonly PlaybookUse[],
  visitDays: ReadonlyMap<number, readonly number[]>,
  today: number,
): PlaybookCounts {
  const heard = group.filter(({ outcome }) => contacts.includes(outcome));
  const firstDays = [...grouped(heard, ({ customerId }) => customerId)].map(([customerId, own]) => ({
    customerId,
    day: Math.min(...own.map(({ day }) => day)),
  }));
  const cameWithin = (days: number) => (first: { readonly customerId: number; readonly day: number }) =>
    (visitDays.get(first.customerId) ?? []).some((day) => day > first.day && day <= first.day + days);
  return {
    situation,
    versionId,
    outcomes: [...grouped(group, ({ outcome }) => outcome)].map(([outcome, own]) => ({
      outcome,
      times: own.length,
    })),
    people: firstDays.length,
    returns: returnWindows.map((days) => {
      const over = firstDays.filter(({ day }) => day + days < today);
      return { days, over: over.length, came: over.filter(cameWithin(days)).length };
    }),
  };
}

/** How many came back, and how sure that is; too early below the people a percentage needs. */
export type ReturnsSoFar =
  | { readonly state: 'tooEarly'; readonly over: number; readonly came: number; readonly missing: number }
  | { readonly state: 'known'; readonly over: number; readonly came: number; readonly rate: Rate };

/** What counts of coming back say, with the 95 % Wilson interval (metrics.md §8). */
export function returnsSoFar({ over, came }: { readonly over: number; readonly came: number }): ReturnsSoFar {
  return over < fewestPeopleForRate
    ? { state: 'tooEarly', over, came, missing: fewestPeopleForRate - over }
    : { state: 'known', over, came, rate: rateOf(came, over) };
}
