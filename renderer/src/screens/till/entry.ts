import type { RewardKind } from '#shared/domain/loyalty/programme.ts';
import type { Benefit } from '#shared/domain/loyalty/vouchers.ts';

/** An item in the basket; the price is the one it had when it was tapped, minor units. */
export interface BasketLine {
  readonly itemId: number;
  readonly name: string;
  readonly unitPrice: number;
  readonly quantity: number;
}

/** How something that is taken off stands to the amount. */
interface Taken {
  /** The given item was put into the basket together with it, and leaves with it. */
  readonly broughtItem: boolean;
  /** The amount was typed after it was chosen: it is taken off already. */
  readonly inTyped: boolean;
}

/** A reward the customer wants to use with this visit. */
export interface ChosenReward extends Taken {
  readonly rewardId: number;
  readonly name: string;
  readonly kind: RewardKind;
  readonly unitId: number;
  readonly price: number;
  readonly itemId: number | null;
  readonly percent: number | null;
  readonly amountOff: number | null;
  /** As much of it is taken as the balance and the bill allow. */
  readonly partial: boolean;
  /** What could be spent in its unit when it was chosen, other rewards not counted. */
  readonly balance: number;
  /** What a partial one costs when that is settled; null while it follows the bill. */
  readonly spent: number | null;
}

/** A voucher the customer wants to use with this visit. */
export interface ChosenVoucher extends Taken {
  readonly code: string;
  readonly name: string;
  readonly benefit: Benefit;
}

/** A price kept for this customer, minor units; it counts while it is the lower one. */
export interface HeldPrice {
  readonly itemId: number;
  readonly price: number;
}

/** The sum being entered for one visit: typed, or added up from items, less what rewards and vouchers take off. */
export interface Entry {
  /** Typed amount in minor units, before what was chosen after it is taken off. Null while nothing is typed. */
  readonly typed: number | null;
  readonly lines: readonly BasketLine[];
  readonly rewards: readonly ChosenReward[];
  readonly vouchers: readonly ChosenVoucher[];
  readonly held: readonly HeldPrice[];
  /** The check-in that was set aside and goes on here; null for a new one. */
  readonly parkedId: number | null;
}

export const emptyEntry: Entry = {
  typed: null,
  lines: [],
  rewards: [],
  vouchers: [],
  held: [],
  parkedId: null,
};

/** Whether nothing at all has been entered. */
export const isEmptyEntry = ({ typed, lines, rewards, vouchers, parkedId }: Entry): boolean =>
  typed === null && lines.length === 0 && rewards.length === 0 && vouchers.length === 0 && parkedId === null;

/** The prices kept for the customer who is open. */
export const holdPrices = (entry: Entry, held: readonly HeldPrice[]): Entry =>
  JSON.stringify(entry.held) === JSON.stringify(held) ? entry : { ...entry, held };
