import { type BusinessDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { deductionOfReward, settleBill } from '#shared/domain/loyalty/bill.ts';
import type { EarnLine } from '#shared/domain/loyalty/earn.ts';
import { dueGifts, type GivenGift } from '#shared/domain/loyalty/gifts.ts';
import type { ProgrammeRules, TierLevel } from '#shared/domain/loyalty/programme.ts';
import type { RewardChoice, RewardObstacle } from '#shared/domain/loyalty/redeem.ts';
import { bestStanding, levelFor } from '#shared/domain/loyalty/tiers.ts';
import { returnTransfers, type TransferPart, transferAll } from '#shared/domain/loyalty/transfers.ts';
import type { WalletPosting, Written } from '#shared/domain/loyalty/wallet-ledger.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import { dayOf } from './programmes.ts';

/** What happens in one row of a scenario. */
export type Action =
  | {
      readonly kind: 'visit';
      /** To undo, refund or repeat it later. */
      readonly name?: string;
      /** Minor units before rewards; null when no sum is typed. */
      readonly amount: number | null;
      readonly lines?: readonly EarnLine[];
      readonly rewards?: readonly RewardChoice[];
      readonly minute?: number;
    }
  | { readonly kind: 'again'; readonly name: string }
  | { readonly kind: 'undo'; readonly name: string }
  | { readonly kind: 'move'; readonly name: string; readonly to: string }
  | {
      readonly kind: 'refund';
      readonly name: string;
      readonly amount: number;
      readonly returnRewards?: boolean;
    }
  | { readonly kind: 'adjust'; readonly unitId: number; readonly change: number }
  | { readonly kind: 'expire' }
  | { readonly kind: 'rules'; readonly rules: ProgrammeRules }
  /** Joins the wallet of somebody else: merged, or of one household. */
  | { readonly kind: 'join'; readonly with: string; readonly because: 'merge' | 'household' }
  | { readonly kind: 'separate'; readonly from: string };

export type Refusal = RewardObstacle | 'insufficient';

export interface Person {
  readonly birthday?: { readonly day: number; readonly month: number };
  readonly referredBy?: string;
}

interface Visit {
  readonly name: string;
  readonly visitId: number;
  readonly who: string;
  readonly day: BusinessDay;
  readonly action: Extract<Action, { kind: 'visit' }>;
  readonly paid: number | null;
  refunded: number;
  isUndone: boolean;
}

/** A shop of a few people, run by the same rules as the services. */
export class ScenarioShop {
  readonly #people: Readonly<Record<string, Person>>;
  readonly #names: readonly string[];
  readonly #versions: ProgrammeRules[];
  readonly #own: readonly WalletModel[];
  readonly #wallets: WalletModel[];
  readonly #transfers = new Map<string, readonly TransferPart[]>();
  readonly #visits: Visit[] = [];
  #ids = 0;

  constructor(rules: ProgrammeRules, people: Readonly<Record<string, Person>>) {
    this.#people = people;
    this.#names = Object.keys(people);
    this.#versions = [rules];
    const nextId = () => this.#nextId();
    this.#own = this.#names.map((_, index) => new WalletModel(101 + index, nextId));
    this.#wallets = [...this.#own];
  }

  #nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  get #rules(): ProgrammeRules {
    return this.#rulesOf(this.#versions.length - 1);
  }

  #rulesOf = (versionId: number): ProgrammeRules => {
    const rules = this.#versions[versionId];
    if (!rules) throw new RangeError('no such version');
    return rules;
  };

  #indexOf(who: string): number {
    const index = this.#names.indexOf(who);
    if (index < 0) throw new RangeError(`nobody is called ${who}`);
    return index;
  }

  walletOf(who: string): WalletModel {
    const wallet = this.#wallets[this.#indexOf(who)];
    if (!wallet) throw new RangeError(`nobody is called ${who}`);
    return wallet;
  }

  #posting(who: string, day: BusinessDay, visitId: number | null = null): WalletPosting {
    const versionId = this.#versions.length - 1;
    return { customerId: this.#indexOf(who) + 1, visitId, day, versionId, rules: this.#rules };
  }

  #standing(who: string): readonly Visit[] {
    return this.#visits.filter((visit) => visit.who === who && !visit.isUndone);
  }

  tierOf(who: string, day: BusinessDay): TierLevel | null {
    const { tiers } = this.#rules;
    if (!tiers) return null;
    const days = this.#standing(who).map((visit) => ({ day: visit.day, amount: visit.paid ?? 0 }));
    return levelFor(tiers, bestStanding(tiers, days, day));
  }

  #rewardFacts(who: string, day: BusinessDay) {
    const entries = [...new Set(this.#wallets)].flatMap((wallet) =>
      wallet.entries.filter(({ kind, entryId }) => kind === 'redeem' && !wallet.isReversed(entryId)),
    );
    const given = (rewardId: number) =>
      entries.filter(({ why }) => why.kind === 'reward' && why.rewardId === rewardId).length;
    const bought = this.#standing(who).flatMap((visit) => visit.action.lines ?? []);
    return {
      tier: this.tierOf(who, day),
      givenOf: given,
      hasBought: (itemId: number) => bought.some((line) => line.itemId === itemId),
    };
  }

  #giftFacts(who: string, day: BusinessDay) {
    const { birthday, referredBy } = this.#people[who] ?? {};
    const nearest = birthday ? nearestBirthday(birthday, day) : null;
    const visitIds = new Set(this.#visits.filter((visit) => visit.who === who).map((visit) => visit.visitId));
    const given = [...new Set(this.#wallets)].flatMap((wallet) =>
      wallet.entries.flatMap((entry): (GivenGift & { day: BusinessDay })[] =>
        entry.why.kind === 'gift' && visitIds.has(entry.visitId ?? 0) && !wallet.isReversed(entry.entryId)
          ? [{ occasion: entry.why.occasion, visits: entry.why.visits, day: entry.day }]
          : [],
      ),
    );
    const days = new Set(this.#standing(who).map((visit) => visit.day));
    return {
      visitNumber: days.has(day) ? null : days.size + 1,
      daysToBirthday: nearest === null ? null : nearest - day,
      birthdayGiven: given.some((gift) => gift.occasion === 'birthday' && day - gift.day < 200),
      referredById: referredBy === undefined ? null : this.#indexOf(referredBy) + 1,
      given,
    };
  }

  #visit(who: string, day: BusinessDay, action: Extract<Action, { kind: 'visit' }>): Refusal | null {
    const visitId = this.#nextId();
    const wallet = this.walletOf(who);
    const posting = this.#posting(who, day, visitId);
    const facts = this.#rewardFacts(who, day);
    const gifts = dueGifts(this.#rules.gifts, this.#giftFacts(who, day));
    const { result } = wallet.redeem(posting, action.rewards ?? [], facts);
    if (result.kind === 'notAvailable') return result.obstacle;
    if (result.kind === 'insufficient') return 'insufficient';
    const deductions = result.redemptions.map(({ reward, change }) => deductionOfReward(reward, -change));
    const bill = settleBill({ amount: action.amount ?? 0, lines: action.lines ?? [] }, deductions);
    const time = { day, weekday: weekdayOf(day), minute: action.minute ?? 600 };
    const amount = action.amount === null ? null : bill.amount;
    wallet.earnVisit(posting, { amount, lines: bill.lines, time, tier: facts.tier });
    for (const { gift, occasion, visits, to } of gifts) {
      const receiver = to === 'customer' ? who : (this.#people[who]?.referredBy ?? who);
      this.walletOf(receiver).gift(this.#posting(receiver, day, visitId), gift, occasion, visits);
    }
    const name = action.name ?? `visit ${visitId}`;
    this.#visits.push({ name, visitId, who, day, action, paid: amount, refunded: 0, isUndone: false });
    return null;
  }

  #visitCalled(name: string): Visit {
    const visit = this.#visits.find((one) => one.name === name && !one.isUndone);
    if (!visit) throw new RangeError(`no visit is called ${name}`);
    return visit;
  }

  #undo(visit: Visit, day: BusinessDay): void {
    visit.isUndone = true;
    for (const wallet of new Set(this.#own)) {
      wallet.undoVisit(this.#posting(visit.who, day, visit.visitId), visit.visitId);
    }
  }

  #refund(day: BusinessDay, action: Extract<Action, { kind: 'refund' }>): void {
    const visit = this.#visitCalled(action.name);
    const { visitId, refunded: refundedBefore } = visit;
    const money = { paid: visit.paid ?? 0, refundedBefore, refunded: action.amount };
    const posting = { ...this.#posting(visit.who, day, visitId), visitId };
    this.walletOf(visit.who).refund(posting, money, action.returnRewards ?? false);
    visit.refunded += action.amount;
  }

  #expire(day: BusinessDay): void {
    for (const wallet of new Set(this.#wallets)) {
      const members = this.#names.filter((name) => this.walletOf(name) === wallet);
      const days = members.flatMap((name) => this.#standing(name).map((visit) => visit.day));
      const lastDay = days.sort((a, b) => a - b).at(-1) ?? null;
      wallet.expire(this.#posting(members[0] ?? '', day), this.#rulesOf, lastDay);
    }
  }

  #join(who: string, day: BusinessDay, action: Extract<Action, { kind: 'join' }>): void {
    const [from, to] = [this.walletOf(who), this.walletOf(action.with)];
    const why = { kind: 'transferred', because: action.because, name: action.with } as const;
    this.#transfers.set(`${who} ${action.with}`, transferAll(from, to, this.#posting(who, day), why));
    this.#wallets[this.#indexOf(who)] = to;
  }

  #separate(who: string, other: string, day: BusinessDay): void {
    const own = this.#own[this.#indexOf(who)] ?? this.walletOf(who);
    const why = { kind: 'transferred', because: 'unmerge', name: other } as const;
    const parts = this.#transfers.get(`${who} ${other}`) ?? [];
    returnTransfers(own, this.walletOf(other), this.#posting(who, day), parts, why);
    this.#wallets[this.#indexOf(who)] = own;
  }

  /** Does one row. @returns why a reward was refused; then nothing has happened */
  act(who: string, date: string, action: Action): Refusal | null {
    const day = dayOf(date);
    switch (action.kind) {
      case 'visit':
        return this.#visitOnce(who, day, action);
      case 'again':
        return this.#visitOnce(who, day, this.#visitCalled(action.name).action);
      case 'undo':
        this.#undo(this.#visitCalled(action.name), day);
        return null;
      case 'move': {
        const visit = this.#visitCalled(action.name);
        this.#undo(visit, day);
        return this.#visit(action.to, visit.day, visit.action);
      }
      case 'refund':
        this.#refund(day, action);
        return null;
      case 'adjust':
        this.walletOf(who).adjust(this.#posting(who, day), action.unitId, action.change, 'counted again');
        return null;
      case 'expire':
        this.#expire(day);
        return null;
      case 'rules':
        this.#versions.push(action.rules);
        return null;
      case 'join':
        this.#join(who, day, action);
        return null;
      case 'separate':
        this.#separate(who, action.from, day);
        return null;
    }
  }

  /** A named visit is one request: the same one again writes nothing. */
  #visitOnce(who: string, day: BusinessDay, action: Extract<Action, { kind: 'visit' }>): Refusal | null {
    if (action.name === undefined) return this.#visit(who, day, action);
    let refusal: Refusal | null = null;
    this.walletOf(who).once(action.name, (): Written => {
      refusal = this.#visit(who, day, action);
      return { entries: [], draws: [] };
    });
    return refusal;
  }
}
