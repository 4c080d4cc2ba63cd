import { createHash } from 'node:crypto';
import * as z from 'zod';
import { type ClosedContent, closedContent, type MonthClose } from '#shared/contract/month-close.ts';
import {
  type BrokenClose,
  brokenCloses,
  type ClosedMonth,
  hashedText,
} from '#shared/domain/month-close/chain.ts';
import { isOfItsDay } from '#shared/domain/month-close/detail-figures.ts';
import { figureKey, type MonthFigure } from '#shared/domain/month-close/month-figures.ts';
import { restatements } from '#shared/domain/month-close/restatements.ts';
import type { ReadDb } from '../db/connection.ts';
import { type CloseRow, loadCloses } from '../repositories/month-closes.ts';
import { failure } from './failure.ts';
import { detailsOfMonth, figuresOfMonth, monthNamed } from './month-figures.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';
import { monthText } from './simulate-programme.ts';

/** SHA-256 of a text in UTF-8, 64 hexadecimal digits: the spelling of the hashes of closed months. */
export const hashOfText = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Numbers are written as texts in decimals, so that the content is the same on every computer. */
const number = z.string().transform(Number).pipe(z.number());
const figure = closedContent.shape.figures.element.extend({
  definition: number,
  value: number.nullable(),
  numerator: number.nullable(),
  denominator: number.nullable(),
  low: number.nullable(),
  high: number.nullable(),
});
const written = closedContent.extend({
  // The first closes did not say it.
  format: z.string().default('1').transform(Number).pipe(z.number()),
  closedAt: number,
  currencyDigits: number,
  window: number,
  replaces: z.object({ number, at: number, by: z.string(), reason: z.string() }).nullable(),
  figures: z.array(figure),
  log: z.object({ entries: number, broken: number.nullable() }).optional(),
});

/** What a close's canonical text says; null when it is no content any more. */
export function readContent(text: string): ClosedContent | null {
  try {
    return written.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const chained = (row: CloseRow): ClosedMonth => ({
  number: row.number,
  content: row.content,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** The text whose SHA-256 is the check sum of a close, as it stands in the file. */
export const sealedText = (row: CloseRow): string => hashedText(chained(row));

/** The columns beside the content, which the hash does not cover, must say the same as the content. */
function contradicts(row: CloseRow): boolean {
  const content = readContent(row.content);
  return content === null || content.month !== monthText(row.month) || content.closedAt !== row.at;
}

/** What is wrong with the chain of closes; empty when nobody changed anything. */
function damages(rows: readonly CloseRow[]): readonly BrokenClose[] {
  const broken = brokenCloses(rows.map(chained), hashOfText);
  const known = new Set(broken.filter(({ what }) => what === 'content').map((one) => one.number));
  const contradicting = rows.filter((row) => !known.has(row.number) && contradicts(row));
  return [...broken, ...contradicting.map((row) => ({ number: row.number, what: 'content' as const }))];
}

function view(row: CloseRow, broken: readonly BrokenClose[]): MonthClose {
  const { reopenedAt, reopenedBy, reopenReason } = row;
  return {
    number: row.number,
    month: monthText(row.month),
    at: row.at,
    by: row.byName,
    hash: row.hash,
    previousHash: row.previous_hash,
    reopened:
      reopenedAt === null ? null : { at: reopenedAt, by: reopenedBy ?? '', reason: reopenReason ?? '' },
    broken: broken.filter((one) => one.number === row.number).map(({ what }) => what),
  };
}

/** Every close, newest first; the whole chain is verified, and what was tampered with is named. */
export async function closedMonths(ctx: ShopContext): Promise<{ closes: MonthClose[] }> {
  shopFacts(ctx);
  const rows = await loadCloses(ctx.work.read);
  const broken = damages(rows);
  return { closes: rows.map((row) => view(row, broken)).reverse() };
}

/** One close as it is listed, and its row. @throws Failure NotFound */
export async function findClose(db: ReadDb, wanted: number): Promise<{ row: CloseRow; close: MonthClose }> {
  const rows = await loadCloses(db);
  const row = rows.find((one) => one.number === wanted);
  if (!row) throw failure('NotFound', { what: 'monthClose', id: wanted });
  return { row, close: view(row, damages(rows)) };
}

/** A closed month as it was frozen. @throws Failure NotFound */
export async function closedMonth(
  ctx: ShopContext,
  input: { readonly number: number },
): Promise<MonthClose & { content: ClosedContent | null }> {
  shopFacts(ctx);
  const { row, close } = await findClose(ctx.work.read, input.number);
  return { ...close, content: readContent(row.content) };
}

const valuesOf = (figures: readonly MonthFigure[]): Readonly<Record<string, number | null>> =>
  Object.fromEntries(figures.map((one) => [figureKey(one), one.value]));

/**
 * What later corrections would change in a closed month: its figures against the same ones computed from the file as it
 * is now, by the definitions and the window of then. The close itself stays as it is. A close whose content was tampered
 * with is compared with nothing: the difference would be the work of whoever changed it, not of the shop.
 * @throws Failure NotFound
 */
export async function restatementsOf(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: { readonly number: number },
) {
  const { content, broken } = await closedMonth(ctx, input);
  if (content === null || broken.includes('content')) return { lines: null };
  const month = monthNamed(content.month);
  const today = [
    ...(await figuresOfMonth(ctx, reports, month, content.window)),
    ...(content.format > 1 ? await detailsOfMonth(ctx, reports, month, content.window) : []),
  ];
  const closed = new Map(content.figures.map((one) => [figureKey(one), one]));
  const comparable = content.figures.filter(({ figure: name }) => !isOfItsDay(name));
  const lines = restatements(valuesOf(comparable), valuesOf(today)).flatMap((line) => {
    const one = closed.get(line.figure);
    return one ? [{ ...one, ...line, figure: one.figure }] : [];
  });
  return {
    lines: lines.map(
      ({ figure: name, definition, kind, unitName, closed: then, today: now, difference }) => ({
        ...{ figure: name, definition, kind, unitName, closed: then, today: now, difference },
      }),
    ),
  };
}
