import type { BusinessDay } from '../business-day/business-day.ts';
import type { ConsentPurpose } from '../consent/consent.ts';
import type { CustomerId, RetentionGroup, Standing } from '../retention/index.ts';

/** From `atLeast` to `atMost`, both included; null: open on that side. */
export type Range = { readonly atLeast: number | null; readonly atMost: number | null };

/** The last so many days, today included; null: ever. */
export type Within = { readonly lastDays: number | null };

/**
 * One condition about a customer. What is not known of somebody (no birthday, no amount, never came) meets no condition
 * about it; `not` around the condition finds them.
 */
export type Condition =
  /** Days with a visit: frequency. */
  | ({ readonly kind: 'visits'; readonly count: Range } & Within)
  /** Days since the last visit: recency. */
  | { readonly kind: 'lastVisit'; readonly daysAgo: Range }
  /** Days since the first visit ever. */
  | { readonly kind: 'firstVisit'; readonly daysAgo: Range }
  /** Sum of the known amounts, minor units. */
  | ({ readonly kind: 'spend'; readonly amount: Range } & Within)
  /** Mean of the check-ins with a known amount, minor units. */
  | ({ readonly kind: 'averageSpend'; readonly amount: Range } & Within)
  /** Own rhythm in days; nobody below three gaps has one. */
  | { readonly kind: 'rhythm'; readonly days: Range }
  /** Bought at least one of the items. */
  | ({ readonly kind: 'bought'; readonly itemIds: readonly number[] } & Within)
  /** Asked about at least one of the items; `notBought`: and has not bought it since. */
  | { readonly kind: 'askedAbout'; readonly itemIds: readonly number[]; readonly notBought: boolean }
  | { readonly kind: 'source'; readonly anyOf: readonly string[] }
  /** Null in the list: those in no tier. */
  | { readonly kind: 'tier'; readonly anyOf: readonly (number | null)[] }
  /** 1..12 */
  | { readonly kind: 'birthdayMonth'; readonly anyOf: readonly number[] }
  | { readonly kind: 'risk'; readonly anyOf: readonly Risk[] }
  /** Served at least once by one of them. */
  | ({ readonly kind: 'staff'; readonly staffIds: readonly number[] } & Within)
  | { readonly kind: 'consent'; readonly purpose: ConsentPurpose; readonly given: boolean }
  /** Wears at least one of the tags; one that was removed nobody wears. */
  | { readonly kind: 'tag'; readonly tagIds: readonly number[] }
  /** Active, lapsed or lost by the own rhythm; `window` is W in days. */
  | { readonly kind: 'standing'; readonly anyOf: readonly Standing['kind'][]; readonly window: number }
  /** The people behind a figure of a retention report; `end` is the day after the last. */
  | {
      readonly kind: 'retention';
      readonly group: RetentionGroup;
      readonly start: BusinessDay;
      readonly end: BusinessDay;
      readonly window: number;
    }
  /** Named people: those behind any other figure. */
  | { readonly kind: 'customers'; readonly ids: readonly CustomerId[] };

export type Risk = 'low' | 'medium' | 'high';

/** Conditions put together. All of nothing is everybody, any of nothing nobody. */
export type SegmentFilter =
  | { readonly kind: 'all'; readonly of: readonly SegmentFilter[] }
  | { readonly kind: 'any'; readonly of: readonly SegmentFilter[] }
  | { readonly kind: 'not'; readonly of: SegmentFilter }
  | Condition;

/** One check-in of a customer, undone ones left out. */
export type SegmentCheckIn = {
  readonly day: BusinessDay;
  /** Minor units; null: not known. */
  readonly amount: number | null;
  readonly staffId: number | null;
  readonly itemIds: readonly number[];
};

/** Everything a filter can ask about a customer. */
export type SegmentFacts = {
  readonly customerId: CustomerId;
  /** First visit ever; an imported "customer since" counts as one. Null: never came. */
  readonly firstDay: BusinessDay | null;
  /** By day, rising; none after today. */
  readonly checkIns: readonly SegmentCheckIn[];
  /** Without what was taken off by hand. `bought`: since they asked. */
  readonly askedAbout: readonly { readonly itemId: number; readonly bought: boolean }[];
  readonly source: string | null;
  readonly tierId: number | null;
  readonly birthMonth: number | null;
  readonly risk: Risk | null;
  /** Purposes consented to. */
  readonly consents: readonly string[];
  readonly tagIds: readonly number[];
  /** The day they told us that they will not come any more. */
  readonly toldUsOn: BusinessDay | null;
};
