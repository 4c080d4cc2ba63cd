import {
  type Deduction,
  deductionOfReward,
  deductionOfVoucher,
  settleBill,
} from '#shared/domain/loyalty/bill.ts';
import { usefulSpend } from '#shared/domain/loyalty/redeem.ts';
import type { BasketLine, ChosenReward, Entry } from './entry.ts';

/** What becomes of an entry when rewards and vouchers are taken off. */
export interface SettledEntry {
  /** Minor units to be paid; 0 while nothing is entered. */
  readonly amount: number;
  /** Lines that are paid for: these earn by item. */
  readonly lines: readonly BasketLine[];
}

const sumOf = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);

/** The basket at the prices this customer pays. */
export const pricedLines = ({ lines, held }: Entry): readonly BasketLine[] =>
  lines.map((line) => {
    const kept = held.find(({ itemId }) => itemId === line.itemId)?.price ?? line.unitPrice;
    return kept < line.unitPrice ? { ...line, unitPrice: kept } : line;
  });

/** Sum of the basket before anything is taken off. */
export const basketSum = (entry: Entry): number => sumOf(pricedLines(entry));

const isItem = ({ kind }: Deduction): boolean => kind === 'item';

/** What is still to be taken off: the bill, and everything but the rewards of which a part is taken. */
const openBill = (entry: Entry) => {
  const lines = pricedLines(entry);
  const given = [
    ...entry.vouchers.filter(({ inTyped }) => inTyped).map(({ benefit }) => deductionOfVoucher(benefit)),
    ...entry.rewards.filter(({ inTyped }) => inTyped).map((reward) => deductionOfReward(reward)),
  ].filter(isItem);
  const amount = sumOf(lines);
  const bill =
    entry.typed === null
      ? { amount, lines }
      : { amount: entry.typed, lines: settleBill({ amount, lines }, given).lines };
  const whole = [
    ...entry.vouchers.filter(({ inTyped }) => !inTyped).map(({ benefit }) => deductionOfVoucher(benefit)),
    ...entry.rewards
      .filter(({ inTyped, partial }) => !inTyped && !partial)
      .map((reward) => deductionOfReward(reward)),
  ];
  return { bill, whole };
};

const isPartOpen = ({ partial, inTyped }: ChosenReward): boolean => partial && !inTyped;

const takeParts = (entry: Entry) => {
  const { bill, whole } = openBill(entry);
  const isUnknown = entry.typed === null && entry.lines.length === 0;
  const spends = new Map<number, number>();
  const spentIn = new Map<number, number>();
  const spend = ({ rewardId, unitId }: ChosenReward, amount: number): void => {
    spends.set(rewardId, amount);
    spentIn.set(unitId, (spentIn.get(unitId) ?? 0) + amount);
  };
  for (const reward of entry.rewards) {
    if (!isPartOpen(reward)) spend(reward, reward.spent ?? reward.price);
  }
  const deductions: Deduction[] = [...whole];
  for (const reward of entry.rewards.filter(isPartOpen)) {
    const left = reward.balance - (spentIn.get(reward.unitId) ?? 0);
    const due = settleBill(bill, deductions).amount;
    const amount = isUnknown
      ? Math.max(0, Math.min(left, reward.price))
      : usefulSpend(reward, Math.max(0, left), due);
    spend(reward, amount);
    deductions.push(deductionOfReward(reward, amount));
  }
  return { bill, deductions, spends };
};

/** What each chosen reward costs, by its id: of a partial one as much as helps. */
export const spendsOf = (entry: Entry): ReadonlyMap<number, number> => takeParts(entry).spends;

/**
 * Takes the chosen vouchers and rewards off what is entered, by the rules that the visit is written with. Of a partial
 * reward only the part that the bill and the balance allow is taken, after everything else.
 */
export const settleEntry = (entry: Entry): SettledEntry => {
  const { bill, deductions } = takeParts(entry);
  return settleBill(bill, deductions);
};

/** The chosen rewards as they are sent with the visit; a part that would take off nothing is not sent. */
export const redeemOf = (entry: Entry): { readonly rewardId: number; readonly spend?: number }[] => {
  const spends = spendsOf(entry);
  return entry.rewards.flatMap(({ rewardId, price }) => {
    const spend = spends.get(rewardId) ?? price;
    if (spend < 1) return [];
    return spend < price ? [{ rewardId, spend }] : [{ rewardId }];
  });
};

/**
 * What is paid after rewards and vouchers, minor units; null while no amount is known. A typed zero counts only
 * beside one of those: alone it is a slip of the finger.
 */
export const paidAmount = (entry: Entry): number | null => {
  if (entry.typed === null && entry.lines.length === 0) return null;
  const isFree = entry.rewards.length > 0 || entry.vouchers.length > 0;
  return entry.typed === 0 && !isFree ? null : settleEntry(entry).amount;
};

/** What stands in the amount field: like {@link paidAmount}, with 0 for nothing. */
export const shownAmount = (entry: Entry): number => paidAmount(entry) ?? 0;
