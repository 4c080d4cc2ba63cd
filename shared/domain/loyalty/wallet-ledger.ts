import type { BusinessDay } from '../business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from './carry.ts';
import { type Debt, settleDebts } from './debts.ts';
import { compareLots, type Draw, type Lot } from './lots.ts';
import type { ProgrammeRules } from './programme.ts';
import type { ReconciledEntry } from './reconcile.ts';
import { netDraws } from './reverse.ts';
import type { Why } from './why.ts';

/** An immutable change of one unit of a wallet. */
export interface WalletEntry {
  readonly entryId: number;
  readonly walletId: number;
  readonly unitId: number;
  readonly customerId: number;
  readonly visitId: number | null;
  readonly kind: ReconciledEntry['kind'];
  readonly change: number;
  readonly carry: Carry;
  readonly day: BusinessDay;
  /** Programme version that made it. */
  readonly versionId: number;
  /** The entry it undoes. */
  readonly reversesId: number | null;
  /** The earning of which it takes a part back for returned money. */
  readonly refundsId: number | null;
  readonly why: Why;
}

/** A lot with the wallet's own facts about it. */
export interface WalletLot extends Lot {
  readonly unitId: number;
  readonly day: BusinessDay;
  readonly expiresDay: BusinessDay | null;
  readonly versionId: number;
}

export interface WalletDraw extends Draw {
  readonly entryId: number;
}

/** What an operation has added. */
export interface Written {
  readonly entries: readonly WalletEntry[];
  readonly draws: readonly WalletDraw[];
}

/** For whom, when and under which rules something is booked. */
export interface WalletPosting {
  readonly customerId: number;
  readonly visitId: number | null;
  readonly day: BusinessDay;
  readonly versionId: number;
  readonly rules: ProgrammeRules;
}

/** What an operation decides of an entry. */
export type EntryDraft = Pick<WalletEntry, 'unitId' | 'kind' | 'change' | 'carry' | 'why'> &
  Partial<Pick<WalletEntry, 'reversesId' | 'refundsId'>>;

/** Facts of a lot that is to be opened. */
export type NewLot = Pick<WalletLot, 'expiresDay' | 'day' | 'versionId'>;

/**
 * Entries, lots and draws of one wallet, with what is derived from them kept in step: balances, remainders, what is left
 * of each lot, debts. Only ever added to.
 */
export class WalletLedger {
  readonly walletId: number;
  readonly #nextId: () => number;
  readonly #entries: WalletEntry[] = [];
  readonly #byId = new Map<number, WalletEntry>();
  readonly #reversed = new Set<number>();
  readonly #draws: WalletDraw[] = [];
  readonly #drawsBy = new Map<number, WalletDraw[]>();
  readonly #lots = new Map<number, WalletLot>();
  readonly #balances = new Map<number, number>();
  readonly #carries = new Map<number, Carry>();
  readonly #expired = new Map<number, number>();

  /** @param nextId ids that only grow, shared by all wallets of a shop */
  constructor(walletId: number, nextId: () => number) {
    this.walletId = walletId;
    this.#nextId = nextId;
  }

  get entries(): readonly WalletEntry[] {
    return this.#entries;
  }

  get draws(): readonly WalletDraw[] {
    return this.#draws;
  }

  /** All lots of a unit, the empty ones too, in the order of spending. */
  lotsOf(unitId: number): readonly WalletLot[] {
    return [...this.#lots.values()].filter((lot) => lot.unitId === unitId).sort(compareLots);
  }

  openLots(unitId: number): readonly WalletLot[] {
    return this.lotsOf(unitId).filter((lot) => lot.remaining > 0);
  }

  balanceOf(unitId: number): number {
    return this.#balances.get(unitId) ?? 0;
  }

  carryOf(unitId: number): Carry {
    return this.#carries.get(unitId) ?? noCarry;
  }

  /** @throws RangeError for an entry of another wallet */
  entry(entryId: number): WalletEntry {
    const entry = this.#byId.get(entryId);
    if (!entry) throw new RangeError(`wallet ${this.walletId} has no entry ${entryId}`);
    return entry;
  }

  isReversed(entryId: number): boolean {
    return this.#reversed.has(entryId);
  }

  /** What an entry has drawn, net. */
  drawsOf(entryId: number): readonly Draw[] {
    return netDraws(this.#drawsBy.get(entryId) ?? []);
  }

  /** What a lot has lost by expiry. */
  expiredOf(lotId: number): number {
    return this.#expired.get(lotId) ?? 0;
  }

  /** Entries of a visit that stand: neither reversed nor reversals. Refunds are among them. */
  standing(visitId: number): readonly WalletEntry[] {
    return this.#entries.filter(
      (entry) => entry.visitId === visitId && entry.reversesId === null && !this.isReversed(entry.entryId),
    );
  }

  /** Entries that took something back: what they could not draw yet, and what other lots drew in their place. */
  debtsOf(unitId: number): readonly Debt[] {
    const takers = this.#entries.filter(
      (entry) =>
        entry.unitId === unitId &&
        entry.change < 0 &&
        (entry.kind === 'reverse' || entry.kind === 'transfer') &&
        !this.isReversed(entry.entryId),
    );
    return takers.map(({ entryId, change, reversesId, refundsId }) => {
      const drawn = this.drawsOf(entryId);
      const ownLotId = reversesId ?? refundsId;
      return {
        entryId,
        undrawn: -change - drawn.reduce((sum, draw) => sum + draw.amount, 0),
        ownLotId,
        standIns: drawn.filter((draw) => draw.lotId !== ownLotId),
      };
    });
  }

  /** What is owed in a unit: the part of undone, refunded or taken-over amounts that was spent already. */
  owedIn(unitId: number): number {
    return this.debtsOf(unitId).reduce((sum, debt) => sum + debt.undrawn, 0);
  }

  /** The entries as the reconciliation sees them. */
  reconciled(): readonly ReconciledEntry[] {
    const kindOf = (entry: WalletEntry): ReconciledEntry['reversedKind'] => {
      const target = entry.reversesId ?? entry.refundsId;
      if (target !== null) return kindOf(this.entry(target));
      return entry.kind === 'reverse' ? null : entry.kind;
    };
    return this.#entries.map((entry) => ({
      ...entry,
      reversedKind: entry.kind === 'reverse' ? kindOf(entry) : null,
    }));
  }

  #drawAll(draws: readonly WalletDraw[]): void {
    for (const draw of draws) {
      const lot = this.#lots.get(draw.lotId);
      const remaining = (lot?.remaining ?? 0) - draw.amount;
      if (!lot || remaining < 0 || remaining > lot.amount) {
        throw new RangeError(`lot ${draw.lotId} does not hold what is drawn`);
      }
      this.#lots.set(draw.lotId, { ...lot, remaining });
      this.#draws.push(draw);
      this.#drawsBy.set(draw.entryId, [...(this.#drawsBy.get(draw.entryId) ?? []), draw]);
      if (this.entry(draw.entryId).kind === 'expire') {
        this.#expired.set(draw.lotId, this.expiredOf(draw.lotId) + draw.amount);
      }
    }
  }

  /** Adds an entry and what it draws. */
  protected append(
    posting: WalletPosting,
    draft: EntryDraft,
    draws: readonly Draw[] = [],
    lot: NewLot | null = null,
  ): WalletEntry {
    const { customerId, visitId, day, versionId } = posting;
    const entryId = this.#nextId();
    const { walletId } = this;
    const unlinked = { reversesId: null, refundsId: null };
    const entry = { ...unlinked, ...draft, entryId, walletId, customerId, visitId, day, versionId };
    const { unitId, change, carry } = draft;
    this.#entries.push(entry);
    this.#byId.set(entryId, entry);
    if (entry.reversesId !== null) this.#reversed.add(entry.reversesId);
    this.#balances.set(unitId, this.balanceOf(unitId) + change);
    this.#carries.set(unitId, addCarry(this.carryOf(unitId), carry));
    if (lot && change > 0) {
      this.#lots.set(entryId, { ...lot, lotId: entryId, unitId, amount: change, remaining: change });
    }
    this.#drawAll(draws.map((draw) => ({ ...draw, entryId })));
    return entry;
  }

  /** Pays what is owed out of what has come in or come back. */
  protected settle(unitId: number): void {
    this.#drawAll(settleDebts(this.debtsOf(unitId), this.lotsOf(unitId)));
  }

  /** Runs an operation and tells what it has added. */
  protected record(operation: () => void): Written {
    const [entries, draws] = [this.#entries.length, this.#draws.length];
    operation();
    return { entries: this.#entries.slice(entries), draws: this.#draws.slice(draws) };
  }
}
