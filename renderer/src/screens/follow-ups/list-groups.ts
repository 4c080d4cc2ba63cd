import type { FollowUpEntry } from '#shared/contract/follow-ups.ts';
import { type FollowUpReason, followUpReasons } from '#shared/domain/follow-ups/reasons.ts';

/** Whether somebody is still to be turned to: who came by themselves need not be, but what was promised is owed. */
export const isOpen = ({ outcome, cameToday, because }: FollowUpEntry): boolean =>
  outcome === null && (because.kind === 'promise' || !cameToday);

export interface ListGroup {
  readonly key: FollowUpReason | 'done';
  readonly entries: readonly FollowUpEntry[];
}

/** People by reason in the order of the list; those who are done stand together at its end. */
export const groupsOf = (entries: readonly FollowUpEntry[]): ListGroup[] => {
  const groups: ListGroup[] = followUpReasons.map((key) => ({
    key,
    entries: entries.filter((entry) => entry.because.kind === key && isOpen(entry)),
  }));
  groups.push({ key: 'done', entries: entries.filter((entry) => !isOpen(entry)) });
  return groups.filter((group) => group.entries.length > 0);
};

/** Everybody in the order in which they stand. */
export const inOrder = (entries: readonly FollowUpEntry[]): FollowUpEntry[] =>
  groupsOf(entries).flatMap((group) => [...group.entries]);

/** Whom to turn to after somebody: the next one open below, else the first one open. */
export const nextOpen = (entries: readonly FollowUpEntry[], customerId: number): number | null => {
  const open = inOrder(entries).filter(isOpen);
  const from = open.findIndex((entry) => entry.customerId === customerId);
  const others = [...open.slice(from + 1), ...open.slice(0, Math.max(0, from))];
  return others[0]?.customerId ?? null;
};
