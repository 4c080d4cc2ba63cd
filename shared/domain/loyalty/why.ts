import type { Factor } from './programme.ts';

/** A multiplier with the name the owner gave it: "Tuesday double". */
export interface NamedFactor extends Factor {
  readonly name: string;
}

export type GiftOccasion = 'signUp' | 'referrer' | 'friend' | 'birthday' | 'milestone';

/** Why a ledger entry exists, as data for one sentence. */
export type Why =
  | {
      readonly kind: 'pointsForAmount';
      /** What earned, minor units: paid after rewards, without what is excluded. */
      readonly base: number;
      readonly points: number;
      readonly per: number;
      /** Remainder carried on, in minor units rounded down. */
      readonly carried: number;
      readonly bonus: NamedFactor | null;
      readonly tier: NamedFactor | null;
      /** Extra points for single items. */
      readonly itemPoints: number;
      /** True when the day's cap took some away. */
      readonly capped: boolean;
    }
  | { readonly kind: 'stampForVisit'; readonly stamps: number; readonly bonus: NamedFactor | null }
  | {
      readonly kind: 'stampForItems';
      readonly pieces: number;
      readonly stamps: number;
      readonly bonus: NamedFactor | null;
    }
  | {
      readonly kind: 'gift';
      readonly occasion: GiftOccasion;
      readonly visits: number | null;
      readonly name: string | null;
    }
  | { readonly kind: 'reward'; readonly rewardId: number; readonly rewardName: string }
  | { readonly kind: 'undo'; readonly reason: string | null }
  | { readonly kind: 'refund'; readonly amount: number; readonly reason: string | null }
  | { readonly kind: 'moved' }
  | { readonly kind: 'import' }
  /** What somebody held in an earlier system. */
  | { readonly kind: 'openingBalance' }
  | { readonly kind: 'importUndone' }
  | { readonly kind: 'adjusted'; readonly reason: string }
  | { readonly kind: 'expired'; readonly lots: number }
  /** From or to another wallet: merged customers, or a household. */
  | {
      readonly kind: 'transferred';
      readonly because: 'merge' | 'unmerge' | 'household';
      readonly name: string;
    };
