import type { Condition, Range, SegmentFilter } from './segment-filter.ts';

/**
 * Why a filter cannot mean what its author wants:
 * - emptyGroup: "any of" nothing finds nobody
 * - emptyList: a list to choose from with nothing chosen
 * - openRange: neither a lower nor an upper limit
 * - turnedRange: the lower limit above the upper one
 * - emptyPeriod: a period that ends before it starts
 * - notAWindow: a number of days below 1
 */
export type SegmentProblem = {
  /** Which condition: the places in the nested groups, from the outside. */
  readonly path: readonly number[];
  readonly what: 'emptyGroup' | 'emptyList' | 'openRange' | 'turnedRange' | 'emptyPeriod' | 'notAWindow';
};

/** Everything that keeps a filter from being saved; empty when it can be. */
export function segmentProblems(
  filter: SegmentFilter,
  path: readonly number[] = [],
): readonly SegmentProblem[] {
  switch (filter.kind) {
    case 'all':
    case 'any': {
      const own: readonly SegmentProblem[] =
        filter.kind === 'any' && filter.of.length === 0 ? [{ path, what: 'emptyGroup' }] : [];
      return [...own, ...filter.of.flatMap((one, index) => segmentProblems(one, [...path, index]))];
    }
    case 'not':
      return segmentProblems(filter.of, [...path, 0]);
    default:
      return conditionProblems(filter).map((what) => ({ path, what }));
  }
}

function conditionProblems(condition: Condition): readonly SegmentProblem['what'][] {
  const within = 'lastDays' in condition ? windowProblems(condition.lastDays) : [];
  switch (condition.kind) {
    case 'visits':
      return [...rangeProblems(condition.count), ...within];
    case 'spend':
    case 'averageSpend':
      return [...rangeProblems(condition.amount), ...within];
    case 'lastVisit':
    case 'firstVisit':
      return rangeProblems(condition.daysAgo);
    case 'rhythm':
      return rangeProblems(condition.days);
    case 'bought':
    case 'askedAbout':
      return [...listProblems(condition.itemIds), ...within];
    case 'tag':
      return listProblems(condition.tagIds);
    case 'staff':
      return [...listProblems(condition.staffIds), ...within];
    case 'source':
    case 'tier':
    case 'birthdayMonth':
    case 'risk':
      return listProblems(condition.anyOf);
    case 'standing':
      return [...listProblems(condition.anyOf), ...windowProblems(condition.window)];
    case 'retention':
      return [
        ...(condition.end <= condition.start ? ['emptyPeriod' as const] : []),
        ...windowProblems(condition.window),
      ];
    case 'consent':
    case 'customers':
      return [];
  }
}

function rangeProblems({ atLeast, atMost }: Range): readonly SegmentProblem['what'][] {
  if (atLeast === null && atMost === null) return ['openRange'];
  return atLeast !== null && atMost !== null && atLeast > atMost ? ['turnedRange'] : [];
}

function listProblems(list: readonly unknown[]): readonly SegmentProblem['what'][] {
  return list.length === 0 ? ['emptyList'] : [];
}

function windowProblems(days: number | null): readonly SegmentProblem['what'][] {
  return days !== null && (!Number.isInteger(days) || days < 1) ? ['notAWindow'] : [];
}
