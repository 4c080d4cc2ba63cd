import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { type DecimalSign, parseAmount } from '#shared/domain/imports/index.ts';
import { normalisePhone, reverseDigits } from '#shared/domain/phone/phone.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { nearIdenticalNames } from '#shared/domain/search/near-identical-names.ts';
import type { ReadDb } from '../../db/connection.ts';
import { customersWithPhone, keptCustomer } from '../../repositories/customers.ts';
import { openingBalances } from '../../repositories/import-changes.ts';
import { customersNamed, customerWithCard, customerWithRef } from '../../repositories/imports.ts';
import { lineOf } from './check-visit-rows.ts';
import type { SettledBalanceColumns } from './columns.ts';
import type { CsvRow } from './csv-rows.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { type CsvFile, isTyped } from './read-csv-file.ts';
import { RowProblems } from './row-problems.ts';

/** What somebody brings along. */
export interface PlannedBalance {
  readonly customerId: number;
  readonly walletId: number;
  readonly points: number;
}

export interface BalancePlan {
  readonly balances: readonly PlannedBalance[];
  readonly already: number;
  readonly problems: RowProblems;
}

/** How a file of balances is to be understood. */
export interface BalanceReading {
  readonly columns: SettledBalanceColumns;
  readonly decimal: DecimalSign;
  readonly unitId: number;
  /** Country of the shop, for phones without a prefix. */
  readonly country: string;
}

/** More is a slip, such as a phone number in the wrong column. */
const mostPoints = 10_000_000;

interface Told {
  readonly ref: string;
  readonly card: string;
  readonly phone: string;
  readonly name: string;
}

/** By reference, then card, then phone (with the name, where it is shared), then the only customer of that name. */
async function customerOf(db: ReadDb, told: Told, country: string): Promise<number | null> {
  const byRef = told.ref === '' ? undefined : await customerWithRef(db, told.ref);
  if (byRef) return byRef.id;
  const code = normaliseCardCode(told.card === '' ? told.ref : told.card);
  const byCard = code === null ? undefined : await customerWithCard(db, code);
  if (byCard) return byCard.id;
  const phone = told.phone === '' ? null : normalisePhone(told.phone, country);
  const sharing = phone === null ? [] : await customersWithPhone(db, reverseDigits(phone));
  const fitting = sharing.filter(({ name }) => told.name === '' || nearIdenticalNames(name, told.name));
  const [byPhone] = fitting;
  if (byPhone && new Set(fitting.map(({ id }) => id)).size === 1) return byPhone.id;
  const [only, another] = told.name === '' ? [] : await customersNamed(db, fold(told.name));
  return only && !another ? only.id : null;
}

/**
 * Compares the rows of a file with who is in the shop and what they brought along before: once in each unit.
 * @param db the transaction that will write, or the reader for a dry run
 */
export async function planBalances(
  db: ReadDb,
  file: CsvFile,
  { columns, decimal, unitId, country }: BalanceReading,
  signal: AbortSignal,
): Promise<BalancePlan> {
  const problems = new RowProblems();
  const balances = new Map<number, PlannedBalance>();
  let already = 0;
  const plan = async (row: CsvRow): Promise<void> => {
    const cell = (column: number | null) => (column === null ? '' : lineOf(row.cells[column] ?? ''));
    const [ref, card, phone] = [cell(columns.ref), cell(columns.card), cell(columns.phone)];
    const told = { ref, card, phone, name: cell(columns.name) };
    const who = [told.name, ref, card, phone].find((text) => text !== '') ?? '';
    const text = cell(columns.points);
    const points = parseAmount(text, isTyped(row, columns.points) ? '.' : decimal, 0);
    if (who === '') return problems.add(row.line, 'noCustomer', text);
    if (points === null || points < 0 || points > mostPoints)
      return problems.add(row.line, 'badPoints', text);
    if (points === 0) return problems.add(row.line, 'noPoints', text);
    const id = await customerOf(db, told, country);
    const customer = id === null ? undefined : await keptCustomer(db, id);
    if (!customer) return problems.add(row.line, 'unknownCustomer', who);
    const before = await openingBalances(db, customer.id, unitId);
    if (before.includes(points)) {
      already += 1;
      return;
    }
    if (before.length > 0 || balances.has(customer.id)) return problems.add(row.line, 'hasOpening', who);
    balances.set(customer.id, { customerId: customer.id, walletId: customer.wallet_id, points });
  };
  for (const [index, row] of file.rows.entries()) {
    await plan(row);
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  return { balances: [...balances.values()], already, problems };
}
