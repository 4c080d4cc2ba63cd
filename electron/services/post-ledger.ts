import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { settleDebts } from '#shared/domain/loyalty/debts.ts';
import type { Earning } from '#shared/domain/loyalty/earn.ts';
import { type Draw, drawFrom } from '#shared/domain/loyalty/lots.ts';
import type { Gift } from '#shared/domain/loyalty/programme.ts';
import type { Redemption } from '#shared/domain/loyalty/redeem.ts';
import type { PointsRefund } from '#shared/domain/loyalty/refund.ts';
import { reverseEntry, takeBack } from '#shared/domain/loyalty/reverse.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import type { Ids } from '../platform/ids.ts';
import {
  drawsOfEntry,
  insertDraw,
  insertEntry,
  insertLot,
  type LedgerEntry,
  lotsById,
  type OpenedLot,
  openDebts,
  openLots,
  setBalance,
  walletBalances,
} from '../repositories/ledger.ts';
import { expiredOfLot } from '../repositories/wallet-transfers.ts';

/** Whose wallet, when, by whom and under which rules: the same for all entries of one visit. */
export interface Posting {
  readonly walletId: number;
  readonly customerId: number;
  /** Null for an entry that belongs to no visit: an adjustment, an expiry, a transfer. */
  readonly visitId: number | null;
  readonly at: number;
  readonly day: BusinessDay;
  readonly month: BusinessMonth;
  readonly staffId: number;
  readonly programmeVersionId: number;
}

interface Entry {
  readonly unitId: number;
  readonly kind: LedgerEntry['kind'];
  readonly change: number;
  readonly why: Why;
  readonly carry?: Carry;
  readonly reversesId?: number;
  readonly refundsId?: number;
}

/** When and under which version a lot was earned, and when it ends. */
export type LotFacts = Pick<OpenedLot, 'day' | 'versionId' | 'expiresDay'>;

/**
 * A wallet while entries are posted to it: balances in memory, written once at the end. It does in the database what
 * `WalletModel` does in memory, by the same functions.
 */
export class WalletPosting {
  readonly #tx: WriteTx;
  readonly #ids: Ids;
  readonly #posting: Posting;
  readonly #balances = new Map<number, { balance: number; carry: Carry }>();
  readonly #touched = new Set<number>();

  private constructor(tx: WriteTx, ids: Ids, posting: Posting) {
    this.#tx = tx;
    this.#ids = ids;
    this.#posting = posting;
  }

  static async open(tx: WriteTx, ids: Ids, posting: Posting): Promise<WalletPosting> {
    const wallet = new WalletPosting(tx, ids, posting);
    for (const row of await walletBalances(tx, posting.walletId)) {
      wallet.#balances.set(row.unitId, { balance: row.balance, carry: row.carry });
    }
    return wallet;
  }

  /** Units that this wallet ever held. */
  get units(): readonly number[] {
    return [...this.#balances.keys()];
  }

  balanceOf(unitId: number): number {
    return this.#balances.get(unitId)?.balance ?? 0;
  }

  carryOf(unitId: number): Carry {
    return this.#balances.get(unitId)?.carry ?? noCarry;
  }

  async #append(entry: Entry, draws: readonly Draw[] = []): Promise<number> {
    const id = this.#ids.next('ledger_entries');
    const { walletId, customerId, visitId, at, day, month, staffId, programmeVersionId } = this.#posting;
    const { unitId, kind, change, why, carry = noCarry } = entry;
    await insertEntry(this.#tx, {
      id,
      wallet_id: walletId,
      unit_id: unitId,
      customer_id: customerId,
      visit_id: visitId,
      kind,
      change,
      carry_num: carry.num,
      carry_den: carry.den,
      at,
      business_day: day,
      business_month: month,
      staff_id: staffId,
      programme_version_id: programmeVersionId,
      reverses_id: entry.reversesId ?? null,
      refunds_id: entry.refundsId ?? null,
      why: JSON.stringify(why),
    });
    this.#balances.set(unitId, {
      balance: this.balanceOf(unitId) + change,
      carry: addCarry(this.carryOf(unitId), carry),
    });
    this.#touched.add(unitId);
    for (const draw of draws) await this.#draw(id, draw);
    return id;
  }

  async #draw(entryId: number, { lotId, amount }: Draw): Promise<void> {
    await insertDraw(this.#tx, { id: this.#ids.next('ledger_draws'), entryId, lotId, amount });
  }

  #openLots(unitId: number) {
    return openLots(this.#tx, this.#posting.walletId, unitId);
  }

  /** Pays what is owed out of what has come in or come back. */
  async #settle(unitId: number): Promise<void> {
    const debts = await openDebts(this.#tx, this.#posting.walletId, unitId);
    if (debts.length === 0) return;
    const open = await this.#openLots(unitId);
    const known = new Set(open.map((lot) => lot.lotId));
    const standIns = debts.flatMap((debt) => debt.standIns ?? []).map((draw) => draw.lotId);
    const empty = await lotsById(
      this.#tx,
      [...new Set(standIns)].filter((lotId) => !known.has(lotId)),
    );
    for (const draw of settleDebts(debts, [...open, ...empty])) await this.#draw(draw.entryId, draw);
  }

  /** Takes out of the open lots in the order of spending; an empty lot behind a balance is a fault of ours. */
  async #spend(entry: Entry): Promise<number> {
    const { draws, undrawn } = drawFrom(await this.#openLots(entry.unitId), 0 - entry.change);
    if (undrawn > 0) throw new Error(`lots of wallet ${this.#posting.walletId} hold less than the balance`);
    return this.#append(entry, draws);
  }

  /** Credits and opens a lot; what undone earnings still owe is paid out of it at once. */
  async #credit(entry: Entry, lot: LotFacts): Promise<number> {
    // A balance is below zero exactly when something is owed.
    const overdrawn = this.balanceOf(entry.unitId) < 0;
    const { unitId, change } = entry;
    const id = await this.#append(entry);
    if (change <= 0) return id;
    await insertLot(this.#tx, {
      ...lot,
      lotId: id,
      walletId: this.#posting.walletId,
      unitId,
      amount: change,
    });
    if (overdrawn) await this.#settle(unitId);
    return id;
  }

  /** A lot that is earned now. */
  #newLot(expiresDay: BusinessDay | null): LotFacts {
    const { day, programmeVersionId: versionId } = this.#posting;
    return { day, versionId, expiresDay };
  }

  /** Debits a reward. The caller has checked the balance. */
  async redeem({ change, why, reward }: Redemption): Promise<void> {
    await this.#spend({ unitId: reward.unitId, kind: 'redeem', change, why });
  }

  /** Credits an earning; its lot ends on `expiresDay`. */
  async earn({ unitId, change, carry, why }: Earning, expiresDay: BusinessDay | null): Promise<void> {
    await this.#credit({ unitId, kind: 'earn', change, carry, why }, this.#newLot(expiresDay));
  }

  /** Credits a gift. */
  async gift({ unitId, amount: change }: Gift, why: Why, expiresDay: BusinessDay | null): Promise<void> {
    await this.#credit({ unitId, kind: 'gift', change, why }, this.#newLot(expiresDay));
  }

  /** Corrects a balance by hand; the caller has checked it. @returns the id of the entry */
  adjust(unitId: number, change: number, why: Why, expiresDay: BusinessDay | null): Promise<number> {
    const entry = { unitId, kind: 'adjust', change, why } as const;
    return change < 0 ? this.#spend(entry) : this.#credit(entry, this.#newLot(expiresDay));
  }

  /** Takes back a part of an earning for money returned; what was spent already leaves the balance below zero. */
  async refund(earning: LedgerEntry, { change, carry }: PointsRefund, why: Why): Promise<void> {
    const { id: refundsId, unit_id: unitId } = earning;
    const { draws } = takeBack(refundsId, 0 - change, await this.#openLots(unitId));
    await this.#append({ unitId, kind: 'reverse', change, carry, why, refundsId }, draws);
  }

  /** Ends lots: one entry for all of a unit, drawing exactly what is left of them. */
  async expire(unitId: number, draws: readonly Draw[]): Promise<void> {
    const amount = draws.reduce((sum, draw) => sum + draw.amount, 0);
    const why = { kind: 'expired', lots: draws.length } as const;
    await this.#append({ unitId, kind: 'expire', change: 0 - amount, why }, draws);
  }

  /** What is owed in a unit: the part of undone, refunded or taken-over amounts that was spent already. */
  async owedIn(unitId: number): Promise<number> {
    const debts = await openDebts(this.#tx, this.#posting.walletId, unitId);
    return debts.reduce((sum, debt) => sum + debt.undrawn, 0);
  }

  /** Moves one lot's rest out of this wallet. @returns the id of the entry */
  transferOut(unitId: number, draw: Draw, why: Why): Promise<number> {
    return this.#append({ unitId, kind: 'transfer', change: 0 - draw.amount, why }, [draw]);
  }

  /**
   * Takes in what comes from another wallet: a lot with its own facts, or a credit that pays what is owed here, with a
   * remainder. @returns the id of the entry
   */
  transferIn(
    unitId: number,
    change: number,
    why: Why,
    lot: LotFacts,
    carry: Carry = noCarry,
  ): Promise<number> {
    return this.#credit({ unitId, kind: 'transfer', change, carry, why }, lot);
  }

  /** Takes over what another wallet owed, with its remainder. @returns the id of the entry */
  async transferDebt(unitId: number, owed: number, why: Why, carry: Carry): Promise<number> {
    const { draws } = drawFrom(await this.#openLots(unitId), owed);
    return this.#append({ unitId, kind: 'transfer', change: 0 - owed, carry, why }, draws);
  }

  /**
   * Reverses one entry of this wallet.
   * @param expired of what a transfer moved away, what does not come back; else it is looked up
   */
  async reverseOne(entry: LedgerEntry, why: Why, expired?: number): Promise<void> {
    const { unit_id: unitId } = entry;
    const { change, carry, draws } = reverseEntry(
      {
        entryId: entry.id,
        change: entry.change,
        carry: { num: entry.carry_num, den: entry.carry_den },
        draws: entry.change < 0 ? await drawsOfEntry(this.#tx, entry.id) : [],
        expired: expired ?? (entry.change > 0 ? await expiredOfLot(this.#tx, entry.id) : 0),
      },
      await this.#openLots(unitId),
    );
    await this.#append({ unitId, kind: 'reverse', change, carry, why, reversesId: entry.id }, draws);
    if (change > 0) await this.#settle(unitId);
  }

  /** Reverses entries of this wallet, the last one first. */
  async reverse(entries: readonly LedgerEntry[], why: Why): Promise<void> {
    for (const entry of [...entries].reverse()) await this.reverseOne(entry, why);
  }

  /** Writes the balances that changed. */
  async close(): Promise<void> {
    for (const unitId of this.#touched) {
      await setBalance(this.#tx, this.#posting.walletId, {
        unitId,
        balance: this.balanceOf(unitId),
        carry: this.carryOf(unitId),
      });
    }
  }
}
