import { describe, expect, it } from 'vitest';
import { detectableShare, peoplePerArm } from '#shared/domain/statistics/index.ts';

describe('what an experiment can see', () => {
  // metrics.md §0: from a base of 20 %.
  it.each([
    [50, '46'],
    [100, '38'],
    [200, '32'],
  ])('with %i people per arm: a rise from 20 to %s per cent', (people, percent) => {
    expect((100 * (detectableShare(0.2, people) ?? Number.NaN)).toFixed(0)).toBe(percent);
  });

  it('needs exactly the people it was asked with', () => {
    const target = detectableShare(0.2, 137) ?? Number.NaN;
    expect(peoplePerArm(0.2, target)).toBeCloseTo(137, 6);
  });

  it('says when it can never see anything', () => {
    expect(peoplePerArm(0.3, 0.3)).toBe(Number.POSITIVE_INFINITY);
    expect(detectableShare(0.9, 10)).toBeNull();
    expect(detectableShare(1, 1000)).toBeNull();
  });

  it('refuses what is no share', () => {
    expect(() => peoplePerArm(-0.1, 0.5)).toThrow(RangeError);
    expect(() => peoplePerArm(0.1, Number.NaN)).toThrow(RangeError);
  });
});
