import type { SegmentConditionData, SegmentFilterData } from '#shared/contract/segment-filter.ts';

/** The facts that can be asked about in the builder, in its order. */
export const conditionKinds = [
  'lastVisit',
  'firstVisit',
  'visits',
  'rhythm',
  'spend',
  'averageSpend',
  'bought',
  'askedAbout',
  'staff',
  'source',
  'tier',
  'birthdayMonth',
  'risk',
  'consent',
  'tag',
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
    case 'rhythm':
      return { kind, days: { atLeast: null, atMost: 14 } };
    case 'spend':
    case 'averageSpend':
      return { kind, amount: { ...open, atLeast: 1 }, lastDays: null };
    case 'bought':
      return { kind, itemIds: [], lastDays: null };
    case 'askedAbout':
      return { kind, itemIds: [], notBought: true };
    case 'tag':
      return { kind, tagIds: [] };
    case 'staff':
      return { kind, staffIds: [], lastDays: null };
    case 'source':
      return { kind, anyOf: [] };
    case 'tier':
      return { kind, anyOf: [] };
    case 'birthdayMonth':
      return { kind, anyOf: [] };
    case 'risk':
      return { kind, anyOf: [] };
    case 'consent':
      return { kind, purpose: 'contact', given: true };
  }
};

/** Conditions of which all or at least one must hold. */
export interface BuiltGroup {
  readonly kind: 'all' | 'any';
  readonly rows: readonly BuiltRow[];
}

/** One of a group's parts, which holds or must not hold, under a key that stays its own while others come and go. */
export interface BuiltRow {
  readonly key: number;
  readonly negated: boolean;
  readonly part: BuiltCondition | BuiltGroup;
}

/** Parts that a group may have. */
export const mostRows = 20;

export const isGroup = (part: BuiltCondition | BuiltGroup): part is BuiltGroup =>
  part.kind === 'all' || part.kind === 'any';

/** A group with one more part at its end. */
export const withRow = (group: BuiltGroup, part: BuiltRow['part']): BuiltGroup => ({
  ...group,
  rows: [...group.rows, { key: Math.max(-1, ...group.rows.map(({ key }) => key)) + 1, negated: false, part }],
});

/** A group as it begins: one of several conditions. */
export const newGroup = (): BuiltGroup => withRow({ kind: 'any', rows: [] }, newCondition('visits'));

/** A filter that the builder can make. */
export type BuiltFilter =
  | { kind: 'all' | 'any'; of: BuiltFilter[] }
  | { kind: 'not'; of: BuiltFilter }
  | BuiltCondition;

/** What a group asks. */
export const filterOf = ({ kind, rows }: BuiltGroup): BuiltFilter => ({
  kind,
  of: rows.map(({ negated, part }) => {
    const asked = isGroup(part) ? filterOf(part) : part;
    return negated ? { kind: 'not', of: asked } : asked;
  }),
});

const isBuilt = (part: SegmentFilterData): part is BuiltCondition =>
  (conditionKinds as readonly string[]).includes(part.kind);

/** The rows of a group, whose own groups may go so many levels deep; null when the builder cannot show one of them. */
const groupOf = (filter: SegmentFilterData, deep: number): BuiltGroup | null => {
  if (filter.kind !== 'all' && filter.kind !== 'any') return null;
  const rows: BuiltRow[] = [];
  for (const [key, one] of filter.of.entries()) {
    const negated = one.kind === 'not';
    const asked = negated ? one.of : one;
    const part = isBuilt(asked) ? asked : deep === 0 ? null : groupOf(asked, deep - 1);
    if (part === null) return null;
    rows.push({ key, negated, part });
  }
  return { kind: filter.kind, rows };
};

/** A filter as the builder shows it, groups in the outermost group; null for one that was made from a figure. */
export const builtOf = (filter: SegmentFilterData): BuiltGroup | null => groupOf(filter, 1);
