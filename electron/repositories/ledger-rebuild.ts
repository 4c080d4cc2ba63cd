import { type RawBuilder, sql } from 'kysely';
import { addCarry, carryGrid, carryOf } from '#shared/domain/loyalty/carry.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { putRows } from '../db/put-rows.ts';
import { statement } from '../db/statement.ts';
import { withoutIndexes } from '../db/without-indexes.ts';
import type { BalanceRow } from './ledger.ts';
import { RowDifferences } from './row-differences.ts';
import { inPortions, type Those } from './summary-rebuild.ts';

interface EntrySums {
  readonly wallet_id: number;
  readonly unit_id: number;
  readonly change: number;
  /** In parts of the grid. */
  readonly carry: number;
  /** How many entries have a remainder that is not on the grid. */
  readonly others: number;
}

export interface WalletBalance extends BalanceRow {
  readonly walletId: number;
}

const grid = sql.lit(carryGrid);

const ofWallets = (wallets: Those): RawBuilder<unknown> =>
  wallets === 'all' ? sql`` : sql`AND wallet_id IN (${sql.join(wallets)})`;

/** Sums of the entries in the order of the index of wallets. */
const entrySums = (wallets: Those): RawBuilder<EntrySums> => sql`
  SELECT wallet_id, unit_id, SUM(change) AS change,
    SUM(CASE WHEN ${grid} % carry_den = 0 THEN carry_num * (${grid} / carry_den) ELSE 0 END) AS carry,
    SUM(CASE WHEN ${grid} % carry_den = 0 THEN 0 ELSE 1 END) AS others
  FROM ledger_entries WHERE 1 = 1 ${ofWallets(wallets)} GROUP BY wallet_id, unit_id ORDER BY wallet_id, unit_id`;

interface OtherSums {
  readonly wallet_id: number;
  readonly unit_id: number;
  readonly carry_den: number;
  readonly carry_num: number;
}

/** Sums of remainders of rules older than the grid; those of different denominators SQL cannot add exactly. */
const otherSums = (wallets: Those): RawBuilder<OtherSums> => sql`
  SELECT wallet_id, unit_id, carry_den, SUM(carry_num) AS carry_num
  FROM ledger_entries WHERE ${grid} % carry_den <> 0 ${ofWallets(wallets)} GROUP BY wallet_id, unit_id, carry_den`;

/** Balances as the ledger entries demand them, one for every wallet and unit that was ever touched, in the order of both. */
export async function expectedBalances(db: ReadDb, wallets: Those): Promise<WalletBalance[]> {
  const found: WalletBalance[] = [];
  for (const portion of inPortions(wallets)) {
    const sums = await db.query((k) => ({ compile: () => entrySums(portion).compile(k) }));
    const others = sums.some((row) => row.others > 0)
      ? await db.query((k) => ({ compile: () => otherSums(portion).compile(k) }))
      : [];
    for (const { wallet_id: walletId, unit_id: unitId, change: balance, carry } of sums) {
      const own = others.filter((row) => row.wallet_id === walletId && row.unit_id === unitId);
      found.push({
        walletId,
        unitId,
        balance,
        carry: own.reduce(
          (sum, row) => addCarry(sum, carryOf(row.carry_num, row.carry_den)),
          carryOf(carry, carryGrid),
        ),
      });
    }
  }
  return found;
}

/** What each lot still holds, as the draws demand it. */
export const expectedRemaining = sql`
  lots.amount - COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.lot_id = lots.entry_id), 0)`;

/** Sums of the draws of lots. */
const drawnOf = (wallets: Those): RawBuilder<unknown> =>
  wallets === 'all'
    ? sql`SELECT lot_id, SUM(amount) AS drawn FROM ledger_draws GROUP BY lot_id`
    : sql`SELECT d.lot_id, SUM(d.amount) AS drawn FROM lots CROSS JOIN ledger_draws AS d ON d.lot_id = lots.entry_id
        WHERE 1 = 1 ${ofWallets(wallets)} GROUP BY d.lot_id`;

/** From so many lots on the index of open ones is made anew after them. */
const manyLots = 50_000;

/** By how many the lots that something is missing from are more or fewer than those that were drawn from. */
async function lotsAstray(db: ReadDb): Promise<number> {
  const query = sql<{ missing: number; drawn: number }>`
    SELECT (SELECT COUNT(*) FROM lots WHERE remaining <> amount) AS missing,
      (SELECT COUNT(*) FROM (SELECT DISTINCT lot_id FROM ledger_draws) AS drawn) AS drawn`;
  const [found] = await db.query((k) => ({ compile: () => query.compile(k) }));
  return found ? Math.abs(found.missing - found.drawn) : 0;
}

/** Makes remainders what the draws leave: of lots that were drawn from, then of those that never were. */
async function correctLots(tx: WriteTx, wallets: Those): Promise<void> {
  const drawn = sql`UPDATE lots SET remaining = lots.amount - d.drawn FROM (${drawnOf(wallets)}) AS d
    WHERE lots.entry_id = d.lot_id AND lots.amount - lots.remaining <> d.drawn`;
  const untouched = sql`UPDATE lots SET remaining = amount WHERE remaining <> amount ${ofWallets(wallets)}
    AND NOT EXISTS (SELECT 1 FROM ledger_draws AS d WHERE d.lot_id = lots.entry_id)`;
  const correct = async () => {
    for (const query of [drawn, untouched]) await tx.runQuery((k) => ({ compile: () => query.compile(k) }));
  };
  const areMany = wallets === 'all' && (await lotsAstray(tx)) >= manyLots;
  await (areMany ? withoutIndexes(tx, ['lots_open'], correct) : correct());
}

type BalanceKey = { walletId: number; unitId: number };

const removeBalance = statement<BalanceKey>()((db, p) =>
  db.deleteFrom('balances').where('wallet_id', '=', p('walletId')).where('unit_id', '=', p('unitId')),
);

type StoredBalance = readonly [walletId: number, unitId: number, balance: number, num: number, den: number];

const putBalances = putRows(
  'balances',
  ['wallet_id', 'unit_id', 'balance', 'carry_num', 'carry_den'],
  ['wallet_id', 'unit_id'],
);

const isBalance = ({ balance, carry }: WalletBalance, row: StoredBalance): boolean =>
  row[2] === balance && row[3] === carry.num && row[4] === carry.den;

const balanceOrder = ({ walletId, unitId }: WalletBalance, row: StoredBalance): number =>
  walletId === row[0] ? unitId - row[1] : walletId - row[0];

/** Balances that are missing or wrong, and those that should not be there. */
async function balancesToCorrect(
  db: ReadDb,
  wallets: Those,
): Promise<RowDifferences<WalletBalance, StoredBalance>> {
  const found = new RowDifferences(await expectedBalances(db, wallets), balanceOrder, isBalance);
  const stored = sql`SELECT wallet_id, unit_id, balance, carry_num, carry_den FROM balances
    WHERE 1 = 1 ${ofWallets(wallets)} ORDER BY wallet_id, unit_id`;
  await db.scan<StoredBalance>((k) => ({ compile: () => stored.compile(k) }), found.take);
  return found.end();
}

/** Makes the balances what the entries say: those that differ are written. */
async function correctBalances(tx: WriteTx, wallets: Those): Promise<void> {
  const { wrong, extra } = await balancesToCorrect(tx, wallets);
  await tx.runAll(
    removeBalance,
    extra.map(([walletId, unitId]) => ({ walletId, unitId })),
  );
  await putBalances(
    tx,
    wrong.map(({ walletId, unitId, balance, carry }) => [walletId, unitId, balance, carry.num, carry.den]),
  );
}

/** Makes `balances` and the remainders of lots what the append-only entries and draws say; writes what differs. */
export async function rebuildBalances(tx: WriteTx, wallets: Those): Promise<void> {
  for (const portion of inPortions(wallets)) {
    await correctBalances(tx, portion);
    await correctLots(tx, portion);
  }
}
