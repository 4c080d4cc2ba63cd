import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitByGroup } from '#shared/domain/retention/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const share = (successes: number, n: number) => ({ successes, n });

describe('splitByGroup', () => {
  // Charig et al. 1986, the textbook case: both groups fall (93 to 87 %, 73 to 69 %), the total rises (78 to 83 %).
  const stones = [
    { group: 'small', before: share(81, 87), now: share(234, 270) },
    { group: 'large', before: share(192, 263), now: share(55, 80) },
  ];

  it('sees groups and total move in opposite directions', () => {
    const found = splitByGroup(stones);
    expect(found.opposite).toBe(true);
    expect(found.total.before).toMatchObject({ successes: 273, n: 350 });
    expect(found.total.now).toMatchObject({ successes: 289, n: 350 });
    expect(found.groups.map((one) => one.change.kind)).toEqual(['unclear', 'unclear']);
    expect(found.parts?.difference).toBeCloseTo(16 / 350, 12);
    expect(found.parts?.rates).toBeLessThan(0);
    expect(found.parts?.mix).toBeGreaterThan(0.0457);
  });

  it('is calm when they go together, stand still or only one can be compared', () => {
    const same = { group: 'a', before: share(10, 20), now: share(12, 20) };
    expect(splitByGroup([same, { ...same, group: 'b' }]).opposite).toBe(false);
    const still = { group: 'a', before: share(10, 20), now: share(10, 20) };
    expect(splitByGroup([still, { ...still, group: 'b' }]).opposite).toBe(false);
    const newcomers = { group: 'new', before: share(0, 0), now: share(0, 100) };
    expect(splitByGroup([same, newcomers]).opposite).toBe(false);
  });

  it('gives a change by the mix alone to the mix alone', () => {
    const found = splitByGroup([
      { group: 'regulars', before: share(90, 100), now: share(45, 50) },
      { group: 'tourists', before: share(1, 10), now: share(6, 60) },
    ]);
    expect(found.parts?.rates).toBeCloseTo(0, 12);
    expect(found.parts?.mix).toBeCloseTo(51 / 110 - 91 / 110, 12);
  });

  it('has no parts without anybody on one side', () => {
    expect(splitByGroup([{ group: 'a', before: share(0, 0), now: share(1, 2) }]).parts).toBeNull();
    expect(splitByGroup([])).toMatchObject({ groups: [], opposite: false, parts: null });
  });

  it('takes every difference apart without a remainder', () => {
    const counts = fc.nat(50).chain((n) => fc.nat(n).map((successes) => share(successes, n)));
    const groups = fc.array(fc.record({ group: fc.string(), before: counts, now: counts }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(groups, (list) => {
        const { parts, total, opposite } = splitByGroup(list);
        if (parts === null) return;
        expect(parts.rates + parts.mix).toBeCloseTo(parts.difference, 10);
        expect(parts.difference).toBeCloseTo((total.now.share ?? 0) - (total.before.share ?? 0), 12);
        if (opposite) expect(Math.sign(parts.difference)).not.toBe(0);
      }),
      { numRuns: rounds(300) },
    );
  });
});
