import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName } from '#shared/domain/backup/backup-names.ts';
import {
  isBeforeMigration,
  readBackupName,
  readSetAsideName,
  setAsideName,
} from '#shared/domain/backup/set-aside-names.ts';
import { rounds } from '#tests/support/rounds.ts';

const seconds = fc.integer({ min: 1_600_000_000, max: 4_000_000_000 });

describe('the names of files that can be gone back to', () => {
  it('say when a restore set a file aside, and never that a damaged one can be gone back to', () => {
    fc.assert(
      fc.property(seconds, (second) => {
        expect(readSetAsideName(setAsideName(second * 1000, 'set-aside'))).toBe(second * 1000);
        expect(readSetAsideName(setAsideName(second * 1000, 'damaged'))).toBeNull();
        expect(readSetAsideName(setAsideName(second * 1000, 'not-opened'))).toBeNull();
      }),
      { numRuns: rounds(100) },
    );
  });

  it('say when a backup was made and whether it is locked, whatever the shop is called', () => {
    const endings = fc.constantFrom('.sqlite', '.sqlite.zst', '.sqlite.gz');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        seconds,
        endings,
        fc.boolean(),
        (shop, second, end, locked) => {
          const name = `${backupName(shop, second * 1000)}${end}${locked ? '.age' : ''}`;
          expect(readBackupName(name)).toEqual({ at: second * 1000, encrypted: locked });
        },
      ),
      { numRuns: rounds(200) },
    );
  });

  it.each([
    'regulars-kulma-20260310-101500.sqlite.zst.manifest.json',
    '.regulars-kulma-20260310-101500.sqlite.zst.part',
    'regulars-kulma-20261310-101500.sqlite.zst',
    'regulars-kulma.sqlite',
    'notes.txt',
  ])('%s is none', (name) => {
    expect(readBackupName(name)).toBeNull();
    expect(isBeforeMigration(name)).toBe(false);
  });

  it('know the copies of earlier versions', () => {
    expect(readBackupName('regulars-20260310-101500.sqlite')).toMatchObject({ encrypted: false });
    expect(isBeforeMigration('before-migration-from-40.sqlite')).toBe(true);
  });
});
