import type { Campaign, CampaignDraft, ExperimentTest, Variant } from '#shared/contract/campaigns.ts';
import { addDays, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { newVoucher, type VoucherDraft, voucherToIssue } from '../vouchers/voucher-draft.ts';
import { isWinBack } from './whom-choice.ts';

/** A way while it is written. */
export interface WayState {
  readonly key: string;
  readonly name: string;
  readonly words: Variant['words'];
  readonly hasGift: boolean;
  readonly gift: VoucherDraft;
  /** Days a gift is good for; null while it is empty. */
  readonly giftDays: number | null;
}

/** A campaign while it is written. */
export interface CampaignState
  extends Pick<CampaignDraft, 'name' | 'whom' | 'channel' | 'tone' | 'fromDay' | 'toDay'> {
  readonly ways: readonly WayState[];
  readonly isTested: boolean;
  readonly test: { readonly [K in keyof ExperimentTest]: number | null };
}

/** A campaign runs for two weeks unless said otherwise, and is watched for three. */
const usualLength = 14;
const usualTest: ExperimentTest = { holdoutPercent: 30, windowDays: 21, effectOf100: 10 };

export const newWay = (key: string, giftName: string, today: string): WayState => ({
  key,
  name: '',
  words: { en: '', fi: '' },
  hasGift: false,
  gift: newVoucher('surprise', giftName, today),
  giftDays: 30,
});

export const newCampaign = (giftName: string, today: string): CampaignState => {
  const day = parseDay(today);
  return {
    name: '',
    whom: { kind: 'risk', states: ['slipping', 'atRisk'] },
    channel: 'call',
    tone: 'promotional',
    fromDay: today,
    toDay: day === null ? today : formatDay(addDays(day, usualLength - 1)),
    ways: [newWay('a', giftName, today)],
    isTested: true,
    test: usualTest,
  };
};

const wayState = (way: Variant, key: string, giftName: string, today: string): WayState => {
  const fresh = newWay(key, giftName, today);
  const { gift } = way;
  if (gift === null) return { ...fresh, name: way.name, words: way.words };
  const { benefit } = gift;
  return {
    ...fresh,
    name: way.name,
    words: way.words,
    hasGift: true,
    giftDays: gift.days,
    gift: {
      ...fresh.gift,
      name: gift.name,
      gives: benefit.kind,
      cost: gift.cost,
      itemId: benefit.kind === 'item' ? benefit.itemId : null,
      amount: benefit.kind === 'amountOff' ? benefit.amount : null,
      percent: benefit.kind === 'percentOff' ? benefit.percent : null,
    },
  };
};

/** A saved campaign as it can be changed. */
export const stateOfCampaign = (campaign: Campaign, giftName: string, today: string): CampaignState => ({
  name: campaign.name,
  whom: campaign.whom,
  channel: campaign.channel,
  tone: campaign.tone,
  fromDay: campaign.fromDay,
  toDay: campaign.toDay,
  ways: campaign.variants.map((way, index) => wayState(way, index === 0 ? 'a' : 'b', giftName, today)),
  isTested: campaign.test !== null,
  test: campaign.test ?? usualTest,
});

/** Days on which people are turned to; 0 where the last is before the first. */
export const lengthOf = ({ fromDay, toDay }: Pick<CampaignState, 'fromDay' | 'toDay'>): number => {
  const [from, to] = [parseDay(fromDay), parseDay(toDay)];
  return from === null || to === null || to < from ? 0 : to - from + 1;
};

/** Two ways are always compared; one is, where it is to be found out whether it does anything. */
export const isTested = ({ ways, isTested: wanted }: CampaignState): boolean => wanted || ways.length === 2;

/** The test as it is asked for; null while something is missing or cannot be. */
export const testOf = (state: CampaignState): ExperimentTest | null => {
  const { holdoutPercent, windowDays, effectOf100 } = state.test;
  if (holdoutPercent === null || windowDays === null || effectOf100 === null) return null;
  const needsHoldout = state.ways.length === 1 || isWinBack(state.whom);
  if (holdoutPercent < (needsHoldout ? 1 : 0) || holdoutPercent > 50) return null;
  if (windowDays < lengthOf(state) || windowDays > 365 || effectOf100 < 1 || effectOf100 > 90) return null;
  return { holdoutPercent, windowDays, effectOf100 };
};

const variantOf = ({ name, words, hasGift, gift, giftDays }: WayState): Variant | null => {
  if (name.trim() === '') return null;
  const plain = { name: name.trim(), words: { en: words.en.trim(), fi: words.fi.trim() } };
  if (!hasGift) return { ...plain, gift: null };
  const given = voucherToIssue(gift);
  if (given === null || giftDays === null || giftDays < 1 || giftDays > 365) return null;
  return { ...plain, gift: { name: given.name, benefit: given.benefit, cost: given.cost, days: giftDays } };
};

/** The campaign as it is saved; null while something is missing. */
export const draftOf = (state: CampaignState): CampaignDraft | null => {
  const { name, whom, channel, tone, fromDay, toDay } = state;
  const variants = state.ways.map(variantOf).filter((way) => way !== null);
  const test = isTested(state) ? testOf(state) : null;
  const length = lengthOf(state);
  const isWhole = name.trim() !== '' && variants.length === state.ways.length && length > 0 && length <= 366;
  if (!isWhole || (isTested(state) && test === null)) return null;
  return { name: name.trim(), whom, channel, tone, variants, test, fromDay, toDay };
};
