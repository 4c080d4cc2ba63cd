import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeBackup, runBackup } from '#electron/services/backups/make-backup.ts';
import { backupsOverview } from '#electron/services/backups/overview.ts';
import { setPassphrase } from '#electron/services/backups/passphrase.ts';
import { addFolder } from '#electron/services/backups/places.ts';
import { aBackupShop, eventsOf } from '#tests/support/backup-shop.ts';
import { aVisit } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const ignore = () => undefined;

// Each test starts threads of its own, which takes long on a busy computer.
describe('a backup', () => {
  it('is written to the stick, can be opened there, and is remembered with what is in it', async () => {
    const { open, shop, safety, stick } = await aBackupShop();
    const made = await makeBackup(open, stick, ignore);
    expect(made).toMatchObject({
      at: shop.clock.now(),
      placeLabel: 'BACKUP',
      encrypted: false,
      counts: { customers: 1, visits: 2, rewards: 0, newestVisitAt: shop.clock.now() },
    });
    expect(readdirSync(stick).filter((name) => !name.endsWith('.manifest.json'))).toEqual([
      made.file.slice(stick.length + 1),
    ]);
    const into = join(temporaryDirectory(), 'opened.sqlite');
    const opened = await safety.client.openBackup({ file: made.file, passphrase: null, into }, ignore);
    expect(opened).toMatchObject({ shopName: 'Corner', counts: made.counts });
    expect((await backupsOverview(open)).last).toEqual(made);
    expect(readdirSync(safety.workDirectory)).toEqual([]);
  });

  // Each passphrase takes seconds by design, to make one and to try one.
  it('is locked with the passphrase that is set, and opens with it alone', async () => {
    const { open, safety, stick } = await aBackupShop();
    setPassphrase(safety, { passphrase: 'river candle museum', hint: 'the old house' });
    const made = await makeBackup(open, stick, ignore);
    expect(made).toMatchObject({ encrypted: true });
    expect(made.file).toMatch(/\.age$/);
    const openWith = (passphrase: string | null) => {
      const into = join(temporaryDirectory(), 'opened.sqlite');
      return safety.client.openBackup({ file: made.file, passphrase, into }, ignore);
    };
    await expect(openWith('river candle museum')).resolves.toMatchObject({ counts: made.counts });
    await expect(openWith('river candle')).rejects.toMatchObject({
      why: 'wrongPassphrase',
      hint: 'the old house',
    });
    await expect(openWith(null)).rejects.toMatchObject({ why: 'passphraseNeeded' });
  }, 120_000);

  it('tells how far it is, in the order of its stages, and that the stick may be taken out', async () => {
    const { open, stick } = await aBackupShop();
    const events = await eventsOf(runBackup(open, { placeId: stick }));
    const percents = events.flatMap((event) => (event.kind === 'progress' ? [event.percent] : []));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect(events.at(-1)).toMatchObject({ kind: 'done', safeToRemove: true });
  });

  it('goes to a chosen folder too', async () => {
    const { open, safety } = await aBackupShop();
    const folder = temporaryDirectory();
    await addFolder(safety, folder);
    expect(await makeBackup(open, folder, ignore)).toMatchObject({ encrypted: false });
    expect(readdirSync(folder).length).toBeGreaterThan(0);
  });

  it('is one at a time; another one is told so', async () => {
    const { open, stick } = await aBackupShop();
    const first = makeBackup(open, stick, ignore);
    await expect(makeBackup(open, stick, ignore)).rejects.toMatchObject({
      code: 'BackupFailed',
      data: { why: 'busy' },
    });
    expect(open.backups.activity.running).toMatchObject({ what: 'backup' });
    await first;
    expect(open.backups.activity.running).toBeNull();
  });

  it('that is left in the middle leaves nothing behind, and the next one goes through', async () => {
    const { open, safety, stick } = await aBackupShop();
    const events = runBackup(open, { placeId: stick });
    for await (const event of events) if (event.kind === 'progress' && event.percent > 0) break;
    expect(readdirSync(stick)).toEqual([]);
    expect(readdirSync(safety.workDirectory)).toEqual([]);
    expect(safety.record.backups(open.ctx.facts?.shop.created_at ?? 0)).toEqual([]);
    await makeBackup(open, stick, ignore);
  });

  it('says why it cannot be made: gone, full, no room here', async () => {
    const { open, stick, unplug } = await aBackupShop();
    const { safety } = open.backups;
    const full = { ...safety, diskSpace: async () => ({ freeBytes: 10_000, totalBytes: 1e9 }) };
    const fails = async (backups: typeof open.backups, placeId: string) =>
      makeBackup({ ...open, backups }, placeId, ignore).then(
        () => null,
        (error: { data: { why: string } }) => error.data.why,
      );
    expect(await fails({ ...open.backups, safety: full }, stick)).toBe('diskFull');
    const onlyHere = {
      ...safety,
      diskSpace: async (path: string) => ({ freeBytes: path === stick ? 1e9 : 10_000, totalBytes: 1e9 }),
    };
    expect(await fails({ ...open.backups, safety: onlyHere }, stick)).toBe('localDiskFull');
    expect(await fails(open.backups, '/nowhere')).toBe('gone');
    await unplug();
    expect(await fails(open.backups, stick)).toBe('gone');
    expect(readdirSync(stick)).toEqual([]);
  });

  it('holds what was committed when it began, and the next one what came since', async () => {
    const { open, shop, stick, safety } = await aBackupShop();
    const first = await makeBackup(open, stick, ignore);
    await aVisit(open.ctx, null);
    expect((await backupsOverview(open)).sinceLast).toBe(1);
    shop.clock.pass(1);
    const second = await makeBackup(open, stick, ignore);
    expect([first.counts.visits, second.counts.visits]).toEqual([2, 3]);
    const { earlier, sinceLast } = await backupsOverview(open);
    expect(earlier.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(sinceLast).toBe(0);
    expect(existsSync(first.file)).toBe(true);
    expect(safety.logged.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('that cannot be put on record is one all the same', async () => {
    const { open, safety, stick } = await aBackupShop();
    const { record } = safety;
    record.appendBackup = () => {
      throw new Error('no room');
    };
    const made = await makeBackup(open, stick, ignore);
    expect(existsSync(made.file)).toBe(true);
    expect(safety.logged.map(({ level }) => level)).toContain('error');
  });
});
