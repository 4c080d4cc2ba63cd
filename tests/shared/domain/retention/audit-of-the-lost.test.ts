import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditedCustomer, auditOfTheLost, holm } from '#shared/domain/retention/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const people = (
  count: number,
  outcome: 'lost' | 'kept',
  traits: Readonly<Record<string, string | null>>,
): AuditedCustomer[] => Array.from({ length: count }, () => ({ outcome, traits }));

describe('auditOfTheLost', () => {
  const customers = [
    ...people(24, 'lost', { source: 'offer', staff: 'Mira' }),
    ...people(16, 'lost', { source: 'friend', staff: 'Otto' }),
    ...people(12, 'kept', { source: 'offer', staff: 'Mira' }),
    ...people(48, 'kept', { source: 'friend', staff: 'Mira' }),
    ...people(10, 'kept', { source: 'friend', staff: 'Otto' }),
    ...people(30, 'kept', { source: null, staff: 'Mira' }),
  ];
  const found = auditOfTheLost(customers);
  const of = (value: string) => found.find((one) => one.value === value);

  it('names the traits that differ, with counts and interval', () => {
    expect(of('offer')).toMatchObject({
      trait: 'source',
      lost: { successes: 24, n: 40 },
      kept: { successes: 12, n: 70 },
      verdict: 'different',
    });
    const offer = of('offer')?.comparison;
    if (offer === undefined || offer.verdict === 'noData') throw new Error('there are people');
    expect(offer.difference).toBeCloseTo(0.6 - 12 / 70, 12);
    expect(offer.interval.low).toBeGreaterThan(0.2);
    expect(of('offer')?.correctedP).toBeGreaterThan(offer.p);
  });

  it('leaves people out of a trait that is not known of them', () => {
    expect(of('friend')?.kept.n).toBe(70);
    expect(of('Otto')?.kept).toEqual({ successes: 10, n: 100 });
  });

  it('says nothing below 20 lost or kept people', () => {
    const few = auditOfTheLost([
      ...people(19, 'lost', { source: 'offer' }),
      ...people(50, 'kept', { source: 'friend' }),
    ]);
    expect(few.map((one) => one.verdict)).toEqual(['tooFew', 'tooFew']);
    expect(few.map((one) => one.correctedP)).toEqual([null, null]);
    expect(auditOfTheLost([...few].flatMap(() => []))).toEqual([]);
  });

  it('does not fall for one of many traits that differs by chance', () => {
    // One trait at p = 0.04 among twenty without any difference.
    const dull = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`trait ${index}`, 'same']));
    const mixed = [
      ...people(27, 'lost', { ...dull, odd: 'yes' }),
      ...people(88, 'lost', { ...dull, odd: 'no' }),
      ...people(15, 'kept', { ...dull, odd: 'yes' }),
      ...people(105, 'kept', { ...dull, odd: 'no' }),
    ];
    const odd = auditOfTheLost(mixed).find((one) => one.trait === 'odd');
    expect(odd?.comparison.verdict).toBe('different');
    expect(odd?.verdict).toBe('unclear');
  });

  it('does not depend on the order of the customers', () => {
    const customer = fc.record({
      outcome: fc.constantFrom('lost' as const, 'kept' as const),
      traits: fc.record({
        source: fc.constantFrom('a', 'b', null),
        staff: fc.constantFrom('x', 'y', 'z'),
      }),
    });
    fc.assert(
      fc.property(fc.array(customer, { maxLength: 120 }), (list) => {
        const there = auditOfTheLost(list);
        expect(auditOfTheLost([...list].reverse())).toEqual(there);
        for (const one of there) {
          const kept = list.filter(
            (c) => c.outcome === 'kept' && c.traits[one.trait as 'source'] === one.value,
          );
          expect(one.kept.successes).toBe(kept.length);
        }
      }),
      { numRuns: rounds(50) },
    );
  });
});

describe('holm', () => {
  it('corrects as R p.adjust does', () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") = 0.03 0.06 0.06 0.02
    const found = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [index, expected] of [0.03, 0.06, 0.06, 0.02].entries()) {
      expect(found[index]).toBeCloseTo(expected, 12);
    }
    expect(holm([0.9, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});
