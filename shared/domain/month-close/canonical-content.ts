import { decimalText } from '../decimal/decimal-text.ts';

/** What a closed month may be made of. */
export type Content =
  | null
  | boolean
  | number
  | string
  | readonly Content[]
  | { readonly [key: string]: Content };

/**
 * The one text of a content, the same on every computer: JSON without spaces, keys in the order of their UTF-16 units
 * (as RFC 8785 sorts them), and every number as a text in decimals ("0.905"), so that no reader's floating point can
 * change it. Reading it back gives texts for numbers. Throws a RangeError for NaN and infinities and a TypeError for
 * what is no content.
 */
export function canonicalContent(content: Content): string {
  if (content === null || typeof content === 'boolean') return String(content);
  if (typeof content === 'number') return JSON.stringify(decimalText(content));
  if (typeof content === 'string') return JSON.stringify(content);
  if (isList(content)) return `[${content.map(canonicalContent).join(',')}]`;
  if (typeof content !== 'object') throw new TypeError(`Not a content: ${typeof content}`);
  const fields = Object.keys(content)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalContent(fieldOf(content, key))}`);
  return `{${fields.join(',')}}`;
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

function fieldOf(content: { readonly [key: string]: Content }, key: string): Content {
  const field = content[key];
  if (field === undefined) throw new TypeError(`No content in ${key}`);
  return field;
}
