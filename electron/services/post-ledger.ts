import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { settleDebts } from '#shared/domain/loyalty/debts.ts';
import type { Earning, Why } from '#shared/domain/loyalty/earn.ts';
import { drawFrom } from '#shared/domain/loyalty/lots.ts';
import type { Redemption } from '#shared/domain/loyalty/redeem.ts';
import { reverseEntry } from '#shared/domain/loyalty/reverse.ts';
import type { WriteTx } from '../db/connection.ts';
import type { Ids } from '../platform/ids.ts';
import {
  drawsOfEntry,
  entriesOfVisit,
  insertDraw,
  insertEntry,
  insertLot,
  openDebts,
  openLots,
  setBalance,
  walletBalances,
} from '../repositories/ledger.ts';

/** Whose wallet, when, by whom and under which rules: the same for all entries of one visit. */
export interface Posting {
  readonly walletId: number;
  readonly customerId: number;
  readonly visitId: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly month: BusinessMonth;
  readonly staffId: number;
  readonly programmeVersionId: number;
}

interface Entry {
  readonly unitId: number;
  readonly kind: 'earn' | 'redeem' | 'reverse';
  readonly change: number;
  readonly carry: Carry;
  readonly why: Why;
  readonly reversesId: number | null;
}

/** A wallet while entries are posted to it: balances in memory, written once at the end. */
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

  balanceOf(unitId: number): number {
    return this.#balances.get(unitId)?.balance ?? 0;
  }

  carryOf(unitId: number): Carry {
    return this.#balances.get(unitId)?.carry ?? noCarry;
  }

  async #append(entry: Entry): Promise<number> {
    const id = this.#ids.next('ledger_entries');
    const { walletId, customerId, visitId, at, day, month, staffId, programmeVersionId } = this.#posting;
    await insertEntry(this.#tx, {
      id,
      wallet_id: walletId,
      unit_id: entry.unitId,
      customer_id: customerId,
      visit_id: visitId,
      kind: entry.kind,
      change: entry.change,
      carry_num: entry.carry.num,
      carry_den: entry.carry.den,
      at,
      business_day: day,
      business_month: month,
      staff_id: staffId,
      programme_version_id: programmeVersionId,
      reverses_id: entry.reversesId,
      why: JSON.stringify(entry.why),
    });
    this.#balances.set(entry.unitId, {
      balance: this.balanceOf(entry.unitId) + entry.change,
      carry: addCarry(this.carryOf(entry.unitId), entry.carry),
    });
    this.#touched.add(entry.unitId);
    return id;
  }

  async #draw(entryId: number, lotId: number, amount: number): Promise<void> {
    await insertDraw(this.#tx, { id: this.#ids.next('ledger_draws'), entryId, lotId, amount });
  }

  /** Pays what undone earnings still owe, as soon as there is something to pay from. */
  async #settle(unitId: number): Promise<void> {
    const { walletId } = this.#posting;
    const debts = await openDebts(this.#tx, walletId, unitId);
    if (debts.length === 0) return;
    const draws = settleDebts(debts, await openLots(this.#tx, walletId, unitId));
    for (const draw of draws) await this.#draw(draw.entryId, draw.lotId, draw.amount);
  }

  /** Debits a reward. The caller has checked the balance; an empty lot behind it is a fault of ours. */
  async redeem(redemption: Redemption): Promise<void> {
    const { unitId, price } = redemption.reward;
    const { draws, undrawn } = drawFrom(await openLots(this.#tx, this.#posting.walletId, unitId), price);
    if (undrawn > 0) throw new Error(`lots of wallet ${this.#posting.walletId} hold less than the balance`);
    const { change, why } = redemption;
    const id = await this.#append({ unitId, kind: 'redeem', change, carry: noCarry, why, reversesId: null });
    for (const draw of draws) await this.#draw(id, draw.lotId, draw.amount);
  }

  /** Credits an earning and opens its lot. */
  async earn(earning: Earning): Promise<void> {
    const overdrawn = this.balanceOf(earning.unitId) < 0;
    const { unitId, change, carry, why } = earning;
    const id = await this.#append({ unitId, kind: 'earn', change, carry, why, reversesId: null });
    if (change <= 0) return;
    const { walletId, day } = this.#posting;
    await insertLot(this.#tx, { lotId: id, walletId, unitId, amount: change, day, expiresDay: null });
    if (overdrawn) await this.#settle(unitId);
  }

  /** Reverses everything another visit earned and spent, the last entry first. */
  async reverseVisit(visitId: number, why: Why): Promise<void> {
    const { walletId } = this.#posting;
    const entries = await entriesOfVisit(this.#tx, visitId);
    for (const entry of entries.reverse()) {
      const { change, carry, draws } = reverseEntry(
        {
          entryId: entry.id,
          change: entry.change,
          carry: { num: entry.carry_num, den: entry.carry_den },
          draws: entry.change < 0 ? await drawsOfEntry(this.#tx, entry.id) : [],
        },
        await openLots(this.#tx, walletId, entry.unit_id),
      );
      const id = await this.#append({
        unitId: entry.unit_id,
        kind: 'reverse',
        change,
        carry,
        why,
        reversesId: entry.id,
      });
      for (const draw of draws) await this.#draw(id, draw.lotId, draw.amount);
      if (change > 0) await this.#settle(entry.unit_id);
    }
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
