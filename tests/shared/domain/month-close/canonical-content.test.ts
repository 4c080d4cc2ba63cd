import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText } from '#shared/domain/decimal/decimal-text.ts';
import { type Content, canonicalContent } from '#shared/domain/month-close/canonical-content.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('canonicalContent', () => {
  it('sorts keys and writes numbers as decimal texts', () => {
    const content = { z: [1, -0, 1e-7, null], a: { ä: true, b: 'x "y"\n' }, B: 0.905 };
    expect(canonicalContent(content)).toBe(
      '{"B":"0.905","a":{"b":"x \\"y\\"\\n","ä":true},"z":["1","0","0.0000001",null]}',
    );
  });

  it('does not depend on the order in which keys were written', () => {
    expect(canonicalContent({ a: 1, b: 2 })).toBe(canonicalContent({ b: 2, a: 1 }));
    expect(canonicalContent([1, 2])).not.toBe(canonicalContent([2, 1]));
  });

  it('refuses what cannot be kept', () => {
    expect(() => canonicalContent({ a: Number.NaN })).toThrow(RangeError);
    expect(() => canonicalContent(JSON.parse('{}').missing)).toThrow(TypeError);
    const sparse: { [key: string]: Content } = {};
    Object.defineProperty(sparse, 'gone', { enumerable: true, value: undefined });
    expect(() => canonicalContent(sparse)).toThrow(TypeError);
  });

  it('reads back as the same content with texts for numbers, and is stable', () => {
    const keys = fc.string({ maxLength: 5 }).filter((key) => key !== '__proto__');
    const { content } = fc.letrec<{ content: Content }>((tie) => ({
      content: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.string(),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.array(tie('content'), { maxLength: 4 }),
        fc.dictionary(keys, tie('content'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(content, (one) => {
        const text = canonicalContent(one);
        const back = JSON.parse(text) as Content;
        expect(back).toEqual(withTexts(one));
        expect(canonicalContent(back)).toBe(text);
      }),
      { numRuns: rounds(300) },
    );
  });
});

function withTexts(content: Content): unknown {
  if (typeof content === 'number') return decimalText(content);
  if (Array.isArray(content)) return content.map(withTexts);
  if (content === null || typeof content !== 'object') return content;
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, withTexts(value)]));
}
