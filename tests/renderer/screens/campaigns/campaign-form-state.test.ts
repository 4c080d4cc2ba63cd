import { describe, expect, it } from 'vitest';
import {
  type CampaignState,
  draftOf,
  newCampaign,
  newWay,
  stateOfCampaign,
} from '#renderer/src/screens/campaigns/campaign-form-state.ts';
import { everybody, isWinBack, whomOf, whomValue } from '#renderer/src/screens/campaigns/whom-choice.ts';
import { type Campaign, campaignReasons, type Whom } from '#shared/contract/campaigns.ts';

const named = (state: CampaignState): CampaignState => ({
  ...state,
  name: ' Call the quiet ones ',
  ways: state.ways.map((way) => ({ ...way, name: way.key })),
});

const fresh = named(newCampaign('A surprise', '2026-03-10'));

describe('a campaign while it is written', () => {
  it('is for those who are slipping, two weeks long and tested, until something else is chosen', () => {
    expect(draftOf(fresh)).toMatchObject({
      name: 'Call the quiet ones',
      whom: { kind: 'risk', states: ['slipping', 'atRisk'] },
      fromDay: '2026-03-10',
      toDay: '2026-03-23',
      test: { holdoutPercent: 30, windowDays: 21, effectOf100: 10 },
    });
  });

  it('cannot be saved while something is missing or cannot be', () => {
    const without = (part: Partial<CampaignState>) => draftOf({ ...fresh, ...part });
    expect(without({ name: ' ' })).toBeNull();
    expect(without({ toDay: '2026-03-09' })).toBeNull();
    expect(without({ ways: [newWay('a', '', '2026-03-10')] })).toBeNull();
    expect(without({ test: { ...fresh.test, windowDays: 13 } })).toBeNull();
    expect(without({ test: { ...fresh.test, windowDays: 14 } })).not.toBeNull();
    expect(without({ test: { ...fresh.test, holdoutPercent: 0 } })).toBeNull();
    expect(without({ test: { ...fresh.test, effectOf100: null } })).toBeNull();
    expect(without({ test: { ...fresh.test, effectOf100: null }, isTested: false })).not.toBeNull();
  });

  it('always compares two ways, and needs nobody held back for that but among those to be won back', () => {
    const ways = [...fresh.ways, { ...newWay('b', '', '2026-03-10'), name: 'b' }];
    const test = { ...fresh.test, holdoutPercent: 0 };
    expect(draftOf({ ...fresh, ways, test })).toBeNull();
    expect(draftOf({ ...fresh, ways, test, whom: everybody, isTested: false })).toMatchObject({ test });
  });

  it('is the same after it was saved', () => {
    const [way] = fresh.ways;
    if (way === undefined) throw new Error('no way');
    const gift = { ...way.gift, gives: 'percentOff' as const, percent: 10, cost: 60 };
    const draft = draftOf({ ...fresh, ways: [{ ...way, hasGift: true, gift }] });
    if (draft === null) throw new Error('not whole');
    const saved = { ...draft, campaignId: 1 } as Campaign;
    expect(draftOf(stateOfCampaign(saved, 'A surprise', '2026-03-12'))).toEqual(draft);
  });
});

describe('the people chosen', () => {
  it('are those that were meant', () => {
    const choices: readonly Whom[] = [
      everybody,
      { kind: 'segment', segmentId: 7 },
      { kind: 'risk', states: ['slipping', 'atRisk'] },
      { kind: 'risk', states: ['onTrack'] },
      { kind: 'reason', reason: 'birthday' },
    ];
    for (const whom of choices) expect(whomOf(whomValue(whom), campaignReasons, everybody)).toEqual(whom);
    const conditions: Whom = { kind: 'filter', filter: { kind: 'source', anyOf: ['Friend'] } };
    expect(whomOf(whomValue(conditions), campaignReasons, conditions)).toEqual(conditions);
    expect(choices.map(isWinBack)).toEqual([false, false, true, false, false]);
  });
});
