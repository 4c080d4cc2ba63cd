import { describe, expect, it } from 'vitest';
import { replayedSince } from '#renderer/src/screens/loyalty/effects/replayed-since.ts';

describe('the first day that is replayed', () => {
  it('is the day after the same date so many months before', () => {
    expect(replayedSince('2026-11-21', 3)).toBe('2026-08-22');
    expect(replayedSince('2026-03-10', 12)).toBe('2025-03-11');
  });

  it('needs no word where its month is whole', () => {
    expect(replayedSince('2026-11-30', 3)).toBe('2026-08-31');
    expect(replayedSince('2026-08-31', 2)).toBeNull();
    expect(replayedSince('2026-02-28', 12)).toBeNull();
  });
});
