import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ClockWatch } from '#electron/services/backups/clock-watch.ts';
import { makeBackup } from '#electron/services/backups/make-backup.ts';
import {
  backupsOverview,
  chooseFolder,
  safetyAttention,
  setPreferences,
} from '#electron/services/backups/overview.ts';
import { takeSnapshot } from '#electron/services/backups/snapshots.ts';
import { backupsOverview as shape } from '#shared/contract/backups.ts';
import { aBackupShop } from '#tests/support/backup-shop.ts';
import { aVisit, momentAt } from '#tests/support/shop.ts';

const ignore = () => undefined;
const day = 24 * 60;
const counts = { customers: 1, visits: 2, rewards: 0, newestVisitAt: 1 };

// Each test starts threads of its own, which takes long on a busy computer.
describe('the overview', () => {
  it('of a shop without a backup says that everything is only here', async () => {
    const { open, stick } = await aBackupShop();
    const overview = await backupsOverview(open);
    expect(shape.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject({
      now: { customers: 1, visits: 2 },
      last: null,
      sinceLast: 2,
      places: [{ id: stick, kind: 'stick', label: 'BACKUP', state: 'ready' }],
      earlier: [],
      passphrase: { set: false, hint: '', setAt: null },
      drill: null,
      snapshots: { count: 0, bytes: 0, newestAt: null },
      restored: null,
      attention: ['neverBackedUp'],
      running: null,
      canChooseFolder: false,
    });
  });

  it('counts snapshots with their bytes, and shows what runs just now', async () => {
    const { open } = await aBackupShop();
    const { bytes, at } = await takeSnapshot(open, 'start');
    const { snapshots, running } = await open.backups.activity.alone('drill', undefined, () =>
      backupsOverview(open),
    );
    expect(snapshots).toEqual({ count: 1, bytes, newestAt: at });
    expect(running).toEqual({ what: 'drill', stage: null, percent: 0 });
  });

  it('shows a restore as long as it can be taken back', async () => {
    const { open, safety, shop } = await aBackupShop();
    const at = shop.clock.now();
    const setAside = join(safety.directory, 'set-aside-20260310-080000.sqlite');
    const restored = {
      requestId: 'request-1',
      at,
      from: 'a.zst',
      fromAt: 1,
      counts,
      migratedFrom: null,
      forgottenAgain: 0,
    };
    safety.record.appendRestore({ ...restored, setAside, until: at + 60_000, wentBack: false });
    expect((await backupsOverview(open)).restored).toBeNull();
    writeFileSync(setAside, 'x');
    expect((await backupsOverview(open)).restored).toEqual({
      at,
      from: 'a.zst',
      fromAt: 1,
      until: at + 60_000,
    });
    shop.clock.pass(1);
    expect((await backupsOverview(open)).restored).toBeNull();
    safety.record.appendRestore({ ...restored, setAside, until: at + 1e9, wentBack: true });
    expect((await backupsOverview(open)).restored).toBeNull();
  });

  it('has preferences of which each can be set alone', async () => {
    const { open, safety } = await aBackupShop();
    setPreferences(safety, { reminderDays: 7 });
    setPreferences(safety, { startByItself: false, reminderDays: undefined });
    expect((await backupsOverview(open)).preferences).toEqual({ reminderDays: 7, startByItself: false });
  });

  it('lets a folder be chosen where there is a dialog', async () => {
    const { safety } = await aBackupShop({ chooseFolder: async () => '/chosen' });
    expect(await chooseFolder(safety)).toEqual({ path: '/chosen' });
    expect(await chooseFolder({ ...safety, chooseFolder: null })).toEqual({ path: null });
  });
});

describe('what is pointed out', () => {
  it('is nothing after a backup, and its age after some days', async () => {
    const { open, shop, stick, unplug } = await aBackupShop();
    await makeBackup(open, stick, ignore);
    await unplug();
    expect(await safetyAttention(open)).toEqual([]);
    shop.clock.pass(3 * day);
    expect(await safetyAttention(open)).toEqual([]);
    shop.clock.pass(1);
    expect(await safetyAttention(open)).toEqual(['backupOld']);
  });

  it('is a stick that stayed in overnight', async () => {
    const { open, shop, stick } = await aBackupShop();
    await makeBackup(open, stick, ignore);
    shop.clock.pass(day);
    expect(await safetyAttention(open)).toEqual(['stickOvernight']);
  });

  it('is a clock that was set back, until it has come so far again', async () => {
    const { open, shop, stick, unplug } = await aBackupShop();
    await makeBackup(open, stick, ignore);
    await unplug();
    expect(await safetyAttention(open)).toEqual([]);
    shop.clock.pass(-30);
    expect(await safetyAttention(open)).toEqual(['clockMovedBack']);
    shop.clock.pass(31);
    expect(await safetyAttention(open)).toEqual([]);
  });

  it('is a clock that was set back while the program was closed, but not for ever', async () => {
    const { open, shop, safety, stick, unplug } = await aBackupShop();
    await makeBackup(open, stick, ignore);
    await unplug();
    await safetyAttention(open);
    shop.clock.set(momentAt('2026-03-09 12:00'));
    const again = { ...open, backups: { ...open.backups, clockWatch: new ClockWatch(safety) } };
    expect(await safetyAttention(again)).toContain('clockMovedBack');
    const third = { ...open, backups: { ...open.backups, clockWatch: new ClockWatch(safety) } };
    third.backups.clockWatch.look();
    expect(third.backups.clockWatch.wasAt).toBeNull();
  });

  it('is a day in the future', async () => {
    const { open, shop, stick, unplug } = await aBackupShop();
    await makeBackup(open, stick, ignore);
    await unplug();
    shop.clock.set(momentAt('2026-03-12 10:00'));
    await aVisit(open.ctx, null);
    shop.clock.set(momentAt('2026-03-10 11:00'));
    expect(await safetyAttention(open)).toEqual(['dayInFuture']);
  });

  it('is a disk that fills up, and a proof that failed', async () => {
    const { open, stick, unplug, shop, safety } = await aBackupShop({
      diskSpace: async () => ({ freeBytes: 150_000_000, totalBytes: 1e9 }),
    });
    await makeBackup(open, stick, ignore);
    await unplug();
    safety.record.appendDrill({
      at: shop.clock.now(),
      sound: false,
      of: 'a',
      ofAt: 1,
      counts: null,
      checks: [],
    });
    expect(await safetyAttention(open)).toEqual(['lowDisk', 'drillFailed']);
  });
});
