import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { settleDebts } from '#shared/domain/loyalty/debts.ts';
import type { Earning } from '#shared/domain/loyalty/earn.ts';
import { type Draw, drawFrom } from '#shared/domain/loyalty/lots.ts';
import type { Gift } from '#shared/domain/loyalty/programme.ts';
import type { Redemption } from '#shared/domain/loyalty/redeem.ts';
import { reverseEntry } from '#shared/domain/loyalty/reverse.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { WriteTx } from '../db/connection.ts';
import type { Ids } from '../platform/ids.ts';
import {
  drawsOfEntry,
  insertDraw,
  insertEntry,
  insertLot,
  type LedgerEntry,
  openDebts,
  openLots,
  setBalance,
  walletBalances,
} from '../repositories/ledger.ts';

/** Whose wallet, when, by whom and under which rules: the same for all entries of one visit. */
export interface Posting {
  readonly walletId: number;
  readonly customerId: number;
  /** Null for an entry that belongs to no visit: an adjustment, an expiry, a transfer. */
  readonly visitId: number | null;
  readonly requestId?: string;
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
      request_id: this.#posting.requestId ?? null,
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

  /** Takes out of the open lots in the order of spending; an empty lot behind a balance is a fault of ours. */
  async #spend(entry: Entry): Promise<number> {
    const { unitId, change } = entry;
    const { draws, undrawn } = drawFrom(await openLots(this.#tx, this.#posting.walletId, unitId), 0 - change);
    if (undrawn > 0) throw new Error(`lots of wallet ${this.#posting.walletId} hold less than the balance`);
    const id = await this.#append(entry);
    for (const draw of draws) await this.#draw(id, draw.lotId, draw.amount);
    return id;
  }

  /** Credits and opens a lot; what undone earnings still owe is paid out of it at once. */
  async #credit(entry: Entry, expiresDay: BusinessDay | null): Promise<number> {
    const overdrawn = this.balanceOf(entry.unitId) < 0;
    const { unitId, change } = entry;
    const id = await this.#append(entry);
    if (change <= 0) return id;
    const { walletId, day } = this.#posting;
    await insertLot(this.#tx, { lotId: id, walletId, unitId, amount: change, day, expiresDay });
    if (overdrawn) await this.#settle(unitId);
    return id;
  }

  /** Debits a reward. The caller has checked the balance. */
  async redeem(redemption: Redemption): Promise<void> {
    const { change, why, reward } = redemption;
    await this.#spend({
      unitId: reward.unitId,
      kind: 'redeem',
      change,
      carry: noCarry,
      why,
      reversesId: null,
    });
  }

  /** Credits an earning; its lot ends on `expiresDay`. */
  async earn(earning: Earning, expiresDay: BusinessDay | null): Promise<void> {
    const { unitId, change, carry, why } = earning;
    await this.#credit({ unitId, kind: 'earn', change, carry, why, reversesId: null }, expiresDay);
  }

  /** Credits a gift. */
  async gift(gift: Gift, why: Why, expiresDay: BusinessDay | null): Promise<void> {
    const { unitId, amount: change } = gift;
    await this.#credit({ unitId, kind: 'gift', change, carry: noCarry, why, reversesId: null }, expiresDay);
  }

  /** Corrects a balance by hand. @returns the id of the entry */
  async adjust(unitId: number, change: number, why: Why, expiresDay: BusinessDay | null): Promise<number> {
    const entry = { unitId, kind: 'adjust' as const, change, carry: noCarry, why, reversesId: null };
    return change < 0 ? this.#spend(entry) : this.#credit(entry, expiresDay);
  }

  /** Takes back for money returned; what was spent already leaves the balance below zero. */
  async takeBack(unitId: number, change: number, carry: Carry, why: Why): Promise<void> {
    const lots = await openLots(this.#tx, this.#posting.walletId, unitId);
    const id = await this.#append({ unitId, kind: 'reverse', change, carry, why, reversesId: null });
    for (const draw of drawFrom(lots, 0 - change).draws) await this.#draw(id, draw.lotId, draw.amount);
  }

  /** Ends lots: one entry for all of a unit, drawing exactly what is left of them. */
  async expire(unitId: number, draws: readonly Draw[]): Promise<void> {
    const amount = draws.reduce((sum, draw) => sum + draw.amount, 0);
    const why = { kind: 'expired', lots: draws.length } as const;
    const id = await this.#append({
      unitId,
      kind: 'expire',
      change: 0 - amount,
      carry: noCarry,
      why,
      reversesId: null,
    });
    for (const draw of draws) await this.#draw(id, draw.lotId, draw.amount);
  }

  /** Moves one lot's rest out of this wallet. */
  async transferOut(unitId: number, draw: Draw, why: Why): Promise<void> {
    const entry = {
      unitId,
      kind: 'transfer' as const,
      change: 0 - draw.amount,
      carry: noCarry,
      why,
      reversesId: null,
    };
    const id = await this.#append(entry);
    await this.#draw(id, draw.lotId, draw.amount);
  }

  /** Takes in a lot of another wallet with its own end. */
  async transferIn(unitId: number, amount: number, why: Why, expiresDay: BusinessDay | null): Promise<void> {
    await this.#credit(
      { unitId, kind: 'transfer', change: amount, carry: noCarry, why, reversesId: null },
      expiresDay,
    );
  }

  /** Moves a remainder or a debt that has no lot. */
  async transferRest(unitId: number, change: number, carry: Carry, why: Why): Promise<void> {
    await this.#append({ unitId, kind: 'transfer', change, carry, why, reversesId: null });
  }

  /** Reverses entries of this wallet, the last one first. */
  async reverse(entries: readonly LedgerEntry[], why: Why): Promise<void> {
    const { walletId } = this.#posting;
    for (const entry of [...entries].reverse()) {
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
