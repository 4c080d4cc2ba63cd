import { describe, expect, it } from 'vitest';
import { likelyUnit } from '#renderer/src/screens/imports/likely-unit.ts';

const card = { unitId: 1, kind: 'stamps' } as const;
const points = { unitId: 2, kind: 'points' } as const;

describe('likelyUnit', () => {
  it('takes a heading at its word, and points where it says nothing', () => {
    expect(likelyUnit([card, points], 'Points')).toBe(2);
    expect(likelyUnit([card, points], 'Balance')).toBe(2);
    expect(likelyUnit([card, points], 'Coffee stamps')).toBe(1);
    expect(likelyUnit([card, points], 'Leimat')).toBe(1);
  });

  it('takes what there is', () => {
    expect(likelyUnit([card], 'Points')).toBe(1);
    expect(likelyUnit([points], 'Stamps')).toBe(2);
    expect(likelyUnit([], 'Points')).toBeUndefined();
  });
});
