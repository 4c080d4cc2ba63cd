import type { CustomerRow } from '../repositories/customers.ts';

/** What is filled from another entry where the kept one says nothing; columns that belong together go together. */
const filled = [
  ['phone', 'phone_reversed'],
  ['email'],
  ['birth_day', 'birth_month', 'birth_year'],
  ['language'],
  ['source'],
] as const satisfies readonly (readonly (keyof CustomerRow)[])[];

/** What matters so much that both are kept: nobody's allergy is lost by tidying up. */
const joined = ['allergy', 'preference'] as const;

type Column =
  | (typeof filled)[number][number]
  | (typeof joined)[number]
  | 'referred_by_id'
  | 'customer_since'
  | 'external_ref';

/** A column of the kept entry that a merge changes. */
export interface FieldChange {
  readonly column: Column;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/**
 * The earlier day of joining. That of an imported entry counts as a first visit (metrics.md §0), so it is never taken
 * from one that was not imported: there it is the day somebody typed the name.
 */
const joinedOn = (kept: CustomerRow, merged: CustomerRow) =>
  kept.import_id !== null && merged.import_id === null
    ? kept.customer_since
    : Math.min(kept.customer_since, merged.customer_since);

/** What the kept entry learns from the merged one: what it does not know itself, and the earlier day of joining. */
export function fieldsFromMerged(kept: CustomerRow, merged: CustomerRow): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const change = (column: Column, after: string | number | null) => {
    if (kept[column] !== after) changes.push({ column, before: kept[column], after });
  };
  for (const columns of filled) {
    const [first] = columns;
    if (kept[first] !== null || merged[first] === null) continue;
    for (const column of columns) change(column, merged[column]);
  }
  for (const column of joined) {
    const [mine, theirs] = [kept[column], merged[column]];
    if (theirs !== null && theirs !== mine) change(column, mine === null ? theirs : `${mine}; ${theirs}`);
  }
  // Nobody has brought themselves.
  const theirReferrer = merged.referred_by_id === kept.id ? null : merged.referred_by_id;
  const referrer = kept.referred_by_id === merged.id ? null : kept.referred_by_id;
  change('referred_by_id', referrer ?? theirReferrer);
  change('external_ref', kept.external_ref ?? merged.external_ref);
  change('customer_since', joinedOn(kept, merged));
  return changes;
}

/** The columns as they were before a merge; what was changed since stays. */
export function fieldsBefore(
  kept: CustomerRow,
  changes: readonly FieldChange[],
): Readonly<Record<string, string | number | null>> {
  const untouched = changes.filter(({ column, after }) => kept[column] === after);
  return Object.fromEntries(untouched.map(({ column, before }) => [column, before]));
}
