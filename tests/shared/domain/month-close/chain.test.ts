import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalContent } from '#shared/domain/month-close/canonical-content.ts';
import { brokenCloses, type ClosedMonth, hashedText } from '#shared/domain/month-close/chain.ts';
import { rounds } from '#tests/support/rounds.ts';

const hashOf = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(contents: readonly string[]): readonly ClosedMonth[] {
  const closes: ClosedMonth[] = [];
  for (const [index, content] of contents.entries()) {
    const close = { number: index + 1, content, previousHash: closes.at(-1)?.hash ?? null };
    closes.push({ ...close, hash: hashOf(hashedText(close)) });
  }
  return closes;
}

const months = chainOf(['2026-08', '2026-09', '2026-10'].map((month) => canonicalContent({ month, E: 431 })));

const tampered = (number: number, change: Partial<ClosedMonth>) =>
  months.map((close) => (close.number === number ? { ...close, ...change } : close));

describe('the chain of closes', () => {
  it('is intact, in whatever order it is read, and when there is none', () => {
    expect(brokenCloses(months, hashOf)).toEqual([]);
    expect(brokenCloses([...months].reverse(), hashOf)).toEqual([]);
    expect(brokenCloses([], hashOf)).toEqual([]);
  });

  it('names a close whose content was changed', () => {
    const content = canonicalContent({ month: '2026-09', E: 999 });
    expect(brokenCloses(tampered(2, { content }), hashOf)).toEqual([{ number: 2, what: 'content' }]);
  });

  it('names the link when somebody hashed the changed content anew', () => {
    const content = canonicalContent({ month: '2026-09', E: 999 });
    const previousHash = months[0]?.hash ?? null;
    const hash = hashOf(hashedText({ number: 2, content, previousHash }));
    expect(brokenCloses(tampered(2, { content, hash }), hashOf)).toEqual([{ number: 3, what: 'link' }]);
  });

  it('misses a close that was taken out, but not one cut off at the end', () => {
    expect(
      brokenCloses(
        months.filter((close) => close.number !== 2),
        hashOf,
      ),
    ).toEqual([{ number: 3, what: 'missing' }]);
    expect(brokenCloses(months.slice(0, 2), hashOf)).toEqual([]);
  });

  it('notices a change of any one character', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.nat(), (index, at) => {
        const close = months[index];
        if (close === undefined) throw new Error('three months');
        const place = at % close.content.length;
        const content = `${close.content.slice(0, place)}~${close.content.slice(place + 1)}`;
        expect(brokenCloses(tampered(close.number, { content }), hashOf)).toEqual([
          { number: close.number, what: 'content' },
        ]);
      }),
      { numRuns: rounds(100) },
    );
  });
});
