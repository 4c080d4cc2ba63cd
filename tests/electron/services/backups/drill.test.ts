import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drill, runDrill } from '#electron/services/backups/drill.ts';
import { makeBackup } from '#electron/services/backups/make-backup.ts';
import { safetyAttention } from '#electron/services/backups/overview.ts';
import { setPassphrase } from '#electron/services/backups/passphrase.ts';
import { takeSnapshot } from '#electron/services/backups/snapshots.ts';
import { backUp } from '#tests/support/backup-of-shop.ts';
import { aBackupShop, eventsOf } from '#tests/support/backup-shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const ignore = () => undefined;

// Each test starts threads of its own, which takes long on a busy computer.
describe('a drill', () => {
  it('proves the newest backup, every part of it, and is put on record', async () => {
    const { open, safety, shop, stick } = await aBackupShop();
    const made = await makeBackup(open, stick, ignore);
    shop.clock.pass(5);
    await takeSnapshot(open, 'hour');
    const events = await eventsOf(drill(open));
    const done = events.at(-1);
    expect(done).toMatchObject({
      kind: 'done',
      result: {
        sound: true,
        of: basename(made.file),
        ofAt: made.at,
        counts: made.counts,
        at: shop.clock.now(),
      },
    });
    expect(done?.kind === 'done' && done.result.checks.map(({ name }) => name)).toEqual([
      'opened',
      'integrity',
      'references',
      'summaries',
      'balances',
      'closes',
    ]);
    expect(safety.record.drills()).toHaveLength(1);
    expect(readdirSync(safety.workDirectory)).toEqual([]);
  });

  it('finds a stick that came back under another path', async () => {
    const { open, stick, plug } = await aBackupShop();
    const made = await makeBackup(open, stick, ignore);
    const moved = join(temporaryDirectory(), 'moved');
    renameSync(stick, moved);
    await plug(moved);
    expect(await runDrill(open, ignore)).toMatchObject({ sound: true, of: basename(made.file) });
  });

  it('takes the newest snapshot where no backup can be reached, and makes one where there is none', async () => {
    const { open, safety } = await aBackupShop();
    const result = await runDrill(open, ignore);
    expect(result).toMatchObject({ sound: true, counts: { visits: 2 } });
    expect(result.of).toMatch(/^snapshot-20260310-080000-manual/);
    expect(safety.record.drills()).toEqual([result]);
  });

  it('opens locked ones with the passphrase, and passes over those locked with an earlier one', async () => {
    const { open, safety, shop, stick } = await aBackupShop();
    const copy = join(temporaryDirectory(), 'copy.sqlite');
    await safety.client.copyShop({ source: open.databaseFile, file: copy }, ignore);
    const shopCreatedAt = open.ctx.facts?.shop.created_at ?? 0;
    /** As the product makes it, but cheap to open. */
    const made = async (name: string, passphrase: string | null) => {
      const { file, bytes, counts } = await backUp(copy, stick, { name, passphrase });
      const at = shop.clock.now();
      const encrypted = passphrase !== null;
      const backup = { id: file, file, at, placeLabel: 'BACKUP', bytes, counts, encrypted, shopCreatedAt };
      safety.record.appendBackup(backup);
      return basename(file);
    };
    const first = await made('regulars-corner-20260310-080000', null);
    const second = await made('regulars-corner-20260310-080100', 'river candle museum');
    setPassphrase(safety, { passphrase: 'river candle museum', hint: '' });
    expect(await runDrill(open, ignore)).toMatchObject({ sound: true, of: second });
    setPassphrase(safety, { passphrase: 'museum candle river', hint: '' });
    expect(await runDrill(open, ignore)).toMatchObject({ sound: true, of: first });
  });

  it('of a damaged backup fails, says so and is pointed out', async () => {
    const { open, stick, unplug } = await aBackupShop();
    const { file } = await makeBackup(open, stick, ignore);
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 2);
    bytes.fill(0xa5, middle, middle + 64);
    writeFileSync(file, bytes);
    const result = await runDrill(open, ignore);
    expect(result).toMatchObject({ sound: false, counts: null, checks: [{ name: 'opened', sound: false }] });
    await unplug();
    expect(await safetyAttention(open)).toEqual(['drillFailed']);
  });

  it('is not run beside a backup, and leaves nothing behind when it is left', async () => {
    const { open, safety, stick } = await aBackupShop();
    const making = makeBackup(open, stick, ignore);
    await expect(runDrill(open, ignore)).rejects.toMatchObject({ data: { why: 'busy' } });
    await making;
    for await (const _event of drill(open)) break;
    expect(safety.record.drills()).toEqual([]);
    expect(readdirSync(safety.workDirectory)).toEqual([]);
  });
});
