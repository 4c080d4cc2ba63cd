import { deductionOfReward, settleBill } from '../loyalty/bill.ts';
import type { ProgrammeRules, Reward } from '../loyalty/programme.ts';
import { type BasketLine, type CatalogueItem, type DayPart, fillBasket } from './catalogue.ts';
import type { SeededRandom } from './seeded-random.ts';
import { type DemoMoment, DemoWallet } from './wallet.ts';

/** What one coming costs and which rewards it uses. */
export interface Order {
  readonly lines: readonly BasketLine[];
  /** What was paid after rewards, minor units. */
  readonly amount: number;
  readonly rewardIds: readonly number[];
}

export interface OrderShop {
  readonly catalogue: readonly CatalogueItem[];
  /** Minor units, by place in the catalogue. */
  readonly prices: readonly number[];
  readonly rules: ProgrammeRules;
}

export function sumOf(lines: readonly BasketLine[], prices: readonly number[]): number {
  return lines.reduce((sum, line) => sum + line.quantity * (prices[line.item] ?? 0), 0);
}

/** The lines without one of the dearest coffee, or null when there is none: that cup is the reward. */
function withoutCoffee(shop: OrderShop, lines: readonly BasketLine[]): readonly BasketLine[] | null {
  const coffees = lines.filter((line) => shop.catalogue[line.item]?.category === 'coffee');
  const [dearest] = [...coffees].sort((a, b) => (shop.prices[b.item] ?? 0) - (shop.prices[a.item] ?? 0));
  if (!dearest) return null;
  return lines.flatMap((line) => {
    if (line !== dearest) return [line];
    return line.quantity > 1 ? [{ ...line, quantity: line.quantity - 1 }] : [];
  });
}

/** An order nobody collects anything with. */
export function walkInOrder(random: SeededRandom, shop: OrderShop, part: DayPart): Order {
  const lines = fillBasket(random, shop.catalogue, part);
  return { lines, amount: sumOf(lines, shop.prices), rewardIds: [] };
}

/** Somebody's taste: a usual order, how faithful they are to it, and whether they take their rewards. */
export class Taste {
  readonly wallet: DemoWallet;
  readonly #random: SeededRandom;
  readonly #shop: OrderShop;
  readonly #usual: readonly BasketLine[];
  readonly #faithful: number;
  readonly #takesRewards: number;

  constructor(random: SeededRandom, shop: OrderShop, part: DayPart) {
    this.#random = random;
    this.#shop = shop;
    this.wallet = new DemoWallet(shop.rules);
    this.#usual = fillBasket(random, shop.catalogue, part);
    this.#faithful = random.between(55, 92) / 100;
    this.#takesRewards = random.weighted([1, 0.5, 0], (habit) => (habit === 1 ? 7 : habit === 0.5 ? 2 : 1));
  }

  /** The next order, booked to the wallet. */
  order(part: DayPart, moment: DemoMoment): Order {
    const { catalogue, prices, rules } = this.#shop;
    let lines = this.#random.chance(this.#faithful) ? this.#usual : fillBasket(this.#random, catalogue, part);
    const taken: Reward[] = [];
    for (const reward of this.wallet.ready(moment.day)) {
      if (!this.#random.chance(this.#takesRewards)) continue;
      // In a café a full card is a coffee: somebody who has none today keeps the card.
      const isCup =
        rules.stampCards.some((card) => card.unitId === reward.unitId) &&
        catalogue.some((one) => one.category === 'coffee');
      const rest = isCup ? withoutCoffee(this.#shop, lines) : lines;
      if (!rest) continue;
      lines = rest;
      taken.push(reward);
    }
    const bill = { amount: sumOf(lines, prices), lines: [] };
    const { amount } = settleBill(
      bill,
      taken.map((reward) => deductionOfReward(reward)),
    );
    this.wallet.book(taken, amount, moment);
    return { lines, amount, rewardIds: taken.map((reward) => reward.id) };
  }
}
