import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { shopFile } from '#electron/db/open-database.ts';
import { BackupTimer } from '#electron/services/backups/backup-timer.ts';
import { makeBackup } from '#electron/services/backups/make-backup.ts';
import { listSnapshots } from '#electron/services/backups/snapshots.ts';
import { aBackupShop, type BackupShop } from '#tests/support/backup-shop.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { aVisit } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const never = { firstLookMs: 1e8, lookMs: 1e8 };
const hour = 60;
const day = 24 * hour;

function timerOf({ open }: BackupShop, wasUnclean = false): BackupTimer {
  const timer = new BackupTimer(open, wasUnclean, never);
  onTestFinished(() => timer.stop());
  return timer;
}

const reasons = async ({ directory }: BackupShop) => (await listSnapshots(directory)).map(({ why }) => why);
const backupsOn = (path: string) => readdirSync(path).filter((name) => !name.endsWith('.json'));

/** A look in which nothing was written since the one before. */
async function quietLook(timer: BackupTimer): Promise<void> {
  await timer.look();
  await timer.look();
}

// Each test starts threads of its own, which takes long on a busy computer.
describe('by itself the shop', () => {
  it('takes a snapshot at the start of each business day', async () => {
    const scene = await aBackupShop();
    const timer = timerOf(scene);
    await quietLook(timer);
    expect(await reasons(scene)).toEqual(['start']);
    scene.shop.clock.pass(hour);
    await quietLook(timer);
    expect(await reasons(scene)).toEqual(['start']);
    scene.shop.clock.pass(day);
    await quietLook(timer);
    expect(await reasons(scene)).toEqual(['start', 'start']);
  });

  it('takes one every hour in which something was written, in a quiet moment', async () => {
    const scene = await aBackupShop();
    const timer = timerOf(scene);
    await quietLook(timer);
    scene.shop.clock.pass(hour);
    await aVisit(scene.open.ctx, null);
    await timer.look();
    expect(await reasons(scene)).toEqual(['start']);
    await timer.look();
    expect(await reasons(scene)).toEqual(['hour', 'start']);
    scene.shop.clock.pass(5 * hour);
    await quietLook(timer);
    expect(await reasons(scene)).toEqual(['hour', 'start']);
  });

  it('does not wait for a quiet moment for ever', async () => {
    const scene = await aBackupShop();
    const timer = timerOf(scene);
    await quietLook(timer);
    scene.shop.clock.pass(1.5 * hour);
    await aVisit(scene.open.ctx, null);
    await timer.look();
    expect(await reasons(scene)).toEqual(['hour', 'start']);
  });

  it('makes a backup when a stick that it knows is plugged in, and only then', async () => {
    const scene = await aBackupShop();
    const { open, shop, stick, plug, unplug } = scene;
    const timer = timerOf(scene);
    const strange = join(temporaryDirectory(), 'strange');
    await plug(strange, 'HOLIDAY');
    await timer.plugged();
    expect(backupsOn(strange)).toEqual([]);
    await plug(stick);
    await makeBackup(open, stick, () => undefined);
    expect(backupsOn(stick)).toHaveLength(1);
    await unplug();
    await plug(stick);
    await timer.plugged();
    expect(backupsOn(stick)).toHaveLength(1);
    shop.clock.pass(day);
    await unplug();
    await plug(stick);
    await timer.plugged();
    expect(backupsOn(stick)).toHaveLength(2);
    scene.safety.record.changeSettings({ preferences: { reminderDays: 3, startByItself: false } });
    shop.clock.pass(day);
    await unplug();
    await plug(stick);
    await timer.plugged();
    expect(backupsOn(stick)).toHaveLength(2);
  });

  it('proves every month that it can be restored', async () => {
    const scene = await aBackupShop();
    const { record } = scene.safety;
    const timer = timerOf(scene);
    await quietLook(timer);
    expect(record.drills()).toEqual([]);
    scene.shop.clock.pass(day);
    await quietLook(timer);
    expect(record.drills()).toMatchObject([{ sound: true, at: scene.shop.clock.now() }]);
    scene.shop.clock.pass(29 * day);
    await quietLook(timer);
    expect(record.drills()).toHaveLength(1);
    scene.shop.clock.pass(day);
    await quietLook(timer);
    expect(record.drills()).toHaveLength(2);
  });

  it.each([
    ['after an unclean end', true, 0],
    ['every week', false, 7 * day],
  ])('makes derived tables anew that have drifted, %s', async (_when, wasUnclean, minutes) => {
    const scene = await aBackupShop();
    const { ctx } = scene.open;
    const beside = new BetterSqlite3(shopFile(scene.shop.directory));
    beside.exec('UPDATE customer_stats SET visits = visits + 1');
    beside.close();
    const timer = timerOf(scene, wasUnclean);
    scene.shop.clock.pass(minutes);
    await quietLook(timer);
    expect(await driftCheck(ctx.work.read)).toEqual([]);
    expect(scene.safety.logged).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(scene.safety.record.settings().driftCheckedAt).toBe(scene.shop.clock.now());
  });

  it('does what is due although the clock was years ahead once', async () => {
    const scene = await aBackupShop();
    const { record } = scene.safety;
    const timer = timerOf(scene);
    scene.shop.clock.pass(3650 * day);
    await quietLook(timer);
    scene.shop.clock.pass(-3649 * day);
    await quietLook(timer);
    expect(record.drills()[0]?.at).toBe(scene.shop.clock.now());
    expect(record.settings().driftCheckedAt).toBe(scene.shop.clock.now());
  });

  it('leaves derived tables alone that are right', async () => {
    const scene = await aBackupShop();
    const before = scene.open.ctx.work.dataVersion;
    await quietLook(timerOf(scene, true));
    expect(scene.open.ctx.work.dataVersion).toBe(before);
    expect(scene.safety.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('logs what fails once, and tries again after an hour', async () => {
    let freeBytes = 1_000;
    const scene = await aBackupShop({ diskSpace: async () => ({ freeBytes, totalBytes: 1e9 }) });
    const timer = timerOf(scene);
    await quietLook(timer);
    await quietLook(timer);
    const warned = () => scene.safety.logged.filter(({ level }) => level === 'warn');
    expect(warned()).toHaveLength(1);
    freeBytes = 1e9;
    await quietLook(timer);
    expect(await reasons(scene)).toEqual([]);
    scene.shop.clock.pass(hour);
    await quietLook(timer);
    expect(await reasons(scene)).toEqual(['start']);
  });

  it('stops in the middle when it is closed, without waiting for the end', async () => {
    const scene = await aBackupShop();
    const timer = timerOf(scene);
    const looking = timer.look();
    await timer.stop();
    await looking;
    expect(await reasons(scene)).toEqual([]);
    expect(scene.safety.logged).toEqual([]);
  });
});
