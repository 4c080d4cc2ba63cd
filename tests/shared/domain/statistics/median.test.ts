import { describe, expect, it } from 'vitest';
import { median } from '#shared/domain/statistics/index.ts';

describe('median', () => {
  it('is the middle value, or the mean of the two in the middle', () => {
    expect(median([3])).toBe(3);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 9, 1, 2])).toBe(5.5);
    expect(median([1, 1, 1, 8])).toBe(1);
    expect(median([])).toBeNull();
  });

  it('leaves the values where they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});
