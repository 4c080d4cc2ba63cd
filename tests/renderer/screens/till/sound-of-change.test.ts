import { describe, expect, it } from 'vitest';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import { soundOfChange } from '#renderer/src/screens/till/sound-of-change.ts';
import type { TillAction } from '#renderer/src/screens/till/till-state.ts';
import { aReceipt, aReward, choose, esc, olli, submit, tillAfter, typed, written } from './till-builders.ts';

const rewards = [aReward({ id: 1, name: 'Coffee' })];
const full = {
  unitId: 5,
  kind: 'stamps',
  name: '',
  before: 9,
  earned: 1,
  spent: 0,
  gifts: 0,
  after: 10,
  target: 10,
  rewardName: 'Coffee',
} as const;

const sounds = (start: ReturnType<typeof tillAfter>, ...actions: readonly TillAction[]) => {
  let state = start;
  return actions.map((action) => {
    const before = state;
    state = reduceTill(state, action);
    return soundOfChange(before, state, rewards);
  });
};

describe('soundOfChange', () => {
  const ready = tillAfter(choose(), typed('900'));

  it('tells a check-in from a reward reached, once', () => {
    expect(sounds(ready, submit(), written(), typed('a'), esc)).toEqual([null, 'checkedIn', null, null]);
    expect(sounds(ready, submit(), written(aReceipt({ changes: [full] })))).toEqual([null, 'rewardReached']);
  });

  it('is low for an unknown or blocked card and for a failure', () => {
    const unknown: TillAction = {
      type: 'scanned',
      result: { kind: 'unknown', code: '1' },
      rush: false,
      newId: 'x',
    };
    const blocked: TillAction = {
      type: 'scanned',
      result: { kind: 'blocked', person: olli, code: '1' },
      rush: false,
      newId: 'x',
    };
    const refused: TillAction = { type: 'refused', requestId: 'request-1', failure: 'disk' };
    expect(sounds(ready, unknown, typed('a'), esc)).toEqual(['refused', null, null]);
    expect(sounds(ready, blocked)).toEqual(['refused']);
    expect(sounds(ready, submit(), refused)).toEqual([null, 'refused']);
  });
});
