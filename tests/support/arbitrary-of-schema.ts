import fc from 'fast-check';
import type * as z from 'zod';

type Def = Readonly<Record<string, unknown>> & { readonly type: string };
type Schema = z.ZodType;

/** Values that occur in the shop, so that a generated input also meets somebody. */
export interface Known {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
}

const defOf = (schema: Schema): Def => schema._zod.def as unknown as Def;

/** How deep groups of conditions and the like go. */
const deepest = 3;

const awkward = [
  '',
  ' ',
  'Robert"); DROP TABLE customers; --',
  '\u0000',
  'İıŞşẞ ő',
  '👩‍👩‍👧',
  '../../etc/passwd',
  '=1+1',
  '<script>alert(1)</script>',
  '%00',
  '{{name}}',
  'null',
  '\u202e',
  'a'.repeat(70_000),
];

/** What keyboards, clipboards and other programs bring: halves of a sign, ends of lines, marks, other directions. */
const oddSign = fc.constantFrom(
  ...[
    '\ud83d',
    '\ude00',
    '\n',
    '\r',
    '\t',
    '\u0000',
    '\u001b',
    '\u00a0',
    '\u200b',
    '\u2028',
    '\ufeff',
    '\ufffd',
  ],
  ...[
    '\u202e',
    '\u2066',
    'א',
    'ع',
    'े',
    '\u0301',
    'İ',
    'ß',
    'ǆ',
    '中',
    '𐍈',
    "'",
    '"',
    '%',
    '_',
    '*',
    ' ',
    'a',
    '0',
  ],
);

/** Lists as they are brought along. */
const lists = [
  'name,phone\nAino,0401234567\n',
  'customer,date,amount\n1,2026-01-01,3.00\n',
  'name;points\nAino;5\nAino;-5\n;\n',
  'name,phone\n"Aino',
  'PK\u0003\u0004',
];

interface Bounds {
  readonly min: number;
  readonly max: number;
}

interface Limits extends Partial<Bounds> {
  readonly patterns: readonly RegExp[];
}

/** What the checks of a schema ask of a number, of the length of a text, and of its signs. */
function limitsOf(schema: Schema): Limits {
  const checks = (defOf(schema).checks ?? []) as readonly Schema[];
  const limits: { min?: number; max?: number; patterns: RegExp[] } = { patterns: [] };
  for (const one of checks) {
    const check = one._zod.def as unknown as Readonly<Record<string, unknown>>;
    const beyond = check.inclusive === false ? 1 : 0;
    if (check.check === 'greater_than') limits.min = Number(check.value) + beyond;
    if (check.check === 'less_than') limits.max = Number(check.value) - beyond;
    if (check.check === 'min_length') limits.min = Number(check.minimum);
    if (check.check === 'max_length') limits.max = Number(check.maximum);
    if (check.pattern instanceof RegExp) limits.patterns.push(check.pattern);
  }
  return limits;
}

function boundsOf(schema: Schema, fallback: Bounds): Bounds {
  const { min = fallback.min, max = Math.max(fallback.max, min) } = limitsOf(schema);
  return { min: Math.max(min, Number.MIN_SAFE_INTEGER), max: Math.min(max, Number.MAX_SAFE_INTEGER) };
}

function textOf(schema: Schema, known: Known): fc.Arbitrary<string> {
  const { min, max, patterns } = limitsOf(schema);
  const day = fc
    .date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 'YYYY-MM-DD'.length));
  const ofSigns = (unit: 'grapheme' | fc.Arbitrary<string>, longest: number) =>
    fc.string({ unit, minLength: min ?? 0, maxLength: Math.min(max ?? longest, longest) });
  const any = fc.oneof(
    ofSigns('grapheme', 40),
    ofSigns(oddSign, 200),
    day,
    fc.constantFrom(...known.texts),
    fc.uuid(),
  );
  const [pattern] = patterns;
  if (pattern === undefined) return any;
  const fits = (text: string): boolean => patterns.every((each) => new RegExp(each).test(text));
  // Where a few signs only are kept out, as from names, almost every text is one.
  if (['Aino', '2026-03-10', '👩‍👧'].every(fits)) return any.filter(fits);
  return fits('2026-03-10') ? day : fc.stringMatching(pattern).filter(fits);
}

function objectOf(schema: Schema, known: Known, deep: number): fc.Arbitrary<unknown> {
  const shape = defOf(schema).shape as Readonly<Record<string, Schema>>;
  const keys = Object.keys(shape);
  const optional = keys.filter((key) => ['optional', 'default'].includes(defOf(shape[key] as Schema).type));
  const parts = Object.fromEntries(
    keys.map((key) => [
      key,
      key === 'requestId' ? fc.uuid() : arbitraryOf(shape[key] as Schema, known, deep),
    ]),
  );
  const requiredKeys = keys.filter((key) => !optional.includes(key));
  return fc.record(parts, { requiredKeys, noNullPrototype: true });
}

function groupOf(schema: Schema, known: Known, deep: number): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (key: string): fc.Arbitrary<unknown> => arbitraryOf(def[key] as Schema, known, deep);
  switch (def.type) {
    case 'array':
      return fc.array(inner('element'), { maxLength: deep > deepest ? 0 : 4 });
    case 'tuple':
      return fc.tuple(...(def.items as Schema[]).map((one) => arbitraryOf(one, known, deep)));
    case 'record':
      return fc.dictionary(inner('keyType') as fc.Arbitrary<string>, inner('valueType'), { maxKeys: 3 });
    case 'union': {
      const options = def.options as Schema[];
      // At the bottom only what does not go on: a group of conditions would not end.
      const usable = deep > deepest ? options.slice(-1) : options;
      return fc.oneof(...usable.map((one) => arbitraryOf(one, known, deep)));
    }
    case 'lazy':
      return fc.constant(null).chain(() => arbitraryOf((def.getter as () => Schema)(), known, deep + 1));
    default:
      throw new Error(`no inputs are made for a ${def.type}`);
  }
}

/**
 * Inputs that a schema of the contract accepts, as far as its shape says (a refinement may still refuse one).
 * @throws Error for a kind of schema that no call has asked for yet
 */
export function arbitraryOf(schema: Schema, known: Known, deep = 0): fc.Arbitrary<unknown> {
  const def = defOf(schema);
  const inner = (): fc.Arbitrary<unknown> => arbitraryOf(def.innerType as Schema, known, deep);
  switch (def.type) {
    case 'object':
      return objectOf(schema, known, deep);
    case 'string':
      return textOf(schema, known);
    case 'number': {
      const { min, max } = boundsOf(schema, { min: -1e6, max: 1e6 });
      const fitting = known.numbers.filter((one) => one >= min && one <= max);
      const whole = fc.integer({ min: Math.ceil(min), max: Math.floor(max) });
      return fitting.length === 0 ? whole : fc.oneof(whole, fc.constantFrom(...fitting));
    }
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constantFrom(...(def.values as unknown[]));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries as object));
    case 'nullable':
      return fc.option(inner(), { nil: null });
    case 'optional':
    case 'default':
    case 'readonly':
      return inner();
    case 'unknown':
      return fc.anything();
    case 'custom':
      return fc
        .oneof(fc.nat({ max: 30_000 }), fc.constantFrom(...lists), fc.string())
        .filter((value) => schema.safeParse(value).success);
    default:
      return groupOf(schema, known, deep);
  }
}

/** Anything else: a good input with one part of it replaced, or what is no input at all. */
export function brokenOf(good: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, Number.NaN, -1, 1e300, 0.5, true, [], {}, ...awkward),
    fc.jsonValue(),
  );
  const replaced = fc.tuple(good, odd, fc.nat()).map(([input, value, place]) => {
    if (typeof input !== 'object' || input === null) return value;
    const keys = Object.keys(input);
    const key = keys[place % Math.max(1, keys.length)];
    return key === undefined ? value : { ...input, [key]: value };
  });
  return fc.oneof({ weight: 4, arbitrary: replaced }, { weight: 1, arbitrary: odd });
}
