import type { CustomerCard } from '#shared/contract/till.ts';
import type { VisitTime } from '#shared/domain/loyalty/bonus-windows.ts';
import { type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { type EarnBase, previewEarning } from '#shared/domain/loyalty/earn.ts';
import { dueGifts, type GiftFacts } from '#shared/domain/loyalty/gifts.ts';
import { type ProgrammeRules, type TierLevel, unitsOf } from '#shared/domain/loyalty/programme.ts';
import { levelFor, levelForRank } from '#shared/domain/loyalty/tiers.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import type { Entry } from './entry.ts';
import { readBirthday } from './new-customer-form.ts';
import { paidAmount, settleEntry } from './settle-entry.ts';
import type { NewCustomerForm } from './till-panels.ts';

/** What the shop decided and the clock says, for saying beforehand what a visit earns. */
export interface EarningWorld {
  readonly rules: ProgrammeRules;
  readonly time: VisitTime;
  readonly categoryOf: (itemId: number) => string;
  /** False where amounts are never asked: then none is sent. */
  readonly asksAmount: boolean;
}

/** What the visit will bring the customer, gifts included. */
export interface Gains {
  readonly byUnit: ReadonlyMap<number, number>;
  readonly stamps: number;
  readonly points: number;
}

type Visitor = Pick<EarnBase, 'carry' | 'tier' | 'earnedToday'> & { readonly gifts: GiftFacts };

/** The remainder of points carried from earlier visits. */
const carryOf = (card: CustomerCard): Carry => {
  const points = card.balances.find(({ kind }) => kind === 'points');
  return points === undefined ? noCarry : { num: points.carryNum, den: points.carryDen };
};

const knownVisitor = ({ rules }: EarningWorld, card: CustomerCard): Visitor => {
  const { tierId, earnedToday, ...gifts } = card.earning;
  return {
    carry: carryOf(card),
    tier: rules.tiers?.levels.find((level) => level.id === tierId) ?? null,
    earnedToday: (unitId) => earnedToday.find((each) => each.unitId === unitId)?.amount ?? 0,
    gifts,
  };
};

/** The level everybody has who never came. */
const firstTier = ({ tiers }: ProgrammeRules): TierLevel | null => {
  if (tiers === null) return null;
  return tiers.basis === 'rank' ? levelForRank(tiers, null) : levelFor(tiers, 0);
};

const newVisitor = ({ rules, time }: EarningWorld, form: NewCustomerForm): Visitor => {
  const birthday = readBirthday(form.birthday);
  const nearest = birthday === null || birthday === 'wrong' ? null : nearestBirthday(birthday, time.day);
  return {
    carry: noCarry,
    tier: firstTier(rules),
    earnedToday: () => 0,
    gifts: {
      visitNumber: 1,
      daysToBirthday: nearest === null ? null : Math.abs(nearest - time.day),
      birthdayGiven: false,
      referredById: form.referredBy?.customerId ?? null,
    },
  };
};

const gainsOf = (world: EarningWorld, entry: Entry, visitor: Visitor): Gains => {
  const { rules, time, categoryOf } = world;
  const { gifts, ...base } = visitor;
  const { lines } = settleEntry(entry);
  const byUnit = new Map(
    previewEarning(rules, {
      ...base,
      amount: world.asksAmount ? paidAmount(entry) : null,
      lines: lines.map((line) => ({ ...line, category: categoryOf(line.itemId) })),
      time,
    }),
  );
  for (const { gift, to } of dueGifts(rules.gifts, gifts)) {
    if (to === 'customer') byUnit.set(gift.unitId, (byUnit.get(gift.unitId) ?? 0) + gift.amount);
  }
  const sumOf = (kind: 'stamps' | 'points') =>
    unitsOf(rules)
      .filter((unit) => unit.kind === kind)
      .reduce((sum, { unitId }) => sum + (byUnit.get(unitId) ?? 0), 0);
  return { byUnit, stamps: sumOf('stamps'), points: sumOf('points') };
};

/** What a check-in of this customer now brings: the same functions write it. */
export const gainsOfCustomer = (world: EarningWorld, entry: Entry, card: CustomerCard): Gains =>
  gainsOf(world, entry, knownVisitor(world, card));

/** What the first check-in of a new customer brings. */
export const gainsOfNewCustomer = (world: EarningWorld, entry: Entry, form: NewCustomerForm): Gains =>
  gainsOf(world, entry, newVisitor(world, form));
