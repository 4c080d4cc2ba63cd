/** Fields of a person whose corrections stand on their data sheet. */
export const correctedFields = [
  'name',
  'phone',
  'email',
  'birthDay',
  'birthMonth',
  'birthYear',
  'language',
  'allergy',
  'preference',
  'source',
] as const;
export type CorrectedField = (typeof correctedFields)[number];

/** What a field is called in the log of changes. */
const columns: Readonly<Record<CorrectedField, string>> = {
  name: 'name',
  phone: 'phone',
  email: 'email',
  birthDay: 'birth_day',
  birthMonth: 'birth_month',
  birthYear: 'birth_year',
  language: 'language',
  allergy: 'allergy',
  preference: 'preference',
  source: 'source',
};

type Side = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

/**
 * The corrections that a change in the log tells of, in the order of {@link correctedFields}. A field that is the same on
 * both sides was not corrected.
 */
export function correctionsIn(
  before: Side,
  after: Side,
): { readonly field: CorrectedField; readonly before: string | null; readonly after: string | null }[] {
  return correctedFields.flatMap((field) => {
    const [from, to] = [textOf(before[columns[field]]), textOf(after[columns[field]])];
    return from === to ? [] : [{ field, before: from, after: to }];
  });
}
