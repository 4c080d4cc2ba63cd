export type ImportKind = 'visits' | 'customers' | 'balances';

/** What a column can hold, for each kind of file, in the order in which it is offered. */
export const fieldsOf = {
  visits: ['customer', 'date', 'amount', 'time', 'name'],
  customers: ['name', 'lastName', 'ref', 'phone', 'email', 'birthday', 'card', 'since', 'note', 'tags'],
  balances: ['ref', 'card', 'phone', 'name', 'points'],
} as const satisfies Record<ImportKind, readonly string[]>;

export type Field = (typeof fieldsOf)[ImportKind][number];

const required: Readonly<Record<ImportKind, readonly Field[]>> = {
  visits: ['customer', 'date'],
  customers: ['name'],
  balances: ['points'],
};

/** Each of these tells whose a balance is. */
const tellWhose = ['ref', 'card', 'phone', 'name'] as const;

/** Number of the column (from 0) that holds each field; a field that is left out has none. */
export type Mapping = Readonly<Partial<Record<Field, number>>>;

/** The mapping the program guessed, as it answers: fields of other kinds and nulls are dropped. */
export const mappingOf = (kind: ImportKind, columns: Readonly<Record<string, number | null>>): Mapping => {
  const mapping: Partial<Record<Field, number>> = {};
  for (const field of fieldsOf[kind]) {
    const column = columns[field];
    if (column !== undefined && column !== null) mapping[field] = column;
  }
  return mapping;
};

/** The field a column holds; null when it is left out. */
export const fieldOf = (mapping: Mapping, column: number): Field | null => {
  const found = Object.entries(mapping).find(([, at]) => at === column);
  return found === undefined ? null : (found[0] as Field);
};

/** The mapping after a column was given another meaning. Every field has one column, every column one field. */
export const assign = (mapping: Mapping, column: number, field: Field | null): Mapping => {
  const kept = Object.entries(mapping).filter(([each, at]) => at !== column && each !== field);
  return Object.fromEntries(field === null ? kept : [...kept, [field, column]]) as Mapping;
};

/** Fields without which nothing can be imported and that no column holds yet. */
export const missingFields = (kind: ImportKind, mapping: Mapping): readonly Field[] => {
  const missing = required[kind].filter((field) => mapping[field] === undefined);
  const nobodys = kind === 'balances' && tellWhose.every((field) => mapping[field] === undefined);
  return nobodys ? ['name', ...missing] : missing;
};

const columnOf = (mapping: Mapping, field: Field): number | null => mapping[field] ?? null;

/** The columns of past visits as a call takes them: a field that no column holds is said to be absent. */
export const visitColumnsOf = (mapping: Mapping) => ({
  ...(mapping.customer === undefined ? {} : { customer: mapping.customer }),
  ...(mapping.date === undefined ? {} : { date: mapping.date }),
  amount: columnOf(mapping, 'amount'),
  time: columnOf(mapping, 'time'),
  name: columnOf(mapping, 'name'),
});

/** The columns of customers as a call takes them. */
export const customerColumnsOf = (mapping: Mapping) => ({
  ...(mapping.name === undefined ? {} : { name: mapping.name }),
  lastName: columnOf(mapping, 'lastName'),
  ref: columnOf(mapping, 'ref'),
  phone: columnOf(mapping, 'phone'),
  email: columnOf(mapping, 'email'),
  birthday: columnOf(mapping, 'birthday'),
  card: columnOf(mapping, 'card'),
  since: columnOf(mapping, 'since'),
  note: columnOf(mapping, 'note'),
  tags: columnOf(mapping, 'tags'),
});

/** The columns of opening balances as a call takes them. */
export const balanceColumnsOf = (mapping: Mapping) => ({
  ...(mapping.points === undefined ? {} : { points: mapping.points }),
  ref: columnOf(mapping, 'ref'),
  card: columnOf(mapping, 'card'),
  phone: columnOf(mapping, 'phone'),
  name: columnOf(mapping, 'name'),
});
