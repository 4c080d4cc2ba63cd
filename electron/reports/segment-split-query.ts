import type { SegmentSplitFigures } from '#shared/contract/reports.ts';
import { previousPeriod, type RetentionFact } from '#shared/domain/retention/index.ts';
import { changeOfShare, rateOf, type Share } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { type RetentionQuestion, retentionFacts } from './retention-query.ts';
import { type SegmentQuestion, segmentIds } from './segment-query.ts';

/** A saved segment with what it asks. */
export interface NamedSegment {
  readonly segmentId: number;
  readonly name: string;
  readonly asked: SegmentQuestion;
}

/** Kept out of those active at the start. */
function shareOf(facts: readonly RetentionFact[]): Share {
  const active = facts.filter(({ activeAtStart }) => activeAtStart);
  return { successes: active.filter(({ activeAtEnd }) => activeAtEnd).length, n: active.length };
}

function compared(before: readonly RetentionFact[], now: readonly RetentionFact[]) {
  const shares = { before: shareOf(before), now: shareOf(now) };
  return {
    before: rateOf(shares.before.successes, shares.before.n),
    now: rateOf(shares.now.successes, shares.now.n),
    change: changeOfShare(shares.now, shares.before),
  };
}

/**
 * Retention of the people of several segments as they are today: the period before against this one. The groups may
 * share people, so they neither add up to the total nor take its change apart.
 */
export async function segmentSplit(
  db: ReadDb,
  question: RetentionQuestion,
  segments: readonly NamedSegment[],
): Promise<SegmentSplitFigures> {
  const now = await retentionFacts(db, question);
  const before = await retentionFacts(db, { ...question, ...previousPeriod(question) });
  const groups = [];
  const times = new Map<number, number>();
  for (const { segmentId, name, asked } of segments) {
    const ids = await segmentIds(db, asked);
    for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
    const members = new Set(ids);
    const of = (facts: readonly RetentionFact[]) =>
      facts.filter(({ customerId }) => members.has(Number(customerId)));
    groups.push({ segmentId, name, ...compared(of(before), of(now)) });
  }
  const memberships = now
    .filter(({ activeAtStart }) => activeAtStart)
    .map(({ customerId }) => times.get(Number(customerId)) ?? 0);
  return {
    groups,
    total: compared(before, now),
    inSeveral: memberships.filter((count) => count > 1).length,
    inNone: memberships.filter((count) => count === 0).length,
  };
}

/** Customers of a segment by how their retention went. */
export async function peopleOfSegment(
  db: ReadDb,
  question: RetentionQuestion,
  segment: SegmentQuestion,
  retention: 'S' | 'kept' | 'lapsed',
): Promise<readonly { readonly customerId: number; readonly visits: number }[]> {
  const members = new Set(await segmentIds(db, segment));
  return (await retentionFacts(db, question))
    .filter((fact) => fact.activeAtStart && members.has(Number(fact.customerId)))
    .filter((fact) => retention === 'S' || fact.activeAtEnd === (retention === 'kept'))
    .map((fact) => ({ customerId: Number(fact.customerId), visits: fact.visitDaysInPeriod }));
}
