import { type FollowUpChannel, type FollowUpTone, followUpChannels } from '../follow-ups/reasons.ts';
import { minorUnitsPerEuro } from '../money/price-level.ts';
import type { PlaybookSituation } from './situations.ts';

/** What is said in one language, as templates of `fillWords`; `gift` is the name the gift has in it. */
export interface PlaybookWords {
  /** Over the phone. */
  readonly call: string;
  /** In a text message, an e-mail, a card or a letter. */
  readonly write: string;
  readonly subject: string;
  /** Face to face, when they are in the shop. */
  readonly here: string;
  readonly gift: string;
}

export type GiftBenefit =
  | { readonly kind: 'item'; readonly itemId: number }
  | { readonly kind: 'amountOff'; readonly amount: number }
  | { readonly kind: 'percentOff'; readonly percent: number }
  | { readonly kind: 'thing' };

/** The voucher that goes with a playbook. */
export interface PlaybookGift {
  readonly kind: 'birthday' | 'winBack' | 'referral' | 'surprise' | 'recovery';
  readonly benefit: GiftBenefit;
  /** What it costs the shop, minor units. */
  readonly cost: number;
  /** Days it can be used, the day it is given included. */
  readonly days: number;
}

/** What to do in a situation. */
export interface Playbook {
  /** Ways to turn to somebody, best first; in person before the others means leaving them alone until they are here. */
  readonly channels: readonly FollowUpChannel[];
  readonly tone: FollowUpTone;
  /** Largest cost that staff may give on the spot, minor units; a gift that costs more is not offered. */
  readonly allowance: number;
  readonly gift: PlaybookGift | null;
  /** By language tag. */
  readonly words: Readonly<Record<string, PlaybookWords>>;
}

interface Shape {
  readonly channels: readonly FollowUpChannel[];
  readonly tone: FollowUpTone;
  /** Allowance and cost in euros; the currency of the shop turns them into its own round sums. */
  readonly allowance: number;
  readonly gift: { readonly kind: PlaybookGift['kind']; readonly cost: number; readonly days: number } | null;
}

const talk: readonly FollowUpChannel[] = ['call', 'text', 'email', 'post', 'inPerson'];
const write: readonly FollowUpChannel[] = ['text', 'email', 'post', 'call', 'inPerson'];
const onlyHere: readonly FollowUpChannel[] = ['inPerson'];
const card: readonly FollowUpChannel[] = ['post', 'text', 'email', 'call', 'inPerson'];

const winBack = { kind: 'winBack', cost: 6, days: 30 } as const;
const surprise = { kind: 'surprise', cost: 2, days: 14 } as const;

/** High risk: call, a real gift; medium: name and usual order, no discount; low: leave alone, surprise one a day. */
const shapes: Readonly<Record<PlaybookSituation, Shape>> = {
  atRiskHigh: { channels: talk, tone: 'promotional', allowance: 15, gift: winBack },
  atRiskLow: { channels: write, tone: 'promotional', allowance: 5, gift: { ...winBack, cost: 2 } },
  slippingHigh: { channels: write, tone: 'useful', allowance: 0, gift: null },
  slippingLow: { channels: write, tone: 'useful', allowance: 0, gift: null },
  onTrackHigh: { channels: onlyHere, tone: 'useful', allowance: 5, gift: surprise },
  onTrackLow: { channels: onlyHere, tone: 'useful', allowance: 0, gift: null },
  promise: {
    channels: talk,
    tone: 'useful',
    allowance: 15,
    gift: { kind: 'recovery', cost: 6, days: 60 },
  },
  birthday: { channels: card, tone: 'useful', allowance: 5, gift: { kind: 'birthday', cost: 2, days: 30 } },
  firstVisit: { channels: write, tone: 'useful', allowance: 0, gift: null },
  afterItem: { channels: write, tone: 'useful', allowance: 0, gift: null },
  expiring: { channels: write, tone: 'useful', allowance: 0, gift: null },
  milestone: { channels: card, tone: 'useful', allowance: 5, gift: surprise },
  silentVip: { channels: talk, tone: 'promotional', allowance: 15, gift: winBack },
  referral: {
    channels: write,
    tone: 'useful',
    allowance: 5,
    gift: { kind: 'referral', cost: 2, days: 60 },
  },
};

/** Gifts of a salon are treatments: they cost and last longer than a cup of coffee. */
const salonGift = (gift: NonNullable<Shape['gift']>): NonNullable<Shape['gift']> => ({
  ...gift,
  cost: Math.min(15, gift.cost * 2.5),
  days: gift.days * 2,
});

/**
 * What a playbook says before the owner changes anything, for a kind of shop.
 * @param words by language, from the translations
 */
export function presetPlaybook(
  situation: PlaybookSituation,
  shop: { readonly kind: 'cafe' | 'salon' | 'other'; readonly currency: string },
  words: Playbook['words'],
): Playbook {
  const { channels, tone, allowance, gift } = shapes[situation];
  const salon = shop.kind === 'salon';
  const euro = minorUnitsPerEuro(shop.currency);
  const given = gift && salon ? salonGift(gift) : gift;
  return {
    channels,
    tone,
    allowance: Math.max(allowance, given?.cost ?? 0) * euro,
    gift: given && {
      kind: given.kind,
      benefit: { kind: 'thing' },
      cost: Math.round(given.cost * euro),
      days: given.days,
    },
    words,
  };
}

/** Every way to turn to somebody: those of a playbook in its order, then the others as usual. */
export function waysInOrder(channels: readonly FollowUpChannel[]): readonly FollowUpChannel[] {
  return [...new Set([...channels, ...followUpChannels])];
}

/**
 * The ways in order with one of them a place earlier or later.
 * @returns the same where it is the first or the last already
 */
export function withWayMoved(
  ways: readonly FollowUpChannel[],
  way: FollowUpChannel,
  by: -1 | 1,
): readonly FollowUpChannel[] {
  const from = ways.indexOf(way);
  const other = ways[from + by];
  if (from < 0 || other === undefined) return ways;
  return ways.map((one) => (one === way ? other : one === other ? way : one));
}

/** Whether staff may give the gift of a playbook without asking. */
export function offersGift({ gift, allowance }: Playbook): boolean {
  return gift !== null && gift.cost <= allowance;
}

/** The language words are said in: the customer's where there are words in it, else the shop's, else the first there is. */
export function languageOfWords(
  { words }: Pick<Playbook, 'words'>,
  wanted: { readonly customer: string | null; readonly shop: string },
): string {
  const written = Object.keys(words);
  const base = wanted.customer?.split('-')[0]?.toLowerCase() ?? '';
  return [base, wanted.shop].find((tag) => written.includes(tag)) ?? written[0] ?? 'en';
}
