import { describe, expect, it } from 'vitest';
import { closingQuestion } from '#electron/main/closing-question.ts';
import type { BackupPlaceInfo } from '#shared/contract/backups.ts';

const place = (fields: Partial<BackupPlaceInfo>): BackupPlaceInfo => ({
  id: '/media/stick',
  kind: 'stick',
  label: 'BACKUP',
  path: '/media/stick',
  freeBytes: 1,
  totalBytes: 1,
  state: 'ready',
  pluggedSince: 1,
  ...fields,
});
const folder = place({ kind: 'folder', id: '/folder', label: 'folder' });

describe('closing the window', () => {
  it('asks nothing while the backup is young, was never made, or is not known', () => {
    expect(closingQuestion({ attention: ['neverBackedUp', 'lowDisk'], places: [folder] })).toEqual({
      kind: 'nothing',
    });
    expect(closingQuestion(null)).toEqual({ kind: 'nothing' });
  });

  it('offers an old shop a backup to the stick, else to the folder', () => {
    expect(closingQuestion({ attention: ['backupOld'], places: [folder, place({})] })).toEqual({
      kind: 'offer',
      placeId: '/media/stick',
      placeLabel: 'BACKUP',
    });
    expect(
      closingQuestion({ attention: ['backupOld'], places: [place({ state: 'full' }), folder] }),
    ).toMatchObject({ placeId: '/folder' });
  });

  it('says so where there is nowhere to write one', () => {
    expect(closingQuestion({ attention: ['backupOld'], places: [place({ state: 'missing' })] })).toEqual({
      kind: 'noPlace',
    });
  });
});
