import { describe, expect, it } from 'vitest';
import {
  builtOf,
  conditionKinds,
  filterOf,
  mostRows,
  newCondition,
  newGroup,
  withRow,
} from '#renderer/src/screens/segments/conditions.ts';
import { type SegmentFilterData, segmentFilter } from '#shared/contract/segment-filter.ts';
import { segmentProblems } from '#shared/domain/segments/index.ts';

const visits = newCondition('visits');
const spend = newCondition('spend');

describe('a filter in the builder', () => {
  it.each<[string, SegmentFilterData]>([
    ['every kind of condition', { kind: 'all', of: conditionKinds.map(newCondition) }],
    ['one of several', { kind: 'any', of: [visits, spend] }],
    ['the opposite of a condition', { kind: 'all', of: [visits, { kind: 'not', of: spend }] }],
    [
      'groups inside',
      {
        kind: 'all',
        of: [visits, { kind: 'any', of: [spend, { kind: 'not', of: visits }] }, { kind: 'all', of: [spend] }],
      },
    ],
    ['the opposite of a group', { kind: 'any', of: [{ kind: 'not', of: { kind: 'any', of: [visits] } }] }],
  ])('comes back as it was saved: %s', (_what, filter) => {
    const built = builtOf(segmentFilter.parse(filter));
    expect(built && filterOf(built)).toEqual(filter);
  });

  it.each<[string, SegmentFilterData]>([
    ['a single condition', visits],
    ['named people', { kind: 'customers', ids: [1] }],
    ['named people in a list', { kind: 'all', of: [{ kind: 'customers', ids: [1] }] }],
    [
      'groups in groups in groups',
      { kind: 'all', of: [{ kind: 'all', of: [{ kind: 'all', of: [visits] }] }] },
    ],
    ['the opposite of the opposite', { kind: 'all', of: [{ kind: 'not', of: { kind: 'not', of: visits } }] }],
  ])('is left alone when the builder cannot show it: %s', (_what, filter) => {
    expect(builtOf(filter)).toBeNull();
  });

  it('gets rows under keys of their own, also after one was taken out of the middle', () => {
    let group = withRow(withRow(newGroup(), spend), visits);
    group = withRow({ ...group, rows: group.rows.filter(({ key }) => key !== 1) }, spend);
    expect(new Set(group.rows.map(({ key }) => key)).size).toBe(3);
    expect(filterOf(group)).toEqual({ kind: 'any', of: [visits, visits, spend] });
  });

  it('begins a group as something that can be counted at once', () => {
    expect(segmentProblems(filterOf(withRow(newGroup(), newGroup())))).toEqual([]);
    const most = { kind: 'all' as const, of: Array.from({ length: mostRows }, () => visits) };
    expect(segmentFilter.safeParse(most).success).toBe(true);
  });
});
