import { describe, expect, it } from 'vitest';
import { kindOfCall } from '#shared/domain/audit/entry-kind.ts';
import { unusualOf, usualThresholds, type WatchedEntry } from '#shared/domain/audit/unusual.ts';

const minute = 60_000;
const entry = (kind: WatchedEntry['kind'], more: Partial<WatchedEntry> = {}): WatchedEntry => ({
  kind,
  at: 0,
  staffId: 1,
  customerId: null,
  isRefused: false,
  isOwn: false,
  undoneAt: null,
  ...more,
});

describe('what is worth a look', () => {
  it('is not what happens all day', () => {
    expect(unusualOf([entry('checkIn'), entry('undo', { at: minute, undoneAt: 0 })])).toEqual([null, null]);
  });

  it('is a refused attempt, a merge and a person forgotten', () => {
    const entries = [entry('programme', { isRefused: true }), entry('merge'), entry('forgotten')];
    expect(unusualOf(entries)).toEqual(['refused', 'merge', 'forgotten']);
  });

  it('is an undo from an hour after the check-in', () => {
    const undo = (minutes: number) => entry('undo', { at: minutes * minute, undoneAt: 0 });
    expect(unusualOf([undo(59), undo(60)])).toEqual([null, 'lateUndo']);
  });

  it('is more corrections by one person than usual, whoever else corrects', () => {
    const own = Array.from({ length: usualThresholds.adjustments }, () => entry('points'));
    expect(unusualOf([...own, entry('points', { staffId: 2 })])).toEqual(Array(6).fill('byHand'));
    expect(unusualOf([...own, entry('points')])).toEqual(Array(6).fill('manyAdjustments'));
  });

  it('is one’s own card, for whatever somebody gains by', () => {
    const own = (kind: WatchedEntry['kind']) => entry(kind, { isOwn: true, customerId: 7 });
    expect(unusualOf([own('checkIn'), own('points'), own('voucher'), own('note')])).toEqual([
      ...['ownCard', 'ownCard', 'ownCard', null],
    ]);
  });

  it('begins where the owner says', () => {
    const strict = { adjustments: 0, burst: 2, burstMinutes: 1, undoMinutes: 5 };
    const undo = entry('undo', { at: 5 * minute, undoneAt: 0, customerId: 8 });
    const twice = [entry('checkIn', { customerId: 7 }), entry('checkIn', { customerId: 7, at: minute })];
    expect(unusualOf([undo, ...twice, entry('points')], strict)).toEqual([
      ...['lateUndo', 'burst', 'burst', 'manyAdjustments'],
    ]);
  });

  it('is the same customer checked in again and again within minutes, in whatever order', () => {
    const at = (minutes: number, customerId: number | null = 7) =>
      entry('checkIn', { at: minutes * minute, customerId });
    expect(unusualOf([at(10), at(5), at(0), at(3, 8)])).toEqual(['burst', 'burst', 'burst', null]);
    expect(unusualOf([at(11), at(5), at(0)])).toEqual([null, null, null]);
    expect(unusualOf([at(1, null), at(1, null), at(1, null)])).toEqual([null, null, null]);
  });
});

it.each([
  ['customers.update', 'customer'],
  ['customers.merge', 'merge'],
  ['loyalty.adjust', 'points'],
  ['loyalty.publish', 'programme'],
  ['privacy.erase', 'forgotten'],
  ['nobody.knows', 'other'],
])('%s is about %s', (call, kind) => {
  expect(kindOfCall(call)).toBe(kind);
});
