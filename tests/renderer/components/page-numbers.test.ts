import { describe, expect, it } from 'vitest';
import { pagesOf } from '#renderer/src/components/page-numbers.ts';

describe('the pages of the rows in view', () => {
  it('are those the rows lie on, and always the first', () => {
    expect(pagesOf(0, 12)).toEqual([0]);
    expect(pagesOf(95, 110)).toEqual([0, 1]);
    expect(pagesOf(100, 110)).toEqual([0, 1]);
    expect(pagesOf(49_890, 49_999)).toEqual([0, 498, 499]);
    expect(pagesOf(0, 0)).toEqual([0]);
    expect(pagesOf(-1, -1)).toEqual([0]);
  });
});
