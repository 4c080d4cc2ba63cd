import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastOwnCopyAt, latestCopy, saveCopy } from '#electron/services/backups/overview.ts';
import {
  dropOldSetAside,
  listSnapshots,
  takeSnapshot,
  thinSnapshots,
  trySnapshot,
} from '#electron/services/backups/snapshots.ts';
import { aBackupShop } from '#tests/support/backup-shop.ts';
import { aVisit, momentAt } from '#tests/support/shop.ts';

const calendar = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };

// Each test starts threads of its own, which takes long on a busy computer.
describe('a snapshot', () => {
  it('is written into backups/, named after the moment and the reason, never locked', async () => {
    const { open, shop, directory, safety } = await aBackupShop();
    safety.record.changeSettings({ passphrase: { text: 'river candle museum', hint: '', setAt: 1 } });
    const taken = await takeSnapshot(open, 'import');
    expect(basename(taken.file)).toMatch(/^snapshot-20260310-080000-import\.sqlite(\.zst|\.gz)?$/);
    expect(taken.counts).toMatchObject({ customers: 1, visits: 2 });
    expect(await listSnapshots(directory)).toMatchObject([
      { at: shop.clock.now(), why: 'import', proven: true, bytes: taken.bytes },
    ]);
    expect(readdirSync(safety.workDirectory)).toEqual([]);
  });

  it('that somebody asks for counts as a copy of their own; those taken by the program do not', async () => {
    const { open, shop } = await aBackupShop();
    expect([await lastOwnCopyAt(open), await latestCopy(open)]).toEqual([null, { at: null, file: null }]);
    const taken = await takeSnapshot(open, 'start');
    expect([await lastOwnCopyAt(open), await latestCopy(open)]).toEqual([
      null,
      { at: taken.at, file: taken.file },
    ]);
    shop.clock.pass(5);
    const saved = await saveCopy(open);
    expect(saved).toMatchObject({ at: shop.clock.now(), customers: 1, visits: 2 });
    expect([await lastOwnCopyAt(open), (await latestCopy(open)).file]).toEqual([saved.at, saved.file]);
  });

  it('waits for the one before, and is thinned out by the rule', async () => {
    const { open, shop, directory } = await aBackupShop();
    await Promise.all([
      takeSnapshot(open, 'start'),
      takeSnapshot(open, 'import'),
      takeSnapshot(open, 'close'),
    ]);
    shop.clock.pass(10);
    await aVisit(open.ctx, null);
    const last = await takeSnapshot(open, 'hour');
    expect((await listSnapshots(directory)).map(({ name }) => name)).toEqual([basename(last.file)]);
    expect(readdirSync(directory).filter((name) => name.endsWith('.manifest.json'))).toHaveLength(1);
  });

  it('fails for lack of room before anything is written, and is logged where nobody asked', async () => {
    const { open, directory, safety } = await aBackupShop({
      diskSpace: async () => ({ freeBytes: 100_000, totalBytes: 1e9 }),
    });
    await expect(takeSnapshot(open, 'start')).rejects.toMatchObject({ data: { why: 'localDiskFull' } });
    await trySnapshot(open, 'start');
    expect(await listSnapshots(directory)).toEqual([]);
    expect(safety.logged).toMatchObject([{ level: 'warn' }]);
  });

  it('ends with the shop, and leaves nothing behind', async () => {
    const { open, directory, safety } = await aBackupShop();
    const taking = trySnapshot(open, 'start');
    await open.backups.activity.stop();
    await taking;
    expect(await listSnapshots(directory)).toEqual([]);
    expect(existsSync(safety.workDirectory) ? readdirSync(safety.workDirectory) : []).toEqual([]);
    expect(safety.logged).toEqual([]);
  });
});

describe('thinning out', () => {
  it('never removes what it does not know, and of what it knows the manifest too', async () => {
    const { directory } = await aBackupShop();
    mkdirSync(directory, { recursive: true });
    const strange = [
      'regulars-corner-20200101-080000.sqlite.zst',
      'regulars-20200101-080000.sqlite',
      'set-aside-20200101-080000.sqlite',
      'before-migration-from-10.sqlite',
      'snapshot-20200101-080000-start.sqlite.zst.part',
      'notes.txt',
      'record.jsonl',
    ];
    const days = Array.from(
      { length: 28 },
      (_, day) => `snapshot-202602${String(day + 1).padStart(2, '0')}-080000-start.sqlite`,
    );
    for (const name of [...strange, ...days, ...days.map((day) => `${day}.manifest.json`)])
      writeFileSync(join(directory, name), 'x');
    await thinSnapshots(directory, { now: momentAt('2026-03-10 10:00'), calendar, maxBytes: 1e9 });
    const left = readdirSync(directory);
    expect(left).toEqual(expect.arrayContaining(strange));
    const kept = left.filter((name) => /^snapshot-.*sqlite$/.test(name));
    // Fourteen days, and the Sundays before them.
    expect(kept).toHaveLength(14 + 2);
    expect(left.filter((name) => name.endsWith('.manifest.json'))).toEqual(
      kept.map((name) => `${name}.manifest.json`),
    );
  });

  it('drops what a restore set aside after its thirty days, and nothing else that was put there', async () => {
    const { directory, shop } = await aBackupShop();
    mkdirSync(directory, { recursive: true });
    const names = [
      'set-aside-20260205-075959.sqlite',
      'set-aside-20260205-080000.sqlite',
      'damaged-20260101-080000.sqlite',
      'set-aside-of-mine.sqlite',
    ];
    const used = ['07', '08', '09'].map((day) => `snapshot-202603${day}-080000-start.sqlite.zst`);
    for (const name of [...names, ...used]) writeFileSync(join(directory, name), 'x');
    await dropOldSetAside(directory, shop.clock.now());
    expect(readdirSync(directory).sort()).toEqual([...names.slice(1), ...used].sort());
  });

  it('keeps what a restore set aside while only the clock of a day or two says that its days are over', async () => {
    const { directory, open, shop } = await aBackupShop();
    mkdirSync(directory, { recursive: true });
    const aside = 'set-aside-20260309-080000.sqlite';
    writeFileSync(join(directory, aside), 'x');
    const daysAhead = async (days: number) => {
      shop.clock.pass(days * 24 * 60);
      await takeSnapshot(open, 'start');
      await dropOldSetAside(directory, shop.clock.now());
      return readdirSync(directory).includes(aside);
    };
    expect(await daysAhead(365)).toBe(true);
    expect(await daysAhead(0)).toBe(true);
    expect(await daysAhead(1)).toBe(true);
    expect(await daysAhead(1)).toBe(false);
  });
});
