import type { BusinessDay } from '../business-day/business-day.ts';
import { noCarry } from './carry.ts';
import { type EarnBase, earn, previewEarning } from './earn.ts';
import { expirations, expiryDay, expiryRuleOf } from './expiry.ts';
import { type Draw, drawFrom } from './lots.ts';
import type { Gift, ProgrammeRules } from './programme.ts';
import { type RedeemResult, type RewardChoice, type RewardFacts, redeem } from './redeem.ts';
import { refundPoints } from './refund.ts';
import { reverseEntry, takeBack } from './reverse.ts';
import {
  type EntryDraft,
  type NewLot,
  type WalletEntry,
  WalletLedger,
  type WalletPosting,
  type Written,
} from './wallet-ledger.ts';
import type { GiftOccasion, Why } from './why.ts';

/** Money of a visit that is returned, minor units. */
export interface ReturnedMoney {
  readonly paid: number;
  readonly refundedBefore: number;
  readonly refunded: number;
}

/**
 * One wallet kept in memory by exactly the rules that the services keep it by in the database. Each operation tells the
 * entries and draws that it has written.
 */
export class WalletModel extends WalletLedger {
  readonly #requests = new Map<string, Written>();

  /** Does what a request asks for once: the same request again changes nothing and tells what was written then. */
  once(requestId: string, operation: () => Written): Written {
    const earlier = this.#requests.get(requestId);
    if (earlier) return earlier;
    const written = operation();
    this.#requests.set(requestId, written);
    return written;
  }

  #credit(posting: WalletPosting, draft: EntryDraft, lot: NewLot): void {
    this.append(posting, draft, [], lot);
    if (draft.change > 0) this.settle(draft.unitId);
  }

  #newLot({ rules, day, versionId }: WalletPosting, unitId: number): NewLot {
    return { day, versionId, expiresDay: expiryDay(expiryRuleOf(rules, unitId), day) };
  }

  #spend(posting: WalletPosting, draft: EntryDraft): void {
    const { draws, undrawn } = drawFrom(this.openLots(draft.unitId), -draft.change);
    if (undrawn > 0) throw new RangeError(`wallet ${this.walletId} holds less than is spent`);
    this.append(posting, draft, draws);
  }

  /** What the customer has earned on a day and not undone: what daily caps count. */
  earnedOn(customerId: number, day: BusinessDay, unitId: number): number {
    return this.entries.reduce((sum, entry) => {
      const counts =
        entry.kind === 'earn' &&
        entry.unitId === unitId &&
        entry.customerId === customerId &&
        entry.day === day &&
        !this.isReversed(entry.entryId);
      return counts ? sum + entry.change : sum;
    }, 0);
  }

  /** Everything that decides what a visit earns here: the preview and the booking use the same. */
  earnBase(posting: WalletPosting, base: Omit<EarnBase, 'carry' | 'earnedToday'>): EarnBase {
    return {
      ...base,
      carry: this.carryOf(posting.rules.pointsUnitId),
      earnedToday: (unitId) => this.earnedOn(posting.customerId, posting.day, unitId),
    };
  }

  /** What the till says before the act: what `earnVisit` would write, per unit. */
  previewVisit(
    posting: WalletPosting,
    base: Omit<EarnBase, 'carry' | 'earnedToday'>,
  ): ReadonlyMap<number, number> {
    return previewEarning(posting.rules, this.earnBase(posting, base));
  }

  earnVisit(posting: WalletPosting, base: Omit<EarnBase, 'carry' | 'earnedToday'>): Written {
    return this.record(() => {
      for (const earning of earn(posting.rules, this.earnBase(posting, base))) {
        const { unitId, change, carry, why } = earning;
        this.#credit(
          posting,
          { unitId, kind: 'earn', change, carry, why },
          this.#newLot(posting, earning.unitId),
        );
      }
    });
  }

  gift(posting: WalletPosting, gift: Gift, occasion: GiftOccasion, visits: number | null = null): Written {
    const why = { kind: 'gift', occasion, visits, name: null } as const;
    const draft = { unitId: gift.unitId, kind: 'gift', change: gift.amount, carry: noCarry, why } as const;
    return this.record(() => this.#credit(posting, draft, this.#newLot(posting, gift.unitId)));
  }

  /** Debits the chosen rewards, all or none. */
  redeem(
    posting: WalletPosting,
    choices: readonly RewardChoice[],
    facts: Omit<RewardFacts, 'balanceOf' | 'day'>,
  ): { readonly result: RedeemResult; readonly written: Written } {
    const { day, rules } = posting;
    const result = redeem(rules, choices, { ...facts, day, balanceOf: (unitId) => this.balanceOf(unitId) });
    const redemptions = result.kind === 'redeemed' ? result.redemptions : [];
    const written = this.record(() => {
      for (const { reward, change, why } of redemptions) {
        this.#spend(posting, { unitId: reward.unitId, kind: 'redeem', change, carry: noCarry, why });
      }
    });
    return { result, written };
  }

  /** A correction by hand. @throws RangeError when it takes more than there is */
  adjust(posting: WalletPosting, unitId: number, change: number, reason: string): Written {
    const draft = {
      unitId,
      kind: 'adjust',
      change,
      carry: noCarry,
      why: { kind: 'adjusted', reason },
    } as const;
    return this.record(() =>
      change < 0 ? this.#spend(posting, draft) : this.#credit(posting, draft, this.#newLot(posting, unitId)),
    );
  }

  /** Undoes one entry. @param expired of what a transfer moved away and does not come back; else known here */
  reverse(posting: WalletPosting, entryId: number, why: Why, expired = this.expiredOf(entryId)): Written {
    const entry = this.entry(entryId);
    if (this.isReversed(entryId)) throw new RangeError(`entry ${entryId} is reversed already`);
    const { unitId } = entry;
    const { change, carry, draws } = reverseEntry(
      { ...entry, draws: this.drawsOf(entryId), expired },
      this.openLots(unitId),
    );
    return this.record(() => {
      this.append(posting, { unitId, kind: 'reverse', change, carry, why, reversesId: entryId }, draws);
      if (change > 0) this.settle(unitId);
    });
  }

  /** Undoes a visit: its entries and refunds that stand, the last one first. */
  undoVisit(posting: WalletPosting, visitId: number, reason: string | null = null): Written {
    const standing = [...this.standing(visitId)].reverse();
    return this.record(() => {
      for (const { entryId } of standing) this.reverse(posting, entryId, { kind: 'undo', reason });
    });
  }

  /**
   * Returns a part of a visit's money: its share of the points goes back; when nothing is left of the money, its stamps
   * and gifts go too.
   */
  refund(
    posting: WalletPosting & { readonly visitId: number },
    money: ReturnedMoney,
    returnRewards: boolean,
  ): Written {
    const { paid, refundedBefore, refunded } = money;
    const isWhole = refundedBefore + refunded >= paid;
    const why = { kind: 'refund', amount: refunded, reason: null } as const;
    const standing = this.standing(posting.visitId).filter((entry) => entry.refundsId === null);
    return this.record(() => {
      for (const entry of [...standing].reverse()) {
        if (entry.kind === 'earn' && entry.why.kind === 'pointsForAmount') {
          this.#refundPoints(posting, entry, money, why);
        } else if (entry.kind === 'redeem' ? returnRewards : isWhole) {
          this.reverse(posting, entry.entryId, why);
        }
      }
    });
  }

  #refundPoints(posting: WalletPosting, entry: WalletEntry, money: ReturnedMoney, why: Why): void {
    const { unitId, entryId } = entry;
    const { change, carry } = refundPoints(
      {
        why: entry.why,
        change: entry.change,
        carry: entry.carry,
        paid: money.paid,
        refundedBefore: money.refundedBefore,
        refunds: this.entries.filter((one) => one.refundsId === entryId && !this.isReversed(one.entryId)),
        expired: this.expiredOf(entryId),
      },
      money.refunded,
      this.carryOf(unitId),
    );
    const { draws } = takeBack(entryId, -change, this.openLots(unitId));
    this.append(posting, { unitId, kind: 'reverse', change, carry, why, refundsId: entryId }, draws);
  }

  /** Ends what has ended by the posting's day. @param lastDay newest visit of anybody who shares the wallet */
  expire(
    posting: WalletPosting,
    rulesOf: (versionId: number) => ProgrammeRules,
    lastDay: BusinessDay | null,
  ): Written {
    const { walletId } = this;
    const units = new Set(this.entries.map((entry) => entry.unitId));
    const lots = [...units].flatMap((unitId) =>
      this.openLots(unitId).map((lot) => ({ ...lot, walletId, lastDay })),
    );
    return this.record(() => {
      for (const { unitId, amount, draws } of expirations(rulesOf, lots, posting.day)) {
        const why = { kind: 'expired', lots: draws.length } as const;
        this.append(posting, { unitId, kind: 'expire', change: -amount, carry: noCarry, why }, draws);
      }
    });
  }

  /** Takes out of the lots for a transfer, or credits (what is owed goes along); see `transfers.ts`. */
  transfer(
    posting: WalletPosting,
    part: Pick<EntryDraft, 'unitId' | 'change' | 'carry' | 'why'>,
    lot: { readonly out: Draw | null } | NewLot,
  ): Written {
    const draft = { ...part, kind: 'transfer' } as const;
    return this.record(() => {
      if (!('out' in lot)) this.#credit(posting, draft, lot);
      else if (lot.out) this.append(posting, draft, [lot.out]);
      else this.append(posting, draft, drawFrom(this.openLots(part.unitId), Math.max(0, -part.change)).draws);
    });
  }
}
