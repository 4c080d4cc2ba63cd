import type { Gift, GiftRules } from './programme.ts';
import type { GiftOccasion } from './why.ts';

/** A gift on account of a customer that stands, whoever received it. */
export interface GivenGift {
  readonly occasion: GiftOccasion;
  /** Which milestone; null for other occasions. */
  readonly visits: number | null;
}

/** What decides which gifts a visit brings. */
export interface GiftFacts {
  /** Which visit (day) of this customer it is; null when the customer was here already today. */
  readonly visitNumber: number | null;
  /** Days between this visit and the nearest birthday; null when it is not known. */
  readonly daysToBirthday: number | null;
  /** Whether the gift of this birthday was given already. */
  readonly birthdayGiven: boolean;
  readonly referredById: number | null;
  /**
   * Gifts of this customer's visits that were not taken back (of a referral either side). After an undo a visit number
   * comes a second time, the gift does not.
   */
  readonly given?: readonly GivenGift[] | undefined;
}

export interface DueGift {
  readonly gift: Gift;
  readonly occasion: GiftOccasion;
  readonly visits: number | null;
  /** Who gets it: the customer, or who brought them. */
  readonly to: 'customer' | 'referrer';
}

/**
 * Gifts that come with a visit: the head start with the first, the referral (both sides) with the second, the birthday's
 * once a year, and milestones. They belong to the visit, so an undo takes them back.
 */
export function dueGifts(rules: GiftRules, facts: GiftFacts): readonly DueGift[] {
  const due: DueGift[] = [];
  const { visitNumber } = facts;
  const stands = (occasion: GiftOccasion, visits: number | null = null): boolean =>
    facts.given?.some((gift) => gift.occasion === occasion && gift.visits === visits) ?? false;
  if (visitNumber === 1 && rules.signUp && !stands('signUp')) {
    due.push({ gift: rules.signUp, occasion: 'signUp', visits: null, to: 'customer' });
  }
  const isPaidBefore = stands('friend') || stands('referrer');
  if (visitNumber === 2 && rules.referral && facts.referredById !== null && !isPaidBefore) {
    due.push({ gift: rules.referral.friend, occasion: 'friend', visits: null, to: 'customer' });
    due.push({ gift: rules.referral.referrer, occasion: 'referrer', visits: null, to: 'referrer' });
  }
  const { birthday } = rules;
  const isNear =
    facts.daysToBirthday !== null && Math.abs(facts.daysToBirthday) <= (birthday?.daysAround ?? -1);
  if (birthday && isNear && !facts.birthdayGiven) {
    due.push({ gift: birthday.gift, occasion: 'birthday', visits: null, to: 'customer' });
  }
  for (const milestone of rules.milestones) {
    if (visitNumber === milestone.visits && !stands('milestone', milestone.visits)) {
      due.push({ gift: milestone.gift, occasion: 'milestone', visits: milestone.visits, to: 'customer' });
    }
  }
  return due.filter(({ gift }) => gift.amount > 0);
}
