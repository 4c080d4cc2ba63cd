import * as z from 'zod';
import type { BusinessDay } from '../domain/business-day/business-day.ts';
import type { ProgrammeRules } from '../domain/loyalty/programme.ts';
import { amount, id, line } from './schema.ts';

/** A business day as a number of days, as the rules hold it. */
const dayNumber = z.custom<BusinessDay>((value) => Number.isInteger(value)).nullable();

export const factor = z.object({ num: z.int().min(1).max(100), den: z.int().min(1).max(100) });

export const itemScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), itemId: id }),
  z.object({ kind: z.literal('category'), category: line(40) }),
]);

export const pointsRule = z.object({
  points: z.int().min(1).max(10_000),
  per: z.int().min(1).max(1_000_000_000),
  minAmount: amount,
  excluded: z.array(itemScope).max(100),
  perItem: z.array(z.object({ scope: itemScope, points: z.int().min(1).max(10_000) })).max(50),
  dailyCap: z.int().min(1).nullable(),
});

export const stampCard = z.object({
  unitId: id,
  name: line(40).min(1),
  size: z.int().min(2).max(50),
  stamps: z.int().min(1).max(5),
  on: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('visit'), minAmount: amount }),
    z.object({ kind: z.literal('items'), scopes: z.array(itemScope).min(1).max(100) }),
  ]),
  perDay: z.int().min(1).nullable(),
});

export const bonusWindow = z.object({
  id,
  name: line(60).min(1),
  weekdays: z.array(z.int().min(1).max(7)).max(7),
  hours: z.object({ from: z.int().min(0).max(1440), to: z.int().min(0).max(1440) }).nullable(),
  firstDay: dayNumber,
  lastDay: dayNumber,
  factor,
  applies: z.enum(['points', 'stamps', 'both']),
});

export const gift = z.object({ unitId: id, amount: z.int().min(1).max(100_000) });

export const giftRules = z.object({
  signUp: gift.nullable(),
  referral: z.object({ referrer: gift, friend: gift }).nullable(),
  birthday: z.object({ gift, daysAround: z.int().min(0).max(31) }).nullable(),
  milestones: z.array(z.object({ visits: z.int().min(1).max(10_000), gift })).max(20),
});

export const reward = z.object({
  id,
  name: line(60).min(1),
  kind: z.enum(['freeItem', 'percentOff', 'amountOff', 'addOn', 'experience', 'thanks']),
  unitId: id,
  price: z.int().min(1).max(1_000_000),
  itemId: id.nullable(),
  percent: z.int().min(1).max(100).nullable(),
  amountOff: amount.nullable(),
  partial: z.boolean(),
  stock: z.int().min(0).nullable(),
  firstDay: dayNumber,
  lastDay: dayNumber,
  tierId: id.nullable(),
  onlyNew: z.boolean(),
  cost: amount,
  active: z.boolean(),
});

const graceDays = z.int().min(0).max(366);

export const expiryRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('never') }),
  z.object({ kind: z.literal('months'), months: z.int().min(1).max(120), graceDays }),
  z.object({
    kind: z.literal('endOf'),
    period: z.enum(['month', 'quarter', 'year']),
    later: z.int().min(0).max(12),
    graceDays,
  }),
  z.object({ kind: z.literal('inactivity'), months: z.int().min(1).max(120), graceDays }),
]);

export const tierLevel = z.object({
  id,
  name: line(40).min(1),
  from: z.int().min(0),
  benefits: line(200),
  factor,
});

export const tierScheme = z.object({
  basis: z.enum(['visits', 'spend', 'rank']),
  window: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('rolling'), days: z.int().min(7).max(730) }),
    z.object({ kind: z.literal('calendarYear') }),
  ]),
  graceDays,
  levels: z.array(tierLevel).min(1).max(6),
});

/** The rules of a programme version, checked as they come from a screen. */
export const programmeRules = z.object({
  pointsUnitId: id,
  points: pointsRule.nullable(),
  stampCards: z.array(stampCard).max(6),
  bonuses: z.array(bonusWindow).max(20),
  gifts: giftRules,
  rewards: z.array(reward).max(30),
  expiry: z.object({ points: expiryRule, stamps: expiryRule }),
  tiers: tierScheme.nullable(),
  giveBackLimit: z.int().min(1).max(10_000).nullable(),
}) satisfies z.ZodType<ProgrammeRules>;
