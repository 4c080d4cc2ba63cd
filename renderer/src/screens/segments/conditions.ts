import type { SegmentConditionData, SegmentFilterData } from '#shared/contract/segment-filter.ts';

/** The facts that can be asked about in the builder, in its order. */
export const conditionKinds = [
  'lastVisit',
  'firstVisit',
  'visits',
  'spend',
  'bought',
  'staff',
  'source',
  'tier',
  'birthdayMonth',
  'consent',
] as const;

export type ConditionKind = (typeof conditionKinds)[number];
export type BuiltCondition = Extract<SegmentConditionData, { kind: ConditionKind }>;

const open = { atLeast: null, atMost: null };

/** A condition as it begins: something usual where a number is needed, nothing chosen where one chooses. */
export const newCondition = (kind: ConditionKind): BuiltCondition => {
  switch (kind) {
    case 'lastVisit':
      return { kind, daysAgo: { atLeast: 60, atMost: null } };
    case 'firstVisit':
      return { kind, daysAgo: { atLeast: null, atMost: 90 } };
    case 'visits':
      return { kind, count: { atLeast: 5, atMost: null }, lastDays: null };
    case 'spend':
      return { kind, amount: { ...open, atLeast: 1 }, lastDays: null };
    case 'bought':
      return { kind, itemIds: [], lastDays: null };
    case 'staff':
      return { kind, staffIds: [], lastDays: null };
    case 'source':
      return { kind, anyOf: [] };
    case 'tier':
      return { kind, anyOf: [] };
    case 'birthdayMonth':
      return { kind, anyOf: [] };
    case 'consent':
      return { kind, purpose: 'contact', given: true };
  }
};

const isBuilt = (part: SegmentFilterData): part is BuiltCondition =>
  (conditionKinds as readonly string[]).includes(part.kind);

/** The conditions of a filter that the builder made; null for one that was made from a figure. */
export const conditionsOf = (filter: SegmentFilterData): readonly BuiltCondition[] | null => {
  if (filter.kind !== 'all') return null;
  const built = filter.of.filter(isBuilt);
  return built.length === filter.of.length ? built : null;
};
