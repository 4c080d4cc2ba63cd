import { describe, expect, it } from 'vitest';
import {
  draftOf,
  newReward,
  type ProgrammeDraft,
  previewRules,
  problemsOf,
  sameDraft,
  toPublish,
} from '#renderer/src/screens/loyalty/programme-draft.ts';
import type { Programme } from '#shared/contract/loyalty.ts';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { previewEarning } from '#shared/domain/loyalty/earn.ts';

const programme: Programme = {
  versionId: 9,
  number: 3,
  effectiveFrom: '2026-05-04',
  pointsUnitId: 71,
  points: { points: 1, per: 100 },
  stamps: { unitId: 72, name: 'Coffee card', size: 10, stampsPerVisit: 1 },
  rewards: [
    { id: 5, name: 'Coffee', unitId: 72, price: 10, itemId: 40, amountOff: null, cost: 85, active: true },
    { id: 6, name: 'Beans', unitId: 71, price: 500, itemId: null, amountOff: null, cost: 620, active: true },
    { id: 7, name: 'Old', unitId: 71, price: 5, itemId: null, amountOff: null, cost: 0, active: false },
  ],
};
const draft = draftOf(programme, 100);
const kinds = (change: Partial<ProgrammeDraft>) =>
  problemsOf({ ...draft, ...change }).map(({ kind }) => kind);
const reward = newReward('new-1', draft);

describe('a draft', () => {
  it('publishes the programme it was made of, without the rewards that are gone', () => {
    expect(toPublish(draft)).toEqual({
      points: { points: 1, per: 100 },
      stamps: { name: 'Coffee card', size: 10, stampsPerVisit: 1 },
      rewards: [
        { id: 5, name: 'Coffee', pricedIn: 'stamps', price: 10, itemId: 40, amountOff: null, cost: 85 },
        { id: 6, name: 'Beans', pricedIn: 'points', price: 500, itemId: null, amountOff: null, cost: 620 },
      ],
    });
  });

  it('offers the usual rule where points are off', () => {
    const off = draftOf({ ...programme, points: null }, 1);
    expect(off.points).toEqual({ on: false, points: 1, per: 1 });
    expect(toPublish({ ...off, rewards: [] })?.points).toBeNull();
  });

  it('prices a stamp reward at a full card, whatever size that has now', () => {
    const bigger = { ...draft, stamps: { ...draft.stamps, size: 12 } };
    expect(toPublish(bigger)?.rewards[0]?.price).toBe(12);
  });

  it('knows whether it was changed', () => {
    expect(sameDraft(draft, draftOf(programme, 100))).toBe(true);
    expect(sameDraft(draft, { ...draft, rewards: [] })).toBe(false);
  });
});

describe('problemsOf', () => {
  it('finds none in a programme in force', () => {
    expect(problemsOf(draft)).toEqual([]);
  });

  it('wants numbers within their bounds', () => {
    expect(kinds({ points: { on: true, points: 1, per: null } })).toEqual(['points']);
    expect(kinds({ points: { on: true, points: 0, per: 100 } })).toEqual(['points']);
    expect(kinds({ stamps: { ...draft.stamps, size: 1 } })).toEqual(['stampSize']);
    expect(kinds({ stamps: { ...draft.stamps, stampsPerVisit: 6 } })).toEqual(['stampsPerVisit']);
    expect(kinds({ stamps: { ...draft.stamps, name: ' ' } })).toEqual(['stampName']);
  });

  it('wants every reward to have a name, a price and something it takes off', () => {
    expect(kinds({ rewards: [reward] })).toEqual(['rewardName']);
    expect(kinds({ rewards: [{ ...reward, name: 'A', pricedIn: 'points' }] })).toEqual(['rewardPrice']);
    expect(kinds({ rewards: [{ ...reward, name: 'A', gives: 'amountOff' }] })).toEqual(['rewardAmount']);
    expect(kinds({ rewards: [{ ...reward, name: 'A' }] })).toEqual([]);
  });

  it('refuses a reward paid with what is not given, and a programme that gives nothing', () => {
    const noPoints = { ...draft.points, on: false };
    expect(kinds({ points: noPoints })).toEqual(['rewardUnit']);
    expect(kinds({ points: noPoints, stamps: { ...draft.stamps, on: false }, rewards: [] })).toEqual([
      'nothing',
    ]);
    expect(toPublish({ ...draft, points: noPoints })).toBeNull();
  });
});

describe('previewRules', () => {
  it('earn what the till would earn', () => {
    const rules = previewRules(draft);
    expect(previewEarning(rules, { amount: 850, carry: noCarry })).toEqual({ stamps: 1, points: 8 });
  });

  it('give nothing for a part that is not complete yet', () => {
    const unfinished = {
      ...draft,
      points: { ...draft.points, per: null },
      stamps: { ...draft.stamps, size: null },
    };
    const rules = previewRules(unfinished);
    expect(previewEarning(rules, { amount: 850, carry: noCarry })).toEqual({ stamps: 0, points: 0 });
  });
});
