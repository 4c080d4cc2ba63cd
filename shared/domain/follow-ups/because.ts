import type { BusinessDay } from '../business-day/business-day.ts';
import type { FollowUpReason } from './reasons.ts';

/** How it stands with somebody who has not come when expected; chances are missing where the data carry none. */
export interface Absence {
  readonly kind: 'atRisk' | 'slipping';
  readonly lastDay: BusinessDay;
  /** Usual days between two visits, and days waited now; closed days and absences do not count. */
  readonly usualGap: number;
  readonly waited: number;
  readonly expectedDay: BusinessDay;
}

/** Why somebody is on the list, with what a sentence about it needs. It names nobody: names are read when it is shown. */
export type Because =
  | { readonly kind: 'promise'; readonly promiseId: number; readonly dueDay: BusinessDay }
  | Absence
  | { readonly kind: 'birthday'; readonly day: BusinessDay }
  | { readonly kind: 'firstVisit'; readonly day: BusinessDay }
  | { readonly kind: 'afterItem'; readonly day: BusinessDay; readonly itemId: number }
  | {
      readonly kind: 'expiring';
      /** Last day on which it is worth anything. */
      readonly day: BusinessDay;
      readonly what: 'points' | 'stamps' | 'voucher';
      /** Of which unit, or which voucher. */
      readonly thingId: number;
      /** Points or stamps; 1 for a voucher. */
      readonly amount: number;
    }
  | {
      readonly kind: 'milestone';
      readonly day: BusinessDay;
      readonly of: 'visits' | 'years';
      readonly count: number;
    }
  | { readonly kind: 'silentVip'; readonly lastDay: BusinessDay; readonly silentDays: number }
  | { readonly kind: 'referral'; readonly day: BusinessDay; readonly friendId: number }
  | { readonly kind: 'campaign'; readonly campaignId: number };

/** Somebody with a reason to be turned to. */
export interface Candidate {
  readonly customerId: number;
  readonly because: Because;
  /** Money at stake, by the last twelve months where known, minor units; null = not known. */
  readonly value: number | null;
  /** Reasons that this one takes the place of: a campaign for people who stay away says what is said to them. */
  readonly inPlaceOf?: readonly FollowUpReason[];
}
