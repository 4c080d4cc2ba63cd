/** Whether a value read back from storage is what was once kept there. */
export type Shape<T> = (value: unknown) => value is T;

/** What a shape lets through. */
export type ShapeOf<S> = S extends Shape<infer T> ? T : never;

type Fields = Readonly<Record<string, Shape<unknown>>>;
type FieldsOf<F extends Fields> = { readonly [K in keyof F]: ShapeOf<F[K]> };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Any text. */
export const text: Shape<string> = (value): value is string => typeof value === 'string';

/** Yes or no. */
export const flag: Shape<boolean> = (value): value is boolean => typeof value === 'boolean';

/** Any fields. */
export const anything: Shape<Readonly<Record<string, unknown>>> = isRecord;

/** A whole number from `least` to `most`. */
export const whole =
  (least = Number.MIN_SAFE_INTEGER, most = Number.MAX_SAFE_INTEGER): Shape<number> =>
  (value): value is number =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most;

/** One of a few values. */
export const oneOf =
  <const T extends readonly (string | number)[]>(...values: T): Shape<T[number]> =>
  (value): value is T[number] =>
    values.some((each) => each === value);

/** The shape, or nothing. */
export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value): value is T | null =>
    value === null || shape(value);

/** Any number of the shape. */
export const listOf =
  <T>(shape: Shape<T>): Shape<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(shape);

/** At least these fields. */
export const fields =
  <F extends Fields>(shapes: F): Shape<FieldsOf<F>> =>
  (value): value is FieldsOf<F> =>
    isRecord(value) && Object.entries(shapes).every(([name, shape]) => shape(value[name]));

/** Any of several shapes. */
export const anyOf =
  <S extends readonly Shape<unknown>[]>(...shapes: S): Shape<ShapeOf<S[number]>> =>
  (value): value is ShapeOf<S[number]> =>
    shapes.some((shape) => shape(value));
