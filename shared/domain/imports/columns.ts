import { fold } from '../search/fold.ts';
import { parseAmount } from './amounts.ts';
import { type ColumnMeaning, columnWords } from './column-words.ts';
import { dateFormats, parseDate } from './dates.ts';

/** Column numbers, from 0, of the fields of a visit; null = not found. */
export type VisitColumns = {
  /** What tells customers apart: a number, a code, or the name itself when there is nothing else. */
  readonly customer: number | null;
  readonly date: number | null;
  readonly amount: number | null;
  readonly time: number | null;
  readonly name: number | null;
};

/** Column numbers, from 0, of the fields of a customer; null = not found. */
export type CustomerColumns = {
  /** The first name when `lastName` was found too, else the whole name. */
  readonly name: number | null;
  readonly lastName: number | null;
  /** The number the customer had in the other program. */
  readonly ref: number | null;
  readonly phone: number | null;
  readonly email: number | null;
  readonly birthday: number | null;
  readonly card: number | null;
  readonly since: number | null;
  readonly note: number | null;
  readonly tags: number | null;
};

/** Column numbers, from 0, of what somebody held in another program; null = not found. */
export type BalanceColumns = {
  /** The number the customer had there. */
  readonly ref: number | null;
  readonly card: number | null;
  readonly phone: number | null;
  readonly name: number | null;
  /** Points or stamps. */
  readonly points: number | null;
};

/** Guesses which column of a file of balances is what, from its headings. */
export function guessBalanceColumns(header: readonly string[]): BalanceColumns {
  const found = assign(header, ['balance', 'customerId', 'card', 'phone', 'fullName']);
  return {
    ref: found.get('customerId') ?? null,
    card: found.get('card') ?? null,
    phone: found.get('phone') ?? null,
    name: found.get('fullName') ?? null,
    points: found.get('balance') ?? null,
  };
}

/** Guesses which column of a file of past visits is what, from its headings. */
export function guessVisitColumns(header: readonly string[]): VisitColumns {
  const found = assign(header, ['customerId', 'date', 'amount', 'time', 'fullName', 'card', 'phone']);
  const name = found.get('fullName') ?? null;
  return {
    customer: found.get('customerId') ?? found.get('card') ?? found.get('phone') ?? name,
    date: found.get('date') ?? null,
    amount: found.get('amount') ?? null,
    time: found.get('time') ?? null,
    name,
  };
}

/** Guesses which column of a file of customers is what, from its headings. */
export function guessCustomerColumns(header: readonly string[]): CustomerColumns {
  const found = assign(header, [
    ...(['firstName', 'lastName', 'fullName', 'customerId', 'phone', 'email'] as const),
    ...(['birthday', 'card', 'since', 'note', 'tags'] as const),
  ]);
  const column = (meaning: ColumnMeaning) => found.get(meaning) ?? null;
  const isSplit =
    found.has('lastName') && (found.has('firstName') || isPlainName(header[found.get('fullName') ?? -1]));
  // A list whose only heading is "Customer" holds names, not numbers.
  const nameless = !found.has('fullName') && !found.has('firstName');
  const wholeName = column('fullName') ?? column('firstName') ?? (nameless ? column('customerId') : null);
  return {
    name: isSplit ? (column('firstName') ?? column('fullName')) : (wholeName ?? column('lastName')),
    lastName: isSplit ? column('lastName') : null,
    ref: nameless ? null : column('customerId'),
    phone: column('phone'),
    email: column('email'),
    birthday: column('birthday'),
    card: column('card'),
    since: column('since'),
    note: column('note'),
    tags: column('tags'),
  };
}

/** "Name" beside "Surname" means the first name; "Full name" beside it does not. */
function isPlainName(heading: string | undefined): boolean {
  return heading !== undefined && ['name', 'nimi', 'isim', 'nev', 'nama'].includes(fold(heading));
}

/**
 * Whether the first row of a file holds headings rather than data: some text, and no cell that is a date or has an amount's
 * figures in it.
 */
export function looksLikeHeader(firstRow: readonly string[]): boolean {
  const cells = firstRow.filter((cell) => cell.trim() !== '');
  const isData = (cell: string) =>
    dateFormats.some((format) => parseDate(cell, format) !== null) ||
    (['.', ','] as const).some((decimal) => parseAmount(cell, decimal, 4) !== null);
  return cells.length > 0 && !cells.some(isData);
}

type Claim = { readonly meaning: ColumnMeaning; readonly column: number; readonly strength: number };

/** Gives every meaning at most one column and every column at most one meaning, strongest claims first. */
function assign(
  header: readonly string[],
  meanings: readonly ColumnMeaning[],
): ReadonlyMap<ColumnMeaning, number> {
  const claims: Claim[] = header.flatMap((heading, column) =>
    meanings.map((meaning) => ({ meaning, column, strength: strengthOf(heading, meaning) })),
  );
  const found = new Map<ColumnMeaning, number>();
  const taken = new Set<number>();
  for (const claim of claims.filter(({ strength }) => strength > 0).sort((a, b) => b.strength - a.strength)) {
    if (found.has(claim.meaning) || taken.has(claim.column)) continue;
    found.set(claim.meaning, claim.column);
    taken.add(claim.column);
  }
  return found;
}

/** Shorter words occur inside other headings by accident ("not", "ad", "ar"). */
const shortestPart = 4;

/** A heading that is the word beats one that contains it; among equals the earlier word in the table. */
function strengthOf(heading: string, meaning: ColumnMeaning): number {
  const words: readonly string[] = columnWords[meaning];
  const folded = fold(heading);
  if (folded === '') return 0;
  const joined = folded.replaceAll(' ', '');
  const exact = words.findIndex((word) => word.replaceAll(' ', '') === joined);
  if (exact !== -1) return 2000 - exact;
  const part = words.findIndex((word) => word.length >= shortestPart && ` ${folded} `.includes(` ${word} `));
  return part === -1 ? 0 : 1000 - part;
}
