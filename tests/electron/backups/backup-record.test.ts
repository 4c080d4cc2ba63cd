import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BackupRecord, type RecordedBackup } from '#electron/backups/backup-record.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const counts = { customers: 1, visits: 2, rewards: 0, newestVisitAt: 5 };
const aBackup = (fields: Partial<RecordedBackup> = {}): RecordedBackup => ({
  id: '/stick/a',
  at: 1_000,
  placeLabel: 'STICK',
  file: '/stick/a',
  bytes: 10,
  encrypted: false,
  counts,
  shopCreatedAt: 7,
  ...fields,
});

describe('the record', () => {
  it('remembers backups of each shop, newest first, in the next run too', () => {
    const directory = join(temporaryDirectory(), 'backups');
    const record = new BackupRecord(directory);
    expect(record.backups(7)).toEqual([]);
    record.appendBackup(aBackup());
    record.appendBackup(aBackup({ shopCreatedAt: 8 }));
    record.appendBackup(aBackup({ at: 2_000, placeLabel: 'SECOND' }));
    for (const one of [record, new BackupRecord(directory)]) {
      expect(one.backups(7).map(({ at, placeLabel }) => [at, placeLabel])).toEqual([
        [2_000, 'SECOND'],
        [1_000, 'STICK'],
      ]);
    }
    if (process.platform !== 'win32')
      expect(statSync(join(directory, 'record.jsonl')).mode & 0o777).toBe(0o600);
  });

  it('leaves out a line that a power cut tore, and loses neither what was before nor what comes after', () => {
    const directory = temporaryDirectory();
    const file = join(directory, 'record.jsonl');
    new BackupRecord(directory).appendBackup(aBackup());
    appendFileSync(file, '{"kind":"backup","id":"/sti');
    const record = new BackupRecord(directory);
    record.appendBackup(aBackup({ at: 2_000 }));
    expect(new BackupRecord(directory).backups(7).map(({ at }) => at)).toEqual([2_000, 1_000]);
    for (let cut = 0; cut < readFileSync(file).length; cut += 7) {
      const shorter = temporaryDirectory();
      writeFileSync(join(shorter, 'record.jsonl'), readFileSync(file).subarray(0, cut));
      expect(new BackupRecord(shorter).backups(7).length).toBeLessThanOrEqual(2);
    }
  });

  it('keeps drills and restores apart', () => {
    const record = new BackupRecord(temporaryDirectory());
    const drill = {
      at: 1,
      sound: true,
      of: 'a',
      ofAt: 0,
      counts,
      checks: [{ name: 'opened' as const, sound: true }],
    };
    record.appendDrill(drill);
    expect(record.drills()).toEqual([drill]);
    expect([record.backups(7), record.restores()]).toEqual([[], []]);
  });
});

describe('the settings', () => {
  it('are the usual until changed, and are kept for the next run, for this user alone', () => {
    const directory = join(temporaryDirectory(), 'backups');
    const record = new BackupRecord(directory);
    expect(record.settings()).toMatchObject({ folders: [], passphrase: null });
    record.changeSettings({ folders: ['/a'], passphrase: { text: 'six words', hint: 'h', setAt: 1 } });
    record.changeSettings({ lastSeenAt: 5 });
    const again = new BackupRecord(directory).settings();
    expect(again).toMatchObject({ folders: ['/a'], passphrase: { text: 'six words' }, lastSeenAt: 5 });
    expect(readdirSync(directory)).toEqual(['settings.json']);
    if (process.platform !== 'win32')
      expect(statSync(join(directory, 'settings.json')).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', '[]', 'null', '{"preferences":{"reminderDays":99,"startByItself":true}}', '"x"'])(
    'that cannot be read (%s) are the usual ones',
    (text) => {
      const directory = temporaryDirectory();
      writeFileSync(join(directory, 'settings.json'), text);
      expect(new BackupRecord(directory).settings().preferences.reminderDays).toBe(3);
    },
  );

  it('stay as they were when they cannot be written', () => {
    const file = join(temporaryDirectory(), 'in-the-way');
    writeFileSync(file, '');
    const record = new BackupRecord(join(file, 'backups'));
    expect(() => record.changeSettings({ folders: ['/a'] })).toThrow();
    expect(record.settings().folders).toEqual([]);
  });
});
