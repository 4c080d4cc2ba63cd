import type { Figure } from '#shared/contract/reports.ts';
import type { ReadDb } from '../db/connection.ts';
import { type FiguresQuestion, figurePeople } from './figure-names.ts';
import { type PeoplePage, type SegmentQuestion, segmentPage } from './segment-query.ts';

/** The people behind a figure of a report. */
export interface FigureQuestion {
  readonly figure: Figure;
  readonly question: FiguresQuestion;
}

/** Who is in a list: the people of a segment, or those behind a figure. */
export type PeopleQuestion = SegmentQuestion | FigureQuestion;

/** The list as a segment: the people behind a figure by their ids. */
export async function asSegment(db: ReadDb, asked: PeopleQuestion): Promise<SegmentQuestion> {
  if ('filter' in asked) return asked;
  const people = await figurePeople(db, asked.question, asked.figure);
  return {
    filter: { kind: 'customers', ids: people.map(({ customerId }) => customerId) },
    today: asked.question.today,
  };
}

/** Ids of one page of a list, in order, and how many people it has in all. */
export async function peoplePage(db: ReadDb, asked: PeopleQuestion, page: PeoplePage) {
  return segmentPage(db, await asSegment(db, asked), page);
}
