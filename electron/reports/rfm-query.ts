import type { RfmFigures } from '#shared/contract/reports.ts';
import { type RfmScore, rfmGrid, rfmParts, rfmScores } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import { customersAsOf } from './customers-as-of.ts';

/** Everybody's scores; null: too few customers. Recency counts up to the day before the end. */
export async function rfmPeople(
  db: ReadDb,
  question: UpTo,
): Promise<{
  readonly customers: number;
  readonly parts: 5 | 3 | null;
  readonly scores: readonly RfmScore[];
}> {
  const end = endOf(question);
  const people = await customersAsOf(db, end);
  const parts = rfmParts(people.length);
  const scored = people.map(({ customerId, lastDay, visits, spend }) => ({
    customerId,
    recencyDays: end - 1 - lastDay,
    visits,
    spend,
  }));
  return { customers: people.length, parts, scores: parts === null ? [] : rfmScores(scored, parts) };
}

/** The RFM grid (metrics.md §5) of everybody up to a day. */
export async function rfmFigures(db: ReadDb, question: UpTo): Promise<RfmFigures> {
  const { customers, parts, scores } = await rfmPeople(db, question);
  if (parts === null) {
    return { customers, parts, fields: [], byScore: { R: [], F: [], M: [] }, champions: 0 };
  }
  const byScore = (letter: 'R' | 'F' | 'M') =>
    Array.from({ length: parts }, (_, index) => scores.filter((one) => one[letter] === index + 1).length);
  const best = `${parts}${parts}${parts}`;
  return {
    customers,
    parts,
    fields: rfmGrid(scores, parts),
    byScore: { R: byScore('R'), F: byScore('F'), M: byScore('M') },
    champions: scores.filter((one) => one.cell === best).length,
  };
}
