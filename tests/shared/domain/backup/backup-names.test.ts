import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backupName,
  momentOfStamp,
  readSnapshotName,
  shopSlug,
  snapshotName,
  unfinishedLike,
} from '#shared/domain/backup/backup-names.ts';
import { snapshotReasons } from '#shared/domain/backup/snapshots-to-keep.ts';
import { rounds } from '#tests/support/rounds.ts';

const at = Date.UTC(2026, 2, 10, 8, 5, 9);

describe('names of backups', () => {
  it('tell the shop and the moment', () => {
    expect(backupName('Café Aino & Co', at)).toBe('regulars-cafe-aino-co-20260310-080509');
    expect(backupName('  ', at)).toBe('regulars-shop-20260310-080509');
    expect(shopSlug('コーヒー')).toBe('shop');
  });

  it('are names on every file system, whatever the shop is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        expect(backupName(name, at)).toMatch(/^regulars-[a-z0-9]+(-[a-z0-9]+)*-20260310-080509$/);
        expect(backupName(name, at).length).toBeLessThanOrEqual(66);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('names of snapshots', () => {
  it.each(['', '.zst', '.gz'])('are read back, ending in .sqlite%s', (ending) => {
    for (const why of snapshotReasons) {
      expect(readSnapshotName(`${snapshotName(at, why)}.sqlite${ending}`)).toEqual({ at, why });
    }
  });

  it.each([
    'snapshot-20260310-080509-start.sqlite.zst.manifest.json',
    'snapshot-20260310-080509-other.sqlite.zst',
    'snapshot-20261310-080509-start.sqlite.zst',
    '.snapshot-20260310-080509-start.sqlite.zst.part',
    'regulars-20260310-080509.sqlite',
    'shop.sqlite',
  ])('are not seen in %s', (name) => expect(readSnapshotName(name)).toBeNull());

  it('hold a moment to the second or none', () => {
    expect(momentOfStamp('20260310-080509')).toBe(at);
    expect(momentOfStamp('20260230-080509')).toBeNull();
    expect(momentOfStamp('')).toBeNull();
  });
});

describe('names of unfinished files', () => {
  it.each([
    ['.regulars-aino-20260310-080509.sqlite.zst.part', true],
    ['.regulars-aino-20250101-000000.sqlite.gz.age.part', true],
    ['.regulars-aino-20250101-000000.sqlite.gz.age.part-manifest', true],
    ['regulars-aino-20260310-080509.sqlite.zst', false],
    ['.regulars-aino-20260310-080509.sqlite.zst', false],
    ['.regulars-aino-b-20260310-080509.sqlite.zst.part', false],
    ['.regulars-1a2b3c4d.part', false],
  ])('of the same shop alone: %s %s', (name, expected) => {
    expect(unfinishedLike(backupName('Aino', at))(name)).toBe(expected);
  });

  it('of snapshots whatever they were for', () => {
    const isUnfinished = unfinishedLike(snapshotName(at, 'start'));
    expect(isUnfinished('.snapshot-20250101-000000-close.sqlite.zst.part')).toBe(true);
    expect(isUnfinished('.regulars-aino-20260310-080509.sqlite.zst.part')).toBe(false);
  });
});
