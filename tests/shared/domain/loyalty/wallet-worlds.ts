import { addDays, type BusinessDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { type Deduction, deductionOfReward, settleBill } from '#shared/domain/loyalty/bill.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { returnTransfers, type TransferPart, transferAll } from '#shared/domain/loyalty/transfers.ts';
import type { WalletPosting, Written } from '#shared/domain/loyalty/wallet-ledger.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { aLevel, aLine, cake, coffee, dayOf, giftCard, pointsUnit } from './programmes.ts';
import { type Step, units } from './wallet-steps.ts';

const levels = [
  null,
  aLevel({ id: 2, factor: { num: 3, den: 2 } }),
  aLevel({ id: 3, factor: { num: 5, den: 4 } }),
];
const menu = [coffee, cake, giftCard];

interface WorldVisit {
  readonly visitId: number;
  readonly customer: number;
  readonly wallet: WalletModel;
  readonly paid: number;
  readonly versionId: number;
  refunded: number;
  isUndone: boolean;
}

interface Request {
  readonly id: string;
  readonly wallet: WalletModel;
  readonly operation: () => Written;
}

/** Told around every operation on a wallet, so that tests can look on. */
export interface Watcher {
  readonly before?: (wallet: WalletModel) => void;
  readonly after?: (wallet: WalletModel, written: Written, day: BusinessDay) => void;
  /** What the till said that a visit would earn, told before it is written. */
  readonly preview?: (wallet: WalletModel, expected: ReadonlyMap<number, number>, written: Written) => void;
}

/** Two customers with a wallet each, who may be merged and separated, in a shop that changes its rules. */
export class WalletWorld {
  readonly versions: readonly ProgrammeRules[];
  readonly wallets: readonly [WalletModel, WalletModel];
  readonly visits: WorldVisit[] = [];
  readonly watcher: Watcher;
  day = dayOf('2026-01-05');
  #ids = 0;
  #version = 0;
  #requests: Request[] = [];
  #merged: TransferPart[] | null = null;
  readonly #lastDays: (BusinessDay | null)[] = [null, null];

  constructor(versions: readonly ProgrammeRules[], watcher: Watcher = {}) {
    this.versions = versions;
    this.watcher = watcher;
    const nextId = () => {
      this.#ids += 1;
      return this.#ids;
    };
    this.wallets = [new WalletModel(101, nextId), new WalletModel(102, nextId)];
  }

  rulesOf = (versionId: number): ProgrammeRules => {
    const rules = this.versions[versionId];
    if (!rules) throw new RangeError('no such version');
    return rules;
  };

  get isMerged(): boolean {
    return this.#merged !== null;
  }

  /** Where a customer's visits are booked now. */
  walletOf(customerIndex: number): WalletModel {
    return this.#merged || customerIndex === 1 ? this.wallets[1] : this.wallets[0];
  }

  posting(customerIndex: number, visitId: number | null = null): WalletPosting {
    return {
      customerId: customerIndex + 1,
      visitId,
      day: this.day,
      versionId: this.#version,
      rules: this.rulesOf(this.#version),
    };
  }

  #do(wallet: WalletModel, operation: () => Written): Written {
    const request = { id: `request-${this.#requests.length}`, wallet, operation };
    this.#requests.push(request);
    this.watcher.before?.(wallet);
    const written = wallet.once(request.id, operation);
    this.watcher.after?.(wallet, written, this.day);
    return written;
  }

  /** What was undone in a wallet that had been moved away moves after the rest. */
  #sweep(wallet: WalletModel): void {
    if (this.#merged === null || wallet !== this.wallets[0]) return;
    this.#merged.push(...this.#move());
  }

  #move(): readonly TransferPart[] {
    const why = { kind: 'transferred', because: 'merge', name: '' } as const;
    return transferAll(this.wallets[0], this.wallets[1], this.posting(0), why);
  }

  /** A visit with its rewards; those that cannot be had are left out, as the till does. */
  #visit(step: Extract<Step, { kind: 'visit' }>): void {
    this.day = addDays(this.day, step.later);
    const wallet = this.walletOf(step.customer);
    this.#ids += 1;
    const visitId = this.#ids;
    const posting = this.posting(step.customer, visitId);
    const lines = step.basket.map((place) => aLine(menu[place] ?? coffee));
    const facts = { tier: levels[step.tier] ?? null, givenOf: () => 0, hasBought: () => false };
    let deductions: Deduction[] = [];
    this.#do(wallet, () => {
      const { result, written } = wallet.redeem(posting, step.rewards, facts);
      const redemptions = result.kind === 'redeemed' ? result.redemptions : [];
      deductions = redemptions.map(({ reward, change }) => deductionOfReward(reward, -change));
      return written;
    });
    const rung = lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
    const bill = settleBill({ amount: rung, lines }, deductions);
    const time = { day: this.day, weekday: weekdayOf(this.day), minute: 600 };
    const base = { amount: bill.amount, lines: bill.lines, time, tier: facts.tier };
    const expected = wallet.previewVisit(posting, base);
    const written = this.#do(wallet, () => wallet.earnVisit(posting, base));
    this.watcher.preview?.(wallet, expected, written);
    this.#lastDays[step.customer] = this.day;
    this.visits.push({
      visitId,
      customer: step.customer,
      wallet,
      paid: bill.amount,
      versionId: this.#version,
      refunded: 0,
      isUndone: false,
    });
  }

  undo(visit: WorldVisit): void {
    if (visit.isUndone) return;
    visit.isUndone = true;
    const posting = this.posting(visit.customer, visit.visitId);
    this.#do(visit.wallet, () => visit.wallet.undoVisit(posting, visit.visitId));
    this.#sweep(visit.wallet);
  }

  refund(visit: WorldVisit, amount: number, returnRewards: boolean): void {
    const refunded = Math.min(amount, visit.paid - visit.refunded);
    if (visit.isUndone || refunded <= 0) return;
    const { paid, wallet, visitId } = visit;
    const money = { paid, refundedBefore: visit.refunded, refunded };
    const posting = { ...this.posting(visit.customer, visitId), visitId };
    this.#do(wallet, () => wallet.refund(posting, money, returnRewards));
    visit.refunded += refunded;
    this.#sweep(wallet);
  }

  /** Undoes a correction or a gift that stands. */
  reverseLoose(wallet: WalletModel, entryId: number): void {
    this.#do(wallet, () => wallet.reverse(this.posting(0), entryId, { kind: 'undo', reason: null }));
    this.#sweep(wallet);
  }

  unmerge(): void {
    if (this.#merged === null) return;
    const why = { kind: 'transferred', because: 'unmerge', name: '' } as const;
    returnTransfers(this.wallets[0], this.wallets[1], this.posting(0), this.#merged, why);
    this.#merged = null;
  }

  #expire(): void {
    for (const [place, wallet] of this.wallets.entries()) {
      const days = this.#merged ? this.#lastDays : [this.#lastDays[place] ?? null];
      const lastDay = days.reduce((a, b) => (a !== null && (b === null || a > b) ? a : b), null);
      this.#do(wallet, () => wallet.expire(this.posting(place), this.rulesOf, lastDay));
    }
  }

  #correct(step: Extract<Step, { kind: 'adjust' | 'gift' }>): void {
    const wallet = this.walletOf(step.customer);
    const unitId = units[step.unit] ?? pointsUnit;
    const posting = this.posting(step.customer);
    if (step.kind === 'gift') {
      this.#do(wallet, () => wallet.gift(posting, { unitId, amount: step.amount }, 'milestone', 5));
    } else if (step.change !== 0 && (step.change > 0 || wallet.balanceOf(unitId) + step.change >= 0)) {
      this.#do(wallet, () => wallet.adjust(posting, unitId, step.change, 'counted again'));
    }
  }

  /** The same request comes again. */
  retry(place: number): void {
    const request = this.#requests[place % Math.max(1, this.#requests.length)];
    request?.wallet.once(request.id, request.operation);
  }

  retryAll(): void {
    for (const place of this.#requests.keys()) this.retry(place);
  }

  step(step: Step): void {
    const visit = 'visit' in step ? this.visits[step.visit % Math.max(1, this.visits.length)] : undefined;
    switch (step.kind) {
      case 'visit':
        this.#visit(step);
        break;
      case 'undo':
        if (visit) this.undo(visit);
        break;
      case 'refund':
        if (visit) this.refund(visit, Math.ceil((visit.paid * step.percent) / 100), step.returnRewards);
        break;
      case 'gift':
      case 'adjust':
        this.#correct(step);
        break;
      case 'expire':
        this.day = addDays(this.day, step.later);
        this.#expire();
        break;
      case 'merge':
        if (this.#merged === null) this.#merged = [...this.#move()];
        break;
      case 'unmerge':
        this.unmerge();
        break;
      case 'rules':
        this.#version = step.version % this.versions.length;
        break;
      case 'retry':
        this.retry(step.request);
    }
  }

  /**
   * Undoes every visit, in the order given by `shuffle`, then every correction and gift, then a merge.
   * @param start entries of the opening balances, which stay
   */
  undoEverything(shuffle: readonly number[], start: ReadonlySet<number>): void {
    const order = this.visits
      .map((visit, place) => ({ visit, rank: shuffle[place] ?? 0, place }))
      .sort((a, b) => a.rank - b.rank || b.place - a.place);
    for (const { visit } of order) this.undo(visit);
    for (const wallet of this.wallets) {
      const loose = wallet.entries.filter(
        ({ entryId, kind, reversesId }) =>
          (kind === 'adjust' || kind === 'gift') &&
          reversesId === null &&
          !start.has(entryId) &&
          !wallet.isReversed(entryId),
      );
      for (const { entryId } of [...loose].reverse()) this.reverseLoose(wallet, entryId);
    }
    this.unmerge();
  }
}
