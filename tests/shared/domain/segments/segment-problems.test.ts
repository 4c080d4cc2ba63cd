import { describe, expect, it } from 'vitest';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { type SegmentFilter, segmentProblems } from '#shared/domain/segments/index.ts';

const noRange = { atLeast: null, atMost: null };

describe('segmentProblems', () => {
  it('has nothing to say about a filter that means something', () => {
    const filter: SegmentFilter = {
      kind: 'all',
      of: [
        { kind: 'visits', count: { atLeast: 2, atMost: null }, lastDays: 30 },
        { kind: 'not', of: { kind: 'tag', tagIds: [3] } },
        { kind: 'consent', purpose: 'contact', given: true },
        {
          kind: 'any',
          of: [{ kind: 'rhythm', days: { atLeast: 1, atMost: 1 } }],
        },
      ],
    };
    expect(segmentProblems(filter)).toEqual([]);
    expect(segmentProblems({ kind: 'all', of: [] })).toEqual([]);
  });

  it.each<readonly [string, SegmentFilter]>([
    ['emptyGroup', { kind: 'any', of: [] }],
    ['emptyList', { kind: 'source', anyOf: [] }],
    ['emptyList', { kind: 'bought', itemIds: [], lastDays: null }],
    ['emptyList', { kind: 'askedAbout', itemIds: [], notBought: true }],
    ['emptyList', { kind: 'tag', tagIds: [] }],
    ['emptyList', { kind: 'staff', staffIds: [], lastDays: 7 }],
    ['emptyList', { kind: 'standing', anyOf: [], window: 60 }],
    ['openRange', { kind: 'lastVisit', daysAgo: noRange }],
    ['openRange', { kind: 'rhythm', days: noRange }],
    ['turnedRange', { kind: 'spend', amount: { atLeast: 2, atMost: 1 }, lastDays: null }],
    ['notAWindow', { kind: 'visits', count: { atLeast: 1, atMost: null }, lastDays: 0 }],
    ['notAWindow', { kind: 'standing', anyOf: ['lost'], window: 1.5 }],
    [
      'emptyPeriod',
      { kind: 'retention', group: 'S', start: businessDay(10), end: businessDay(10), window: 60 },
    ],
  ])('names %s', (what, filter) => {
    expect(segmentProblems(filter)).toEqual([{ path: [], what }]);
  });

  it('says where', () => {
    const filter: SegmentFilter = {
      kind: 'all',
      of: [
        { kind: 'tag', tagIds: [3] },
        { kind: 'any', of: [{ kind: 'not', of: { kind: 'tag', tagIds: [] } }] },
      ],
    };
    expect(segmentProblems(filter)).toEqual([{ path: [1, 0, 0], what: 'emptyList' }]);
  });
});
