import type Database from 'better-sqlite3';
import { type BusinessDay, type BusinessMonth, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { addCarry, type Carry, negateCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { type Earning, type EarnLine, earn } from '#shared/domain/loyalty/earn.ts';
import { expiryDay, expiryRuleOf } from '#shared/domain/loyalty/expiry.ts';
import type { ProgrammeRules, Reward } from '#shared/domain/loyalty/programme.ts';

/** A visit as the ledger needs it. */
export interface LedgerVisit {
  readonly visitId: number;
  readonly customerId: number;
  readonly walletId: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly month: BusinessMonth;
  readonly amount: number | null;
  readonly lines: readonly EarnLine[];
  /** Minutes after midnight. */
  readonly minute: number;
}

interface OpenLot {
  readonly entryId: number;
  readonly walletId: number;
  readonly unitId: number;
  readonly amount: number;
  remaining: number;
  readonly day: BusinessDay;
}

interface Purse {
  balance: number;
  carry: Carry;
  /** Lots that still hold something, oldest first. */
  readonly open: OpenLot[];
  /** What was earned on the newest day, for the daily caps. */
  today: { readonly day: BusinessDay; readonly earned: number } | null;
}

interface Entry {
  readonly unitId: number;
  readonly kind: 'earn' | 'redeem' | 'reverse';
  readonly change: number;
  readonly carry: Carry;
  readonly reversesId: number | null;
  readonly why: string;
}

/** Posts visits to the ledger in bulk: the same rows as the till's postings, its lots and balances written at the end. */
export class DesignLedger {
  readonly #rules: ProgrammeRules;
  readonly #versionId: number;
  readonly #staffId: number;
  readonly #insertEntry: Database.Statement;
  readonly #insertDraw: Database.Statement;
  readonly #database: Database.Database;
  readonly #purses = new Map<number, Map<number, Purse>>();
  readonly #lots: OpenLot[] = [];
  #nextEntry: number;
  #nextDraw: number;

  constructor(
    database: Database.Database,
    programme: { readonly rules: ProgrammeRules; readonly versionId: number },
    staffId: number,
    firstId: number,
  ) {
    this.#database = database;
    this.#rules = programme.rules;
    this.#versionId = programme.versionId;
    this.#staffId = staffId;
    this.#nextEntry = firstId;
    this.#nextDraw = firstId;
    this.#insertEntry = database.prepare(
      `INSERT INTO ledger_entries (id, wallet_id, unit_id, customer_id, visit_id, kind, change, carry_num, carry_den, at,
        business_day, business_month, staff_id, programme_version_id, reverses_id, why)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#insertDraw = database.prepare('INSERT INTO ledger_draws VALUES (?, ?, ?, ?)');
  }

  #purse(walletId: number, unitId: number): Purse {
    const units = this.#purses.get(walletId) ?? new Map<number, Purse>();
    const purse = units.get(unitId) ?? { balance: 0, carry: noCarry, open: [], today: null };
    units.set(unitId, purse);
    this.#purses.set(walletId, units);
    return purse;
  }

  /** The reward a customer could take now, if any. */
  ready(walletId: number): Reward | null {
    const units = this.#purses.get(walletId);
    if (!units) return null;
    return (
      this.#rules.rewards.find((reward) => (units.get(reward.unitId)?.balance ?? 0) >= reward.price) ?? null
    );
  }

  #append(visit: LedgerVisit, entry: Entry): number {
    const id = this.#nextEntry++;
    const { carry } = entry;
    const { walletId, customerId, visitId, at, day, month } = visit;
    this.#insertEntry.run(
      ...[id, walletId, entry.unitId, customerId, visitId, entry.kind, entry.change, carry.num, carry.den],
      ...[at, day, month, this.#staffId, this.#versionId, entry.reversesId, entry.why],
    );
    const purse = this.#purse(walletId, entry.unitId);
    purse.balance += entry.change;
    purse.carry = addCarry(purse.carry, carry);
    return id;
  }

  #draw(entryId: number, lot: OpenLot, amount: number): void {
    this.#insertDraw.run(this.#nextDraw++, entryId, lot.entryId, amount);
    lot.remaining -= amount;
  }

  redeem(visit: LedgerVisit, reward: Reward): void {
    const why = JSON.stringify({ kind: 'reward', rewardId: reward.id, rewardName: reward.name });
    const entry: Entry = {
      unitId: reward.unitId,
      kind: 'redeem',
      change: -reward.price,
      carry: noCarry,
      reversesId: null,
      why,
    };
    const id = this.#append(visit, entry);
    const { open } = this.#purse(visit.walletId, reward.unitId);
    let left = reward.price;
    for (let lot = open[0]; lot && left > 0; lot = open[0]) {
      const part = Math.min(left, lot.remaining);
      this.#draw(id, lot, part);
      left -= part;
      if (lot.remaining === 0) open.shift();
    }
    if (left > 0) throw new Error('lots hold less than the balance');
  }

  #credit(visit: LedgerVisit, earning: Earning): { id: number; lot: OpenLot | null } {
    const { unitId, change, carry, why } = earning;
    const id = this.#append(visit, {
      unitId,
      kind: 'earn',
      change,
      carry,
      reversesId: null,
      why: JSON.stringify(why),
    });
    if (change <= 0) return { id, lot: null };
    const lot = {
      entryId: id,
      walletId: visit.walletId,
      unitId,
      amount: change,
      remaining: change,
      day: visit.day,
    };
    this.#lots.push(lot);
    const purse = this.#purse(visit.walletId, unitId);
    purse.open.push(lot);
    const before = purse.today?.day === visit.day ? purse.today.earned : 0;
    purse.today = { day: visit.day, earned: before + change };
    return { id, lot };
  }

  #earnings(visit: LedgerVisit): readonly Earning[] {
    // Only asked: a unit that was never touched has no balance row.
    const purses = this.#purses.get(visit.walletId);
    const { amount, lines, day, minute } = visit;
    return earn(this.#rules, {
      amount,
      lines,
      time: { day, weekday: weekdayOf(day), minute },
      tier: null,
      carry: purses?.get(this.#rules.pointsUnitId)?.carry ?? noCarry,
      earnedToday: (unitId) => {
        const today = purses?.get(unitId)?.today;
        return today?.day === day ? today.earned : 0;
      },
    });
  }

  earn(visit: LedgerVisit): void {
    for (const earning of this.#earnings(visit)) this.#credit(visit, earning);
  }

  /** Earns and takes back at once: a check-in of the wrong person, undone a minute later. */
  earnAndUndo(visit: LedgerVisit, reversal: LedgerVisit): void {
    const credited = this.#earnings(visit).map((earning) => ({ earning, ...this.#credit(visit, earning) }));
    for (const { earning, id, lot } of credited.reverse()) {
      const reversed = this.#append(reversal, {
        unitId: earning.unitId,
        kind: 'reverse',
        change: 0 - earning.change,
        carry: negateCarry(earning.carry),
        reversesId: id,
        why: JSON.stringify({ kind: 'undo', reason: null }),
      });
      if (!lot) continue;
      this.#draw(reversed, lot, lot.amount);
      const purse = this.#purse(visit.walletId, earning.unitId);
      purse.open.splice(purse.open.indexOf(lot), 1);
      if (purse.today) purse.today = { ...purse.today, earned: purse.today.earned - earning.change };
    }
  }

  /** Writes the lots with what is left of them, and the balances. */
  finish(): void {
    const insertLot = this.#database.prepare('INSERT INTO lots VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    for (const { entryId, walletId, unitId, amount, remaining, day } of this.#lots) {
      const ends = expiryDay(expiryRuleOf(this.#rules, unitId), day);
      insertLot.run(entryId, walletId, unitId, amount, remaining, day, this.#versionId, ends);
    }
    const insertBalance = this.#database.prepare('INSERT INTO balances VALUES (?, ?, ?, ?, ?)');
    for (const [walletId, units] of [...this.#purses].sort(([a], [b]) => a - b)) {
      for (const [unitId, { balance, carry }] of [...units].sort(([a], [b]) => a - b)) {
        insertBalance.run(walletId, unitId, balance, carry.num, carry.den);
      }
    }
  }
}
