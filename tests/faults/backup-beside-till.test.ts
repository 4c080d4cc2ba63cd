import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { makeBackup } from '#electron/services/backups/make-backup.ts';
import { aBackupShop } from '#tests/support/backup-shop.ts';
import { aCustomer, aVisit } from '#tests/support/shop.ts';
import { disagreements, readRows } from '#tests/support/shop-file.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const perSecond = 50;
const PEOPLE = 200;
/** Makes the file large enough that check-ins go on while it is copied, checked, compressed and read back. */
const NOTES = 12_000;

/** Check-ins, so many a second, until told to stop; returns how many were confirmed. */
async function serve(checkIn: (index: number) => Promise<unknown>, stop: AbortSignal): Promise<number> {
  let done = 0;
  const start = performance.now();
  while (!stop.aborted) {
    await checkIn(done);
    done += 1;
    await pause(Math.max(0, start + (done * 1000) / perSecond - performance.now()));
  }
  return done;
}

describe('a backup while the till is in use', () => {
  it('holds one moment of it, loses no check-in and hardly holds any up', async () => {
    const { open, shop, safety, stick } = await aBackupShop();
    const { writer } = shop.database;
    writer.pragma('synchronous = OFF');
    const people: number[] = [];
    for (let person = 0; person < PEOPLE; person += 1)
      people.push(await aCustomer(open.ctx, { name: `Person ${person}` }));
    const note = writer.prepare(
      `INSERT INTO customer_notes (request_id, customer_id, text, at, business_day, staff_id)
       SELECT ?, ?, hex(randomblob(1500)), 0, 0, min(id) FROM staff`,
    );
    writer.transaction(() => {
      for (let index = 0; index < NOTES; index += 1) note.run(`note ${index}`, people[index % PEOPLE]);
    })();
    writer.pragma('synchronous = FULL');

    const before = shop.number('SELECT count(*) FROM visits WHERE sign = 1');
    const stop = new AbortController();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const waits: number[] = [];
    const serving = serve(async (index) => {
      const began = performance.now();
      await aVisit(open.ctx, people[index % PEOPLE] ?? null);
      waits.push(performance.now() - began);
    }, stop.signal);
    await pause(500);
    const beforeBackup = waits.length;
    delay.enable();
    const made = await makeBackup(open, stick, () => undefined);
    delay.disable();
    const during = waits.length - beforeBackup;
    stop.abort();
    const done = await serving;

    expect(shop.number('SELECT count(*) FROM visits WHERE sign = 1')).toBe(before + done);
    expect(during).toBeGreaterThan(5);
    expect(made.counts.visits).toBeGreaterThanOrEqual(before + beforeBackup);
    expect(made.counts.visits).toBeLessThan(before + done);
    // Generous, because other tests may have the processor; the benchmarks hold it to the goal.
    expect(delay.max / 1e6).toBeLessThan(1_000);
    expect(Math.max(...waits)).toBeLessThan(2_000);

    const restored = temporaryDirectory();
    const job = { file: made.file, passphrase: null, into: join(restored, 'shop.sqlite') };
    expect((await safety.client.openBackup(job, () => undefined)).counts).toEqual(made.counts);
    for (const [what, sql] of Object.entries(disagreements))
      expect(readRows(restored, sql), what).toEqual([]);
    const checks = await safety.client.proveShop({ file: job.into }, () => undefined);
    expect(checks.filter(({ sound }) => !sound)).toEqual([]);
  });
});
