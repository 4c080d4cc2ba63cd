import type { BusinessDay } from '../business-day/business-day.ts';
import type { Because, Candidate } from './because.ts';
import type { ListSettings } from './list-settings.ts';
import { type PastFact, type Standing, standingOn } from './past-contacts.ts';
import { type FollowUpReason, followUpReasons } from './reasons.ts';

/** Somebody to turn to today: once, with the weightiest reason, the others named beside it. */
export interface ListEntry {
  readonly customerId: number;
  readonly because: Because;
  readonly others: readonly FollowUpReason[];
  /** Not counted in how many a day: promises, and those whom somebody put off to today. */
  readonly owed: boolean;
}

export interface ListQuestion {
  readonly day: BusinessDay;
  readonly candidates: readonly Candidate[];
  /** Oldest first. */
  readonly facts: readonly PastFact[];
  /** Day of the newest visit of those who have facts. */
  readonly lastDays: ReadonlyMap<number, BusinessDay>;
  /** Those of the candidates who may be called or written to: they come before those who can only be spoken to when next here. */
  readonly reachable: ReadonlySet<number>;
  /** Those who are left alone so that an experiment has something to compare with. */
  readonly heldOut: ReadonlySet<number>;
  readonly settings: ListSettings;
}

const weight = (reason: FollowUpReason): number => followUpReasons.indexOf(reason);

/** Reasons that a visit settles by itself. */
const endedByVisit: readonly FollowUpReason[] = [
  'atRisk',
  'slipping',
  'firstVisit',
  'afterItem',
  'silentVip',
];

/** Reasons that are one: somebody stays away. */
const absent: readonly FollowUpReason[] = ['atRisk', 'slipping', 'silentVip'];

/** After the end of a follow-up the same is not begun again for so many days, or somebody who stays away would come every other week. */
const restDays = 60;

const isSame = (one: FollowUpReason, other: FollowUpReason): boolean =>
  one === other || (absent.includes(one) && absent.includes(other));

/** What makes one occasion another one than the last of its kind; null where there is no more to it than the reason. */
function occasionOf(because: Because): string | null {
  switch (because.kind) {
    case 'afterItem':
      return `afterItem ${because.day}`;
    case 'expiring':
      return `expiring ${because.what} ${because.thingId} ${because.day}`;
    case 'milestone':
      return `milestone ${because.of} ${because.count}`;
    case 'referral':
      return `referral ${because.friendId}`;
    case 'campaign':
      return `campaign ${because.campaignId}`;
    default:
      return null;
  }
}

/** Whether the same was seen through with somebody a short while ago. @param facts theirs, oldest first */
export function isSeenThrough(because: Because, day: BusinessDay, facts: readonly PastFact[]): boolean {
  const ended = facts.filter((fact) => fact.untilDay === null && fact.promiseId === null);
  const occasion = occasionOf(because);
  if (occasion !== null) return ended.some((fact) => occasionOf(fact.because) === occasion);
  return ended.some((fact) => isSame(fact.reason, because.kind) && day - fact.day < restDays);
}

/** Whether one promise is out of the way: kept, or put off to another day. */
function promiseRests(promiseId: number, day: BusinessDay, facts: readonly PastFact[]): boolean {
  const newest = facts.findLast((fact) => fact.promiseId === promiseId);
  return newest !== undefined && (newest.untilDay === null || newest.untilDay > day);
}

/** What was put off to today, or to be tried again; it comes back also where its reason would no longer be found. */
function putOff(standing: Standing, lastDay: BusinessDay | null): Candidate[] {
  const { returning } = standing;
  if (!returning || (standing.capped && returning.outcome !== 'snoozed')) return [];
  const cameSince = lastDay !== null && lastDay > returning.day;
  if (cameSince && endedByVisit.includes(returning.reason)) return [];
  return [{ customerId: returning.customerId, because: returning.because, value: null }];
}

function entryOf(
  question: ListQuestion,
  customerId: number,
  candidates: readonly Candidate[],
  facts: readonly PastFact[],
): (ListEntry & { readonly value: number | null }) | null {
  const { day, settings } = question;
  const lastDay = question.lastDays.get(customerId) ?? null;
  const standing = standingOn(day, facts, lastDay, settings);
  const isFree = !standing.leaveAlone && !question.heldOut.has(customerId);
  const back = isFree ? putOff(standing, lastDay) : [];
  const fresh = candidates.filter(({ because }) =>
    because.kind === 'promise'
      ? !promiseRests(because.promiseId, day, facts)
      : isFree &&
        !standing.capped &&
        settings.reasons.includes(because.kind) &&
        !isSeenThrough(because, day, facts),
  );
  const found = [...fresh, ...back].sort((a, b) => weight(a.because.kind) - weight(b.because.kind));
  const replaced = found.flatMap(({ inPlaceOf }) => inPlaceOf ?? []);
  const all = found.filter(({ because }) => !replaced.includes(because.kind));
  const first = all[0];
  if (first === undefined) return null;
  const reasons = [...new Set(all.map(({ because }) => because.kind))];
  return {
    customerId,
    because: first.because,
    others: reasons.filter((reason) => reason !== first.because.kind),
    owed: first.because.kind === 'promise' || back.length > 0,
    value: Math.max(...found.map((one) => one.value ?? -1)),
  };
}

function byPerson<T extends { readonly customerId: number }>(
  all: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.customerId);
    if (group) group.push(one);
    else groups.set(one.customerId, [one]);
  }
  return groups;
}

/** The day that makes one of a reason more urgent than another; null where the value decides. */
function urgency(because: Because): number | null {
  if (because.kind === 'promise') return because.dueDay;
  if (because.kind === 'birthday' || because.kind === 'expiring') return because.day;
  return null;
}

/** People taken of each reason in one round: those who stay away are what the list is for. */
const share = (reason: FollowUpReason): number => (reason === 'atRisk' ? 3 : reason === 'slipping' ? 2 : 1);

/** Takes from every reason in turns, so that a long one does not push the others out for weeks. */
function fairly<T extends ListEntry>(sorted: readonly T[], places: number): T[] {
  const waiting = followUpReasons.map((reason) => sorted.filter((one) => one.because.kind === reason));
  const taken: T[] = [];
  while (taken.length < places && waiting.some((queue) => queue.length > 0)) {
    for (const queue of waiting) {
      const reason = queue[0]?.because.kind;
      if (reason !== undefined)
        taken.push(...queue.splice(0, Math.min(share(reason), places - taken.length)));
    }
  }
  return taken;
}

/**
 * The list of a day: one entry per person in the order of the reasons, inside a reason by urgency and then by the money
 * of a year at stake. Nobody is on it who asked to be left alone, was contacted within the gap or often enough this
 * month, waits for their next visit or is held out by an experiment; what was promised to them is all the same.
 */
export function assembleList(question: ListQuestion): ListEntry[] {
  const factsOf = byPerson(question.facts);
  const candidatesOf = byPerson(question.candidates);
  const people = new Set([...candidatesOf.keys(), ...factsOf.keys()]);
  const entries = [...people].flatMap((id) => {
    const entry = entryOf(question, id, candidatesOf.get(id) ?? [], factsOf.get(id) ?? []);
    return entry ? [entry] : [];
  });
  const sorted = entries.sort(
    (a, b) =>
      weight(a.because.kind) - weight(b.because.kind) ||
      (urgency(a.because) ?? 0) - (urgency(b.because) ?? 0) ||
      (b.value ?? -1) - (a.value ?? -1) ||
      a.customerId - b.customerId,
  );
  const counted = sorted.filter((one) => !one.owed);
  const [first, second] = [true, false].map((can) =>
    counted.filter((one) => question.reachable.has(one.customerId) === can),
  );
  const { perDay } = question.settings;
  const called = fairly(first ?? [], perDay);
  const chosen = new Set([...called, ...fairly(second ?? [], perDay - called.length)]);
  return sorted
    .filter((one) => one.owed || chosen.has(one))
    .map(({ customerId, because, others, owed }) => ({ customerId, because, others, owed }));
}
