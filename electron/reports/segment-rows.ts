import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ExportCell } from '#shared/domain/exports/export-table.ts';
import type { ReadDb } from '../db/connection.ts';
import { mayBeContacted } from '../repositories/consents.ts';
import { tagsOfPeople } from '../repositories/tags.ts';
import { asSegment, type PeopleQuestion } from './people-list.ts';
import { segmentCount, segmentPage } from './segment-query.ts';
import { rowsOf } from './standing-days.ts';

/** People read at once. */
const peopleAtOnce = 500;

export interface SegmentRowsInput {
  readonly question: PeopleQuestion;
  readonly currencyDigits: number;
  /** What an answer to "may we contact you" is called. */
  readonly answers: { readonly yes: string; readonly no: string };
}

interface PersonRow {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthDay: number | null;
  readonly birthMonth: number | null;
  readonly source: string | null;
  readonly since: BusinessDay;
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  readonly visits: number;
  readonly spend: number;
  readonly known: number;
  readonly mayContact: number | null;
}

function peopleOf(db: ReadDb, ids: readonly number[]): Promise<PersonRow[]> {
  return rowsOf(
    db,
    sql<PersonRow>`
      SELECT c.id, c.name, c.phone, c.email, c.birth_day AS "birthDay", c.birth_month AS "birthMonth", c.source,
        c.customer_since AS since, s.first_day AS "firstDay", s.last_day AS "lastDay", s.visits, s.spend,
        s.amount_check_ins AS known,
        ${mayBeContacted(sql`SELECT p.id FROM customers AS p WHERE p.id = c.id OR p.merged_into_id = c.id`)} AS "mayContact"
      FROM customers AS c JOIN customer_stats AS s ON s.customer_id = c.id
      WHERE c.id IN (${sql.join(ids)}) ORDER BY c.name_folded, c.id`,
  );
}

const text = (value: string | null): ExportCell => (value === null ? null : { kind: 'text', text: value });
const dayCell = (day: BusinessDay | null): ExportCell => (day === null ? null : { kind: 'day', day });
const twoDigits = (value: number): string => String(value).padStart(2, '0');

function cellsOf(
  row: PersonRow,
  tags: readonly { readonly name: string }[],
  { currencyDigits: digits, answers }: SegmentRowsInput,
): readonly ExportCell[] {
  const { birthDay, birthMonth, known, spend } = row;
  const hasBirthday = birthDay !== null && birthMonth !== null;
  return [
    { kind: 'integer', value: row.id },
    text(row.name),
    text(row.phone),
    text(row.email),
    text(hasBirthday ? `${twoDigits(birthMonth)}-${twoDigits(birthDay)}` : null),
    text(row.source),
    dayCell(row.since),
    dayCell(row.firstDay),
    dayCell(row.lastDay),
    { kind: 'integer', value: row.visits },
    known > 0 ? { kind: 'money', minor: spend, digits } : null,
    known > 0 ? { kind: 'decimal', value: spend / known / 10 ** digits, digits: digits + 2 } : null,
    text(row.mayContact === 1 ? answers.yes : answers.no),
    text(tags.length === 0 ? null : tags.map(({ name }) => name).join(', ')),
  ];
}

/** How many rows `segmentRows` gives. */
export async function countSegmentRows(db: ReadDb, { question }: SegmentRowsInput): Promise<number> {
  return (await segmentCount(db, await asSegment(db, question))).people;
}

/** The people of a segment by name as rows of a table, some at a time. */
export async function* segmentRows(db: ReadDb, input: SegmentRowsInput) {
  const { ids } = await segmentPage(db, await asSegment(db, input.question), {
    ...{ tokens: [], phoneTails: [] },
    ...{ sort: 'name', descending: false, offset: 0, limit: Number.MAX_SAFE_INTEGER },
  });
  for (let start = 0; start < ids.length; start += peopleAtOnce) {
    const part = ids.slice(start, start + peopleAtOnce);
    const tags = await tagsOfPeople(db, part);
    const rows = (await peopleOf(db, part)).map((row) => cellsOf(row, tags.get(row.id) ?? [], input));
    yield { rows, done: start + part.length, total: ids.length };
  }
}
