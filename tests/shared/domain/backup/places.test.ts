import { describe, expect, it } from 'vitest';
import {
  mostBackupBytes,
  mostSnapshotBytes,
  placeState,
  scratchBytes,
} from '#shared/domain/backup/places.ts';

describe('a place for backups', () => {
  const fine = { isThere: true, isWritable: true, freeBytes: 100, needsBytes: 100 };
  it.each([
    [{}, 'ready'],
    [{ freeBytes: null }, 'ready'],
    [{ freeBytes: 99 }, 'full'],
    [{ isWritable: false, freeBytes: 0 }, 'readOnly'],
    [{ isThere: false, isWritable: false }, 'missing'],
  ])('with %j is %s', (facts, state) => expect(placeState({ ...fine, ...facts })).toBe(state));

  it('must have room for a backup that could not be compressed, and the computer for it and a copy', () => {
    for (const bytes of [0, 4096, 150_000_000, 2 ** 40]) {
      expect(mostBackupBytes(bytes)).toBeGreaterThan(bytes + Math.ceil(bytes / 65_536) * 16);
      expect(scratchBytes(bytes)).toBe(bytes + mostBackupBytes(bytes));
    }
  });

  it('gives snapshots twenty times the file, within bounds', () => {
    expect([0, 50_000_000, 1e12].map(mostSnapshotBytes)).toEqual([200_000_000, 1_000_000_000, 4_000_000_000]);
  });
});
